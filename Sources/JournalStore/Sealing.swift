import Casework
import Days
import Foundation
import GRDB
import GRDBSQLite

/// That an event was sealed: enough to seal the same one in an older copy of the journal, and nothing of what it says.
public struct SealedEvent: Hashable, Sendable {
    /// The event that is sealed, and its digest, by which it is known for the same one in a copy.
    public let event: EventID
    public let digest: [UInt8]
    /// The day that it was sealed on.
    public let day: Moment
    /// What seals it.
    public let seal: StoredBody

    public init(event: EventID, digest: [UInt8], day: Moment, seal: StoredBody) {
        (self.event, self.digest, self.day, self.seal) = (event, digest, day, seal)
    }
}

extension SQLiteJournal {
    /// Everything that is sealed in the journal in `directory`, in the order it was. Reads a journal that is in use, or one
    /// that does not verify, as far as it can be read.
    public static func sealed(in directory: URL) throws -> [SealedEvent] {
        try readMarks(in: directory) { try $0.listSealed() }
    }

    /// Seals again what was sealed in a later state of the same journal. What is sealed here already, or is not here yet,
    /// needs nothing. All of them, or none.
    ///
    /// - Returns: How many events were sealed.
    /// - Throws: ``JournalError/otherEvent(_:)`` where an event is not the one that was sealed.
    @discardableResult
    nonisolated(nonsending) public func seal(
        again sealed: [SealedEvent], command: CommandID, by author: Actor, at now: Instant
    ) async throws -> Int {
        let due = try await due(sealed)
        guard !due.isEmpty else { return 0 }
        try await append(command, by: author, at: now) { transaction in
            for (stream, one) in due {
                try transaction.append(
                    Proposed(
                        stream: stream, occurred: one.day, source: .recordedHere, corrects: one.event, body: one.seal))
            }
        }
        try checkpoint()
        return due.count
    }

    nonisolated(nonsending) private func due(_ sealed: [SealedEvent]) async throws -> [(StreamID, SealedEvent)] {
        let last = try await head().seq
        return try Self.inWords(path) {
            try pool.read { db in
                let reader = EventReader(db: db, path: path)
                var done = try reader.sealed()
                return try sealed.compactMap { one in
                    guard one.event.seq <= last, done.insert(one.event.seq).inserted else { return nil }
                    guard try reader.digest(of: one.event) == one.digest else {
                        throw JournalError.otherEvent(one.event)
                    }
                    var stream: StreamID?
                    try reader.open(sealed: one.event) { stream = $0.stream }
                    return stream.map { ($0, one) }
                }
            }
        }
    }
}

extension EventReader {
    fileprivate func listSealed() throws -> [SealedEvent] {
        guard try JournalSchema.holdsSeals(db) else { return [] }
        return try marks(of: StoredBody.seal, "schema", "body") { mark, row in
            let schema = UInt16(clamping: sqlite3_column_int64(row.statement, Self.firstOwnColumn))
            let body = Array(row.bytes(atColumn: Self.firstOwnColumn + 1))
            return SealedEvent(
                event: mark.event, digest: mark.digest, day: mark.day,
                seal: StoredBody(kind: StoredBody.seal, schema: schema, bytes: body))
        }
    }
}
