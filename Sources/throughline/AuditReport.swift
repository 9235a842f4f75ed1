import Casework
import Days
import Measures
import Oversight
import Service

/// What audits show, as programs read it.
struct AuditReport: Encodable {
    let asAt, from: String
    let quarters: [Quarter]
    let spread: Spread
    let plans: [Plan]
    let audits: [Line]
    /// Assessments that were found inadequate and are as they were.
    let inadequate: [Waiting]

    init(_ audits: Audits, _ waiting: [Break], _ question: Question) {
        (asAt, from) = (audits.period.end.description, audits.period.start.description)
        quarters = AuditedPart.andTheWhole.flatMap { part in
            audits.byQuarter(of: part).map { Quarter($0.quarter, part, $0.counts) }
        }
        spread = Spread(AssessorSpread(of: audits, within: audits))
        plans = PlansByGrade(of: audits).lines.map(Plan.init)
        self.audits = audits.all.map { Line($0, question) }
        inadequate = waiting.map { Waiting($0, question) }
    }

    /// How many of each grade, by its name; all four are there.
    struct Grades: Encodable {
        let outstanding, good, requiresImprovement, inadequate: Int
        init(_ counts: GradeCounts) {
            (outstanding, good) = (counts[.outstanding], counts[.good])
            (requiresImprovement, inadequate) = (counts[.requiresImprovement], counts[.inadequate])
        }
    }

    struct Quarter: Encodable {
        let quarter: String
        /// Null for the assessment as a whole.
        @OrNull var part: String?
        let grades: Grades
        init(_ quarter: Days.Quarter, _ part: AuditedPart?, _ counts: GradeCounts) {
            (self.quarter, grades) = (quarter.description, Grades(counts))
            self.part = part?.rawValue
        }
    }

    struct Spread: Encodable {
        /// The service’s own share of good or better, per cent.
        @OrNull var goodOrBetterPercent: Double?
        let sentence: String
        let assessors: [Assessor]
        init(_ spread: AssessorSpread) {
            sentence = spread.sentence
            assessors = spread.lines.map(Assessor.init)
            goodOrBetterPercent = spread.funnel?.target
        }
    }

    struct Assessor: Encodable {
        let name: String
        /// In the staff file.
        @OrNull var code: String?
        let audited: Int
        let grades: Grades
        /// Null where too few are audited to say.
        @OrNull var place: String?
        init(_ line: AssessorSpread.Line) {
            (name, audited, grades) = (line.assessor.title, line.counts.total, Grades(line.counts))
            (code, place) = (line.assessor.code, line.place?.key)
        }
    }

    struct Plan: Encodable {
        let grade: String
        let assessments, needs, needsAnswered, actionsDue, actionsDone, outcomes, outcomesMeasured, outcomesBetter: Int
        init(_ line: PlansByGrade.Line) {
            let plan = line.counts
            (grade, assessments) = (line.grade.rawValue, line.assessments)
            (needs, needsAnswered, actionsDue, actionsDone) = (plan.needs, plan.answered, plan.due, plan.done)
            (outcomes, outcomesMeasured, outcomesBetter) = (plan.outcomes, plan.measured, plan.better)
        }
    }

    struct Line: Encodable {
        let child, ssda903Id, on, assessedOn, assessor, grade: String
        let event, assessment: Int64
        /// The grade of each part that has one.
        let parts: [String: String]
        init(_ one: AuditedAssessment, _ question: Question) {
            (child, ssda903Id) = (one.child.description, question.number(of: one.child))
            (on, assessedOn) = (one.audit.on.description, one.audit.assessed.description)
            (assessor, grade) = (one.assessor.title, one.audit.overall.rawValue)
            (event, assessment) = (one.audit.origin.event.seq, one.assessment.origin.event.seq)
            parts = AuditedPart.allCases.reduce(into: [:]) { $0[$1.rawValue] = one.audit.grade($1)?.rawValue }
        }
    }

    struct Waiting: Encodable {
        let child, ssda903Id, since, owner: String
        /// The assessment’s own record.
        @OrNull var assessment: Int64?
        init(_ found: Break, _ question: Question) {
            (child, ssda903Id) = (found.child.description, question.number(of: found.child))
            (since, owner) = (found.since.description, found.owner.title)
            assessment = found.record?.seq
        }
    }
}

extension Question {
    fileprivate func number(of child: ChildID) -> String { authority[child]?.identity.ssda903 ?? "" }
}
