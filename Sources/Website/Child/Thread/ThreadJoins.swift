import Access
import Casework
import Days
import HTML
import Oversight
import Service

/// What is to be joined up on a child's Thread, with what people answered: what is asked now, what is put off, and what two
/// people say is not so for this child.
struct ThreadJoins {
    let view: ChildView

    private var visit: Visit { view.visit }
    private var words: JoinWords { JoinWords(view.accounts) }

    func draw(into page: inout Writer) {
        let joins = view.assessed.joins
        let (asked, later) = (joins.filter(\.isAsked), joins.filter { $0.isPutOff && !$0.isAsked })
        banner(into: &page)
        page.h2("To join up", .class("govuk-heading-m"))
        if view.whyNothingIsAsked == nil, visit.asked("as-at") == nil {
            page.joinsAsked(
                on: view.child.day, insteadOf: view.question.asAt, lastSigned: view.record.records.last?.day)
        }
        if joins.counted.isEmpty {
            page.p(
                view.whyNothingIsAsked
                    ?? "Nothing in what is recorded here is left hanging. That says nothing of how good it is.",
                .class("govuk-body"))
        } else {
            page.p(
                "Each is a question and may be wrong. Once mended it reads “recorded”, not “better”.",
                .class("govuk-hint"))
        }
        list(asked, into: &page)
        if !later.isEmpty {
            page.h3("Put off, and counted", .class("govuk-heading-s govuk-!-margin-top-4"))
            list(later, into: &page)
        }
        notSo(joins.filter(\.isNotSo), into: &page)
        stillRight(into: &page)
    }

    /// What was looked at again after a change and found to be still right, the latest first.
    private func stillRight(into page: inout Writer) {
        // Said today of what the record last shows, which may be of an earlier day.
        let answers = view.question.authority[view.record.id]?.joinAnswers ?? []
        let said = answers.asAt(view.question.answerDay).filter(\.isStillRight)
        guard !said.isEmpty else { return }
        page.details(.class("govuk-details govuk-!-margin-top-4")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("Looked at again, and still right: \(said.count)", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { text in
                for answer in said.reversed() { text.p(MarkedText("\(words.said(answer)). “\(answer.because)”")) }
            }
        }
    }

    private func banner(into page: inout Writer) {
        switch visit.asked("answered") {
        case "not-so": page.doneBanner("Kept. A second person has to agree before it leaves the list.")
        case "later": page.doneBanner("Put off. It stays counted, and the reviewing officer sees it.")
        case "still-right": page.doneBanner("Signed. The manager sees it.")
        case "agreed": page.doneBanner("Kept. It has left the list, and is there again if what it rests on changes.")
        case "not-agreed": page.doneBanner("Kept. It is there to join up again.")
        case "back": page.doneBanner("The answer is taken back. It is there to join up again.")
        default: break
        }
    }

    /// Each with its facts, the one thing to do, whose it is, what stands behind it, and how it was answered.
    func list(_ joins: [Break], into page: inout Writer) {
        page.ul(.class("govuk-list tl-duties")) { list in
            for found in joins { list.li(.id(found.anchor)) { row(found, into: &$0) } }
        }
    }

    private func row(_ found: Break, into item: inout Writer) {
        item.strong(found.title)
        item.p(MarkedText(found.facts.joined(separator: " ")))
        item.joinAction(found, view.links)
        item.p("For: \(who(found.owner)).")
        for folded in found.folded { item.p("With it: \(folded.rule.title.lowercasedFirst).") }
        item.p("Since \(found.since.inWords) · \(found.rule.saysWhy)", .class("tl-since"))
        item.joinState(found, words)
        guard let authority = visit.question?.authority else { return }
        if visit.waitsForViewer(found, of: view.record, in: authority) != nil {
            see(found, "Say whether you agree", into: &item)
        } else if found.isPutOff || found.awaitsSecond {
            see(found, "See the answer", into: &item)
        }
        if !found.awaitsSecond { item.joinWays(found, visit.ways(found, of: view.record, in: authority)) }
    }

    /// The way to the answer, for those who may answer too.
    private func see(_ found: Break, _ title: String, into item: inout Writer) {
        guard let answer = found.state.answer, visit.may(.answerJoins, view.record) else { return }
        item.p(.class("tl-act tl-do")) { line in
            line.a(.joinAnswer(found.child, answer.origin.event), .class("govuk-link")) { words in
                words.text(title)
                words.span(": \(found.title.lowercasedFirst)", .class("govuk-visually-hidden"))
            }
        }
    }

    private func notSo(_ joins: [Break], into page: inout Writer) {
        guard !joins.isEmpty else { return }
        page.details(.class("govuk-details govuk-!-margin-top-4")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span(
                    "Not so for this child, as two people say: \(joins.count)", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { text in
                text.ul(.class("govuk-list tl-duties")) { list in
                    for found in joins {
                        list.li(.id(found.anchor)) { item in
                            item.strong(found.title)
                            item.p(MarkedText(found.facts.joined(separator: " ")))
                            item.joinState(found, words)
                            see(found, "See the answer", into: &item)
                        }
                    }
                }
            }
        }
    }

    private func who(_ owner: Owner) -> String {
        guard let worker = owner.worker else { return "no one known" }
        switch owner.role {
        case .socialWorker, .iro: return "\(owner.role.title) \(view.question.name(of: worker))"
        case .teamManager, .serviceManager, .director: return owner.role.title
        }
    }
}
