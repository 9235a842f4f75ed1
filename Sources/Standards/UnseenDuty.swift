import Casework
import Days

/// A duty that a return starts and can never show done: when it runs out, the fact that would settle it, and the signed
/// record that shows it done where the work itself is recorded here. A table of these is most of the catalogue.
struct UnseenDuty: Sendable {
    /// When it runs out.
    enum Due: Sendable {
        case sameDay
        case workingDays(Int)
        /// So many whole working days lie between it and the day that starts it.
        case workingDaysBefore(Int)
        case days(Int)
        case months(Int)
        /// No day can be given.
        case unsaid
    }

    let due: Due
    let missing: Facts
    /// The youngest age it is for, by the age on the day that starts it.
    var fromAge = 0
    /// The record that shows it done; nil where none does.
    var shown: Shown?
    /// Which occasions of the kind start it; nil: all.
    var test: (@Sendable (Occasion, Walk) -> Bool)?

    func add(_ occasion: Occasion, _ walk: Walk, _ list: inout DutyList) {
        if let test, !test(occasion, walk) { return }
        var missing = missing
        // The age at a start that is not known is not known either.
        if fromAge > 0, !occasion.trigger.isKnown { return }
        if fromAge > 0, let ages = walk.ages(on: occasion.day) {
            if ages.upperBound < fromAge { return }
            if ages.lowerBound < fromAge { missing.formUnion(.birthDate) }
        }
        if !occasion.trigger.isKnown, !occasion.unknownStart.isEmpty {
            list.addUnknown(
                from: occasion.trigger, due: nil, missing.union(occasion.unknownStart), because: occasion.because)
            return
        }
        let due = day(for: occasion.day, walk.context)
        if let shown = shown?.standing(occasion, due, walk) {
            return list.add(
                trigger: occasion.trigger, due: due, done: shown.done, shown.standing, because: occasion.because)
        }
        if let stop = occasion.stop, let due, stop.day <= due {
            list.add(trigger: occasion.trigger, due: due, .notApplicable(stop.why), because: occasion.because)
        } else {
            list.addUnknown(from: occasion.trigger, due: due, missing, because: occasion.because)
        }
    }

    func day(for start: Day, _ context: Context) -> Day? {
        switch due {
        case .sameDay: start
        case .workingDays(let count): context.day(count, workingDaysAfter: start)
        case .workingDaysBefore(let count): context.workingDays.lastDay(count, before: start)
        case .days(let count): start + count
        case .months(let count): start.adding(months: count)
        case .unsaid: nil
        }
    }
}

extension WorkingDays {
    /// The last day from which `day` is at least `count` working days away; nil where the table does not reach.
    func lastDay(_ count: Int, before day: Day) -> Day? {
        var last = day - count
        while let between = self.count(after: last, through: day) {
            if between >= count { return last }
            last = last - 1
        }
        return nil
    }
}

extension Standard {
    /// A standard whose doing no return shows.
    static func unseen(
        _ id: String, _ title: String, _ weight: Weight, _ certainty: Certainty, _ source: Citation,
        _ kind: Occasion.Kind, _ due: UnseenDuty.Due, _ missing: Facts, fromAge: Int = 0,
        for populations: Populations = .lookedAfter, inForce: DayInterval = DayInterval(from: .distantPast),
        alsoReads: Set<Area> = [], shownBy shown: Shown? = nil,
        where test: (@Sendable (Occasion, Walk) -> Bool)? = nil
    ) -> Standard {
        let duty = UnseenDuty(due: due, missing: missing, fromAge: fromAge, shown: shown, test: test)
        return Standard(
            id, title, weight, certainty, source, inForce: inForce, populations: populations,
            reads: kind.reads.union(alsoReads).union(fromAge > 0 ? [.identity] : [])
                .union(shown == nil ? [] : [.recorded]),
            clock: .on([kind], .unseen(duty)))
    }

    /// A standard that is worked out from what starts it.
    static func worked(
        _ id: String, _ title: String, _ weight: Weight, _ certainty: Certainty, _ source: Citation,
        _ kinds: Occasion.Kind..., for populations: Populations = .lookedAfter,
        inForce: DayInterval = DayInterval(from: .distantPast), alsoReads: Set<Area> = [],
        _ work: @escaping @Sendable (Occasion, Walk, inout DutyList) -> Void
    ) -> Standard {
        Standard(
            id, title, weight, certainty, source, inForce: inForce, populations: populations,
            reads: kinds.reduce(into: alsoReads) { $0.formUnion($1.reads) }, clock: .on(kinds, .worked(work)))
    }

    /// A standard whose clock nothing in a return starts; `why` says what it would take.
    static func unstarted(
        _ id: String, _ title: String, _ weight: Weight, _ certainty: Certainty, _ source: Citation,
        for populations: Populations = .lookedAfter, because why: String
    ) -> Standard {
        Standard(
            id, title, weight, certainty, source, populations: populations, reads: [], clock: .none(why))
    }
}
