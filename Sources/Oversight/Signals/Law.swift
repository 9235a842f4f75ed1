import Casework
import Days
import Standards

/// Signals about law and permanence. A return alone never says that planning has stalled: it can only show that nothing
/// it holds answers the question.
extension Signals {
    static let law = [section20, permanence]

    /// Under section 20 for the authority's number of months (LG03, three unless set). Unaccompanied children and those
    /// of 16 and over are lists of their own.
    static let section20 = SignalRule(
        "S20", "Under section 20 for some months: is legal planning recorded?",
        reads: [.episodes, .unaccompanied, .identity], owner: .socialWorker
    ) { child, context, list in
        guard !isUnaccompanied(child), !isSixteen(child), let (since, facts) = section20Months(child, context) else {
            return
        }
        list.add(child, since: since, facts)
    }

    /// Since when a child has been under section 20 for the authority's months, with the facts; nil where that is not so.
    static func section20Months(_ child: ChildAsAt, _ context: Context) -> (Day, [SignalFact])? {
        guard let spell = child.currentLegalSpell, spell.status == .section20 else { return nil }
        let since = spell.start.day.adding(months: context.settings.section20ReviewMonths)
        guard since <= child.day else { return nil }
        let months = wholeMonths(from: spell.start.day, to: child.day)
        return (
            since, [.legalStatus(spell.status, since: spell.start), .months(months, atLeast: !spell.start.isKnown)]
        )
    }

    static func wholeMonths(from start: Day, to day: Day) -> Int {
        let (a, b) = (start.parts, day.parts)
        let months = (b.year - a.year) * 12 + b.month - a.month
        return start.adding(months: months) <= day ? months : months - 1
    }

    /// Status ends on the day given, if one was.
    static func isUnaccompanied(_ child: ChildAsAt) -> Bool {
        child.record.unaccompanied.map { $0.until.map { child.day < $0 } ?? true } ?? false
    }

    /// By every birth date on record.
    static func isSixteen(_ child: ChildAsAt) -> Bool { (child.ages(on: child.day)?.lowerBound ?? 0) >= 16 }

    /// Whether the last care plan that was signed here, since the child came into care, says what the long-term plan is.
    static func hasPermanencePlan(_ child: ChildAsAt, since first: Day) -> Bool {
        child.record.records.last { $0.kind == .carePlan && $0.day >= first && $0.day <= child.day }?
            .decidesPermanence ?? false
    }

    /// Looked after for more than four months, and the return shows none of the codes that stand for a permanence plan, nor
    /// does a care plan say what it is.
    static let permanence = SignalRule(
        "PERM", "Permanence plan not in the return: is there one?", reads: [.episodes, .adoption], owner: .iro
    ) { child, _, list in
        guard let care = child.currentPeriod else { return }
        let last = care.start.day.adding(months: 4)
        guard child.day > last, child.legalStatus != .placementOrder, child.legalStatus != .freeingOrder,
            let placement = child.currentPlacement, !placement.type.isLongTermFostering, !placement.type.isAdoptive,
            !child.record.adoptionDecisions.contains(where: { $0.ceased == nil && $0.decided >= care.start.day }),
            !hasPermanencePlan(child, since: care.start.day)
        else { return }
        let months = wholeMonths(from: care.start.day, to: child.day)
        list.add(
            child, since: last + 1,
            [.lookedAfter(since: care.start), .months(months, atLeast: !care.start.isKnown), .noPermanenceCode])
    }
}
