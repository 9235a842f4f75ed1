import Casework
import Days
import Foundation
import GRDB
import GRDBSQLite

/// One command's turn to write. Keeps one insert statement, one set of buffers and the versions of the streams it has
/// touched, so that an import of a hundred thousand events costs each of them little more than SQLite's own insert.
final class SQLiteTransaction: JournalTransaction {
    private var database: Database?
    private let path: String
    private let author: UnsafeMutableRawBufferPointer
    /// Where the last event's digest is, and where the next one's is written.
    private let digest = UnsafeMutableRawBufferPointer.digest()
    private let content = UnsafeMutableRawBufferPointer.digest()
    private var chain = EventChain()
    private var salts = Salts()
    private var versions: [StreamID: Int] = [:]
    private var inserting: OpaquePointer?
    private let first: Int64

    private(set) var last: EventID
    let recorded: Instant

    init(_ database: Database, path: String, author: Actor, now: Instant) throws {
        var head = (seq: Int64(0), recorded: Int64.min)
        var previous = EventChain.beginning
        let reader = EventReader(db: database, path: path)
        try reader.walk("SELECT seq, digest, recorded FROM event ORDER BY seq DESC LIMIT 1") { row in
            previous = Array(row.bytes(atColumn: 1))
            head = (sqlite3_column_int64(row.statement, 0), sqlite3_column_int64(row.statement, 2))
        }
        guard previous.count == EventChain.digestLength else { throw JournalError.brokenChain(EventID(head.seq)) }
        (self.database, self.path) = (database, path)
        (first, last) = (head.seq + 1, EventID(head.seq))
        recorded = Instant(milliseconds: max(now.milliseconds, head.recorded))
        digest.copyBytes(from: previous)
        let name = Array(author.name.utf8)
        // One byte more, because SQLite takes an empty text without an address for no text at all.
        self.author = .allocate(byteCount: name.count + 1, alignment: 1)
        self.author.copyBytes(from: name)
    }

    deinit {
        author.deallocate()
        digest.deallocate()
        content.deallocate()
    }

    /// Nothing can be asked of it from here on.
    func end() { database = nil }

    private func open() throws(JournalError) -> Database {
        guard let database else { throw .transactionIsOver }
        return database
    }

    func scan(after: EventID, each: (borrowing StoredEvent) throws -> Void) throws {
        try EventReader(db: open(), path: path).scan(after: after, through: nil, each: each)
    }

    func scan(stream: StreamID, each: (borrowing StoredEvent) throws -> Void) throws {
        try EventReader(db: open(), path: path).scan(stream: stream, each: each)
    }

    func version(of stream: StreamID) throws -> Int {
        let database = try open()
        if let known = versions[stream] { return known }
        var version = 0
        try EventReader(db: database, path: path)
            .walk("SELECT version FROM event WHERE stream = ? ORDER BY version DESC LIMIT 1", stream.rawValue) {
                version = Int(sqlite3_column_int64($0.statement, 0))
            }
        versions[stream] = version
        return version
    }

    func append(_ proposed: Proposed, expecting expected: Int?) throws -> EventID {
        guard proposed.body.kind != StoredBody.erasure else { throw JournalError.reservedKind }
        if let corrected = proposed.corrects, corrected <= .none || corrected > last {
            throw JournalError.noSuchEvent(corrected)
        }
        return try insert(proposed, expecting: expected)
    }

    func erase(_ event: EventID, on day: Moment, reason: String) throws -> EventID {
        let database = try open()
        let reader = EventReader(db: database, path: path)
        var stream: StreamID?
        try reader.walk("SELECT \(EventRow.allColumns) FROM event WHERE seq = ? AND body IS NOT NULL", event.seq) {
            stream = try $0.event().stream
            EventChain.digest(salt: $0.bytes(.salt), body: $0.bytes(.body), into: content)
        }
        guard let stream else { throw JournalError.noSuchEvent(event) }
        let body = StoredBody(kind: StoredBody.erasure, schema: 1, bytes: Array(content))
        let erasure = try insert(
            Proposed(
                stream: stream, occurred: day, source: .recordedHere, corrects: event, reason: reason, body: body),
            expecting: nil)
        // Freed bytes are otherwise left lying in the file until something else needs the room.
        try database.execute(sql: "PRAGMA secure_delete = ON")
        try database.execute(sql: "UPDATE event SET body = NULL, salt = NULL WHERE seq = ?", arguments: [event.seq])
        return erasure
    }
}

extension SQLiteTransaction {
    private static let insertion =
        "INSERT INTO event (\(EventRow.allColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

