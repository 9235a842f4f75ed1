/// When something happened, as a person would say it: a day in England and, if it is known, the time on the clock.
public struct Moment: Hashable, Sendable {
    public let day: Day
    /// Minutes after midnight by the clock in London, 0 to 1439; nil where the time was not recorded.
    public let minute: Int?

    public init(_ day: Day, minute: Int? = nil) {
        self.day = day
        self.minute = minute.flatMap { (0..<1440).contains($0) ? $0 : nil }
    }

    /// The instant meant. A time that was not recorded is taken as 00:00, the earliest reading, and says so. In the
    /// hour that the clocks repeat in October the first pass is meant; a time that the clocks skip in March is read as
    /// an hour later by the clock.
    public var instant: (at: Instant, assumedTime: Bool) {
        let wallClock = Int64(day.ordinal) * 86_400 + Int64(minute ?? 0) * 60
        // Summer time first: the clock reads an hour ahead of UTC, and the first pass of a repeated hour is in it.
        let inSummer = wallClock - 3_600
        let seconds = SummerTime.isInForce(atSecond: inSummer) ? inSummer : wallClock
        return (Instant(secondsSince1970: seconds), minute == nil)
    }
}

/// A point in time, in milliseconds since the start of 1970 in UTC: when something was written down, or a clock runs out.
public struct Instant: Hashable, Comparable, Sendable {
    public let milliseconds: Int64

    @inlinable public init(milliseconds: Int64) { self.milliseconds = milliseconds }
    @inlinable public init(secondsSince1970 seconds: Int64) { milliseconds = seconds * 1000 }
    @inlinable public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

    /// `hours` of the clock later. Weekends, holidays and changes of the clock count as any other hour.
    @inlinable public func adding(hours: Int) -> Instant {
        Instant(milliseconds: milliseconds + Int64(hours) * 3_600_000)
    }

    /// The day and time that a clock in London shows.
    public var inLondon: Moment {
        var seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
        if SummerTime.isInForce(atSecond: seconds) { seconds += 3_600 }
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        return Moment(Day(ordinal: Int32(day)), minute: Int((seconds - day * 86_400) / 60))
    }
}

/// British Summer Time: from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October.
///
/// Source: Summer Time Act 1972 as amended by the Summer Time Order 2002; taken to hold for years before it too.
enum SummerTime {
    static func isInForce(atSecond second: Int64) -> Bool {
        let day = second >= 0 ? second / 86_400 : (second - 86_399) / 86_400
        let year = Day(ordinal: Int32(day)).year
        return second >= change(3, year) && second < change(10, year)
    }

    private static func change(_ month: Int, _ year: Int) -> Int64 {
        let last = Day(uncheckedYear: year, month: month, day: 31)
        return Int64(last.ordinal - Int32(last.weekday % 7)) * 86_400 + 3_600
    }
}

extension Instant {
    /// The time that a clock in London shows: `09:05`.
    public var clock: String {
        OfficeHours.clock(inLondon.minute ?? 0)
    }

    /// Day and time by the clock in London: `15 May 2018 at 09:05`.
    public var inWords: String { "\(inLondon.day.inWords) at \(clock)" }
}

extension Instant: CustomStringConvertible {
    /// ISO 8601 in UTC: `2018-05-15T09:30:00.000Z`.
    public var description: String {
        func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let day = milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000
        let rest = milliseconds - day * 86_400_000
        let thousandths = rest % 1000
        let padded = thousandths < 10 ? "00\(thousandths)" : thousandths < 100 ? "0\(thousandths)" : "\(thousandths)"
        return
            "\(Day(ordinal: Int32(day)))T\(two(rest / 3_600_000)):\(two(rest / 60_000 % 60)):\(two(rest / 1000 % 60)).\(padded)Z"
    }
}
