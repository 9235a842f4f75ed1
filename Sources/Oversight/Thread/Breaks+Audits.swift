import Casework
import Days
import Standards

/// Whether what an auditor found wanting is put right for the child.
extension Breaks {
    static let audits = [assessmentInadequate]

    public static let assessmentInadequate = BreakRule(
        "assessment_inadequate", "An auditor found the assessment inadequate, and it is as it was", .local,
        Citation("Local aim"),
        action: "Read the audit, and sign a new assessment; or put this one right where it says something wrong.",
        mend: .writing(.assessment)
    ) { asked, found in
        for (audit, assessment) in asked.child.record.standingAudits
        where audit.overall == .inadequate && !assessment.isCorrected(since: audit.origin.event) {
            guard asked.isLatestOfItsKind(assessment) else { continue }
            found.add(
                asked.place(of: assessment), since: audit.on,
                "The assessment of \(assessment.day.inWords) was audited on \(audit.on.inWords) and found inadequate.")
        }
    }
}

extension Threaded {
    /// Whether no later assessment took its place. One for leaving care goes its own way beside the others.
    fileprivate func isLatestOfItsKind(_ assessment: HeldRecord) -> Bool {
        let works = child.record.assessmentWorks.filter { $0.assessment != nil }
        guard let place = works.firstIndex(where: { $0.assessment?.origin.event == assessment.origin.event }) else {
            return false
        }
        return !works[(place + 1)...].contains { $0.isForLeavingCare == works[place].isForLeavingCare }
    }
}
