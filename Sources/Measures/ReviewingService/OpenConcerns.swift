import Casework

/// The reviewing officers’ concerns that are open on a day, and for how long (IR16).
public struct OpenConcerns: Hashable, Sendable {
    /// Days of care that each has been open, the shortest first.
    public let days: [Int]

    init(_ days: some Sequence<Int>) { self.days = days.sorted() }

    /// The middle one, of an even number the mean of the two in the middle; nil where none is open.
    public var median: Double? {
        guard !days.isEmpty else { return nil }
        let middle = days.count / 2
        return days.count.isMultiple(of: 2) ? Double(days[middle - 1] + days[middle]) / 2 : Double(days[middle])
    }

    /// In one sentence.
    public var words: String {
        guard let median, let longest = days.last else { return "No concern is open." }
        let half = median == median.rounded() ? "" : ".5"
        let middle =
            days.count == 1 ? "" : ": the middle one for \(Int(median))\(half) days, the longest for \(longest)"
        let one = "One concern is open, for \(longest) \(longest == 1 ? "day" : "days")"
        return (days.count == 1 ? one : "\(days.count) concerns are open\(middle)") + "."
    }
}
