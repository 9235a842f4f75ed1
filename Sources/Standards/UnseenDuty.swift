import Casework
import Days

/// A duty that a return starts and can never show done: what starts it, when it runs out, and the fact that would settle
/// it. A table of these is most of the catalogue until the work itself is recorded here.
struct UnseenDuty: Sendable {
    /// What starts the clock.
    enum Start: Sendable {
        /// Each period of care that is not short breaks; where asked, only one that did not begin under a care order.
        case care(notInCareOnly: Bool = false)
        /// Each placement of such a period that the test lets through.
        case placement(@Sendable (Placement, ChildAsAt) -> Bool = { _, _ in true })
        /// The end of each placement that care went on after.
        case placementEnd
        /// Each review held.
        case review
        /// Each return from being missing (not from being away).
        case returned
        /// Each time a legal status began that the test lets through.
        case status(@Sendable (LegalStatus) -> Bool)
        /// Each period of care of twelve months or more; no day.
        case lookedAfterForYear
        /// Each period of care that ended after twenty working days or more.
        case ceased
    }

    /// When it runs out.
    enum Due: Sendable {
        case sameDay
        case workingDays(Int)
        case days(Int)
        case months(Int)
        /// No day can be given.
        case unsaid
    }

    let start: Start
    let due: Due
    let missing: Facts
    /// The youngest age it is for, by the age on the day that starts it.
    var fromAge = 0

    func add(_ child: ChildAsAt, _ context: Context, _ list: inout DutyList) {
        switch start {
        case .care(let notInCareOnly):
            for (index, period) in child.periods.enumerated() where !child.isShortBreaks(index) {
                if notInCareOnly, child.legalStatus(on: period.start.day)?.isInCare ?? false { continue }
                add(period.start, .lookedAfter, child.stop(of: period), child, context, &list)
            }
        case .placement(let test):
            for placement in child.placements where !child.isShortBreaks(placement.period) && test(placement, child) {
                // What a move is owed is owed however care began, so a start "on or before" still gives the day.
                add(placement.start, .placement(placement.type), stop(of: placement, child), child, context, &list)
            }
        case .placementEnd:
            for placement in child.placements where !child.isShortBreaks(placement.period) && !placement.closesCare {
                guard let end = placement.end else { continue }
                add(StartDay(end, isKnown: true), .placementEnded, nil, child, context, &list)
            }
        case .review:
            for review in child.record.reviews {
                add(StartDay(review.day, isKnown: true), .reviewHeld, nil, child, context, &list)
            }
        case .returned:
            for episode in child.record.missing where episode.kind == .missing {
                guard let end = episode.end else { continue }
                add(StartDay(end, isKnown: true), .returnedFromMissing, nil, child, context, &list)
            }
        case .status(let test):
            for spell in child.legalSpells where test(spell.status) {
                add(
                    spell.start, .legalStatus(spell.status), child.stop(of: child.periods[spell.period]), child,
                    context,
                    &list)
            }
        case .lookedAfterForYear:
            for (index, period) in child.periods.enumerated() where !child.isShortBreaks(index) {
                guard period.start.day.adding(years: 1) <= period.end ?? child.day else { continue }
                list.addUnknown(from: period.start, due: nil, missing, because: .lookedAfter)
            }
        case .ceased:
            for (index, period) in child.periods.enumerated() where !child.isShortBreaks(index) {
                guard let end = period.end, period.start.isKnown, period.ending.outcome != .died,
                    let full = context.day(20, workingDaysAfter: period.start.day), end >= full
                else { continue }
                list.addUnknown(from: StartDay(end, isKnown: true), due: end, missing, because: .lookedAfter)
            }
        }
    }

    private func stop(of placement: Placement, _ child: ChildAsAt) -> (day: Day, why: Exemption)? {
        placement.closesCare ? child.stop(of: child.periods[placement.period]) : nil
    }

    private func add(
        _ trigger: StartDay, _ because: Trigger, _ stop: (day: Day, why: Exemption)?, _ child: ChildAsAt,
        _ context: Context, _ list: inout DutyList
    ) {
        if fromAge > 0, let age = child.ages(on: trigger.day), age.upperBound < fromAge { return }
        // A period whose start is only "on or before" has no day to count from; a placement has its own.
        if !trigger.isKnown, case .lookedAfter = because {
            list.addUnknown(from: trigger, due: nil, missing.union(.startOfCare), because: because)
            return
        }
        let day: Day? =
            switch due {
            case .sameDay: trigger.day
            case .workingDays(let count): context.day(count, workingDaysAfter: trigger.day)
            case .days(let count): trigger.day + count
            case .months(let count): trigger.day.adding(months: count)
            case .unsaid: nil
            }
        if let stop, let day, stop.day <= day {
            list.add(trigger: trigger, due: day, .notApplicable(stop.why), because: because)
        } else if !trigger.isKnown, case .legalStatus = because {
            list.addUnknown(from: trigger, due: nil, missing.union(.startOfCare), because: because)
        } else {
            list.addUnknown(from: trigger, due: day, missing, because: because)
        }
    }
}

extension Standard {
    /// A standard whose doing no return shows.
    static func unseen(
        _ id: String, _ title: String, _ weight: Weight, _ certainty: Certainty, _ source: Citation,
        _ start: UnseenDuty.Start, _ due: UnseenDuty.Due, _ missing: Facts, fromAge: Int = 0,
        for populations: Populations = .lookedAfter, inForce: DayInterval = DayInterval(from: .distantPast),
        reads: Set<Area> = [.episodes]
    ) -> Standard {
        let duty = UnseenDuty(start: start, due: due, missing: missing, fromAge: fromAge)
        return Standard(
            id, title, weight: weight, certainty: certainty, source: source, inForce: inForce, populations: populations,
            reads: fromAge > 0 ? reads.union([.identity]) : reads
        ) { duty.add($0, $1, &$2) }
    }
}
