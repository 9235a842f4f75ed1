/// What one instrument means by a working day: any day but Saturday, Sunday and the holidays of its table.
///
/// Instruments differ (freedom-of-information rules count a bank holiday in any part of the United Kingdom; care
/// planning counts those of England and Wales), so a calendar is always given, never assumed. A day in a year that the
/// table does not hold has no answer, and neither has a count that runs into such a year.
public struct WorkingDays: Sendable {
    /// Whose definition this is, in words fit for a page.
    public let name: String
    /// The years whose holidays are all in the table.
    public let years: ClosedRange<Int>
    /// In order, each once.
    public let holidays: [Day]

    private let first: Day
    /// A bit a day from `first` on, set on working days.
    private let working: [Bool]
    /// How many working days come before the day at each place, so that counting is one look-up.
    private let before: [Int32]
    /// The days at which the count reaches 0, 1, 2 …
    private let nth: [Int32]

    public init(name: String, years: ClosedRange<Int>, holidays: [Day]) {
        self.name = name
        self.years = years
        self.holidays = Set(holidays).sorted()
        first = Day(uncheckedYear: years.lowerBound, month: 1, day: 1)
        let last = Day(uncheckedYear: years.upperBound, month: 12, day: 31)
        let closed = Set(holidays)
        var working: [Bool] = []
        var before: [Int32] = []
        var nth: [Int32] = []
        for offset in 0...(last - first) {
            let day = first + offset
            let isWorking = day.weekday < 6 && !closed.contains(day)
            before.append(Int32(nth.count))
            working.append(isWorking)
            if isWorking { nth.append(Int32(offset)) }
        }
        (self.working, self.before, self.nth) = (working, before, nth)
    }

    /// Whether `day` is a working day; nil where its year is not in the table.
    public func isWorkingDay(_ day: Day) -> Bool? {
        let offset = day - first
        return working.indices.contains(offset) ? working[offset] : nil
    }

    /// The last day "within `count` working days of" `day`: `day` is day 0, whether it is a working day or not, and the
    /// next working day is 1. Nil where the count leaves the table, or `count` is less than 1.
    public func day(_ count: Int, after day: Day) -> Day? {
        let offset = day - first
        guard count >= 1, working.indices.contains(offset) else { return nil }
        let index = Int(before[offset]) + (working[offset] ? 1 : 0) + count - 1
        return nth.indices.contains(index) ? first + Int(nth[index]) : nil
    }

    /// Working days after `start` up to and with `end`; nil where either is outside the table or `end` comes first.
    public func count(after start: Day, through end: Day) -> Int? {
        let (a, b) = (start - first, end - first)
        guard a <= b, working.indices.contains(a), working.indices.contains(b) else { return nil }
        return Int(before[b]) + (working[b] ? 1 : 0) - Int(before[a]) - (working[a] ? 1 : 0)
    }
}
