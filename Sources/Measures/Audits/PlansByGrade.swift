import Casework
import Days

/// What became of the needs that an assessment found: whether the plan answers them, whether what was to be done was done, and
/// whether anything got better.
public struct PlanCounts: Hashable, Sendable {
    public private(set) var needs = 0
    /// Of the needs, those with an action or a decision for them, as K14 counts, but that an action which an auditor
    /// asked for answers none: it is the audit's, not the plan's.
    public private(set) var answered = 0
    /// Actions for these needs that have ended or whose day has come, without the audit's own.
    public private(set) var due = 0
    /// Of those, the ones that were done.
    public private(set) var done = 0
    /// Outcomes wanted for these needs.
    public private(set) var outcomes = 0
    /// Of those, the ones that somebody has measured.
    public private(set) var measured = 0
    /// Of those, the ones that were better when they were measured last.
    public private(set) var better = 0

    public init() {}

    /// - Parameter thread: the child’s, as at the day.
    init(of assessment: HeldRecord, in thread: ChildThread, on day: Day) {
        let found = thread.needs.filter { $0.origin.event == assessment.origin.event }.map(\.id)
        needs = found.count
        answered = found.count {
            thread.isAnswered($0, on: day, byLiveOnly: false) { $0.from != .assessmentAudit }
        }
        let wanted = Set(found.flatMap { thread.outcomes(wantedFor: $0) })
        let meant = Set(found + wanted.map(\.id))
        let actions = thread.actions.filter { action in
            action.from != .assessmentAudit && !meant.isDisjoint(with: action.addresses)
                && (action.closed != nil || action.due.map { $0 <= day } ?? false)
        }
        (due, done) = (actions.count, actions.count { $0.closed?.state == .done })
        outcomes = wanted.count
        let last = wanted.compactMap { outcome in outcome.measured.max { $0.on < $1.on }?.change }
        (measured, better) = (last.count, last.count { $0 == .better })
    }

    static func += (a: inout Self, b: Self) {
        a.needs += b.needs
        a.answered += b.answered
        a.due += b.due
        a.done += b.done
        a.outcomes += b.outcomes
        a.measured += b.measured
        a.better += b.better
    }
}

/// What became of plans, by how good the assessment was that led to them. Shown, and not claimed to be the cause: better
/// assessors may have easier children, and a plan has other makers.
public struct PlansByGrade: Sendable {
    public struct Line: Sendable {
        public let grade: AuditGrade
        public let assessments: Int
        public let counts: PlanCounts
    }

    /// Each of the four grades, the best first; a grade that nobody was given has none.
    public let lines: [Line]

    public init(of audits: Audits) {
        let byGrade = Dictionary(grouping: audits.all, by: \.audit.overall)
        lines = AuditGrade.allCases.map { grade in
            let graded = byGrade[grade] ?? []
            return Line(
                grade: grade, assessments: graded.count, counts: graded.reduce(into: PlanCounts()) { $0 += $1.plan })
        }
    }
}
