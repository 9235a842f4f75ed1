import Casework
import Days

/// How somebody stays in touch with a young person who has left care: a first time, and from each to the next, until 21.
///
/// Of the first, one that is not here is no evidence: an adviser may have met them where nobody wrote it down. Once one is
/// recorded, the next is owed from it, as visits are to a child who is looked after.
struct KeepingInTouch: Sendable {
    /// Whether only being together in one place counts.
    let isInPerson: Bool
    /// The last day of the first time, from the day care ended.
    let first: @Sendable (Day) -> Day
    /// The last day of the time after one.
    let next: @Sendable (Day) -> Day
    let because: Trigger
    let missing: Facts

    /// Within 7 days of moving in, then at most two months. Source: CLR 2010 reg 8(2).
    static let byVisits = KeepingInTouch(
        isInPerson: true, first: { $0 + 7 }, next: { $0.adding(months: 2) }, because: .visited,
        missing: [.accommodation, .personalAdviser])
    /// Every eight weeks, however: guidance, and a local aim.
    static let anyhow = KeepingInTouch(
        isInPerson: false, first: { $0 + 56 }, next: { $0 + 56 }, because: .inTouch, missing: .personalAdviser)

    func add(_ left: Occasion, _ walk: Walk, _ list: inout DutyList) {
        let end = walk.keepingInTouchEnds(after: left.day) ?? .distantFuture
        let times = walk.child.daysInTouch(from: left.day, isInPerson: isInPerson).filter { $0 < end }
        // As a return says around a birthday, and not on which day: nothing is owed from the last time on.
        let hasDied = walk.child.record.leavingCareContacts.contains { $0.contact.inTouch == "DIED" }
        let due = first(left.day)
        if let time = times.first, time <= due {
            list.add(trigger: left.trigger, due: due, done: time, .met, because: left.because)
        } else {
            list.addUnknown(from: left.trigger, due: due, missing, because: left.because)
        }
        for (index, time) in times.enumerated() {
            let due = next(time)
            let done = index + 1 < times.count ? times[index + 1] : nil
            // At 21 nothing more is owed.
            if done == nil, hasDied || end <= due { continue }
            let until = done ?? min(walk.child.day, end)
            // Who lives in a home that the authority found, as the law's visits ask, a return does not say.
            if isInPerson, done == nil, until > due {
                list.addUnknown(from: StartDay(time, isKnown: true), due: due, missing, because: because)
                continue
            }
            let standing: Standing =
                if until <= due { done == nil ? .due : .met } else {
                    done == nil ? .overdue(days: until - due) : .metLate(days: until - due)
                }
            list.add(trigger: StartDay(time, isKnown: true), due: due, done: done, standing, because: because)
        }
    }
}

extension ChildAsAt {
    /// The days from one on which somebody was in touch with the young person, each once, in order.
    func daysInTouch(from first: Day, isInPerson: Bool) -> [Day] {
        var days: [Day] = []
        for record in record.records
        where record.day >= first && record.tellsOfBeingInTouch(inPerson: isInPerson) && days.last != record.day {
            days.append(record.day)
        }
        return days
    }
}

extension HeldRecord {
    /// Whether it tells that somebody met the young person, or was in touch with them otherwise.
    fileprivate func tellsOfBeingInTouch(inPerson: Bool) -> Bool {
        switch kind {
        case .visit: isFlag(.seen, true) && !(inPerson && isChoice(.place, "online"))
        case .keepingInTouch: TimeInTouch(self).map { inPerson ? $0.isSeen : $0.isReached } ?? false
        default: false
        }
    }
}

extension Walk {
    /// From when nobody has to keep in touch any more: the 21st birthday, by the earliest birth date on record, or coming
    /// into care again.
    fileprivate func keepingInTouchEnds(after left: Day) -> Day? {
        [births.first?.birthday(21), child.periods.first { $0.start.day > left }?.start.day].compactMap(\.self).min()
    }
}
