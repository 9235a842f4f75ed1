import Casework
import Days
import GRDBSQLite

/// A row of `event` under SQLite's own cursor. Reads columns where they lie, without copying them.
struct EventRow {
    let statement: OpaquePointer

    static let columns =
        "seq, stream, version, occurred_day, occurred_minute, recorded, source, corrects, kind, schema, author, reason, "
        + "body"
    /// With what only the chain needs.
    static let allColumns = columns + ", salt, digest"

    enum Column: Int32, CaseIterable {
        case seq, stream, version, day, minute, recorded, source, corrects, kind, schema, author, reason, body, salt,
            digest

        var name: String {
            switch self {
            case .day: "occurred_day"
            case .minute: "occurred_minute"
            default: "\(self)"
            }
        }
    }

    @inline(__always)
    func integer(_ column: Column) -> Int64 { sqlite3_column_int64(statement, column.rawValue) }

    @inline(__always)
    func isNull(_ column: Column) -> Bool { sqlite3_column_type(statement, column.rawValue) == SQLITE_NULL }

    @inline(__always)
    func bytes(_ column: Column) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(statement, column.rawValue)
        return UnsafeRawBufferPointer(
            start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(statement, column.rawValue)))
    }

    /// The number, where it fits what it is read as.
    @inline(__always)
    func exactly<Number: FixedWidthInteger>(_ column: Column, as type: Number.Type) throws(JournalError) -> Number {
        guard let number = Number(exactly: integer(column)) else {
            throw .unreadable(EventID(integer(.seq)), column: column.name)
        }
        return number
    }

    /// The row as an event, on loan until the cursor moves.
    @inline(__always)
    func event() throws(JournalError) -> StoredEvent {
        let minute: Int? = isNull(.minute) ? nil : Int(try exactly(.minute, as: UInt16.self))
        return StoredEvent(
            id: EventID(integer(.seq)), stream: StreamID(rawValue: integer(.stream)), version: Int(integer(.version)),
            occurred: Moment(Day(ordinal: try exactly(.day, as: Int32.self)), minute: minute),
            recorded: Instant(milliseconds: integer(.recorded)),
            source: Source(code: try exactly(.source, as: UInt16.self)),
            corrects: isNull(.corrects) ? nil : EventID(integer(.corrects)),
            kind: try exactly(.kind, as: UInt16.self), schema: try exactly(.schema, as: UInt16.self),
            body: bytes(.body), isErased: isNull(.body), authorBytes: bytes(.author),
            reasonBytes: isNull(.reason) ? nil : bytes(.reason))
    }

    /// The row as an event that is sealed: that there is one, of which stream and kind, and who wrote it when.
    func sealedEvent() throws(JournalError) -> StoredEvent {
        let recorded = Instant(milliseconds: integer(.recorded))
        return StoredEvent(
            id: EventID(integer(.seq)), stream: StreamID(rawValue: integer(.stream)), version: Int(integer(.version)),
            occurred: Moment(recorded.inLondon.day), recorded: recorded,
            source: Source(code: try exactly(.source, as: UInt16.self)),
            corrects: isNull(.corrects) ? nil : EventID(integer(.corrects)),
            kind: try exactly(.kind, as: UInt16.self), schema: try exactly(.schema, as: UInt16.self),
            body: UnsafeRawBufferPointer(start: nil, count: 0), isErased: isNull(.body), isSealed: true,
            authorBytes: bytes(.author), reasonBytes: nil)
    }

    /// The row as what its digest is made from.
    func header() throws(JournalError) -> EventHeader {
        EventHeader(
            seq: integer(.seq), stream: integer(.stream), version: integer(.version),
            day: try exactly(.day, as: Int32.self),
            minute: isNull(.minute) ? nil : try exactly(.minute, as: UInt16.self), recorded: integer(.recorded),
            source: try exactly(.source, as: UInt16.self), corrects: isNull(.corrects) ? nil : integer(.corrects),
            kind: try exactly(.kind, as: UInt16.self), schema: try exactly(.schema, as: UInt16.self),
            author: bytes(.author), reason: isNull(.reason) ? nil : bytes(.reason))
    }
}
