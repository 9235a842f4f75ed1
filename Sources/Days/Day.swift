/// A day on the calendar, with no time of day and no time zone: the unit in which care is counted.
///
/// A day is a number of days since 1 January 1970 in the proleptic Gregorian calendar, four bytes, so that a
/// record may hold many. Arithmetic in months and years is in ``Day/adding(months:)``, where the law's
/// corresponding-date rule lives.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970; negative before it.
    public let ordinal: Int32

    /// The day that is `ordinal` days after 1 January 1970.
    @inlinable public init(ordinal: Int32) { self.ordinal = ordinal }

    /// The day so named, or nil where there is none (30 February, month 13, a year outside 1 to 9999).
    @inlinable public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, in: year)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// The day so named, for days that the program itself writes down: nothing is checked.
    @inlinable public init(uncheckedYear year: Int, month: Int, day: Int) {
        // Days from civil: the year is taken to begin in March, so that a leap day is its last.
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        ordinal = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    @inlinable public static func < (a: Day, b: Day) -> Bool { a.ordinal < b.ordinal }

    /// The day `days` later; earlier when negative.
    @inlinable public static func + (day: Day, days: Int) -> Day { Day(ordinal: day.ordinal + Int32(days)) }

    /// The day `days` earlier.
    @inlinable public static func - (day: Day, days: Int) -> Day { Day(ordinal: day.ordinal - Int32(days)) }

    /// Whole days from `b` to `a`; negative when `a` comes first.
    @inlinable public static func - (a: Day, b: Day) -> Int { Int(a.ordinal) - Int(b.ordinal) }

    /// Before every day that a record could hold.
    public static let distantPast = Day(uncheckedYear: 1, month: 1, day: 1)
    /// After every day that a record could hold.
    public static let distantFuture = Day(uncheckedYear: 9999, month: 12, day: 31)
}

extension Day {
    /// Year, month (1 to 12) and day of the month.
    @inlinable public var parts: (year: Int, month: Int, day: Int) {
        let z = Int(ordinal) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    @inlinable public var year: Int { parts.year }

    /// Monday is 1, Sunday is 7.
    @inlinable public var weekday: Int {
        let sinceMonday = (Int(ordinal) + 3) % 7
        return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
    }

    @inlinable public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// How many days `month` has in `year`.
    @inlinable public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
