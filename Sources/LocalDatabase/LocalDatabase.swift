import Foundation
import GRDB
import Glibc

/// One SQLite file of an authority's folder: what it is called, how it came to its present tables, and what it promises.
///
/// Every file is its owner's alone, keeps a write-ahead log so that readers and the one writer do not wait for each other,
/// and says in its own header whose it is, so that a stranger's database is left as it was.
public struct LocalDatabase: Sendable {
    /// What survives a power cut.
    public enum Promise: Sendable {
        /// Whatever was acknowledged.
        case everything
        /// All but the last moments; the file is whole either way.
        case allButTheLast
    }

    public let fileName: String
    /// Four letters as a number, kept in the file's header.
    public let applicationID: Int
    /// The steps that made the tables, in order. A step is never changed, only followed by another.
    public let steps: [String]
    public let promise: Promise

    public init(fileName: String, applicationID: Int, steps: [String], promise: Promise) {
        (self.fileName, self.applicationID, self.steps, self.promise) = (fileName, applicationID, steps, promise)
    }

    /// How long a writer waits for one of another process, in seconds.
    private static let patience = 10.0

    /// Opens the file in `directory`, making both where they are not there and taking the steps that are missing.
    ///
    /// - Throws: ``LocalDatabaseError``.
    public func open(in directory: URL) throws -> DatabasePool {
        let path = directory.appendingPathComponent(fileName).path
        return try Self.inWords(path) {
            try makePrivate(directory, path)
            let pool = try DatabasePool(path: path, configuration: configuration(path))
            try pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = \(promise == .everything ? "FULL" : "NORMAL")")
                if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal" {
                    throw LocalDatabaseError.notDurable(path: path)
                }
                try db.inTransaction(.immediate) {
                    try takeSteps(db, path)
                    return .commit
                }
            }
            return pool
        }
    }

    private func configuration(_ path: String) -> Configuration {
        var configuration = Configuration()
        let checkpoints = Checkpoints(of: path)
        configuration.prepareDatabase { checkpoints.watch($0) }
        configuration.busyMode = .timeout(Self.patience)
        configuration.label = fileName
        return configuration
    }

    private func takeSteps(_ db: Database, _ path: String) throws {
        let taken = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let isNew = try owner == 0 && taken == 0 && Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
        guard isNew || owner == applicationID else { throw LocalDatabaseError.notOurs(path: path) }
        guard taken <= steps.count else { throw LocalDatabaseError.newer(path: path) }
        guard taken < steps.count else { return }
        for step in steps[taken...] { try db.execute(sql: step) }
        try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(steps.count)")
    }

    /// The folder and an empty file that its owner only can read, before anything is written to it.
    private func makePrivate(_ directory: URL, _ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.createDirectory(
            at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let file = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw LocalDatabaseError.storage(path: path, detail: String(cString: strerror(errno)))
        }
        close(file)
    }

    /// SQLite's errors as sentences that name the file.
    private static func inWords<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw LocalDatabaseError.storage(path: path, detail: error.message ?? "\(error.resultCode)")
        }
    }
}

/// Why a file could not be opened.
public enum LocalDatabaseError: Error, CustomStringConvertible, Sendable {
    case notOurs(path: String)
    case newer(path: String)
    case notDurable(path: String)
    case storage(path: String, detail: String)

    public var description: String {
        switch self {
        case .notOurs(let path): "\(path) is another program's file; name the right folder with --data"
        case .newer(let path): "\(path) was written by a newer Throughline; use that version or a later one"
        case .notDurable(let path): "\(path) cannot keep what is saved through a power cut; use a local disk"
        case .storage(let path, let detail): "\(path) could not be read or written: \(detail)"
        }
    }
}
