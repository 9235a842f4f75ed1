import Casework
import Days

/// The limits of a series of short breaks (CPR 2010 reg 48(1)–(2)): no stay of more than 17 days, and no more than 75 days
/// in twelve months. Past them all the rules apply, so somebody must decide which status is right.
///
/// A stay's days are its nights, from the first day until the day it ended. V3 records each stay; V4 records only the
/// agreement, so of its days nothing is known.
struct ShortBreakLimits {
    static let longestStay = 17
    static let mostInTwelveMonths = 75

    let walk: Walk
    let stretch: Stretch
    let stop: Stop?
    /// The stays under V3 in every stretch, in order: from the first day until the day before the end.
    private let stays: [(from: Day, to: Day)]

    init(_ walk: Walk, _ occasion: Occasion) {
        (self.walk, stretch, stop) = (walk, walk.stretches[occasion.stretch], occasion.stop)
        let seen = walk.lastSeen
        var stays: [(from: Day, to: Day)] = []
        for placement in walk.child.placements {
            for spell in walk.child.legalSpells
            where spell.status == .shortBreakEpisode && spell.period == placement.period {
                let from = max(placement.start.day, spell.start.day)
                let to = min(placement.end ?? seen, spell.end ?? seen)
                if from < to { stays.append((from, to)) }
            }
        }
        self.stays = stays.sorted { $0.from < $1.from }
    }

    /// Whether every day of the stretch is recorded: no part of it is under V4.
    private var isRecorded: Bool {
        !walk.child.legalSpells.contains { spell in
            spell.status == .shortBreakAgreement && spell.period == stretch.period
                && spell.start.day < stretch.end ?? .distantFuture && spell.end ?? .distantFuture > stretch.start.day
        }
    }

    /// The first night past a limit in the stretch: a stay that is over by then was in time.
    var passed: Day? {
        let single = stays.first { $0.from >= stretch.start.day && $0.to - $0.from > Self.longestStay && isIn($0.from) }
            .map { $0.from + Self.longestStay }
        return [single, yearPassed].compactMap { $0 }.min()
    }

    private func isIn(_ day: Day) -> Bool { stretch.isOpen(on: day) }

    /// The first night of the stretch that is the 76th within twelve months.
    private var yearPassed: Day? {
        guard stays.reduce(0, { $0 + ($1.to - $1.from) }) > Self.mostInTwelveMonths else { return nil }
        var nights: [Day] = []
        for stay in stays {
            var night = max(stay.from, nights.last.map { $0 + 1 } ?? stay.from)
            while night < stay.to {
                nights.append(night)
                night = night + 1
            }
        }
        var oldest = 0
        for (index, night) in nights.enumerated() {
            let from = night.adding(months: -12)
            while nights[oldest] <= from { oldest += 1 }
            if index - oldest + 1 > Self.mostInTwelveMonths, isIn(night) { return night }
        }
        return nil
    }

    func add(_ occasion: Occasion, _ list: inout DutyList) {
        let (trigger, because) = (occasion.trigger, occasion.because)
        if let passed {
            // What answers it is a decision: another status, or the end of care.
            if let end = stretch.end {
                if end <= passed { return list.add(trigger: trigger, due: passed, done: end, .met, because: because) }
                list.add(trigger: trigger, due: passed, done: end, .metLate(days: end - passed), because: because)
            } else if walk.lastSeen <= passed {
                list.add(trigger: trigger, due: passed, .due, because: because)
            } else {
                list.add(trigger: trigger, due: passed, .overdue(days: walk.lastSeen - passed), because: because)
            }
            return
        }
        var missing: Facts = []
        if !isRecorded { missing.formUnion(.shortBreakDays) }
        if !trigger.isKnown { missing.formUnion(.startOfCare) }
        // Days of short breaks before the years returned would count towards the 75.
        let before = DayInterval(stretch.start.day.adding(months: -12) + 1, stretch.start.day)
        if !(before.map { walk.context.coverage.covers(.episodes, $0) } ?? false) {
            missing.formUnion(.careBeforeReturn)
        }
        guard missing.isEmpty else { return list.addUnknown(from: trigger, due: nil, missing, because: because) }
        if let end = stretch.end {
            list.add(trigger: trigger, due: nil, done: end, .met, because: because)
        } else {
            let open = stays.last?.from ?? stretch.start.day
            list.add(trigger: trigger, due: open + Self.longestStay, .due, because: because)
        }
    }
}
