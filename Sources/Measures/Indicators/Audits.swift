import Casework
import Days

/// What auditors found assessments to be worth, over time: whether the work gets better, which no count of it tells.
extension Indicators {
    static let audits = [assessmentsGood, analysisGood]

    /// Of the assessments audited in the period, those that the last audit of the period grades good or outstanding. Each point
    /// of its chart counts the audits of its own month or quarter: points that share audits would make runs that nothing
    /// changed.
    static let assessmentsGood = Indicator(
        "K13a", "Assessments that an auditor grades good or better", .plans, .higherIsBetter, for: .lookedAfter,
        from: [], over: .year, exists: .recordedHere,
        Definition(
            "assessments graded good or outstanding as a whole",
            of: "assessments audited in the period, each by its last audit", unknown: "nobody",
            on: "the day of the audit")
    ) { subject, tally in subject.countAudits(of: nil, &tally) }

    /// The same of what an assessment makes of what it knows.
    static let analysisGood = Indicator(
        "K13b", "Assessments whose analysis an auditor grades good or better", .plans, .higherIsBetter,
        for: .lookedAfter, from: [], over: .year, exists: .recordedHere,
        Definition(
            "assessments whose analysis is graded good or outstanding",
            of: "assessments audited in the period, each by its last audit",
            unknown: "audits that do not grade the analysis", on: "the day of the audit")
    ) { subject, tally in subject.countAudits(of: .analysis, &tally) }
}

extension Subject {
    fileprivate func countAudits(of part: AuditedPart?, _ tally: inout Tally) {
        for (audit, _) in child.record.standingAudits where window.period.contains(audit.on) {
            let grade = part.map { audit.grade($0) } ?? audit.overall
            tally.count(Member(child.id, on: audit.on), grade?.isGoodOrBetter)
        }
    }
}
