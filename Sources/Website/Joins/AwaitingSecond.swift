import Access
import Casework
import HTML
import Oversight
import Service

extension Visit {
    /// What waits for the viewer to agree that it is not so, of the children whom they answer for.
    func awaiting(_ caseload: Caseload) -> [(child: ChildRecord, found: Break, answer: HeldJoinAnswer)] {
        guard !caseload.awaitingSecond.isEmpty, viewer.may(.answerJoins) else { return [] }
        let authority = caseload.authority
        let sight = Sight(viewer, authority, .answerJoins, today: today)
        return caseload.awaitingSecond.sorted().filter { sight.mayList($0) }.compactMap { authority[$0] }
            .flatMap { child in
                (caseload.joins[child.id] ?? []).compactMap { found in
                    waitsForViewer(found, of: child, in: authority).map { (child, found, $0) }
                }
            }
    }
}

extension Writer {
    /// What waits for a second person, for those who may be it. Nothing where nothing does.
    mutating func awaitingSecond(
        _ waiting: [(child: ChildRecord, found: Break, answer: HeldJoinAnswer)], _ frame: Frame
    ) {
        guard !waiting.isEmpty else { return }
        h2("For you to agree, or not", .class("govuk-heading-m tl-rung"))
        ul(.class("tl-list")) { list in
            for (child, found, answer) in waiting {
                list.li { item in
                    item.div { who in
                        who.p(.class("tl-who")) {
                            $0.a(frame.record(child.id), child.identity.title, .class("govuk-link"))
                        }
                        who.p("answered \(answer.day.inWords)", .class("tl-since"))
                    }
                    item.div { what in
                        what.p { line in
                            line.strong(found.title)
                            line.text(" Somebody says that it is not so for this child.")
                        }
                        what.p(.class("tl-act")) {
                            $0.a(
                                .joinAnswer(child.id, answer.origin.event), "Read why, and say whether you agree",
                                .class("govuk-link"))
                        }
                    }
                }
            }
        }
    }

    /// What is put off, in a list of many: until when, and why on opening.
    mutating func putOffLine(_ found: Break, _ links: JoinLinks) {
        guard case .putOff(let answer, let until) = found.state else { return }
        details(.class("tl-why")) { why in
            why.summary { line in
                line.text("Put off until \(until.inWords): ")
                line.strong(found.title)
            }
            why.p(MarkedText("“\(answer.because)”"))
            for fact in found.facts { why.p(MarkedText(fact)) }
            why.p(.class("tl-since")) { line in
                line.text("\(found.rule.saysWhy) · ")
                line.a(JoinLinks.thread(found), "See it in the thread", .class("govuk-link"))
            }
        }
    }

    /// How an item that is asked was answered, and the ways to answer it otherwise, in a list of many.
    mutating func joinShort(_ found: Break, _ links: JoinLinks) {
        switch found.state {
        case .open, .notSo: break
        case .awaitsSecond:
            p("Somebody says that it is not so for this child; a second person has to agree.", .class("tl-since"))
        case .putOff(let answer, let until):
            p(MarkedText("Put off until \(until.inWords): “\(answer.because)”"), .class("tl-since"))
        case .returned(_, let why): p(JoinWords.sentence(why), .class("tl-since"))
        }
        joinWays(found, links.ways(found))
    }
}
