import Days
import Foundation

/// Thousands of made-up lives to hold a law against, each from a seed of its own, so that one that breaks the law can be
/// made again by itself: `History(seed: 0x…)`.
///
/// The same every time, unless `LAW_SEED` gives another number to start from.
///
/// ```swift
/// for history in Histories(2_000) { #expect(isLawful(history.record), "seed \(history.seed)") }
/// ```
public struct Histories: Sequence, Sendable {
    public let count: Int
    public let seed: UInt64

    public static let usualSeed = ProcessInfo.processInfo.environment["LAW_SEED"].flatMap { UInt64($0) } ?? 1989

    public init(_ count: Int, seed: UInt64 = usualSeed) { (self.count, self.seed) = (count, seed) }

    public func makeIterator() -> AnyIterator<History> {
        var dice = Seeded(state: seed)
        var left = count
        return AnyIterator {
            guard left > 0 else { return nil }
            left -= 1
            return History(seed: dice.next())
        }
    }
}

extension Histories {
    /// The days that facts are drawn from: as far as the table of bank holidays reaches with room for a long count.
    public static let days = (
        first: Day(uncheckedYear: 2012, month: 6, day: 1), last: Day(uncheckedYear: 2027, month: 6, day: 30)
    )
}
