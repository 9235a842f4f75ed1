import Casework
import Days

/// An audit of the assessment of a day; what `parts` leaves out is as good as the whole.
public func audited(
    _ when: String, of assessed: String, _ overall: AuditGrade, _ parts: [AuditedPart: AuditGrade] = [:],
    assessor: String = "Ann Worker"
) -> [ChildEvent] {
    signed(.assessmentAudit, when, auditAnswers(of: assessed, overall, parts, assessor: assessor))
}

/// Everything that an audit says.
public func auditAnswers(
    of assessed: String, _ overall: AuditGrade, _ parts: [AuditedPart: AuditGrade] = [:],
    assessor: String = "Ann Worker"
) -> [CoreField: Answer] {
    var answers: [CoreField: Answer] = [
        .assessedOn: .day(day(assessed)), .assessor: .text(assessor), .auditGrade: .choice(overall.rawValue),
        .whatWasGood: .text("Her words open it."), .whatIsMissing: .text("What the move means for her school."),
        .actions: .noneBecause("The next plan asks for it already"),
    ]
    for part in AuditedPart.allCases { answers[part.field] = .choice((parts[part] ?? overall).rawValue) }
    return answers
}
