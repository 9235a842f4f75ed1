import Casework
import Days
import Foundation
import GRDB
import GRDBSQLite

/// That an event's body was lawfully erased: enough to do the same again to an older copy of the journal, and nothing
/// of what was erased.
public struct Erasure: Hashable, Sendable {
    /// The event that was erased, and its digest, by which it is known for the same one in a copy.
    public let event: EventID
    public let digest: [UInt8]
    /// The day that the erasure was made on.
    public let day: Moment
    public let reason: String

    public init(event: EventID, digest: [UInt8], day: Moment, reason: String) {
        (self.event, self.digest, self.day, self.reason) = (event, digest, day, reason)
    }
}

extension SQLiteJournal {
    /// Every erasure that the journal in `directory` records, in the order they were made. Reads a journal that is in use,
    /// or one that does not verify, as far as it can be read.
    public static func erasures(in directory: URL) throws -> [Erasure] {
        try readMarks(in: directory) { try $0.listErasures() }
    }

    /// Erases again what was erased in a later state of the same journal.
    ///
    /// What is erased here already, or is not here yet, needs nothing. Each erasure is an event of its own, written by
    /// `author`, with the day and the reason of the first. All of them are made, or none.
    ///
    /// - Returns: How many were made.
    /// - Throws: ``JournalError/otherEvent(_:)`` where an event is not the one that was erased.
    @discardableResult
    nonisolated(nonsending) public func erase(
        again erasures: [Erasure], command: CommandID, by author: Actor, at now: Instant
    ) async throws -> Int {
        let due = try await due(erasures)
        guard !due.isEmpty else { return 0 }
        try await append(command, by: author, at: now) { transaction in
            for erasure in due { try transaction.erase(erasure.event, on: erasure.day, reason: erasure.reason) }
        }
        // What was erased must not stay readable in the write-ahead log.
        try checkpoint()
        return due.count
    }

    nonisolated(nonsending) private func due(_ erasures: [Erasure]) async throws -> [Erasure] {
        let last = try await head().seq
        return try Self.inWords(path) {
            try pool.read { db in
                let reader = EventReader(db: db, path: path)
                var seen: Set<EventID> = []
                return try erasures.filter { erasure in
                    guard erasure.event.seq <= last, seen.insert(erasure.event).inserted else { return false }
                    guard try reader.digest(of: erasure.event) == erasure.digest else {
                        throw JournalError.otherEvent(erasure.event)
                    }
                    return try !reader.isErased(erasure.event)
                }
            }
        }
    }
}

extension EventReader {
    fileprivate func listErasures() throws -> [Erasure] {
        try marks(of: StoredBody.erasure, "reason") { mark, row in
            Erasure(
                event: mark.event, digest: mark.digest, day: mark.day,
                reason: String(decoding: row.bytes(atColumn: Self.firstOwnColumn), as: UTF8.self))
        }
    }

    fileprivate func isErased(_ event: EventID) throws -> Bool {
        var isErased = false
        try walk("SELECT body IS NULL FROM event WHERE seq = ?", event.seq) {
            isErased = sqlite3_column_int($0.statement, 0) != 0
        }
        return isErased
    }
}
