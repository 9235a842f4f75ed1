import Casework
import Days
import Foundation
import GRDB
import JournalStore

/// A journal in a directory of its own, gone when the test is.
final class TemporaryJournal: Sendable {
    let directory: URL
    let journal: SQLiteJournal

    init(copying other: URL? = nil) throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("journal-\(UUID().uuidString)")
        if let other {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: other, to: SQLiteJournal.file(in: directory))
        }
        journal = try SQLiteJournal(directory: directory)
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    func report(head: JournalHead? = nil) throws -> VerificationReport {
        try SQLiteJournal.verify(directory, head: head)
    }

    /// Does to the file what a writer never would.
    func tamper(_ body: (Database) throws -> Void) throws {
        try DatabaseQueue(path: SQLiteJournal.file(in: directory).path).writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    PRAGMA synchronous = OFF;
                    DROP TRIGGER IF EXISTS event_is_never_deleted; DROP TRIGGER IF EXISTS event_is_never_changed;
                    DROP TRIGGER IF EXISTS command_is_never_deleted; DROP TRIGGER IF EXISTS command_is_never_changed;
                    """)
            try body(db)
        }
    }
}

/// A fictional event of a stream, its body said in text.
func proposal(_ text: String, in stream: StreamID = child(1), corrects: EventID? = nil, reason: String? = nil)
    -> Proposed
{
    Proposed(
        stream: stream, occurred: Moment(Day(ordinal: 17_666), minute: text.utf8.count % 2 == 0 ? 570 : nil),
        source: .recordedHere, corrects: corrects, reason: reason,
        body: StoredBody(kind: 7, schema: 1, bytes: Array(text.utf8)))
}

func child(_ key: UInt64) -> StreamID { StreamID(.child, key: key) }
func command(_ number: Int) -> CommandID { CommandID(high: 0xC0, low: UInt64(number)) }

let worker = Actor("cli:a.worker")
let noon = Instant(milliseconds: 1_526_385_600_000)

extension Journal {
    /// Appends each text as an event of `stream`, in one command.
    @discardableResult
    func write(_ texts: String..., in stream: StreamID = child(1), as id: CommandID, at now: Instant = noon)
        async throws
        -> Appended
    {
        try await append(id, by: worker, at: now) { try $0.append(contentsOf: texts.map { proposal($0, in: stream) }) }
    }

    /// Every body, as text.
    func texts(after: EventID = .none) async throws -> [String] {
        var texts: [String] = []
        try await scan(after: after) { texts.append(String(decoding: $0.body, as: UTF8.self)) }
        return texts
    }
}
