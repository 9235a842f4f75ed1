import Foundation
import GRDB

/// Copies of databases that stay in use while they are copied.
package enum DatabaseCopy {
    /// Whether the file begins as SQLite's do.
    package static func isDatabase(_ file: URL) -> Bool {
        guard let handle = try? FileHandle(forReadingFrom: file) else { return false }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }

    /// Writes to `copy` what `database` held at one moment. Writers go on meanwhile and wait for nothing. The copy is one
    /// file, readable by its owner only, and on the disk once this returns.
    ///
    /// - Throws: ``JournalError``, naming the file.
    package static func make(of database: URL, at copy: URL) throws {
        try makePrivateFile(copy.path)
        try SQLiteJournal.inWords(database.path) {
            let source = try DatabaseQueue(path: database.path, configuration: configuration(readonly: true))
            let target = try DatabaseQueue(path: copy.path, configuration: configuration(readonly: false))
            try source.backup(to: target)
            // Without a write-ahead log beside it a file can be kept, moved and read by itself.
            try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try target.close()
        }
        try syncToDisk(copy)
    }

    /// What SQLite's own check of its pages and indexes complains of; empty where it finds nothing.
    package static func complaints(of database: URL) -> [String] {
        do {
            let lines = try DatabaseQueue(path: database.path, configuration: configuration(readonly: true)).read {
                try String.fetchAll($0, sql: "PRAGMA integrity_check(10)")
            }
            return lines == ["ok"] ? [] : lines
        } catch {
            return ["\((error as? DatabaseError)?.message ?? "\(error)")"]
        }
    }

    private static func configuration(readonly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(JournalSchema.busyTimeout)
        configuration.foreignKeysEnabled = false
        return configuration
    }
}
