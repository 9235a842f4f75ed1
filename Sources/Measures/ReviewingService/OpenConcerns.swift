import Casework

/// The reviewing officers’ concerns of children who are looked after that are open on a day, and for how long (IR16).
public struct OpenConcerns: Hashable, Sendable {
    public struct Concern: Hashable, Sendable {
        public let child: ChildID
        /// Days of care that it has been open.
        public let days: Int
    }

    /// The shortest first.
    public let concerns: [Concern]
    public var days: [Int] { concerns.map(\.days) }

    init(_ days: [ChildID: [Int]]) {
        concerns = days.flatMap { child, days in days.map { Concern(child: child, days: $0) } }
            .sorted { ($0.days, $0.child) < ($1.days, $1.child) }
    }

    /// The middle one, of an even number the mean of the two in the middle; nil where none is open.
    public var median: Double? {
        let days = days
        guard !days.isEmpty else { return nil }
        let middle = days.count / 2
        return days.count.isMultiple(of: 2) ? Double(days[middle - 1] + days[middle]) / 2 : Double(days[middle])
    }

    /// In one sentence, as told to somebody to whom some children may not be listed: neither number nor days where so few
    /// are open, one of them of such a child, that they might tell who it is.
    public func words(hiding hidden: Set<ChildID> = []) -> String {
        if concerns.count < Figure.smallestCell, concerns.contains(where: { hidden.contains($0.child) }) {
            return
                "Fewer than \(Figure.smallestCell) concerns are open, and not all of their children may be listed to you, so neither number nor days are shown."
        }
        return words
    }

    private var words: String {
        let days = days
        guard let median, let longest = days.last else { return "No concern is open." }
        let half = median == median.rounded() ? "" : ".5"
        let middle =
            days.count == 1 ? "" : ": the middle one for \(Int(median))\(half) days, the longest for \(longest)"
        let one = "One concern is open, for \(longest) \(longest == 1 ? "day" : "days")"
        return (days.count == 1 ? one : "\(days.count) concerns are open\(middle)") + "."
    }
}
