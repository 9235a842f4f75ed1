import Casework
import Days
import Standards

/// What assessments use, whether they keep up with the child’s life, and what decisions and actions come to.
extension Indicators {
    static let assessmentsAndDecisions = [
        assessedByTheChildsDay, assessedInWorkingDays, daysOutOfDate, historyCited, knownRisksSpokenOf,
        decisionsOnThePlan, actionsWithEffect,
    ]

    /// Of the days set for assessments that fell due in the period (SG02), those by which the assessment was signed.
    static let assessedByTheChildsDay = Indicator(
        "K75a", "Assessments finished by the day that is right for the child", .plans, .higherIsBetter,
        for: .lookedAfter, from: [], over: .year, exists: .recordedHere,
        Definition(
            "assessments signed by the day that a manager set as right for the child",
            of: "assessments of which a day was set that fell in the period", unknown: Subject.notKept,
            on: "the day that was set last"),
        twin: .figure("K13a")
    ) { subject, tally in subject.countDuties(["SG02"], &tally) }

    /// Of the assessments signed in the period, those signed within 45 working days of the day on which a manager first set a
    /// day for them: the longest that guidance gives, beside the day that is right for the child. Unknown where nobody set one.
    static let assessedInWorkingDays = Indicator(
        "K75", "Assessments within 45 working days", .plans, .higherIsBetter, for: .lookedAfter, from: [], over: .year,
        exists: .recordedHere,
        Definition(
            "assessments about a day within 45 working days of the day they were begun",
            of: "assessments of the period",
            unknown:
                "assessments that nobody began by setting a day, or begun in a year whose bank holidays are not known",
            on: "the day of the assessment"),
        twin: .figure("K13a")
    ) { subject, tally in
        for work in subject.child.record.assessmentWorks {
            guard let signed = work.assessment, subject.window.period.contains(signed.day) else { continue }
            let most = work.begun.flatMap { subject.context.day(Catalogue.mostForAssessment, workingDaysAfter: $0) }
            tally.count(subject.member(signed), most.map { signed.day <= $0 })
        }
    }

    /// How many days the life of children whose assessment is older than their last material change has gone on without another.
    /// Unit: days on average.
    static let daysOutOfDate = Indicator(
        "K13c", "Days that assessments have been out of date", .plans, .lowerIsBetter, for: .lookedAfter,
        from: [.episodes, .missing], over: .day, unit: .meanDays, exists: .recordedHere,
        Definition(
            "the days since the first material change that no assessment followed",
            of: "children looked after whose last assessment is older than a material change", unknown: Subject.notKept)
    ) { subject, tally in
        guard subject.isLookedAfter else { return }
        guard let kept = subject.keptSince else { return tally.countUnplaced(subject.member) }
        guard let last = subject.records(.assessment).last,
            let care = subject.child.currentPeriod?.start.day,
            let change = subject.child.materialChanges(after: max(kept, last.day, care)).first
        else { return }
        tally.average(subject.member, subject.window.day - change.day)
    }

    /// Of the assessments of the period, those that name lines of the chronology as what they rest on.
    static let historyCited = Indicator(
        "K13d", "Assessments that use the chronology", .plans, .higherIsBetter, for: .lookedAfter, from: [],
        over: .year,
        exists: .recordedHere,
        Definition(
            "assessments that name what in the chronology they rest on", of: "assessments of the period",
            unknown: "nobody", on: "the day of the assessment")
    ) { subject, tally in
        for assessment in subject.recordsInPeriod(.assessment) {
            tally.count(subject.member(assessment), !assessment.about(.historyUsed).isEmpty)
        }
    }

    /// Of the risks that were known when a child’s last assessment was written, those that it speaks of.
    static let knownRisksSpokenOf = Indicator(
        "K15a", "Known risks that the assessment speaks of", .plans, .higherIsBetter, for: .lookedAfter, from: [],
        over: .day, exists: .recordedHere,
        Definition(
            "risks that the last assessment says something of",
            of: "risks marked as known that were open when a child’s last assessment was written", unknown: "nobody")
    ) { subject, tally in
        guard subject.isLookedAfter, let last = subject.records(.assessment).last else { return }
        for (risk, isSpokenOf) in subject.child.record.knownRisks(at: last) {
            tally.count(Member(subject.child.id, on: risk.since), isSpokenOf)
        }
    }

    /// Of the decisions of managers, legal planning and placement requests of the period that had a plan to rest on, those that
    /// rest on the newest of its kind.
    static let decisionsOnThePlan = Indicator(
        "K12a", "Decisions that rest on the plan", .plans, .higherIsBetter, for: .lookedAfter, from: [], over: .year,
        exists: .recordedHere,
        Definition(
            "decisions that name the plan they rest on, the newest of its kind on their day",
            of:
                "management decisions, legal planning and placement requests of the period of children who had a plan by then",
            unknown: "decisions that do not say whether they rest on one", on: "the day of the decision")
    ) { subject, tally in
        let record = subject.child.record
        for decision in record.records
        where decision.kind.saysPlanUsed && subject.window.period.contains(decision.day) {
            guard record.planInForce(on: decision.day) != nil else { continue }
            guard decision.says(.planUsed) else {
                tally.count(subject.member(decision), nil)
                continue
            }
            let used = record.planUsed(by: decision)
            tally.count(
                subject.member(decision), used.map { record.newerPlan(than: $0, before: decision) == nil } ?? false)
        }
    }

    /// Of the actions that were done in the period, those of which somebody wrote down what they changed for the child.
    static let actionsWithEffect = Indicator(
        "K11b", "Actions done with what they changed", .plans, .higherIsBetter, for: .lookedAfter, from: [],
        over: .year, exists: .recordedHere,
        Definition(
            "actions done of which it is written down what they changed for the child",
            of: "actions done in the period", unknown: "nobody", on: "the day the action was done"),
        twin: .figure("K11a")
    ) { subject, tally in
        for action in subject.child.record.thread.actions {
            guard let closed = action.closed, closed.state == .done, subject.window.period.contains(closed.on) else {
                continue
            }
            tally.count(Member(subject.child.id, on: closed.on), closed.saysEffect)
        }
    }
}
