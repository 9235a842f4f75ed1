import Casework
import Days
import Standards

/// Assessments and plans, as they are recorded here: there in time, current, and joined to what the child needs.
extension Indicators {
    static let plans = [
        carePlanInTime, placementPlanInTime, wholeActions, planCurrent, assessmentCurrent, needsAnswered, risksAnswered,
        secondReaderAgrees,
    ]

    /// Of the care plans (CP02) that fell due in the period, those there in time; counted on the day they were due.
    static let carePlanInTime = Indicator(
        "K09", "Care plan in time", .plans, .higherIsBetter, for: .lookedAfter, from: [.episodes], over: .year,
        exists: .recordedHere,
        Definition(
            "care plans signed within 10 working days of the day care began",
            of: "care plans that fell due in the period", unknown: Subject.notKept, on: "the day the plan was due"),
        twin: .figure("K14")
    ) { subject, tally in subject.countDuties(["CP02"], &tally) }

    /// Of the placement plans (CP08) that fell due in the period, those there in time.
    static let placementPlanInTime = Indicator(
        "K10", "Placement plan in time", .plans, .higherIsBetter, for: .lookedAfter, from: [.episodes], over: .year,
        exists: .recordedHere,
        Definition(
            "placement plans signed within 5 working days of the placement",
            of: "placement plans that fell due in the period", unknown: Subject.notKept,
            on: "the day the plan was due"),
        twin: .notRecordedHere("whether what was arranged suits the child")
    ) { subject, tally in subject.countDuties(["CP08"], &tally) }

    /// Of the actions open on the day, those with one owner, a day and what they are for; and, where what is wanted is
    /// written down, with how anybody will tell: each open outcome that the action is for says how it is now, how it is to
    /// be, and how it is seen.
    static let wholeActions = Indicator(
        "K11", "Actions with an owner, a day, a purpose and a measure", .plans, .higherIsBetter, for: .lookedAfter,
        from: [],
        over: .day, exists: .recordedHere,
        Definition(
            "actions that name who does them, by when and what for, and of which every outcome they are for has a baseline, a target and a measure",
            of: "actions open on the day", unknown: "nobody"), twin: .figure("K11a")
    ) { subject, tally in
        guard subject.isLookedAfter else { return }
        let (thread, day) = (subject.child.record.thread, subject.window.day)
        for action in thread.actions where action.isLive(on: day) {
            tally.count(
                Member(subject.child.id, on: action.since),
                !action.owner.saysNothing && action.due != nil && action.hasPurpose
                    && thread.outcomes(of: action, on: day).allSatisfy(\.isMeasurable))
        }
    }

    /// Of children looked after on the day, those whose care plan was signed within six months and after the last material
    /// change. Unknown where nothing is recorded here, or a plan may lie before the record was kept here.
    static let planCurrent = Indicator(
        "K12", "Care plan current", .plans, .higherIsBetter, for: .lookedAfter, from: [.episodes, .missing], over: .day,
        exists: .recordedHere,
        Definition(
            "children with a care plan of the last six months, signed after their last material change",
            of: "children looked after on the day", unknown: Subject.notKept),
        twin: .figure("K11")
    ) { subject, tally in
        subject.countLookedAfter(&tally) { kept in
            let recent = subject.window.day.adding(months: -6)
            return subject.isCurrent(.carePlan, since: max(recent, subject.lastChange(kept) ?? recent), kept)
        }
    }

    /// The same of assessments, within twelve months, and approved by a manager on the day.
    static let assessmentCurrent = Indicator(
        "K13", "Assessment current", .plans, .higherIsBetter, for: .lookedAfter, from: [.episodes, .missing],
        over: .day, exists: .recordedHere,
        Definition(
            "children whose assessment was signed after their last material change or, where there was none, in the last twelve months, and is approved by a manager",
            of: "children looked after on the day",
            unknown: "\(Subject.notKept), or an assessment from before a manager’s word was recorded here"),
        twin: .figure("K13a")
    ) { subject, tally in
        subject.countLookedAfter(&tally) { kept in
            subject.isCurrent(
                .assessment, since: subject.lastChange(kept) ?? subject.window.day.adding(months: -12), kept
            ) { subject.isApproved($0) }
        }
    }

