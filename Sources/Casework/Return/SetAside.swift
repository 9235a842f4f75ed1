import Days

/// A row of a return that could not be used as it stood, kept whole so that it can be read again.
public struct SetAside: Hashable, Sendable {
    /// The table's name as the collection writes it.
    public var table: String
    public var year: CollectionYear
    /// The row's cells, each `COLUMN=value`, with a unit separator between them.
    public var cells: String
    /// What was wrong, in a sentence.
    public var why: String

    public init(table: String, year: CollectionYear, cells: String, why: String) {
        (self.table, self.year, self.cells, self.why) = (table, year, cells, why)
    }
}

/// A row set aside as the record remembers it: enough to know it again, not what it said.
public struct HeldSetAside: Hashable, Sendable {
    public let fingerprint: UInt64
    /// The table's name as the collection writes it.
    public let table: String
    public let origin: Origin

    public init(_ row: SetAside, _ origin: Origin) {
        (fingerprint, table, self.origin) = (row.fingerprint, row.table, origin)
    }

    /// Whether a newer version of a year's return that has `tables` would hold the row still: the year gave it, and it has
    /// the row's table.
    public func isSpokenFor(by tables: ReturnTables, of source: Source) -> Bool {
        origin.source == source && ReturnTable(rawValue: table).map(tables.contains) ?? true
    }
}

extension SetAside {
    /// The cells, in the order of the table's columns.
    public var columns: [(name: String, value: String)] {
        cells.split(separator: "\u{1F}").map { cell in
            let parts = cell.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
    }

    /// Tells one row from another within a record (FNV-1a over table, year and cells).
    public var fingerprint: UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        for byte in table.utf8 { mix(byte) }
        for byte in cells.utf8 { mix(byte) }
        mix(UInt8(truncatingIfNeeded: year.start))
        return hash
    }
}
