import Casework
import Days
import Foundation
import GRDB
import JournalStore
import TestSupport
import Testing

/// One journal of 300 random events; each test harms a copy of it and asks what verify says.
@Suite struct DamageTests {
    static let count = 300

    static let sound = Task {
        let temporary = try TemporaryJournal()
        var random = Seeded(state: 3)
        var written = 0
        for n in 0..<60 {
            _ = try await temporary.journal.append(command(n), by: worker, at: noon.adding(hours: n)) { transaction in
                for _ in 0..<5 {
                    let text = String(repeating: "word ", count: Int.random(in: 0..<40, using: &random)) + "\(written)"
                    try transaction.append(
                        proposal(
                            text, in: child(.random(in: 0..<12, using: &random)),
                            corrects: written > 0 && written % 3 == 0 ? EventID(Int64(written)) : nil,
                            reason: written % 4 == 0 ? "reason \(written)" : nil))
                    written += 1
                }
            }
        }
        try temporary.journal.checkpoint()
        return temporary
    }

    static func copy() async throws -> TemporaryJournal {
        try TemporaryJournal(copying: SQLiteJournal.file(in: try await sound.value.directory))
    }

    @Test func aJournalThatNobodyHarmedIsSound() async throws {
        let temporary = try await Self.copy()
        let head = try await temporary.journal.head()
        let report = try temporary.report(head: head)
        #expect(report.isSound && report.events == Self.count && report.head == head)
        let early = try JournalHead(seq: 100, digest: Self.digest(of: 100, in: temporary))
        #expect(try temporary.report(head: early).isSound)
    }

    @Test(arguments: [
        "stream", "version", "occurred_day", "occurred_minute", "recorded", "author", "source", "corrects", "reason",
        "kind", "schema", "body", "salt", "digest",
    ])
    func oneFlippedBitInAnyColumnNamesTheEvent(column: String) async throws {
        let temporary = try await Self.copy()
        var random = Seeded(state: 11)
        try temporary.tamper { try $0.execute(sql: "DROP INDEX event_of_stream") }
        // Ten at a time, each with sound neighbours, so that what is named has to be exactly what was harmed.
        for offset in 1...30 {
            let harmed = stride(from: offset, through: Self.count, by: 30).map(Int64.init)
            var before: [Int64: DatabaseValue] = [:]
            try temporary.tamper { db in
                for seq in harmed { before[seq] = try Self.flip(column, of: seq, in: db, using: &random) }
            }
            let report = try temporary.report()
            #expect(report.named.map(\.seq) == harmed)
            #expect(report.faultCount == harmed.count)
            try temporary.tamper { db in
                for (seq, value) in before { try Self.set(column, to: value, of: seq, in: db) }
            }
        }
        #expect(try temporary.report().isSound)
    }

    @Test func oneFlippedBitInAPlaceNamesThePlaceLeftEmpty() async throws {
        let temporary = try await Self.copy()
        var random = Seeded(state: 12)
        for seq in Int64(1)...Int64(Self.count) {
            var moved = seq
            try temporary.tamper { db in
                repeat {
                    moved = seq ^ (1 << Int64.random(in: 0..<64, using: &random))
                } while moved > 0 && moved <= Self.count
                try db.execute(sql: "UPDATE event SET seq = ? WHERE seq = ?", arguments: [moved, seq])
            }
            let report = try temporary.report()
            // The last event, moved on, leaves a hole; moved below 1, it is named where it stands.
            #expect(report.named.contains(EventID(seq)) || report.named.contains(EventID(moved)), "\(seq) to \(moved)")
            #expect(!report.isSound)
            try temporary.tamper { db in
                try db.execute(sql: "UPDATE event SET seq = ? WHERE seq = ?", arguments: [seq, moved])
            }
        }
        #expect(try temporary.report().isSound)
    }

    @Test(arguments: [
        "stream", "version", "occurred_day", "occurred_minute", "recorded", "author", "source", "corrects", "reason",
        "kind", "schema", "body", "salt", "digest",
    ])
    func aColumnOfAnotherTypeNamesTheEvent(column: String) async throws {
        let temporary = try await Self.copy()
        try temporary.tamper { db in
            try db.execute(
                sql: """
                    PRAGMA writable_schema = ON;
                    UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'event';
                    PRAGMA writable_schema = RESET;
                    """)
        }
        let isBlob = ["body", "salt", "digest"].contains(column)
        try temporary.tamper { db in
            let same = isBlob ? "CAST(\(column) AS TEXT)" : "CAST(coalesce(\(column), 1) AS BLOB)"
            try db.execute(sql: "UPDATE event SET \(column) = \(same) WHERE seq = 150")
        }
        let report = try temporary.report()
        #expect(report.faults.contains { $0.event == EventID(150) && $0.problem == .column(column) })
        #expect(report.named == [EventID(150)])
    }

    @Test func deletedSwappedAndInsertedEventsAreNamed() async throws {
        let temporary = try await Self.copy()
        try temporary.tamper { try $0.execute(sql: "DELETE FROM event WHERE seq BETWEEN 40 AND 41") }
        let deleted = try temporary.report()
        #expect(deleted.faults.map(\.problem) == [.missing(through: EventID(41))])
        #expect(deleted.named == [EventID(40)])

        let swapped = try await Self.copy()
        try swapped.tamper { db in
            for (from, to) in [(70, -1), (71, 70), (-1, 71)] {
                try db.execute(sql: "UPDATE event SET seq = ? WHERE seq = ?", arguments: [to, from])
            }
        }
        // The one after them is named too: it follows neither.
        #expect(try swapped.report().named == [EventID(70), EventID(71), EventID(72)])

        let inserted = try await Self.copy()
        try inserted.tamper { db in
            try db.execute(
                sql: """
                    INSERT INTO event SELECT 301, stream, 1000, occurred_day, occurred_minute, recorded, author, source,
                        corrects, reason, kind, schema, body, salt, digest FROM event WHERE seq = 300
                    """)
        }
        #expect(try inserted.report().faults.map(\.problem) == [.contents, .withoutCommand(through: EventID(301))])
        #expect(try Set(inserted.report().named) == [EventID(301)])
    }