    /// Of the needs that assessments found and that are open on the day, those that an action or a decision answers.
    static let needsAnswered = Indicator(
        "K14", "Needs that the plan answers", .plans, .higherIsBetter, for: .lookedAfter, from: [], over: .day,
        exists: .recordedHere,
        Definition(
            "needs with an action or a decision for them", of: "open needs of children looked after",
            unknown: "nobody"), twin: .figure("K14a")
    ) { subject, tally in
        guard subject.isLookedAfter else { return }
        let (thread, day) = (subject.child.record.thread, subject.window.day)
        for need in thread.needs where need.isOpen(on: day) {
            tally.count(
                Member(subject.child.id, on: need.since), thread.isAnswered(need.id, on: day, byLiveOnly: false))
        }
    }

    /// Of the risks open on the day, those with an action that is live and whose day has not passed.
    static let risksAnswered = Indicator(
        "K15", "Open risks with something being done", .plans, .higherIsBetter, for: .lookedAfter, from: [], over: .day,
        exists: .recordedHere,
        Definition(
            "risks with a live action whose day has not passed", of: "open risks of children looked after",
            unknown: "nobody"), twin: .figure("K14a")
    ) { subject, tally in
        guard subject.isLookedAfter else { return }
        let (thread, day) = (subject.child.record.thread, subject.window.day)
        for risk in thread.risks where risk.isOpen(on: day) {
            let isAnswered = thread.actions.contains {
                $0.addresses.contains(risk.id) && $0.isLive(on: day) && $0.due.map { $0 >= day } ?? false
            }
            tally.count(Member(subject.child.id, on: risk.since), isAnswered)
        }
    }

    /// Of what the monthly samples drew of the period and a second reader has read, what the reader agreed was rightly closed.
    /// It stands beside the figures that a blank filled in for its own sake would make look better (K14, K15, K32).
    static let secondReaderAgrees = Indicator(
        "K14a", "A second reader agrees with what was closed", .plans, .higherIsBetter, for: .lookedAfter, from: [],
        over: .year, exists: .recordedHere, charting: .twelveMonths,
        Definition(
            "items that the second reader agreed were rightly closed",
            of: "items closed by “none, because…”, by “still right” or within a minute, drawn by the month and read",
            unknown: "nobody", on: "the day of the record, or of the answer")
    ) { subject, tally in
        for reading in subject.child.record.readings where subject.window.period.contains(reading.on) {
            tally.count(Member(subject.child.id, on: reading.on), reading.agrees)
        }
    }
}

extension Subject {
    /// The last material change since the record is kept here.
    fileprivate func lastChange(_ kept: Day) -> Day? { child.materialChanges(after: kept).last?.day }

    /// Whether a manager has approved an assessment; nil where nobody said anything of it, and it was signed before anything
    /// that a manager says about assessments was recorded of the child.
    fileprivate func isApproved(_ assessment: HeldRecord) -> Bool? {
        guard let work = child.record.assessmentWork(of: assessment.origin.event) else { return nil }
        guard work.standing == .waiting else { return !work.waitsForApproval }
        let ofManagers = child.record.records.filter { $0.kind == .assessmentStart || $0.kind == .assessmentApproval }
        let isSaidBefore = ofManagers.contains { $0.origin.event < assessment.origin.event }
        return isSaidBefore ? false : nil
    }

    /// Whether the last record of a kind is of `first` or later, and holds; nil where nobody knows that it holds, or one may
    /// lie before the record was kept here.
    func isCurrent(
        _ kind: RecordKind, since first: Day, _ kept: Day, where holds: (HeldRecord) -> Bool? = { _ in true }
    ) -> Bool? {
        if let last = records(kind).last { return last.day < first ? false : holds(last) }
        return kept <= first ? false : nil
    }
}
