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
    public let origin: Origin
}

extension SetAside {
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
