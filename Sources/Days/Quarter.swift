/// Three months of the calendar: from January to March, and so on. A collection year holds four.
public struct Quarter: Hashable, Comparable, Sendable {
    /// Its first day.
    public let first: Day

    public init(containing day: Day) {
        let (year, month, _) = day.parts
        first = Day(uncheckedYear: year, month: month - (month - 1) % 3, day: 1)
    }

    /// Reads `2026-Q1`, the quarter from January. Nil where the text is anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-Q", omittingEmptySubsequences: false)
        guard text.utf8.count == 7, parts.count == 2, let number = Int(parts[1]), (1...4).contains(number),
            let january = Month("\(parts[0])-01")
        else { return nil }
        first = january.first.adding(months: 3 * (number - 1))
    }

    public var last: Day { next.first - 1 }
    public var next: Quarter { Quarter(containing: first.adding(months: 3)) }
    public var previous: Quarter { Quarter(containing: first - 1) }
    public func contains(_ day: Day) -> Bool { first <= day && day <= last }

    @inlinable public static func < (a: Self, b: Self) -> Bool { a.first < b.first }
}

extension Quarter: CustomStringConvertible {
    /// `2026-Q1`
    public var description: String {
        let (_, month, _) = first.parts
        return "\(first.description.prefix(4))-Q\((month + 2) / 3)"
    }

    /// `January to March 2026`
    public var inWords: String {
        let (year, month, _) = first.parts
        return "\(Day.monthNames[month - 1]) to \(Day.monthNames[month + 1]) \(year)"
    }
}
