import Casework
import Days

/// What is owed of what reviewing officers raise: an answer by its day, an end to a dispute, and a thought of Cafcass.
extension Walk {
    /// Each concern that was raised, and the day on which its dispute became formal.
    func concerns(_ list: inout DutyList) {
        for (index, concern) in child.record.thread.concerns.enumerated() {
            handConcern(index, .concernRaised, .concernRaised, on: concern.raised, &list)
            if let begun = concern.disputeBegun { handConcern(index, .disputeBegun, .disputeBegun, on: begun, &list) }
        }
    }

    private func handConcern(
        _ index: Int, _ kind: Occasion.Kind, _ because: Trigger, on day: Day, _ list: inout DutyList
    ) {
        guard let stretch = stretches.firstIndex(where: { $0.isOpen(on: day) }) else { return }
        hand(kind, occasion(because, on: day, in: stretch, index), &list)
    }

    /// Whoever is asked answers by the day that the reviewing officer set. One who is asked no more by that day owes nothing;
    /// one who is asked no more after it was late until then.
    func concernAnswered(_ occasion: Occasion, _ list: inout DutyList) {
        let concern = child.record.thread.concerns[occasion.index]
        for (index, ask) in concern.asks.enumerated() {
            let next = index + 1 < concern.asks.count ? concern.asks[index + 1].on : nil
            let done = concern.reply(to: ask)?.on ?? (next == nil ? concern.closing?.on : nil)
            if done == nil, let next, next <= ask.due { continue }
            let start = StartDay(ask.on, isKnown: true)
            settle(start, due: ask.due, done: done, until: next, occasion, &list)
        }
    }

    /// The dispute is over within 20 working days of becoming formal, the stages with it. Source: IRO Handbook 2010, chapter 6
    /// (from memory).
    func disputeSettled(_ occasion: Occasion, _ list: inout DutyList) {
        let concern = child.record.thread.concerns[occasion.index]
        guard let due = context.day(Catalogue.mostForDispute, workingDaysAfter: occasion.day) else {
            return list.addUnknown(from: occasion.trigger, due: nil, .workingDayTable, because: occasion.because)
        }
        settle(occasion.trigger, due: due, done: concern.closing?.on, until: nil, occasion, &list)
    }

    /// The reviewing officer considers whether Cafcass should know. Whether it would be right is theirs to say, so that a dispute
    /// of which nothing is said is unknown and never late.
    func cafcassConsidered(_ occasion: Occasion, _ list: inout DutyList) {
        let concern = child.record.thread.concerns[occasion.index]
        guard let on = concern.cafcassConsidered else {
            return list.addUnknown(from: occasion.trigger, due: nil, .iroRecords, because: occasion.because)
        }
        list.add(trigger: occasion.trigger, due: nil, done: on, .met, because: occasion.because)
    }

    /// A look half-way lies between this review and the next.
    func lookedHalfWay(_ occasion: Occasion, _ list: inout DutyList) {
        let next = child.reviews.first { $0.day > occasion.day }?.day ?? .distantFuture
        // What is looked at once care has ended is of the next time in care.
        let end = min(next, stretches[occasion.stretch].end ?? next)
        guard let look = child.record.halfWayLook(after: occasion.day, before: end) else {
            return list.addUnknown(from: occasion.trigger, due: nil, .iroRecords, because: occasion.because)
        }
        list.add(trigger: occasion.trigger, due: nil, done: look.day, .met, because: occasion.because)
    }

    /// Adds something that is done by a day, late, or waits: until the day asked about, care ends or somebody else is asked.
    private func settle(
        _ start: StartDay, due: Day, done: Day?, until next: Day?, _ occasion: Occasion, _ list: inout DutyList
    ) {
        func add(_ standing: Standing) {
            list.add(trigger: start, due: due, done: done, standing, because: occasion.because)
        }
        if let done { return add(done <= due ? .met : .metLate(days: done - due)) }
        if let stop = occasion.stop, stop.day <= due { return add(.notApplicable(stop.why)) }
        let last = [child.day, occasion.stop?.day, next].compactMap(\.self).min() ?? child.day
        add(last <= due ? .due : .overdue(days: last - due))
    }
}
