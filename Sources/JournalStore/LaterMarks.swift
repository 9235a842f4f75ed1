import Casework
import Days
import Foundation
import GRDB
import GRDBSQLite

/// What a later event did to an earlier one, whose body is not what it was since: the earlier, and the day of the later.
struct LaterMark {
    let event: EventID
    /// The earlier event's, by which it is known for the same one in a copy.
    let digest: [UInt8]
    let day: Moment
}

extension SQLiteJournal {
    /// Reads what events of `directory` did to earlier ones. Reads a journal that is in use, or one that does not verify,
    /// as far as it can be read.
    static func readMarks<Entry>(in directory: URL, _ body: (EventReader) throws -> [Entry]) throws -> [Entry] {
        let path = file(in: directory).path
        guard FileManager.default.fileExists(atPath: path) else { throw JournalError.missing(path: path) }
        return try inWords(path) {
            try DatabaseQueue(path: path, configuration: JournalSchema.configuration(readonly: true)).read { db in
                _ = try JournalSchema.check(db, path: path)
                return try body(EventReader(db: db, path: path))
            }
        }
    }
}

extension EventReader {
    /// Every event of a kind that does something to an earlier one, in their order.
    ///
    /// - Parameter columns: More columns of the later event; `row` finds the first of them at ``firstOwnColumn``.
    func marks<Entry>(
        of kind: UInt16, _ columns: String..., entry: (LaterMark, EventRow) throws -> Entry
    ) throws -> [Entry] {
        var entries: [Entry] = []
        let own = columns.map { ", later.\($0)" }.joined()
        let sql = """
            SELECT event.seq, event.digest, later.occurred_day, later.occurred_minute\(own)
            FROM event AS later JOIN event ON event.seq = later.corrects
            WHERE later.kind = \(kind) AND later.seq > later.corrects ORDER BY later.seq
            """
        try walk(sql) { row in
            let statement = row.statement
            let minute =
                sqlite3_column_type(statement, 3) == SQLITE_NULL ? nil : Int(sqlite3_column_int64(statement, 3))
            let mark = LaterMark(
                event: EventID(sqlite3_column_int64(statement, 0)), digest: Array(row.bytes(atColumn: 1)),
                day: Moment(Day(ordinal: sqlite3_column_int(statement, 2)), minute: minute))
            entries.append(try entry(mark, row))
        }
        return entries
    }

    static let firstOwnColumn: Int32 = 4
}
