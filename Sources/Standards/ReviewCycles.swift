import Casework
import Days

/// The chain of reviews of one stretch of care: when each was due, whether it was held, and what can be said where the
/// return does not reach back to the one before.
///
/// A cycle runs from the review actually held, not from the day it was due. Where an earlier review may lie before the
/// days that the return speaks for, lateness is claimed only if it would be late whenever that review was held. A return
/// leaves out the reviews of short breaks (its own rule 399), so that one which is not there is never evidence.
struct ReviewCycles {
    enum Place { case first, second, later }

    /// The intervals of one kind of care.
    struct Rhythm: Sendable {
        let firstDue: @Sendable (Day, Context) -> Day?
        let secondMonths: Int
        let laterMonths: Int
        /// Whether the return holds such reviews, so that absence is evidence in the years it covers.
        let isReturned: Bool
    }

    /// 20 working days, 3 months, then 6 months: CPR 2010 reg 33.
    static let ordinary = Rhythm(
        firstDue: { $1.day(20, workingDaysAfter: $0) }, secondMonths: 3, laterMonths: 6, isReturned: true)
    /// 3 months, then 6 months: a series of short breaks, CPR 2010 reg 48(3).
    static let shortBreaks = Rhythm(
        firstDue: { start, _ in start.adding(months: 3) }, secondMonths: 6, laterMonths: 6, isReturned: false)

    let child: ChildAsAt
    let context: Context
    let stretch: Stretch
    let rhythm: Rhythm
    /// The reviews held in the stretch, in order.
    private let held: ArraySlice<HeldReview>
    private let stop: Stop?
    /// What is missing where a review may have been held that is not here.
    private let unseen: Facts
    /// The last day that anything here could speak for, as at the day asked about.
    private let lastSeen: Day
    /// Since when reviews are signed here; nil where none is.
    private let kept: Day?
    /// The first day from which every review would have been returned, or signed here; nil where none is.
    private let covered: Day?

    init(_ child: ChildAsAt, _ context: Context, _ stretch: Stretch, _ rhythm: Rhythm) {
        (self.child, self.context, self.stretch, self.rhythm) = (child, context, stretch, rhythm)
        let reviews = child.reviews
        let first = reviews.firstIndex { $0.day >= stretch.start.day } ?? reviews.endIndex
        let last = stretch.end.flatMap { end in reviews.firstIndex { $0.day >= end } } ?? reviews.endIndex
        held = reviews[min(first, last)..<last]
        stop = child.stop(of: stretch)
        let now = min(child.day, stop?.day ?? child.day)
        let returned = min(now, context.horizon ?? now)
        kept = child.reviewsKeptSince
        lastSeen = kept == nil ? returned : now
        let covered = rhythm.isReturned ? context.coverage.start(of: .reviews, coveringBackFrom: returned) : nil
        self.covered = kept.map { kept in covered.map { min($0, kept) } ?? kept } ?? covered
        unseen = rhythm.isReturned ? .reviewsOutsideReturn : .shortBreakReviews
    }

    /// Whether the return would have shown every review of the stretch, so that the second shown is the second.
    var isWhole: Bool { stretch.start.isKnown && covered.map { stretch.start.day + 1 >= $0 } ?? false }

    typealias Emit = (Place, StartDay, _ due: Day?, _ done: Day?, Standing) -> Void

    /// Hands each cycle to `emit`.
    func run(_ emit: Emit) {
        let start = stretch.start
        guard let due = rhythm.firstDue(start.day, context) else {
            emit(.first, start, nil, nil, .unknown(.workingDayTable))
            return
        }
        guard let covered else {
            firstUncovered(due, emit)
            walk(from: 0, place: .later, emit)
            return
        }
        if isWhole {
            first(due, emit)
            // Where one may have been held that is not here, the first that is may be a later one.
            let isFirst = held.first.map { isCovered(start.day, through: $0.day) } ?? true
            walk(from: 0, place: isFirst ? .second : .later, emit)
        } else {
            before(covered, due, emit)
        }
    }

    /// The first review, where no return would have shown it: one that is shown in time settles it, for an earlier one
    /// would have been in time too.
    private func firstUncovered(_ due: Day, _ emit: Emit) {
        let start = stretch.start
        if !start.isKnown {
            emit(.first, start, nil, nil, .unknown(unseen))
        } else if let shown = held.first?.day, shown <= due {
            emit(.first, start, due, shown, .met)
        } else if let stop, stop.day <= due {
            emit(.first, start, due, nil, .notApplicable(stop.why))
        } else {
            emit(.first, start, due, nil, .unknown(unseen))
        }
    }

    /// The first review, where the return would have shown it.
    private func first(_ due: Day, _ emit: Emit) {
        emit(.first, stretch.start, due, held.first?.day, standing(due, held.first?.day, from: stretch.start.day))
    }

    /// Care began before the days that the return speaks for.
    private func before(_ covered: Day, _ firstDue: Day, _ emit: Emit) {
        let start = stretch.start
        let shown = held.first?.day
        if !start.isKnown {
            emit(.first, start, nil, nil, .unknown(.startOfCare))
        } else if let shown, firstDue >= covered, shown <= firstDue {
            // Any earlier review would have been in time too.
            emit(.first, start, firstDue, shown, .met)
        } else if let stop, stop.day <= firstDue, shown == nil {
            emit(.first, start, firstDue, nil, .notApplicable(stop.why))
        } else {
            emit(.first, start, firstDue, nil, .unknown(unseen))
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
            return isCovered(trigger, through: due) ? .metLate(days: done - due) : .unknown(unseen)
        }
        if let stop, stop.day <= due { return .notApplicable(stop.why) }
        if stop == nil, child.day <= due {
            return rhythm.isReturned && trigger >= lastSeen || isCovered(trigger, through: lastSeen)
                ? .due : .unknown(unseen)
        }
        if due > lastSeen { return .unknown(.afterHorizon) }
        return isCovered(trigger, through: lastSeen) ? .overdue(days: lastSeen - due) : .unknown(unseen)
    }

    private func isCovered(_ trigger: Day, through last: Day) -> Bool {
        let last = max(last, trigger + 1)
        if let kept {
            if kept <= trigger + 1 { return true }
            return rhythm.isReturned
                && context.coverage.covers(.reviews, onlyAfter: trigger, through: min(last, kept - 1))
        }
        return rhythm.isReturned && context.coverage.covers(.reviews, onlyAfter: trigger, through: last)
    }
}

extension Coverage {
    /// Whether `table` is covered on each day after `first` up to and with `last`.
    fileprivate func covers(_ table: ReturnTable, onlyAfter first: Day, through last: Day) -> Bool {
        guard let days = DayInterval(min(first + 1, last), last) else { return false }
        return covers(table, days)
    }
}