    private func insert(_ proposed: Proposed, expecting expected: Int?) throws -> EventID {
        let database = try open()
        let actual = try version(of: proposed.stream)
        if let expected, expected != actual {
            throw JournalError.conflict(StreamConflict(stream: proposed.stream, expected: expected, actual: actual))
        }
        let statement = try insertStatement(database)
        let id = EventID(last.seq + 1)
        var reason = proposed.reason ?? ""
        try salts.withNext { salt in
            try proposed.body.bytes.withUnsafeBytes { body in
                try reason.withUTF8 { text in
                    let header = EventHeader(
                        seq: id.seq, stream: proposed.stream.rawValue, version: Int64(actual + 1),
                        day: proposed.occurred.day.ordinal,
                        minute: proposed.occurred.minute.map { UInt16(truncatingIfNeeded: $0) },
                        recorded: recorded.milliseconds, source: proposed.source.code,
                        corrects: proposed.corrects?.seq, kind: proposed.body.kind, schema: proposed.body.schema,
                        author: UnsafeRawBufferPointer(rebasing: author.dropLast()),
                        reason: proposed.reason == nil ? nil : UnsafeRawBufferPointer(text))
                    EventChain.digest(salt: salt, body: body, into: content)
                    chain.digest(
                        header, after: UnsafeRawBufferPointer(digest), content: UnsafeRawBufferPointer(content),
                        into: digest)
                    try step(statement, header, body: body, salt: salt)
                }
            }
        }
        versions[proposed.stream] = actual + 1
        last = id
        return id
    }

    private func insertStatement(_ database: Database) throws -> OpaquePointer {
        if let inserting { return inserting }
        let statement = try database.cachedStatement(sql: Self.insertion).sqliteStatement
        inserting = statement
        return statement
    }

    /// Every text and blob is bound where it lies: it outlives the step.
    private func step(
        _ statement: OpaquePointer, _ header: EventHeader, body: UnsafeRawBufferPointer, salt: UnsafeRawBufferPointer
    ) throws {
        func bind(_ column: EventRow.Column, _ value: Int64?) {
            if let value {
                sqlite3_bind_int64(statement, column.rawValue + 1, value)
            } else {
                sqlite3_bind_null(statement, column.rawValue + 1)
            }
        }
        func bind(_ column: EventRow.Column, blob: UnsafeRawBufferPointer) {
            if let start = blob.baseAddress, !blob.isEmpty {
                sqlite3_bind_blob(statement, column.rawValue + 1, start, Int32(blob.count), nil)
            } else {
                sqlite3_bind_zeroblob(statement, column.rawValue + 1, 0)
            }
        }
        func bind(_ column: EventRow.Column, text: UnsafeRawBufferPointer?) {
            if let text {
                let start = (text.baseAddress ?? UnsafeRawPointer(author.baseAddress!)).assumingMemoryBound(to: CChar.self)
                sqlite3_bind_text(statement, column.rawValue + 1, start, Int32(text.count), nil)
            } else {
                sqlite3_bind_null(statement, column.rawValue + 1)
            }
        }
        bind(.seq, header.seq)
        bind(.stream, header.stream)
        bind(.version, header.version)
        bind(.day, Int64(header.day))
        bind(.minute, header.minute.map(Int64.init))
        bind(.recorded, header.recorded)
        bind(.source, Int64(header.source))
        bind(.corrects, header.corrects)
        bind(.kind, Int64(header.kind))
        bind(.schema, Int64(header.schema))
        bind(.author, text: header.author)
        bind(.reason, text: header.reason)
        bind(.body, blob: body)
        bind(.salt, blob: salt)
        bind(.digest, blob: UnsafeRawBufferPointer(digest))
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: .init(rawValue: code), message: database?.lastErrorMessage)
        }
    }

    /// What came of the command, where it was carried out before.
    func outcome(of command: CommandID) throws -> Appended? {
        let row = try Row.fetchOne(
            open().cachedStatement(sql: "SELECT first_seq, last_seq FROM command WHERE id = ?"),
            arguments: [command.bytes])
        guard let row else { return nil }
        return Appended(first: row[0], last: row[1], isRepeat: true)
    }

    /// Remembers what came of the command.
    func conclude(_ command: CommandID) throws -> Appended {
        try open().cachedStatement(sql: "INSERT INTO command (id, first_seq, last_seq) VALUES (?, ?, ?)")
            .execute(arguments: [command.bytes, first, last.seq])
        return Appended(first: first, last: last.seq, isRepeat: false)
    }
}

extension CommandID {
    /// Sixteen bytes, big-endian.
    fileprivate var bytes: Data {
        Data([high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) } })
    }
}

extension Appended {
    fileprivate init(first: Int64, last: Int64, isRepeat: Bool) {
        self.init(events: first <= last ? EventID(first)...EventID(last) : nil, isRepeat: isRepeat)
    }
}