    @Test func aLostTailIsNoticedWithAHeadKeptElsewhere() async throws {
        let temporary = try await Self.copy()
        let head = try await temporary.journal.head()
        try temporary.tamper { db in
            try db.execute(sql: "DELETE FROM event WHERE seq > 295; DELETE FROM command WHERE last_seq > 295")
        }
        #expect(try temporary.report().isSound)
        #expect(try temporary.report(head: head).faults.map(\.problem) == [.lostTail(last: 295, head: 300)])
        // Written on again to the same length, it is another journal.
        try await temporary.journal.write("a", "b", "c", "d", "e", "f", as: command(900))
        #expect(try temporary.report().isSound)
        #expect(try temporary.report(head: head).faults.map(\.problem) == [.otherHead])
        #expect(try temporary.report(head: head).named == [EventID(300)])
    }

    @Test func aCommandThatClaimsWhatItDidNotWriteIsNamed() async throws {
        for (sql, fault) in [
            (
                "UPDATE command SET last_seq = 400 WHERE last_seq = 300",
                VerificationReport.Problem.command(first: 296, last: 400)
            ),
            ("UPDATE command SET first_seq = 290 WHERE last_seq = 300", .command(first: 290, last: 300)),
            ("DELETE FROM command WHERE last_seq = 300", .withoutCommand(through: EventID(300))),
        ] {
            let temporary = try await Self.copy()
            try temporary.tamper { try $0.execute(sql: sql) }
            #expect(try temporary.report().faults.map(\.problem).contains(fault), "\(sql)")
        }
    }

    @Test func aPageThatIsOverwrittenIsReportedAsSuch() async throws {
        let file = try Data(contentsOf: SQLiteJournal.file(in: try await Self.sound.value.directory))
        let pageSize = 4096
        for page in 0..<file.count / pageSize {
            var harmed = file
            harmed.replaceSubrange(
                page * pageSize..<(page + 1) * pageSize, with: Data(repeating: 0xA5, count: pageSize))
            let report = try Self.verify(harmed)
            #expect(
                report.faults.contains { if case .pages = $0.problem { true } else { false } }, "page \(page + 1)")
        }
    }

    @Test func noByteOfTheFileCanChangeAnEventUnnoticed() async throws {
        let temporary = try await Self.sound.value
        let file = try Data(contentsOf: SQLiteJournal.file(in: temporary.directory))
        let written = try Self.everything(in: temporary.directory)
        var random = Seeded(state: 13)
        for _ in 0..<150 {
            var harmed = file
            let place = Int.random(in: 0..<harmed.count, using: &random)
            harmed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            try Self.inDirectory(of: harmed) { directory in
                guard let report = try? SQLiteJournal.verify(directory), report.isSound else { return }
                let read = try Self.everything(in: directory)
                #expect(read == written, "byte \(place)")
            }
        }
    }
}

extension DamageTests {
    /// Flips a bit of a value, or gives an absent one, and returns what it was.
    static func flip(
        _ column: String, of seq: Int64, in db: Database, using random: inout Seeded
    ) throws -> DatabaseValue {
        let row = try #require(
            try Row.fetchOne(
                db, sql: "SELECT \(column), CAST(\(column) AS BLOB) FROM event WHERE seq = ?", arguments: [seq]))
        let value: DatabaseValue = row[0]
        switch value.storage {
        case .null:
            let given: any DatabaseValueConvertible = column == "reason" ? "" : Int64(1)
            try set(column, to: given.databaseValue, of: seq, in: db)
        case .int64(let number):
            try set(
                column, to: (number ^ (1 << Int64.random(in: 0..<64, using: &random))).databaseValue, of: seq, in: db)
        case .string, .blob, .double:
            var bytes: Data = row[1]
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            let isText = ["author", "reason"].contains(column)
            try db.execute(
                sql: "UPDATE event SET \(column) = \(isText ? "CAST(? AS TEXT)" : "?") WHERE seq = ?",
                arguments: [bytes, seq])
        }
        return value
    }

    static func set(_ column: String, to value: DatabaseValue, of seq: Int64, in db: Database) throws {
        try db.execute(sql: "UPDATE event SET \(column) = ? WHERE seq = ?", arguments: [value, seq])
    }

    static func digest(of seq: Int64, in temporary: TemporaryJournal) throws -> [UInt8] {
        try DatabaseQueue(path: SQLiteJournal.file(in: temporary.directory).path).read { db in
            Array(try Data.fetchOne(db, sql: "SELECT digest FROM event WHERE seq = ?", arguments: [seq]) ?? Data())
        }
    }

    static func everything(in directory: URL) throws -> [Row] {
        try DatabaseQueue(path: SQLiteJournal.file(in: directory).path).read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM event ORDER BY seq")
        }
    }

    static func verify(_ file: Data) throws -> VerificationReport {
        try inDirectory(of: file) { try SQLiteJournal.verify($0) }
    }

    static func inDirectory<Value>(of file: Data, _ body: (URL) throws -> Value) throws -> Value {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("harmed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        try file.write(to: SQLiteJournal.file(in: directory))
        return try body(directory)
    }
}
