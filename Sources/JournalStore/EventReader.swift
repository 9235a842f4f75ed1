import Casework
import Days
import GRDB
import GRDBSQLite

/// Walks the events of an open connection with SQLite's own cursor, so that reading costs little more than SQLite's
/// stepping does.
struct EventReader {
    let db: Database
    let path: String

    func scan(after: EventID, through: EventID?, each: (borrowing StoredEvent) throws -> Void) throws {
        var previous = after.seq
        let sealed = try sealed()
        let sql = "SELECT \(EventRow.columns) FROM event WHERE seq > ? AND seq <= ? ORDER BY seq"
        try walk(sql, after.seq, through?.seq ?? .max) { row in
            let event = try row.event()
            guard event.id.seq == previous + 1 else { throw JournalError.gap(after: EventID(previous)) }
            previous += 1
            try sealed.contains(previous) ? each(row.sealedEvent()) : each(event)
        }
    }

    func scan(stream: StreamID, each: (borrowing StoredEvent) throws -> Void) throws {
        let sql = "SELECT \(EventRow.columns) FROM event WHERE stream = ? ORDER BY version"
        let sealed = try sealed()
        try walk(sql, stream.rawValue) { row in
            try sealed.contains(row.integer(.seq)) ? each(row.sealedEvent()) : each(row.event())
        }
    }

    /// One event whole, sealed or not.
    func open(sealed event: EventID, each: (borrowing StoredEvent) throws -> Void) throws {
        try walk("SELECT \(EventRow.columns) FROM event WHERE seq = ?", event.seq) { try each($0.event()) }
    }

    /// The events that a later one seals: whatever part of the journal is read, those of the whole of it, so that a sealed
    /// event is gone from what was known before it was sealed, too.
    func sealed() throws -> Set<Int64> {
        var sealed: Set<Int64> = []
        guard try JournalSchema.holdsSeals(db) else { return sealed }
        try walk("SELECT corrects FROM event WHERE kind = \(StoredBody.seal) AND corrects < seq") { row in
            sealed.insert(sqlite3_column_int64(row.statement, 0))
        }
        return sealed
    }

    /// As ``scan(after:through:each:)``, working out each digest again.
    func checkedScan(after: EventID, through: EventID?, each: (borrowing StoredEvent) throws -> Void) throws {
        var previous = after.seq
        var chain = EventChain()
        var erasures: [Int64: [UInt8]]?
        let sealed = try sealed()
        let (digest, content) = (UnsafeMutableRawBufferPointer.digest(), UnsafeMutableRawBufferPointer.digest())
        defer {
            digest.deallocate()
            content.deallocate()
        }
        digest.copyBytes(from: try self.digest(of: after))
        let sql = "SELECT \(EventRow.allColumns) FROM event WHERE seq > ? AND seq <= ? ORDER BY seq"
        try walk(sql, after.seq, through?.seq ?? .max) { row in
            let event = try row.event()
            guard event.id.seq == previous + 1 else { throw JournalError.gap(after: EventID(previous)) }
            previous += 1
            if event.isErased {
                if erasures == nil { erasures = try self.erasures() }
                guard let erased = erasures?[event.id.seq] else { throw JournalError.brokenChain(event.id) }
                content.copyBytes(from: erased)
            } else {
                EventChain.digest(salt: row.bytes(.salt), body: event.body, into: content)
            }
            chain.digest(try row.header(), after: .init(digest), content: .init(content), into: digest)
            guard row.bytes(.digest).elementsEqual(digest) else { throw JournalError.brokenChain(event.id) }
            try sealed.contains(previous) ? each(row.sealedEvent()) : each(event)
        }
    }

    func head() throws -> JournalHead {
        var head = JournalHead(seq: 0, digest: EventChain.beginning)
        try walk("SELECT seq, digest FROM event ORDER BY seq DESC LIMIT 1") { row in
            head = JournalHead(
                seq: sqlite3_column_int64(row.statement, 0), digest: Array(row.bytes(atColumn: 1)))
        }
        return head
    }

    /// What the event after `event` follows.
    func digest(of event: EventID) throws -> [UInt8] {
        guard event > .none else { return EventChain.beginning }
        var digest: [UInt8]?
        try walk("SELECT digest FROM event WHERE seq = ?", event.seq) { digest = Array($0.bytes(atColumn: 0)) }
        guard let digest, digest.count == EventChain.digestLength else { throw JournalError.gap(after: event) }
        return digest
    }

    /// By the event erased, the digest of the content that it had, as the event that erased it recorded.
    func erasures() throws -> [Int64: [UInt8]] {
        var erasures: [Int64: [UInt8]] = [:]
        let sql = "SELECT corrects, body FROM event WHERE kind = \(StoredBody.erasure) AND seq > corrects"
        try walk(sql) { row in
            let content = Array(row.bytes(atColumn: 1))
            if content.count == EventChain.digestLength { erasures[sqlite3_column_int64(row.statement, 0)] = content }
        }
        return erasures
    }

    /// What `body` does, whole or not at all, as it is at one moment. The statements around it are kept like any other here;
    /// GRDB's own are read anew for each transaction.
    func within<Value>(_ beginning: String, _ body: () throws -> Value) throws -> Value {
        try walk(beginning) { _ in }
        do {
            let value = try body()
            try walk("COMMIT") { _ in }
            return value
        } catch {
            // SQLite has undone some failures by itself, and then says that there is nothing to undo.
            if db.isInsideTransaction { try? walk("ROLLBACK") { _ in } }
            throw error
        }
    }

    /// Steps through the rows of a query whose parameters are numbers.
    func walk(_ sql: String, _ parameters: Int64..., row: (EventRow) throws -> Void) throws {
        let statement = try db.cachedStatement(sql: sql).sqliteStatement
        defer { sqlite3_reset(statement) }
        for (index, parameter) in parameters.enumerated() {
            sqlite3_bind_int64(statement, Int32(index + 1), parameter)
        }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try row(EventRow(statement: statement))
            case SQLITE_DONE: return
            case let code: throw DatabaseError(resultCode: .init(rawValue: code), message: db.lastErrorMessage)
            }
        }
    }
}

extension EventRow {
    /// For queries that select other columns than an event's.
    func bytes(atColumn index: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(statement, index)
        return UnsafeRawBufferPointer(
            start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(statement, index)))
    }
}

extension UnsafeMutableRawBufferPointer {
    /// Room for one digest, to be freed by whoever asked.
    static func digest() -> UnsafeMutableRawBufferPointer {
        .allocate(byteCount: EventChain.digestLength, alignment: 8)
    }
}
