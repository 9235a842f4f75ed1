import Access
import Casework
import HTML

/// A question that a file answers: one of the child's documents, or the way to add one with the draft saved first. Without
/// scripts too, and on a telephone whose camera takes the picture there.
struct UploadPart {
    let child: ChildRecord
    let visit: Visit

    /// - Parameter chosen: What was answered so far: what a document is made of.
    func draw(
        _ name: String, _ asks: String, _ hint: String?, _ chosen: String, _ errors: [FieldError],
        into body: inout Writer
    ) {
        let error = errors.first { $0.field == name }
        body.div(.class("govuk-form-group\(error == nil ? "" : " govuk-form-group--error")")) { group in
            group.label(asks, .class("govuk-label"), .for(name))
            group.fieldNotes(name, hint, error)
            group.select(
                .id(name), .name(name), .class("govuk-select"), .describedBy(Writer.notes(name, hint, error))
            ) { select in
                select.option("None", .value(""))
                for (file, words) in choices {
                    select.option(words, .value(file), .flag("selected", if: file == chosen))
                }
                if !chosen.isEmpty, !choices.contains(where: { $0.file == chosen }) {
                    select.option("A document that others may read", .value(chosen), .flag("selected", if: true))
                }
            }
        }
        guard mayAdd else { return }
        body.button(
            .class("govuk-button govuk-button--secondary"), .type("submit"), .name("do"), .value("upload:\(name)")
        ) { button in
            button.text("Add a document")
            button.span(": \(asks)", .class("govuk-visually-hidden"))
        }
    }

    /// Whether the viewer adds documents of the child, which an auditor does not: they choose among those that are there.
    private var mayAdd: Bool { visit.may(.recordWork, child) }

    /// The documents that the viewer may read, the latest first, each file once.
    private var choices: [(file: String, words: String)] {
        var known: Set<FileDigest> = []
        return visit.documents(of: child).map(\.document).filter { known.insert($0.digest).inserted }.map {
            ($0.digest.hex, "\($0.title), \($0.day.inWords)")
        }
    }
}
