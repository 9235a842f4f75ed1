import Casework
import Copies
import Days
import HTML

/// A copy before it is signed: its text to read and to change, and beside it what it leaves out and why.
struct CopyDraftPage {
    let wish: CopyWishes
    let kind: CopyKind
    let reader: CopyReader
    let draft: CopyDraft
    let filled: FilledForm
    let visit: Visit
    var errors: [FieldError] = []

    func page() -> [UInt8] {
        let whom = reader == .child ? "the child" : reader.name
        let title = kind.title(for: reader.name)
        return visit.frame.page(title: (errors.isEmpty ? "" : "Error: ") + "\(title) – \(wish.child.identity.title)") {
            main in
            main.errorSummary(errors)
            if visit.asked("saved") != nil { main.doneBanner("Saved. It is a draft until you sign it.") }
            main.h1(title, .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.text("Of the ")
                p.a(
                    .signed(wish.child.id, wish.record),
                    "\(wish.source.form.title) of \(wish.source.record.day.inWords)", .class("govuk-link"))
                p.text(". Read it as \(whom) will, and change what you like. Once signed it stays as it is.")
            }
            leftOut(into: &main)
            main.form(recordingTo: .copying(wish.child.id, wish.record), visit.frame) { form in
                form.input("hidden", name: "mark", value: filled.mark.map { "\($0)" } ?? "", .id("draft-mark"))
                form.input("hidden", name: "draft", value: filled.draft)
                form.input("hidden", name: "as", value: kind.name)
                form.input("hidden", name: "for", value: wish.asked.reader)
                for ofClass in wish.asked.including.sorted(by: { $0.rawValue < $1.rawValue }) {
                    form.input("hidden", name: "include", value: ofClass.rawValue)
                }
                form.textArea(
                    "The copy", name: "text", value: filled["text"].isEmpty ? draft.text : filled["text"],
                    hint: "Each part has its heading on a line of its own, and an empty line after it.", rows: 24,
                    errors: errors)
                form.draftButtons(sign: "Sign", hasDraft: filled.mark != nil)
            }
            main.script(.asset("draft.js"))
        }
    }

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
