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
            main.decideFirst(undecided, of: wish.child.id)
            main.form(.get, to: .copying(wish.child.id, wish.record)) { form in
                choose("Which copy?", "as", kinds, wish.asked.kind?.name ?? "", into: &form)
                choose("Who is it for?", "for", CopyReader.codes(in: wish.child.thread), wish.asked.reader, into: &form)
                form.including(record.classesToChoose, chosen: wish.asked.including)
                form.submit("Continue")
            }
        }
    }

    private var kinds: [(String, String)] {
        record.kind == .review
            ? [("child", "The child’s version"), ("minutes", "Minutes"), ("record", "The whole record")]
            : [("record", "The record")] + (record.kind.hasChildsVersion ? [("child", "The child’s version")] : [])
    }

    /// The first is chosen where nobody has.
    private func choose(
        _ asks: String, _ name: String, _ choices: [(String, String)], _ chosen: String, into form: inout Writer
    ) {
        form.choices(asks, name: name, choices, chosen: [chosen.isEmpty ? choices.first?.0 ?? "" : chosen])
    }
}
