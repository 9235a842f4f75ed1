import Days

/// Ofsted's four judgements, as audits of practice give them, the best first.
public enum AuditGrade: String, SettledChoice, Comparable {
    case outstanding, good
    case requiresImprovement = "requires_improvement"
    case inadequate

    public var title: String { self == .requiresImprovement ? "Requires improvement" : rawValue.capitalised }
    public var isGoodOrBetter: Bool { self >= .good }

    /// The better of two is the greater.
    public static func < (a: AuditGrade, b: AuditGrade) -> Bool { a.place > b.place }
    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// The parts of an assessment that an auditor grades one by one.
public enum AuditedPart: String, Hashable, Sendable, CaseIterable {
    case analysis, needs, history, views, currency

    public var field: CoreField {
        switch self {
        case .analysis: .analysisGrade
        case .needs: .needsGrade
        case .history: .historyGrade
        case .views: .viewsGrade
        case .currency: .currencyGrade
        }
    }

    public var title: String {
        switch self {
        case .analysis: "Analysis"
        case .needs: "Needs and risks"
        case .history: "History"
        case .views: "The child’s views"
        case .currency: "The child’s life as it is now"
        }
    }
}

/// What an auditor found one signed assessment to be worth: each part, and the whole.
///
/// It is about the work and not about the child: it says nothing of whether the child’s life is good.
public struct AssessmentAudit: Hashable, Sendable {
    /// The day of the audit.
    public let on: Day
    /// The day that the assessment is about.
    public let assessed: Day
    /// Whoever wrote the assessment, by name or by their code in the staff file, as the auditor says.
    public let assessor: String
    public let overall: AuditGrade
    private let parts: [AuditGrade?]
    /// The audit's own record.
    public let origin: Origin

    /// Nil where the record is none, or grades nothing.
    init?(_ record: SignedRecord, _ origin: Origin) {
        guard record.kind == .assessmentAudit, let overall = record.grade(.auditGrade),
            let assessed = record.day(.assessedOn)
        else { return nil }
        (on, self.assessed, self.overall, self.origin) = (record.day, assessed, overall, origin)
        assessor = record.text(.assessor)
        parts = AuditedPart.allCases.map { record.grade($0.field) }
    }

    /// What one part is worth; nil where nobody said.
    public func grade(_ part: AuditedPart) -> AuditGrade? {
        zip(AuditedPart.allCases, parts).first { $0.0 == part }?.1
    }
}

extension ChildRecord {
    /// The last audit of each assessment, by its day, with the assessment as it stands. One whose assessment was taken off the
    /// record since is about nothing.
    public var standingAudits: [(audit: AssessmentAudit, assessment: HeldRecord)] {
        audits.enumerated().compactMap { index, audit in
            guard !audits[(index + 1)...].contains(where: { $0.assessed == audit.assessed }),
                let assessment = assessment(of: audit.assessed)
            else { return nil }
            return (audit, assessment)
        }
    }

    /// The last audit of an assessment; nil where nobody audited it.
    public func standingAudit(of assessment: HeldRecord) -> AssessmentAudit? {
        guard isAuditable(assessment) else { return nil }
        return audits.last { $0.assessed == assessment.day }
    }

    /// Whether an audit that names the day of a record is of this one.
    public func isAuditable(_ record: HeldRecord) -> Bool {
        record.kind == .assessment && assessment(of: record.day) == record
    }

    public var latestAssessment: HeldRecord? { records.last { $0.kind == .assessment } }

    /// The assessment of a day. Of several, the last that was signed: what is said of that day's is said of it.
    public func assessment(of day: Day) -> HeldRecord? {
        records.last { $0.kind == .assessment && $0.day == day }
    }
}

extension SignedRecord {
    fileprivate func grade(_ field: CoreField) -> AuditGrade? {
        if case .choice(let name)? = answers[field] { AuditGrade(rawValue: name) } else { nil }
    }
}
