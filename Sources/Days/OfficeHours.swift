/// When people are at their desks: on working days, from one time by the clock in London to another.
public struct OfficeHours: Hashable, Sendable {
    /// Minutes after midnight, 0 to 1439.
    public var opens = 9 * 60
    /// Minutes after midnight; the first at which nobody is there any more.
    public var closes = 17 * 60

    public init() {}

    /// Whether somebody is there; nil on a weekday whose year the table of holidays does not hold.
    public func isOpen(_ at: Instant, _ days: WorkingDays) -> Bool? {
        let moment = at.inLondon
        guard let minute = moment.minute, opens <= minute, minute < closes, moment.day.weekday < 6 else { return false }
        return days.isWorkingDay(moment.day)
    }

    /// Minutes after midnight, of what a clock shows: `09:00`; nil for what is no time.
    public static func minute(_ clock: some StringProtocol) -> Int? {
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }

    /// Minutes after midnight as a clock shows them: `09:00`.
    public static func clock(_ minute: Int) -> String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }
}
