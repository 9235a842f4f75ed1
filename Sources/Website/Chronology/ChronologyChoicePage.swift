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
            if !undecided.isEmpty {
                main.p(.class("govuk-body")) { p in
                    p.text("Decide it first: ")
                    p.a(.recording(wish.child.id, .people), "People and who may know", .class("govuk-link"))
                    p.text(".")
                }
            }
            main.form(.get, to: .chronologyCopy(wish.child.id)) { form in
                form.choices(
                    "Who is it for?", name: "for", CopyReader.codes(in: wish.child.thread),
                    chosen: [wish.asked.reader.isEmpty ? "child" : wish.asked.reader])
                ChronologyControls(child: wish.child.id, choice: wish.begun, visit: visit).fields(into: &form)
                form.choices(
                    "What goes in that is not ordinary?", name: "include",
                    InformationClass.allCases.filter { $0 != .ordinary && $0.mayBeChosen }.map {
                        ($0.rawValue, $0.title)
                    }, several: true, chosen: Set(wish.asked.including.map(\.rawValue)),
                    hint:
                        "Leave it unless you have decided that this reader is to have it. Your name stays with the choice."
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

extension CopyReader {
    /// Those whom a copy may be for, by what an address calls them.
    static func codes(in thread: ChildThread) -> [(String, String)] {
        [("child", "The child")] + thread.people.map { ($0.code, "\($0.name), \($0.relation)") }
    }
}
