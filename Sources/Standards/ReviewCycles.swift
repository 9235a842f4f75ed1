import Casework
import Days

/// The chain of reviews of one period of care: when each was due, whether it was held, and what can be said where the
/// return does not reach back to the one before.
///
/// A cycle runs from the review actually held, not from the day it was due. Where an earlier review may lie before the
/// days that the return speaks for, lateness is claimed only if it would be late whenever that review was held.
struct ReviewCycles {
    enum Place { case first, second, later }

    /// The intervals of one kind of care.
    struct Rhythm {
        let firstDue: @Sendable (Day, Context) -> Day?
        let secondMonths: Int
        let laterMonths: Int
    }

    /// 20 working days, 3 months, then 6 months: CPR 2010 reg 33.
    static let ordinary = Rhythm(
        firstDue: { $1.day(20, workingDaysAfter: $0) }, secondMonths: 3, laterMonths: 6)
    /// 3 months, then 6 months: a series of short breaks, CPR 2010 reg 48(3).
    static let shortBreaks = Rhythm(firstDue: { start, _ in start.adding(months: 3) }, secondMonths: 6, laterMonths: 6)

    let child: ChildAsAt
    let context: Context
    let period: PeriodOfCare
    let rhythm: Rhythm
    /// The reviews held in the period, in order.
    private let held: ArraySlice<HeldReview>
    private let stop: (day: Day, why: Exemption)?
    /// The last day that the return could speak for, as at the day asked about.
    private let lastSeen: Day
    /// The first day from which every review would have been returned; nil where none is.
    private let covered: Day?

    init(_ child: ChildAsAt, _ context: Context, _ period: PeriodOfCare, _ rhythm: Rhythm) {
        (self.child, self.context, self.period, self.rhythm) = (child, context, period, rhythm)
        let reviews = child.record.reviews
        let first = reviews.firstIndex { $0.day >= period.start.day } ?? reviews.endIndex
        let last = period.end.flatMap { end in reviews.firstIndex { $0.day >= end } } ?? reviews.endIndex
        held = reviews[min(first, last)..<last]
        stop = child.stop(of: period)
        lastSeen = min(child.day, stop?.day ?? child.day, context.horizon ?? child.day)
        covered = context.coverage.start(of: .reviews, coveringBackFrom: lastSeen)
    }

    typealias Emit = (Place, StartDay, _ due: Day?, _ done: Day?, Standing) -> Void

    /// Hands each cycle to `emit`.
    func run(_ emit: Emit) {
        let start = period.start
        guard let due = rhythm.firstDue(start.day, context) else {
            emit(.first, start, nil, nil, .unknown(.workingDayTable))
            return
        }
        guard let covered else {
            emit(.first, start, start.isKnown ? due : nil, nil, .unknown(.reviewsOutsideReturn))
            walk(from: 0, place: .later, emit)
            return
        }
        if start.isKnown, start.day + 1 >= covered {
            first(due, emit)
            walk(from: 0, place: .second, emit)
        } else {
            before(covered, due, emit)
        }
    }

    /// The first review, where the return would have shown it.
    private func first(_ due: Day, _ emit: Emit) {
        emit(.first, period.start, due, held.first?.day, standing(due, held.first?.day, from: period.start.day))
    }

    /// Care began before the days that the return speaks for.
    private func before(_ covered: Day, _ firstDue: Day, _ emit: Emit) {
        let start = period.start
        let shown = held.first?.day
        if !start.isKnown {
            emit(.first, start, nil, nil, .unknown(.startOfCare))
        } else if let shown, firstDue >= covered, shown <= firstDue {
            // Any earlier review would have been in time too.
            emit(.first, start, firstDue, shown, .met)
        } else if let stop, stop.day <= firstDue, shown == nil {
            emit(.first, start, firstDue, nil, .notApplicable(stop.why))
        } else {
            emit(.first, start, firstDue, nil, .unknown(.reviewsOutsideReturn))
        }
        // The latest day that the review before could have been held on.
        let lastBefore = covered - 1
        let longDue = lastBefore.adding(months: rhythm.laterMonths)
        let isLater = firstDue.adding(months: rhythm.secondMonths) < covered
        if isLater || (firstDue < covered && isCertainlyLate(shown, longDue)) {
            emit(.later, StartDay(lastBefore, isKnown: false), longDue, shown, across(covered, longDue, shown))
        }
        guard let shown else { return }
        if isLater {
            walk(from: 0, place: .later, emit)
        } else {
            settle(shown, next: held.dropFirst().first?.day, emit)
            walk(from: 1, place: .later, emit)
        }
    }

