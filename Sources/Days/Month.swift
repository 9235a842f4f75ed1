/// A month of the calendar.
public struct Month: Hashable, Comparable, Sendable {
    /// Its first day.
    public let first: Day

    public init(containing day: Day) {
        let (year, month, _) = day.parts
        first = Day(uncheckedYear: year, month: month, day: 1)
    }

    /// Reads `2026-10`. Nil where the text is anything else.
    public init?(_ text: String) {
        guard text.utf8.count == 7, let first = Day(text + "-01") else { return nil }
        self.first = first
    }

    /// The last month that is over at the end of a day.
    public init(overBy day: Day) {
        let month = Month(containing: day)
        self = month.last == day ? month : month.previous
    }

    public var last: Day { next.first - 1 }
    public var next: Month { Month(containing: first.adding(months: 1)) }
    public var previous: Month { Month(containing: first - 1) }
    public func contains(_ day: Day) -> Bool { first <= day && day <= last }

    @inlinable public static func < (a: Self, b: Self) -> Bool { a.first < b.first }
}

extension Month: CustomStringConvertible {
    /// `2026-10`
    public var description: String { String(first.description.prefix(7)) }

    /// `October 2026`
    public var inWords: String {
        let (year, month, _) = first.parts
        return "\(Day.monthNames[month - 1]) \(year)"
    }
}
