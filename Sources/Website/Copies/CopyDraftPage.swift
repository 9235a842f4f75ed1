import Casework
import Copies
import Days
import HTML

/// A copy before it is signed: its text to read and to change, and beside it what it leaves out and why.
struct CopyDraftPage {
    let child: ChildRecord
    /// What it is a copy of, and where that stands.
    let of: (words: String, link: Link)
    let kind: CopyKind
    let reader: CopyReader
    let draft: CopyDraft
    let filled: FilledForm
    /// Where it is sent, and what else is sent with it.
    let sentTo: Link
    let fields: [(name: String, value: String)]
    let visit: Visit
    var errors: [FieldError] = []

    func page() -> [UInt8] {
        let whom = reader == .child ? "the child" : reader.name
        let title = kind.title(for: reader.name)
        return visit.frame.page(title: (errors.isEmpty ? "" : "Error: ") + "\(title) – \(child.identity.title)") {
            main in
            main.errorSummary(errors)
            if visit.asked("saved") != nil { main.doneBanner("Saved. It is a draft until you sign it.") }
            main.h1(title, .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.text("Of the ")
                p.a(of.link, of.words, .class("govuk-link"))
                p.text(". Read it as \(whom) will, and change what you like. Once signed it stays as it is.")
            }
            leftOut(into: &main)
            main.lookAt(unmarked, of: child)
            main.form(recordingTo: sentTo, visit.frame) { form in
                form.input("hidden", name: "mark", value: filled.mark.map { "\($0)" } ?? "", .id("draft-mark"))
                form.input("hidden", name: "draft", value: filled.draft)
                for field in fields { form.input("hidden", name: field.name, value: field.value) }
                form.textArea(
                    "The copy", name: "text", value: text,
                    hint: "Each part has its heading on a line of its own, and an empty line after it.", rows: 24,
                    errors: errors)
                if fields.contains(where: { $0.name == "include" && $0.value == InformationClass.police.rawValue }) {
                    form.textField(
                        "Which officer agreed, and on which day?", name: "agreed", value: filled["agreed"],
                        hint: "What is from the police goes to nobody to whom they have not agreed.",
                        width: "govuk-!-width-full", errors: errors)
                }
                form.draftButtons(sign: "Sign", hasDraft: filled.mark != nil, telephone: visit.urgentTelephone)
            }
            main.deviceText(
                of: ([sentTo.address] + fields.map(\.value)).joined(separator: " "), "A copy",
                at: fields.reduce(sentTo) { $0.query($1.name, $1.value) })
            main.script(.asset("draft.js"))
        }
    }

    /// As it stands now.
    private var text: String { filled["text"].isEmpty ? draft.text : filled["text"] }

    /// What tells of the police and is still in it.
    private var unmarked: [UnmarkedPolice] { draft.unmarkedPolice.compactMap { $0.still(in: text) } }

    private func leftOut(into page: inout Writer) {
        guard !draft.leftOut.isEmpty else { return }
        page.details(.class("govuk-details"), .flag("open", if: true)) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("What to look at, for you alone", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { inside in
                inside.ul(.class("govuk-list govuk-list--bullet")) { list in
                    for left in draft.leftOut { list.li("\(left.place): \(left.why)") }
                }
            }
        }
    }
}
