import Casework
import Foundation
import GRDB

/// What SQLite alone does with rows like the journal's: the reference for writing.
enum BareTable {
    static func make(at path: String) async throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: path)
        try await queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            try db.execute(
                sql: """
                    CREATE TABLE bare (seq INTEGER PRIMARY KEY, stream INTEGER, version INTEGER, day INTEGER,
                      minute INTEGER, recorded INTEGER, author TEXT, source INTEGER, corrects INTEGER, reason TEXT,
                      kind INTEGER, schema INTEGER, body BLOB, salt BLOB, digest BLOB);
                    CREATE TABLE bare_command (id BLOB PRIMARY KEY, first_seq INTEGER, last_seq INTEGER) WITHOUT ROWID
                    """)
        }
        return queue
    }

    static func insert(_ db: Database, _ seq: Int, _ body: [UInt8]) throws {
        let statement = try db.cachedStatement(sql: "INSERT INTO bare VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        try statement.execute(arguments: [
            seq, 1, 1, 1, nil, 1, "benchmark", 0, nil, nil, 30, 1, Data(body), Data(count: 16), Data(count: 32),
        ])
    }

    /// A row like that of a command, which is remembered with what came of it.
    static func remember(_ db: Database, _ command: CommandID, _ seq: Int) throws {
        let statement = try db.cachedStatement(sql: "INSERT INTO bare_command VALUES (?,?,?)")
        try statement.execute(arguments: [command.text, seq, seq])
    }
}
