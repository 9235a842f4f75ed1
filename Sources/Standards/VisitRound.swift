import Casework
import Days

/// The visits of one rule that are signed here: the first, and each from the one before.
///
/// With a relative or friend (U3) whose approval may be temporary, visits are owed weekly and then monthly: there a visit
/// is in time only by the shorter interval, and late by the longer. A visit counts where the child was seen, and not by telephone or video. Where a longer interval would do if something
/// else were so, being late by the shorter one is unknown, and being late by the longer is late.
struct VisitRound {
    let rule: VisitRule
    let from: Occasion
    let walk: Walk
    /// What a longer interval would need to be so; empty where none could be in this one's place.
    private let unsure: Facts
    /// Whether a shorter interval may be in its place.
    private let mayBeShorter: Bool
    private let visits: [Day]
    private let last: Day

    /// Nil where no visit to the child that a rule could count is signed here.
    init?(_ rule: VisitRule, _ from: Occasion, _ walk: Walk) {
        (self.rule, self.from, self.walk, unsure) = (rule, from, walk, rule.alsoMissing)
        mayBeShorter = from.because == .placement("U3") && rule.isFromPlacementStart
        visits = walk.visitsSigned
        last = min(walk.child.day, from.stop?.day ?? walk.child.day)
        guard walk.child.keptSince != nil, !visits.isEmpty || isKept else { return nil }
    }

    private var isKept: Bool { walk.child.keptSince.map { $0 <= from.day } ?? false }

    /// The visits that fall under the rule.
    private var own: [Day] {
        visits.filter { visit in visit >= from.day && (from.stop.map { visit < $0.day } ?? true) }
    }

    /// Hands over the first visit and what follows from each.
    ///
    /// - Parameter unseen: hands over what is to be said where nothing recorded here speaks of the first.
    func add(firstDue: Day?, _ list: inout DutyList, unseen: (inout DutyList) -> Void) {
        let own = own
        if let firstDue {
            if let first = standing(firstDue, done: own.first, isSeen: isKept) {
                list.add(trigger: from.trigger, due: firstDue, done: own.first, first, because: from.because)
            } else {
                unseen(&list)
            }
        }
        // The visit before counts on, where the rule takes the place of another in the same home.
        let before = firstDue == nil ? visits.last { $0 < from.day && $0 >= home } : nil
        let starts = (before.map { [$0] } ?? []) + own
        if firstDue == nil, starts.isEmpty { unseen(&list) }
        for (index, start) in starts.enumerated() {
            guard let due = rule.nextAfter?(start, walk, from) else { continue }
            let done = index + 1 < starts.count ? starts[index + 1] : nil
            guard let next = standing(due, done: done, isSeen: true, after: start) else { continue }
            list.add(trigger: StartDay(start, isKnown: true), due: due, done: done, next, because: .visited)
        }
    }

    /// The day the child came to live where the rule applies.
    private var home: Day {
        walk.child.placements.last { $0.start.day <= from.day }?.start.day ?? from.day
    }

    /// - Parameters:
    ///   - isSeen: whether a visit would be here if there had been one.
    ///   - start: the visit before; nil for the first.
    private func standing(_ due: Day, done: Day?, isSeen: Bool, after start: Day? = nil) -> Standing? {
        if let done, done <= due {
            guard mayBeShorter, let start else { return .met }
            return done - start <= (walk.hasBeenReviewed(by: start, from) ? 28 : 7)
                ? .met : .unknown(.temporaryApproval)
        }
        if let stop = from.stop, stop.day <= due { return .notApplicable(stop.why) }
        guard isSeen else { return nil }
        let until = done ?? last
        if done == nil, until <= due { return .due }
        if !unsure.isEmpty {
            let longest = start.flatMap { start in rule.atMostMonths.map { start.adding(months: $0) } }
            guard let longest, until > longest else { return .unknown(unsure) }
        }
        return done == nil ? .overdue(days: until - due) : .metLate(days: until - due)
    }
}

extension ChildAsAt {
    /// The days on which somebody saw the child on a visit signed here, each once, in order.
    var visitsSigned: [Day] {
        var days: [Day] = []
        for record in record.records
        where record.kind == .visit && record.isFlag(.seen, true) && !record.isChoice(.place, "online")
            && days.last != record.day
        {
            days.append(record.day)
        }
        return days
    }
}

extension Walk {
    /// Whether a review had been held by a day since the child came to live where a rule applies.
    func hasBeenReviewed(by day: Day, _ from: Occasion) -> Bool {
        child.reviews.contains { $0.day >= from.day && $0.day <= day }
    }
}
