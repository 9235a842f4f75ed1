/// A year of the statutory returns, 1 April to 31 March, named by the calendar year it starts in.
public struct CollectionYear: Hashable, Comparable, Sendable {
    /// 2025 for 2025-26.
    public let start: Int

    @inlinable public init(startingIn start: Int) { self.start = start }

    /// The collection year that `day` falls in.
    @inlinable public init(containing day: Day) {
        let (year, month, _) = day.parts
        start = month >= 4 ? year : year - 1
    }

    /// Reads `2025-26`. Nil where the two years do not follow each other.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }), let start = Int(parts[0]),
            let end = Int(parts[1]), (1900...9998).contains(start), (start + 1) % 100 == end
        else { return nil }
        self.start = start
    }

    @inlinable public static func < (a: Self, b: Self) -> Bool { a.start < b.start }

    /// 1 April.
    public var firstDay: Day { Day(uncheckedYear: start, month: 4, day: 1) }
    /// 31 March.
    public var lastDay: Day { Day(uncheckedYear: start + 1, month: 3, day: 31) }
    public var days: DayInterval { DayInterval(firstDay, lastDay) ?? DayInterval(on: firstDay) }
    public var previous: CollectionYear { CollectionYear(startingIn: start - 1) }
    public var next: CollectionYear { CollectionYear(startingIn: start + 1) }
}

extension CollectionYear: CustomStringConvertible {
    /// `2025-26`
    public var description: String {
        let end = (start + 1) % 100
        return "\(start)-\(end < 10 ? "0" : "")\(end)"
    }
}
