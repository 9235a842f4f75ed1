import Casework
import Days

/// The one way from a clock to a standing: when it started, when it runs out, when the thing was done, and whether
/// absence would be evidence.
extension DutyList {
    /// A duty whose doing the record could show.
    ///
    /// - Parameters:
    ///   - due: the last day in time; nil makes the duty unknown for want of a calendar.
    ///   - done: the day it was done, if the record has one.
    ///   - stop: the day the duty stopped being owed, with why: ceasing, dying, adoption.
    ///   - table: the return's table that would show it.
    ///   - missing: what to name where absence is not evidence.
    public mutating func addClock(
        from trigger: StartDay, due: Day?, done: Day?, stop: (day: Day, why: Exemption)?, seenIn table: ReturnTable,
        missing: Facts, because: Trigger, asAt day: Day, _ context: Context
    ) {
        guard let due else {
            add(trigger: trigger, due: nil, done: done, .unknown(.workingDayTable), because: because)
            return
        }
        let standing: Standing
        if let done {
            standing = done <= due ? .met : .metLate(days: done - due)
        } else if let stop, stop.day <= due {
            standing = .notApplicable(stop.why)
        } else if day <= due, stop == nil {
            // Still in time. Whether it was done already is known only where the return would have shown it.
            let seen = context.coverage.covers(table, onlyAfter: trigger.day, through: min(day, context.horizon ?? day))
            standing = seen || trigger.day >= day ? .due : .unknown(missing)
        } else {
            // Past its day and not seen: late only if the return speaks for every day it could have been done.
            let last = min(day, stop?.day ?? day)
            if let horizon = context.horizon, due > horizon {
                standing = .unknown(.afterHorizon)
            } else if context.coverage.covers(
                table, onlyAfter: trigger.day, through: min(last, context.horizon ?? last))
            {
                standing = .overdue(days: last - due)
            } else {
                standing = .unknown(missing)
            }
        }
        add(trigger: trigger, due: due, done: done, standing, because: because)
    }

    /// A duty that the return starts and can never answer.
    public mutating func addUnknown(from trigger: StartDay, due: Day?, _ missing: Facts, because: Trigger) {
        add(trigger: trigger, due: due, .unknown(missing), because: because)
    }
}

extension Coverage {
    /// Whether `table` is covered on each day after `first` up to and with `last`.
    func covers(_ table: ReturnTable, onlyAfter first: Day, through last: Day) -> Bool {
        guard let days = DayInterval(min(first + 1, last), last) else { return false }
        return covers(table, days)
    }
}
