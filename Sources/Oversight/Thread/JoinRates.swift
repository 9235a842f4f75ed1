import Casework
import Standards

/// How what is to be joined up was answered, kind by kind, over an authority on a day. A kind of which too much is “not so”
/// asks the wrong question, and leaves My work until it is put right.
public struct JoinRates: Hashable, Sendable {
    /// One kind: how many are found on the day, and how they stand.
    public struct Line: Hashable, Sendable {
        /// All that are found, those with an answer too; what another stands for is counted under that one.
        public internal(set) var found = 0
        public internal(set) var putOff = 0
        public internal(set) var awaitSecond = 0
        /// Not so for the child, as two people say.
        public internal(set) var notSo = 0

        /// What part of those found is not so, in percent; nil where none is found.
        public var notSoPercent: Double? { found == 0 ? nil : Double(notSo) * 100 / Double(found) }
    }

    private var lines: [String: Line] = [:]

    public init() {}

    public subscript(_ rule: BreakRule) -> Line { lines[rule.id] ?? Line() }

    /// Counts what was found of one child.
    public mutating func add(_ joins: [Break]) { for found in joins { count(found, by: 1) } }

    /// Takes back what was counted of one child.
    public mutating func take(_ joins: [Break]) { for found in joins { count(found, by: -1) } }

    private mutating func count(_ found: Break, by step: Int) {
        var line = lines[found.rule.id] ?? Line()
        line.found += step
        line.putOff += found.isPutOff ? step : 0
        line.awaitSecond += found.awaitsSecond ? step : 0
        line.notSo += found.isNotSo ? step : 0
        lines[found.rule.id] = line.found == 0 ? nil : line
    }

    /// Fewer “not so” than this say nothing of a kind: one child of four is no reason to stop asking of the others.
    public static let fewest = 5

    /// The kinds that leave My work: of which more is “not so” than the council lets. One about safety never does.
    public func leftOut(_ settings: LocalSettings) -> Set<String> {
        var kinds: Set<String> = []
        for rule in Breaks.rules where !rule.isAboutSafety {
            let line = self[rule]
            guard line.notSo >= Self.fewest, let percent = line.notSoPercent,
                percent > Double(settings.notSoPercent)
            else { continue }
            kinds.insert(rule.id)
        }
        return kinds
    }
}
