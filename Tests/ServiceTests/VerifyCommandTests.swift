import Casework
import Days
import Foundation
import GRDB
import JournalStore
import TestSupport
import Testing

/// `throughline verify` on a journal of 300 made-up events that somebody has harmed: it says which, and exits 1.
@Suite final class VerifyCommandTests {
    static let count = 300
    static let columns = [
        "stream", "version", "occurred_day", "occurred_minute", "recorded", "author", "source", "corrects", "reason",
        "kind", "schema", "body", "salt", "digest",
    ]

    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("verify-\(UUID().uuidString)")
    private var file: URL { SQLiteJournal.file(in: folder) }

    /// A journal that was written and closed: nothing of it is anywhere but in its file.
    init() async throws {
        let test = try TestJournal()
        let history = AuthorityHistory(seed: 300, children: 25)
        try await test.journal.append(
            CommandID(high: 3, low: 1), by: Actor("test"), at: Instant(secondsSince1970: 1_764_000_000)
        ) { transaction in
            for (index, event) in history.proposed.prefix(Self.count).enumerated() {
                try transaction.append(
                    Proposed(
                        stream: event.stream,
                        occurred: index % 2 == 0 ? Moment(event.occurred.day, minute: index) : event.occurred,
                        source: event.source, corrects: event.corrects, reason: index % 3 == 0 ? "said \(index)" : nil,
                        body: event.body))
            }
        }
        let head = try await test.journal.head()
        try test.journal.checkpoint()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: SQLiteJournal.file(in: test.folder), to: file)
        try head.write(to: folder.appendingPathComponent("head.json"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func verify(head: Bool = false) throws -> Program.Answer {
        try Program.run(
            ["verify", "--data", folder.path]
                + (head ? ["--head", folder.appendingPathComponent("head.json").path] : []))
    }

    /// Does to the file what a writer never would.
    private func tamper(_ sql: String, _ arguments: StatementArguments = []) throws {
        try DatabaseQueue(path: file.path).writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    DROP TRIGGER IF EXISTS event_is_never_deleted; DROP TRIGGER IF EXISTS event_is_never_changed;
                    DROP TRIGGER IF EXISTS command_is_never_deleted; DROP TRIGGER IF EXISTS command_is_never_changed;
                    """)
            try db.execute(sql: sql, arguments: arguments)
        }
    }

    @Test func aSoundJournalExitsWithNought() throws {
        let answer = try verify(head: true)
        #expect(answer.status == 0)
        #expect(answer.out == "The journal is sound: 300 events, each where and as it was written.\n")
    }

    /// The library flips a bit of every column of every event; here one of each column, through to what is said.
    @Test(arguments: columns) func oneFlippedBitNamesTheEvent(_ column: String) throws {
        var random = Seeded(state: UInt64(Self.columns.firstIndex(of: column) ?? 0))
        for seq in try places().shuffled(using: &random).prefix(3) {
            try flip(column, of: seq, &random)
            let answer = try verify()
            #expect(answer.status == 1)
            #expect(answer.out.contains("Event \(seq): "), "\(column) of \(seq): \(answer.out)")
        }
    }

    /// Events that have something in every column whose bits can be flipped.
    private func places() throws -> [Int64] {
        try DatabaseQueue(path: file.path).read {
            try Int64.fetchAll($0, sql: "SELECT seq FROM event WHERE length(body) > 0 AND length(reason) > 0")
        }
    }

    private func flip(_ column: String, of seq: Int64, _ random: inout Seeded) throws {
        guard ["author", "reason", "body", "salt", "digest"].contains(column) else {
            let (number, bit) = ("coalesce(\(column), 0)", 1 << random.number(0...30))
            // SQLite has no exclusive or.
            try tamper(
                """
                DROP INDEX IF EXISTS event_of_stream;
                UPDATE event SET \(column) = (\(number) | \(bit)) - (\(number) & \(bit)) WHERE seq = \(seq)
                """)
            return
        }
        var bytes = try DatabaseQueue(path: file.path).read {
            try Data.fetchOne($0, sql: "SELECT CAST(\(column) AS BLOB) FROM event WHERE seq = \(seq)") ?? Data()
        }
        bytes[random.number(0...bytes.count - 1)] ^= 1 << random.number(0...6)
        let isText = ["author", "reason"].contains(column)
        try tamper("UPDATE event SET \(column) = \(isText ? "CAST(? AS TEXT)" : "?") WHERE seq = \(seq)", [bytes])
    }

    @Test func aDeletedEventIsNamed() throws {
        try tamper("DELETE FROM event WHERE seq = 40")
        let answer = try verify()
        #expect(
            answer.status == 1 && answer.out.contains("Event 40: events from here to 40 are missing"), "\(answer.out)")
    }

    @Test func eventsThatChangedPlacesAreNamed() throws {
        for (from, to) in [(70, -1), (71, 70), (-1, 71)] {
            try tamper("UPDATE event SET seq = \(to) WHERE seq = \(from)")
        }
        let answer = try verify()
        #expect(answer.status == 1)
        for seq in [70, 71] { #expect(answer.out.contains("Event \(seq): "), "\(answer.out)") }
    }

    @Test func anEventThatNobodyWroteIsNamed() throws {
        try tamper(
            """
            INSERT INTO event SELECT 301, stream, 1000, occurred_day, occurred_minute, recorded, author, source,
                corrects, reason, kind, schema, body, salt, digest FROM event WHERE seq = 300
            """)
        let answer = try verify()
        #expect(answer.status == 1 && answer.out.contains("Event 301: "), "\(answer.out)")
    }

    @Test func aLostTailIsNoticedWithItsHead() throws {
        try tamper("DELETE FROM event WHERE seq > 295; UPDATE command SET last_seq = 295")
        #expect(try verify().status == 0)
        let answer = try verify(head: true)
        #expect(answer.status == 1 && answer.out.contains("295") && answer.out.contains("300"), "\(answer.out)")
    }

    @Test func aDamagedPageIsReportedAndNothingIsMadeOfIt() throws {
        let sound = try Data(contentsOf: file)
        for page in 0..<sound.count / 4096 {
            var harmed = sound
            harmed.replaceSubrange(page * 4096..<(page + 1) * 4096, with: Data(repeating: 0xA5, count: 4096))
            try harmed.write(to: file)
            let answer = try verify()
            #expect(answer.status == 1, "page \(page + 1): \(answer.error)")
            #expect(answer.out.contains("the database file is damaged"), "page \(page + 1): \(answer.out)")
        }
    }
}