    private func isCertainlyLate(_ shown: Day?, _ due: Day) -> Bool { shown.map { $0 > due } ?? (lastSeen > due) }

    /// The cycle that crosses the first covered day.
    private func across(_ covered: Day, _ due: Day, _ shown: Day?) -> Standing {
        let judged = min(due, shown ?? due, child.day)
        if child.hasAdoptionReviews(on: covered), child.hasAdoptionReviews(on: judged) {
            return .notApplicable(.placedForAdoption)
        }
        if let shown { return shown > due ? .metLate(days: shown - due) : .unknown(.lastReview) }
        if let stop, stop.day <= due { return .notApplicable(stop.why) }
        return lastSeen > due ? .overdue(days: lastSeen - due) : .unknown(.lastReview)
    }

    /// A review that may have been the first or a later one: settled only if it comes out the same either way.
    private func settle(_ review: Day, next: Day?, _ emit: Emit) {
        let short = review.adding(months: rhythm.secondMonths)
        let long = review.adding(months: rhythm.laterMonths)
        let trigger = StartDay(review, isKnown: true)
        if let next, next > short, next <= long {
            emit(.later, trigger, long, next, .unknown(.lastReview))
        } else if next == nil, stop == nil, child.day > short, child.day <= long {
            emit(.later, trigger, long, nil, .unknown(.lastReview))
        } else if (next ?? lastSeen) > long {
            emit(.later, trigger, long, next, standing(long, next, from: review))
        } else {
            emit(.second, trigger, short, next, standing(short, next, from: review))
        }
    }

    /// Each cycle from a review that was held to the next.
    private func walk(from offset: Int, place: Place, _ emit: Emit) {
        var place = place
        var index = held.startIndex + offset
        while index < held.endIndex {
            let months = place == .second ? rhythm.secondMonths : rhythm.laterMonths
            let due = held[index].day.adding(months: months)
            let next = index + 1 < held.endIndex ? held[index + 1].day : nil
            emit(place, StartDay(held[index].day, isKnown: true), due, next, standing(due, next, from: held[index].day))
            place = .later
            index += 1
        }
    }

    /// How a cycle stands whose start is known.
    private func standing(_ due: Day, _ done: Day?, from trigger: Day) -> Standing {
        if child.hasAdoptionReviews(on: min(due, done ?? due, child.day)) { return .notApplicable(.placedForAdoption) }
        if let done {
            if done <= due { return .met }
            // A review between them that the return does not hold would have been in time.
            return isCovered(trigger, through: due) ? .metLate(days: done - due) : .unknown(.reviewsOutsideReturn)
        }
        if let stop, stop.day <= due { return .notApplicable(stop.why) }
        if stop == nil, child.day <= due {
            return isCovered(trigger, through: lastSeen) || trigger >= lastSeen ? .due : .unknown(.reviewsOutsideReturn)
        }
        if due > lastSeen { return .unknown(.afterHorizon) }
        return isCovered(trigger, through: lastSeen) ? .overdue(days: lastSeen - due) : .unknown(.reviewsOutsideReturn)
    }

    private func isCovered(_ trigger: Day, through last: Day) -> Bool {
        context.coverage.covers(.reviews, onlyAfter: trigger, through: max(last, trigger + 1))
    }
}

extension Coverage {
    /// Whether `table` is covered on each day after `first` up to and with `last`.
    fileprivate func covers(_ table: ReturnTable, onlyAfter first: Day, through last: Day) -> Bool {
        guard let days = DayInterval(min(first + 1, last), last) else { return false }
        return covers(table, days)
    }
}
