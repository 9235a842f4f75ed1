import Casework
import Copies
import Days
import HTML
import Service

/// Which copy of a record, for whom, and what goes in besides what is ordinary.
struct CopyChoicePage {
    let wish: CopyWishes
    let visit: Visit
    /// What has to be decided first, where something was asked for that cannot be made yet.
    var undecided: [String] = []

    private var record: SignedRecord { wish.source.record }

    func page() -> [UInt8] {
        let title = "Make a copy – \(wish.child.identity.title)"
        return visit.frame.page(title: undecided.isEmpty ? title : "Error: " + title) { main in
            main.errorSummary(undecided.map { FieldError("for", $0) })
            main.h1("Make a copy", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.text("Of the ")
                p.a(
                    .signed(wish.child.id, wish.record), "\(wish.source.form.title) of \(record.day.inWords)",
                    .class("govuk-link"))
                p.text(
                    ". A copy is for one reader, and leaves out what they may not know. You read it before it is signed."
                )
            }
            if !undecided.isEmpty {
                main.p(.class("govuk-body")) { p in
                    p.text("Decide it first: ")
                    p.a(.recording(wish.child.id, .people), "People and who may know", .class("govuk-link"))
                    p.text(".")
                }
            }
            main.form(.get, to: .copying(wish.child.id, wish.record)) { form in
                choose("Which copy?", "as", kinds, wish.asked.kind?.name ?? "", into: &form)
                choose("Who is it for?", "for", CopyReader.codes(in: wish.child.thread), wish.asked.reader, into: &form)
                classes(into: &form)
                form.submit("Continue")
            }
        }
    }

    private var kinds: [(String, String)] {
        record.kind == .review
            ? [("child", "The child’s version"), ("minutes", "Minutes"), ("record", "The whole record")]
            : [("record", "The record")]
    }

    private func classes(into form: inout Writer) {
        let held = record.classesToChoose
        guard !held.isEmpty else { return }
        form.choices(
            "What goes in that is not ordinary?", name: "include", held.map { ($0.rawValue, $0.title) }, several: true,
            chosen: Set(wish.asked.including.map(\.rawValue)),
            hint: "Leave it unless you have decided that this reader is to have it. Your name stays with the choice.")
    }

    /// The first is chosen where nobody has.
    private func choose(
        _ asks: String, _ name: String, _ choices: [(String, String)], _ chosen: String, into form: inout Writer
    ) {
        form.choices(asks, name: name, choices, chosen: [chosen.isEmpty ? choices.first?.0 ?? "" : chosen])
    }
}
