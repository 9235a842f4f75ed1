import Days

/// A table of the SSDA903 collection.
public enum ReturnTable: String, Hashable, Sendable, CaseIterable {
    case header = "Header"
    case episodes = "Episodes"
    case reviews = "Reviews"
    case unaccompanied = "UASC"
    case outcomes = "OC2"
    case leavingCare = "OC3"
    case adoption = "AD1"
    case placedForAdoption = "PlacedAdoption"
    case previousPermanence = "PrevPerm"
    case missing = "Missing"
    case socialWorkers = "SWEpisodes"
    case deprivation = "DoLo"

    /// Its place in ``ReturnTables``.
    var bit: UInt16 { 1 << UInt16(Self.allCases.firstIndex(of: self) ?? 15) }
}

/// Which tables a return had.
public struct ReturnTables: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    public init(_ tables: some Sequence<ReturnTable>) { rawValue = tables.reduce(0) { $0 | $1.bit } }
    public func contains(_ table: ReturnTable) -> Bool { rawValue & table.bit != 0 }
    public var tables: [ReturnTable] { ReturnTable.allCases.filter(contains) }
}

/// That a year's return was read: which tables it had, what days it speaks for and until when.
///
/// Absence of a fact is evidence only inside coverage, and never after the horizon.
public struct ReturnImported: Hashable, Sendable {
    public var year: CollectionYear
    public var tables: ReturnTables
    /// The day the return was drawn from the council's system, or the collection's 31 March: what happened after it the
    /// return could not have shown.
    public var horizon: Day
    /// SHA-256 of what was read, 64 hexadecimal characters, so that the same return is known again.
    public var digest: String
    public var rowsRead: Int
    public var rowsSetAside: Int

    public init(
        year: CollectionYear, tables: ReturnTables, horizon: Day, digest: String, rowsRead: Int, rowsSetAside: Int
    ) {
        (self.year, self.tables, self.horizon) = (year, tables, horizon)
        (self.digest, self.rowsRead, self.rowsSetAside) = (digest, rowsRead, rowsSetAside)
    }

    /// The days it speaks for: the collection year, cut at the horizon.
    public var days: DayInterval {
        DayInterval(year.firstDay, min(year.lastDay, max(horizon, year.firstDay))) ?? year.days
    }
}

/// What the returns read so far speak for, table by table.
public struct Coverage: Hashable, Sendable {
    public private(set) var imports: [ReturnImported] = []
    /// The latest day that any return speaks for; nil before the first import.
    public private(set) var horizon: Day?
    private var intervals: [ReturnTable: [DayInterval]] = [:]

    public init() {}

    public init(_ imports: [ReturnImported]) { for one in imports { add(one) } }

    public mutating func add(_ imported: ReturnImported) {
        imports.append(imported)
        horizon = max(horizon ?? imported.horizon, imported.horizon)
        for table in imported.tables.tables {
            intervals[table] = Coverage.joined((intervals[table] ?? []) + [imported.days])
        }
    }

    /// Whether absence from `table` is evidence on every one of `days`.
    public func covers(_ table: ReturnTable, _ days: DayInterval) -> Bool {
        intervals[table]?.contains { $0.contains(days) } ?? false
    }

    public func covers(_ table: ReturnTable, on day: Day) -> Bool { covers(table, DayInterval(on: day)) }

    /// The first day of the run of covered days that `day` stands in; nil where `day` is not covered.
    public func start(of table: ReturnTable, coveringBackFrom day: Day) -> Day? {
        intervals[table]?.first { $0.contains(day) }?.start
    }

    /// The latest import of a year.
    public func latest(of year: CollectionYear) -> ReturnImported? { imports.last { $0.year == year } }

    /// Intervals in order, those that touch or overlap made one.
    private static func joined(_ intervals: [DayInterval]) -> [DayInterval] {
        var result: [DayInterval] = []
        for next in intervals.sorted(by: { $0.start < $1.start }) {
            if let last = result.last, next.start <= last.end + 1,
                let both = DayInterval(last.start, max(last.end, next.end))
            {
                result[result.count - 1] = both
            } else {
                result.append(next)
            }
        }
        return result
    }
}
