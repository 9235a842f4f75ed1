import Casework
import Days

/// One signed assessment as its last audit found it, with what became of the plan since.
public struct AuditedAssessment: Hashable, Sendable {
    public let child: ChildID
    public let audit: AssessmentAudit
    /// The assessment's own record.
    public let assessment: HeldRecord
    public let assessor: Assessor
    public let plan: PlanCounts

    /// Of the whole where no part is named; nil where nobody graded the part.
    public func grade(_ part: AuditedPart?) -> AuditGrade? { part.map { audit.grade($0) } ?? audit.overall }
}

/// The assessments that auditors read in the two years up to a day, each once, by its last audit: long enough for a plan to be
/// carried out, and short enough to speak of who works here now.
public struct Audits: Sendable {
    public let period: DayInterval
    /// By the day of the audit.
    public let all: [AuditedAssessment]

    /// How many quarters are counted, of which the last may not be over.
    public static let length = 8

    /// - Parameter children: whose assessments are counted.
    public init(of children: some Sequence<ChildRecord>, in authority: Authority, asAt day: Day) {
        let period = Self.period(asAt: day)
        var known: [String: Assessor] = [:]
        var all: [AuditedAssessment] = []
        for whole in children where !whole.audits.isEmpty {
            let record = whole.asAt(day)
            for (audit, assessment) in record.standingAudits where period.contains(audit.on) {
                let assessor = known[audit.assessor] ?? Assessor(named: audit.assessor, in: authority)
                known[audit.assessor] = assessor
                all.append(
                    AuditedAssessment(
                        child: record.id, audit: audit, assessment: assessment, assessor: assessor,
                        plan: PlanCounts(of: assessment, in: record.thread, on: day)))
            }
        }
        self.period = period
        self.all = all.sorted { ($0.audit.on, $0.audit.origin.event) < ($1.audit.on, $1.audit.origin.event) }
    }

    private init(_ period: DayInterval, _ all: [AuditedAssessment]) { (self.period, self.all) = (period, all) }

    /// Some of them alone.
    public func only(_ isMeant: (AuditedAssessment) -> Bool) -> Audits { Audits(period, all.filter(isMeant)) }

    /// The quarters that the period touches, the latest first.
    public var quarters: [Quarter] {
        var quarters = [Quarter(containing: period.end)]
        while let last = quarters.last, last.first > period.start { quarters.append(last.previous) }
        return quarters
    }

    private static func period(asAt day: Day) -> DayInterval {
        let start = Quarter(containing: day).first.adding(months: -3 * (length - 1))
        return DayInterval(start, day) ?? DayInterval(on: day)
    }
}
