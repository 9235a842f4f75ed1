import Casework
import Days
import Foundation
import GRDB
import GRDBSQLite
import LocalDatabase

/// The journal in one SQLite file of a directory, with a write-ahead log, so that readers and the one writer do not
/// wait for each other. Any number of processes on one machine may have it open.
///
///     let journal = try SQLiteJournal(directory: URL(fileURLWithPath: "DATA"))
///     try await journal.append(command, by: author, at: now) { transaction in
///         try transaction.append(proposed, expecting: 3)
///     }
public final class SQLiteJournal: Journal {
    /// The directory that holds it.
    public let directory: URL
    let path: String
    let pool: DatabasePool
    /// A connection that never writes, so that what it is told of covers our own writes too.
    private let watch: DatabaseQueue
    /// As many events are read in less time than others would mind waiting for the connection that watches.
    private static let few: Int64 = 3000

    /// Opens the journal in `directory`, making both, for their owner only, where they are not there.
    ///
    /// - Parameter creating: False to throw ``JournalError/missing(path:)`` where there is no journal yet.
    /// - Throws: ``JournalError``: another program's file, a newer format, a file system that cannot promise to keep
    ///   what was saved, or a damaged file.
    public init(directory: URL, creating: Bool = true) throws {
        let path = Self.file(in: directory).path
        if !FileManager.default.fileExists(atPath: path) {
            guard creating else { throw JournalError.missing(path: path) }
            try makePrivateDirectory(directory)
            try makePrivateFile(path)
        }
        (self.directory, self.path) = (directory, path)
        // Looked at before anything is written to it, so that a file that is not ours is left as it was.
        try Self.inWords(path) {
            try DatabaseQueue(path: path, configuration: JournalSchema.configuration(readonly: true))
                .read { _ = try JournalSchema.check($0, path: path) }
        }
        pool = try Self.openPool(path)
        watch = try Self.inWords(path) {
            try DatabaseQueue(path: path, configuration: JournalSchema.configuration(readonly: true))
        }
    }

    private static func openPool(_ path: String) throws -> DatabasePool {
        try waitingItsTurn(path) {
            let pool = try DatabasePool(
                path: path, configuration: JournalSchema.configuration(checkpoints: Checkpoints(of: path)))
            try pool.writeWithoutTransaction { db in
                try JournalSchema.makeDurable(db, path: path)
                try JournalSchema.prepare(db, path: path)
            }
            return pool
        }
    }

    /// The journal's file in `directory`.
    public static func file(in directory: URL) -> URL {
        directory.appendingPathComponent(JournalSchema.fileName)
    }

    @discardableResult
    nonisolated(nonsending) public func append(
        _ command: CommandID, by author: Actor, at now: Instant, deciding: (any JournalTransaction) throws -> Void
    ) async throws -> Appended {
        try write { db in
            let transaction = try SQLiteTransaction(db, path: path, author: author, now: now)
            defer { transaction.end() }
            if let first = try transaction.outcome(of: command) { return first }
            try deciding(transaction)
            return try transaction.conclude(command, from: transaction.first)
        }
    }

    nonisolated(nonsending) public func scan(
        after: EventID, through: EventID?, checkingChain: Bool, each: (borrowing StoredEvent) throws -> Void
    ) async throws {
        if checkingChain {
            try read { try EventReader(db: $0, path: path).checkedScan(after: after, through: through, each: each) }
        } else if let through, through.seq - after.seq <= Self.few {
            try glance { try EventReader(db: $0, path: path).scan(after: after, through: through, each: each) }
        } else {
            try read { try EventReader(db: $0, path: path).scan(after: after, through: through, each: each) }
        }
    }

    nonisolated(nonsending) public func scan(
        stream: StreamID, each: (borrowing StoredEvent) throws -> Void
    ) async throws {
        try read { try EventReader(db: $0, path: path).scan(stream: stream, each: each) }
    }

    nonisolated(nonsending) public func open(
        sealed event: EventID, each: (borrowing StoredEvent) throws -> Void
    ) async throws {
        try read { try EventReader(db: $0, path: path).open(sealed: event, each: each) }
    }

    nonisolated(nonsending) public func head() async throws -> JournalHead {
        try read { try EventReader(db: $0, path: path).head() }
    }

    nonisolated(nonsending) public func dataVersion() async throws -> Int64 {
        var version: Int64 = 0
        try Self.inWords(path) {
            try watch.unsafeRead { db in
                try EventReader(db: db, path: path).walk("PRAGMA data_version") {
                    version = sqlite3_column_int64($0.statement, 0)
                }
            }
        }
        return version
    }

    nonisolated(nonsending) public func verify(head: JournalHead?) async throws -> VerificationReport {
        try Self.verify(directory, head: head)
    }

    /// Moves what is in the write-ahead log into the main file. SQLite does so by itself now and then; a backup of the
    /// file, or an erasure, wants it done now.
    public func checkpoint() throws {
        try Self.waitingItsTurn(path) { _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) } }
    }
}

extension SQLiteJournal {
    /// What is asked for after every write, and asks little, goes to the connection that watches: no other has to be found
    /// and made ready, which takes longer than reading a few events does.
    private func glance<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try Self.inWords(path) {
            try watch.unsafeRead { db in try EventReader(db: db, path: path).within("BEGIN DEFERRED") { try body(db) } }
        }
    }

    // Waiting for the database's queue holds the caller's thread. The protocol says so, and lets callers choose it.

    private func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try Self.inWords(path) { try pool.read(body) }
    }

    private func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try Self.inWords(path) {
            try pool.writeWithoutTransaction { db in
                try EventReader(db: db, path: path).within("BEGIN IMMEDIATE") { try body(db) }
            }
        }
    }

    /// For what SQLite does not wait its turn for by itself: setting up a write-ahead log, and a checkpoint, while
    /// another process is at the same.
    private static func waitingItsTurn<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        let patience = Date(timeIntervalSinceNow: JournalSchema.busyTimeout)
        while true {
            do {
                return try inWords(path, body)
            } catch JournalError.busy where Date() < patience {
                Thread.sleep(forTimeInterval: 0.005)
            }
        }
    }

    /// SQLite's errors as the journal's own.
    static func inWords<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: throw JournalError.busy(path: path)
            case .SQLITE_NOTADB: throw JournalError.notAJournal(path: path)
            default: throw JournalError.storage(path: path, detail: error.message ?? "\(error.resultCode)")
            }
        }
    }
}
