import Casework
import Copies
import Days
import HTML

/// Which lines of the chronology, for whom, and what goes in besides what is ordinary.
struct ChronologyChoicePage {
    let wish: ChronologyWish
    let visit: Visit
    /// What has to be decided first, where something was asked for that cannot be made yet.
    var undecided: [String] = []

    func page() -> [UInt8] {
        let title = "Two pages of chronology – \(wish.child.identity.title)"
        return visit.frame.page(title: undecided.isEmpty ? title : "Error: " + title) { main in
            main.errorSummary(undecided.map { FieldError("for", $0) })
            main.h1("Two pages of chronology", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.text("Of the ")
                p.a(
                    .child(wish.child.id, .chronology), "chronology of \(wish.child.identity.title)",
                    .class("govuk-link"))
                p.text(
                    ", for one reader. It leaves out what they may not know, and you read it before it is signed.")
            }
            main.decideFirst(undecided, of: wish.child.id)
            main.form(.get, to: .chronologyCopy(wish.child.id)) { form in
                form.choices(
                    "Who is it for?", name: "for", CopyReader.codes(in: wish.child.thread),
                    chosen: [wish.asked.reader.isEmpty ? "child" : wish.asked.reader])
                ChronologyControls(child: wish.child.id, choice: wish.begun, visit: visit).fields(into: &form)
                form.including(
                    InformationClass.allCases.filter { $0 != .ordinary && $0.mayBeChosen }, chosen: wish.asked.including
                )
                form.submit("Continue")
            }
        }
    }
}

extension ChronologyWish {
    /// What is ticked at first: what is significant.
    fileprivate var begun: ChronologyChoice {
        asked.reader.isEmpty && choice == ChronologyChoice() ? ChronologyChoice(isSignificantOnly: true) : choice
    }
}
