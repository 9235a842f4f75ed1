import Casework
import Days
import GRDB
import GRDBSQLite

extension SQLiteTransaction {
    private static let insertion =
        "INSERT INTO event (\(EventRow.allColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

    func insert(_ proposed: Proposed, expecting expected: Int?) throws -> EventID {
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
                let start = (text.baseAddress ?? UnsafeRawPointer(author.baseAddress!)).assumingMemoryBound(
                    to: CChar.self)
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
        guard code == SQLITE_DONE else { throw failure(code) }
    }
}

extension SQLiteTransaction {
    /// What came of the command, where it was carried out before.
    func outcome(of command: CommandID) throws -> Appended? {
        let statement = try open().cachedStatement(sql: "SELECT first_seq, last_seq FROM command WHERE id = ?")
            .sqliteStatement
        bind(command, to: statement)
        defer { sqlite3_reset(statement) }
        switch sqlite3_step(statement) {
        case SQLITE_DONE: return nil
        case SQLITE_ROW:
            return Appended(
                first: sqlite3_column_int64(statement, 0), last: sqlite3_column_int64(statement, 1), isRepeat: true)
        case let code: throw failure(code)
        }
    }

    /// Remembers what came of the command: what was written from `start` on.
    func conclude(_ command: CommandID, from start: Int64) throws -> Appended {
        let statement = try open().cachedStatement(
            sql: "INSERT INTO command (id, first_seq, last_seq) VALUES (?, ?, ?)"
        )
        .sqliteStatement
        bind(command, to: statement)
        sqlite3_bind_int64(statement, 2, start)
        sqlite3_bind_int64(statement, 3, last.seq)
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else { throw failure(code) }
        return Appended(first: start, last: last.seq, isRepeat: false)
    }

    /// Sixteen bytes, big-endian, in the buffer that every statement here may use until it has been stepped.
    private func bind(_ command: CommandID, to statement: OpaquePointer) {
        content.storeBytes(of: command.high.bigEndian, toByteOffset: 0, as: UInt64.self)
        content.storeBytes(of: command.low.bigEndian, toByteOffset: 8, as: UInt64.self)
        sqlite3_bind_blob(statement, 1, content.baseAddress, 16, nil)
    }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(resultCode: .init(rawValue: code), message: database?.lastErrorMessage)
    }
}

extension Appended {
    fileprivate init(first: Int64, last: Int64, isRepeat: Bool) {
        self.init(events: first <= last ? EventID(first)...EventID(last) : nil, isRepeat: isRepeat)
    }
}
