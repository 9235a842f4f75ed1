import Casework
import Foundation
import GRDB
import GRDBSQLite
import JournalStore
import Service

/// Folding the journal of a large authority, and asking everything of everybody.
enum Folds {
    static func measure(_ place: Workplace, children: Int) async throws {
        let (journal, outcome) = try await place.authority(of: children, in: "large")
        let queue = try DatabaseQueue(path: SQLiteJournal.file(in: place.directory("large")).path)
        let scan = try await seconds(3) { _ = try await queue.read { try touchEverything($0) } }
        let raw = try await seconds(3) { _ = try await queue.read { try step($0) } }
        let before = residentBytes()
        var authority = Authority()
        let fold = try await seconds { authority = try await journal.authority() }
        let grown = residentBytes() - before
        report("cold fold", fold, against: scan, .atMost(3))
        report("memory of the fold", grown / max(1, outcome.eventsAppended), atMost: 400, unit: "bytes an event")
        let checked = try await seconds { _ = try await journal.authority(checkingChain: true) }
        report("cold fold, chain checked", checked, against: scan, .none)
        guard let question = Question(authority, asAt: nil) else { return }
        var counted = Everything()
        let asked = await seconds(2) { counted = Everything(question) }
        report("all duties, signals and figures", asked, against: scan, .atMost(3))
        note(
            "\(children) looked after, \(outcome.children) children, \(outcome.eventsAppended) events; \(counted.duties) duties, \(counted.signals) signals, \(counted.figures) figures"
        )
        note(
            "the reference is one GRDB cursor over every byte of the journal; sqlite3_step alone took \(number(raw)) s")
        guard let table = try? PostcodeTable(file: ".places/postcodes.bin"),
            let placed = Question(authority, asAt: nil, places: table)
        else { return }
        let looked = await seconds(2) { counted = Everything(placed) }
        report("the same, with postcodes looked up", looked, against: scan, .atMost(3))
    }

    /// Every byte of every column of every event, by one GRDB cursor, numbers as numbers and the rest byte by byte where
    /// it lies.
    static func touchEverything(_ db: Database) throws -> UInt64 {
        var sum: UInt64 = 0
        let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM event ORDER BY seq")
        let row = cursor._statement.sqliteStatement
        while try cursor.next() != nil {
            for index in 0..<sqlite3_column_count(row) {
                if sqlite3_column_type(row, index) == SQLITE_INTEGER {
                    sum &+= UInt64(bitPattern: sqlite3_column_int64(row, index))
                } else if let start = sqlite3_column_blob(row, index) {
                    let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, index)))
                    for byte in bytes { sum &+= UInt64(byte) }
                }
            }
        }
        return sum
    }

    private static func step(_ db: Database) throws -> UInt64 {
        var statement: OpaquePointer?
        guard
            sqlite3_prepare_v2(db.sqliteConnection, "SELECT * FROM event ORDER BY seq", -1, &statement, nil)
                == SQLITE_OK
        else { return 0 }
        defer { sqlite3_finalize(statement) }
        var count: UInt64 = 0
        while sqlite3_step(statement) == SQLITE_ROW { count += 1 }
        return count
    }
}
