import Casework
import Days

/// The items of one month that go to a second reader: drawn by rule from all that was closed so, so that nobody chooses and
/// anybody can draw the same again.
public struct MonthlySample: Hashable, Sendable {
    public let month: Month
    /// Everything that was closed so.
    public let pool: [ClosedItem]
    /// Of how many records of each child nobody can say how long they took.
    public let untimed: [ChildID: Int]
    /// Those to be read, in the order of the draw.
    public let drawn: [ClosedItem]

    /// One item of the pool as the draw sees it.
    public struct Candidate: Sendable {
        let item: ClosedItem
        let number: String
        let team: String
        let isProtected: Bool

        /// - Parameters:
        ///   - number: the number that the authority knows the child by; its own id where it has none.
        ///   - team: that answered for the child on the day; empty where nobody knows.
        ///   - isProtected: Whether the child's record is for some people only.
        public init(_ item: ClosedItem, number: String, team: String, isProtected: Bool = false) {
            (self.item, self.number, self.team, self.isProtected) = (item, number, team, isProtected)
        }
    }

    /// How many are read of how many: all of a few, ten of more, a tenth of many, and never more than fifty for size alone.
    public static let sizes: [(upTo: Int, read: @Sendable (Int) -> Int)] = [
        (10, { $0 }), (100, { _ in 10 }), (500, { ($0 + 9) / 10 }), (.max, { _ in 50 }),
    ]

    /// The same in words, for whoever asks why these.
    public static let rule =
        "All where 10 or fewer were closed so; 10 of up to 100; a tenth of up to 500; 50 of more. Each team that has any is in it. Which, is worked out from the month, the child’s number and the event’s, and nobody chooses."

    static func size(of pool: Int) -> Int { sizes.first { pool <= $0.upTo }?.read(pool) ?? pool }

    /// Restricted records are drawn by themselves, so that what is drawn of the others tells nothing of them.
    public init(_ month: Month, of candidates: [Candidate], untimed: [ChildID: Int]) {
        let order = candidates.map { ($0, Self.place(of: $0, in: month)) }
            .sorted { ($0.1, $0.0.item.fact) < ($1.1, $1.0.item.fact) }.map(\.0)
        (self.month, self.untimed, pool) = (month, untimed, order.map(\.item))
        drawn = Self.draw(order.filter { !$0.isProtected }) + Self.draw(order.filter(\.isProtected))
    }

    /// Each team's first, whatever its place; the rest by their places.
    private static func draw(_ order: [Candidate]) -> [ClosedItem] {
        var teams: Set<String> = []
        let firsts = Set(order.filter { teams.insert($0.team).inserted }.map(\.item))
        let others = max(0, size(of: order.count) - firsts.count)
        let rest = Set(order.lazy.map(\.item).filter { !firsts.contains($0) }.prefix(others))
        return order.map(\.item).filter { firsts.contains($0) || rest.contains($0) }
    }

    private init(_ month: Month, _ pool: [ClosedItem], _ untimed: [ChildID: Int], _ drawn: [ClosedItem]) {
        (self.month, self.pool, self.untimed, self.drawn) = (month, pool, untimed, drawn)
    }

    /// What of it may be told to somebody: nothing of a child who may not be listed to them.
    public func told(_ mayList: (ChildID) -> Bool) -> MonthlySample {
        MonthlySample(
            month, pool.filter { mayList($0.child) }, untimed.filter { mayList($0.key) },
            drawn.filter { mayList($0.child) })
    }

    /// The last day that it is to be read by: of the month after.
    public var due: Day { month.next.last }

    /// Where an item stands in the draw: a hash that is the same everywhere, its last bits stirred into its first.
    private static func place(of candidate: Candidate, in month: Month) -> UInt64 {
        var hash = FactsDigest(["\(month)", candidate.number, "\(candidate.item.fact)"]).value
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}

extension ClosedItem {
    /// What a second reader said of it; nil where nobody has read it. What was read is not read again, whatever version stands in its
    /// place later.
    public func reading(in record: ChildRecord) -> SecondReading? {
        record.readings.last { $0.closed == fact }
    }
}

/// How far a sample is read, as numbers.
public struct SampleCount: Hashable, Sendable {
    public let drawn: Int
    public private(set) var read = 0
    /// Of those read, those that the second reader agreed were rightly closed.
    public private(set) var agreed = 0
    public var unread: Int { drawn - read }

    public init(_ sample: MonthlySample, in authority: Authority) {
        drawn = sample.drawn.count
        for item in sample.drawn {
            guard let record = authority[item.child], let reading = item.reading(in: record) else { continue }
            read += 1
            if reading.agrees { agreed += 1 }
        }
    }

    /// `3 of 4 read are agreed with; 6 are not read yet`.
    public var words: String {
        guard drawn > 0 else { return "nothing to read" }
        let said =
            read == 0
            ? "none is read, so nobody knows" : "\(agreed) of \(read) read \(read == 1 ? "is" : "are") agreed with"
        return unread == 0 ? said : "\(said); \(unread) \(unread == 1 ? "is" : "are") not read yet"
    }
}
