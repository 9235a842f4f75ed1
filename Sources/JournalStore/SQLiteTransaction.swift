import Casework
import Days
import GRDB
import GRDBSQLite

/// One command's turn to write. Keeps one insert statement, one set of buffers and the versions of the streams it has
/// touched, so that an import of a hundred thousand events costs each of them little more than SQLite's own insert.
final class SQLiteTransaction: JournalTransaction {
    var database: Database?
    let path: String
    let author: UnsafeMutableRawBufferPointer
    /// Where the last event's digest is, and where the next one's is written.
    let digest = UnsafeMutableRawBufferPointer.digest()
    let content = UnsafeMutableRawBufferPointer.digest()
    var chain = EventChain()
    var salts = Salts()
    var versions: [StreamID: Int] = [:]
    var inserting: OpaquePointer?
    /// The first event that belongs to the command itself, not to one that it carries out.
    private(set) var first: Int64

    var last: EventID
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

    func open() throws(JournalError) -> Database {
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
        if proposed.body.kind == StoredBody.seal { try admit(seal: proposed) }
        return try insert(proposed, expecting: expected)
    }

    /// Only what is of the same stream is sealed, so that whoever reads a stream finds there why an event of it is not shown.
    private func admit(seal: Proposed) throws {
        guard let event = seal.corrects, try stream(of: event) == seal.stream else {
            throw JournalError.noSuchEvent(seal.corrects ?? .none)
        }
        try JournalSchema.admitSeals(open())
    }

    private func stream(of event: EventID) throws -> StreamID? {
        var stream: StreamID?
        try EventReader(db: open(), path: path).walk("SELECT stream FROM event WHERE seq = ?", event.seq) {
            stream = StreamID(rawValue: sqlite3_column_int64($0.statement, 0))
        }
        return stream
    }

    func carryOut(_ command: CommandID, deciding: () throws -> Void) throws -> Appended {
        if let before = try outcome(of: command) { return before }
        guard first == last.seq + 1 else { throw JournalError.commandsDoNotMix }
        try deciding()
        let appended = try conclude(command, from: first)
        first = last.seq + 1
        return appended
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
