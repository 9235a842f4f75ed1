/// The days from `start` to `end`, both included. An interval that has not ended runs to ``Day/distantFuture``.
public struct DayInterval: Hashable, Sendable {
    public let start: Day
    public let end: Day

    /// Nil where `end` comes before `start`.
    @inlinable public init?(_ start: Day, _ end: Day) {
        guard start <= end else { return nil }
        self.start = start
        self.end = end
    }

    /// From `start` on, without end.
    @inlinable public init(from start: Day) {
        self.start = start
        end = .distantFuture
    }

    /// The single day.
    @inlinable public init(on day: Day) {
        start = day
        end = day
    }

    /// How many days it holds; one where it starts and ends on one day.
    @inlinable public var days: Int { end - start + 1 }

    @inlinable public func contains(_ day: Day) -> Bool { start <= day && day <= end }
    @inlinable public func contains(_ other: DayInterval) -> Bool { start <= other.start && other.end <= end }
    @inlinable public func overlaps(_ other: DayInterval) -> Bool { start <= other.end && other.start <= end }

    /// The days in both, or nil where there are none.
    @inlinable public func intersection(_ other: DayInterval) -> DayInterval? {
        DayInterval(max(start, other.start), min(end, other.end))
    }
}

extension DayInterval: CustomStringConvertible {
    public var description: String { end == .distantFuture ? "\(start)/.." : "\(start)/\(end)" }
}
