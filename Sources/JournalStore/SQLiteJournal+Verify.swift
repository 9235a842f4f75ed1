import Casework
import Foundation
import GRDB
import GRDBSQLite

extension SQLiteJournal {
    /// Verifies the journal in `directory` without opening it for writing, so that a file too damaged to open is still
    /// reported on. Whatever is wrong with the journal is in the report.
    ///
    /// - Throws: ``JournalError/missing(path:)``, or an error of a file that is not a journal of a format known here.
    public static func verify(_ directory: URL, head: JournalHead? = nil) throws -> VerificationReport {
        let path = file(in: directory).path
        guard FileManager.default.fileExists(atPath: path) else { throw JournalError.missing(path: path) }
        do {
            // Its own connection, so that what is checked is what the disk holds and not what this process remembers.
            return try DatabaseQueue(path: path, configuration: JournalSchema.configuration(readonly: true)).read {
                db in
                _ = try JournalSchema.check(db, path: path)
                return report(on: EventReader(db: db, path: path), head: head)
            }
        } catch let error as DatabaseError {
            var report = VerificationReport()
            report.note(.pages(error.message ?? "\(error.resultCode)"))
            return report
        }
    }

    private static func report(on reader: EventReader, head: JournalHead?) -> VerificationReport {
        let complaints = reader.pageComplaints()
        var walk = JournalWalk(erasures: (try? reader.erasures()) ?? [:], kept: head)
        for complaint in complaints { walk.note(.pages(complaint)) }
        reader.takeAll(&walk)
        walk.finish()
        reader.checkCommands(&walk)
        return walk.report
    }
}

extension EventReader {
    /// SQLite's own check of its pages and indexes; empty where it finds nothing.
    fileprivate func pageComplaints() -> [String] {
        do {
            let lines = try String.fetchAll(db, sql: "PRAGMA integrity_check(100)")
            return lines == ["ok"] ? [] : lines
        } catch {
            return ["\((error as? DatabaseError)?.message ?? "\(error)")"]
        }
    }

    /// Gives the walk every row, and goes on past pages that cannot be read.
    fileprivate func takeAll(_ walk: inout JournalWalk) {
        var after = Int64.min
        var goesOn = true
        while goesOn {
            do {
                try walkRows(after: after) { row in
                    goesOn = goesOn && walk.take(row)
                    if !goesOn { throw OutOfOrder() }
                }
                return
            } catch is OutOfOrder {
                return
            } catch {
                guard let next = firstReadable(after: walk.last) else {
                    return walk.note(.pages("what follows event \(walk.last) cannot be read"))
                }
                if next > walk.last + 1 { walk.skip(to: next) }
                // A row that can be found but not stepped to would be found for ever.
                if after == next - 1 { return }
                after = next - 1
            }
        }
    }

    private struct OutOfOrder: Error {}

    private func walkRows(after: Int64, row: (EventRow) throws -> Void) throws {
        try walk("SELECT \(EventRow.allColumns) FROM event WHERE seq > ? ORDER BY seq", after, row: row)
    }

    /// The first event after `event` that can be read, found by doubling steps and then halving them: within one page
    /// of damage it is exact, and where several lie close together it may pass over what is between them.
    private func firstReadable(after event: Int64) -> Int64? {
        var unreadable = event
        var step: Int64 = 1
        while step < 1 << 40 {
            if let found = firstReadable(from: event + step) {
                var readable = found
                while unreadable + 1 < readable {
                    let middle = unreadable + (readable - unreadable) / 2
                    if let earlier = firstReadable(from: middle), earlier < readable {
                        readable = earlier
                    } else {
                        unreadable = middle
                    }
                }
                return readable
            }
            unreadable = event + step
            step *= 2
        }
        return nil
    }

    private func firstReadable(from event: Int64) -> Int64? {
        var found: Int64?
        try? walk(
            "SELECT \(EventRow.allColumns) FROM event WHERE seq >= ? ORDER BY seq LIMIT 1", event
        ) { found = $0.integer(.seq) }
        return found
    }

    /// Holds the commands to having written every event once.
    fileprivate func checkCommands(_ walk: inout JournalWalk) {
        var next: Int64 = 1
        let end = walk.last
        do {
            try self.walk("SELECT first_seq, last_seq FROM command ORDER BY first_seq, last_seq") { row in
                let first = sqlite3_column_int64(row.statement, 0)
                let last = sqlite3_column_int64(row.statement, 1)
                if first != next || last < first - 1 || last > end { walk.note(.command(first: first, last: last)) }
                next = max(next, min(last, end) + 1)
            }
            if next <= end { walk.note(.withoutCommand(through: EventID(end)), at: next) }
        } catch {
            walk.note(.pages("the commands cannot be read"))
        }
    }
}
