import Access
import Casework
import Days
import HTML
import Oversight

/// An answer to something to join up, for a second person: whether they agree that it is not so.
struct SecondJoinPage {
    let child: ChildRecord
    let rule: BreakRule
    let answer: HeldJoinAnswer
    /// What it answers, as it stands; nil where it is not there to join up any more, or somebody has answered it since.
    let found: Break?
    /// Why the viewer is no second person for it; nil where they are.
    let refusal: RecordRefusal?
    let accounts: [String: Account]
    let visit: Visit
    var errors: [FieldError] = []

    /// Whether it waits for the viewer.
    var waits: Bool { found?.awaitsSecond == true && refusal == nil }

    func reply() -> Reply {
        let title = "An answer – \(child.identity.title)"
        return visit.page(errors.isEmpty ? title : "Error: " + title) { main in
            main.a(.child(child.id, .thread), "Thread", .class("govuk-back-link"))
            main.errorSummary(errors)
            main.h1(answer.word == .notSo ? "Is it not so for this child?" : "Put off", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { $0.a(.child(child.id), child.identity.title, .class("govuk-link")) }
            main.dl(.class("govuk-summary-list")) { list in
                list.summaryRow("To join up", rule.title)
                list.summaryRow("What it rests on", rests)
                list.summaryRow("Answered", JoinWords(accounts).said(answer))
                list.summaryRow("Why", MarkedText(answer.because))
                if let second = answer.second { list.summaryRow("A second person", JoinWords(accounts).said(second)) }
                list.summaryRow("How it stands", state)
            }
            if waits {
                ask(into: &main)
            } else if found?.awaitsSecond == true, let refusal {
                main.p(
                    "You are not the second person for it: \(refusal.what). \(refusal.remedy.capitalised).",
                    .class("govuk-inset-text"))
            }
            main.form(recordingTo: .joinTakenBack(child.id, answer.origin.event), visit.frame) { form in
                form.input("hidden", name: "command", value: CommandID.new.text)
                form.button(
                    "Take the answer back", .class("govuk-button govuk-button--secondary"), .type("submit"))
            }
        }
    }

    /// What the record shows of it now. What somebody was shown who answered is not read out where that is another thing: it
    /// may have been taken off this record since.
    private var rests: String {
        guard let found, FactsDigest(found.restsOn) == answer.facts else {
            return "The record shows another thing now."
        }
        return found.restsOn.dropFirst().joined(separator: " ")
    }

    private var state: String {
        switch found?.state {
        case .awaitsSecond: "It waits for a second person, and stays on the list until somebody agrees."
        case .notSo: "Two people say that it is not so. It is there again if what it rests on changes."
        case .putOff(_, let until): "Put off until \(until.inWords), and counted."
        case .returned(_, let why): JoinWords.sentence(why)
        case .open, nil: "It is not there to join up now, or was answered again since."
        }
    }

    private func ask(into page: inout Writer) {
        SecondWord(
            asks: "Do you agree that it is not so for this child?", yes: "Yes, it is not so",
            no: "No, it is to be joined up", whyNot: "What you know that speaks against it"
        ).draw(to: .joinAnswer(child.id, answer.origin.event), visit, errors: errors, into: &page)
    }
}
