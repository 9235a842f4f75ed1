import Access
import Casework
import Days
import HTML
import Service

extension Visit {
    /// Assessments that wait for the viewer's word as a manager, the longest wait first. Nobody else is shown the list.
    func toApprove(_ caseload: Caseload) -> [(child: ChildRecord, work: AssessmentWork)] {
        guard !caseload.toApprove.isEmpty, RecordKind.assessmentApproval.isSigned(by: viewer.roles) else { return [] }
        let sight = Sight(viewer, caseload.authority, .recordWork, today: today)
        return caseload.toApprove.filter { sight.mayList($0) }.compactMap { caseload.authority[$0] }
            .flatMap { child in
                child.openAssessmentWorks.filter(\.waitsForManager).map { (child: child, work: $0) }
            }
            .sorted { ($0.work.since, $0.child.id) < ($1.work.since, $1.child.id) }
    }
}

extension AssessmentWork {
    /// Since when it waits; one that was sent back waits from the day that it is to be put right.
    fileprivate var since: Day {
        if case .sentBack(let on, let again) = standing { return again ?? on }
        return assessment?.day ?? .distantFuture
    }
}

extension Writer {
    /// Assessments for a manager to read. Nothing where none waits.
    mutating func awaitingApproval(_ waiting: [(child: ChildRecord, work: AssessmentWork)], _ frame: Frame) {
        guard !waiting.isEmpty else { return }
        h2("Assessments for you to read, and approve or send back", .class("govuk-heading-m tl-rung"))
        ul(.class("tl-list"), .id("to-approve")) { list in
            for (child, work) in waiting {
                list.li { item in
                    item.div { who in
                        who.p(.class("tl-who")) {
                            $0.a(frame.record(child.id), child.identity.title, .class("govuk-link"))
                        }
                    }
                    item.div { what in
                        what.p("The assessment of \(work.assessment?.day.inWords ?? ""): \(work.standing.words).")
                        what.p(.class("tl-act")) { act in
                            act.a(.recording(child.id, .assessmentApproval), .class("govuk-link")) { words in
                                words.text("Read it, and say what you think")
                                words.span(" (\(child.identity.title))", .class("govuk-visually-hidden"))
                            }
                        }
                    }
                }
            }
        }
    }
}
