import Casework
import Days
import Foundation
import JournalStore
import Testing

@testable import Service

struct BackupTests {
    let kept: Kept
    init() throws { kept = try Kept() }

    @Test func whatIsRestoredIsWhatWasBackedUp() async throws {
        try await kept.write(40)
        try Data("authority: {name: Severn Vale}\n".utf8).write(to: kept.data / "settings.yaml")
        try FileManager.default.createDirectory(at: kept.data / "files/ab", withIntermediateDirectories: true)
        try Data("a letter".utf8).write(to: kept.data / "files/ab/cdef")
        let outcome = try kept.back("first")
        #expect(outcome.head.seq == 40)
        #expect(outcome.files == 3)
        let restored = try await kept.restore("first", to: "again")
        #expect(restored.head == outcome.head)
        #expect(try Data(contentsOf: kept.root / "again/files/ab/cdef") == Data("a letter".utf8))
        #expect(try SQLiteJournal.verify(kept.root / "again", head: outcome.head).events == 40)
        let again = try SQLiteJournal(directory: kept.root / "again", creating: false)
        #expect(try await again.append(CommandID(high: 9, low: 9), by: Kept.author, at: Kept.noon) { _ in }.count == 0)
    }

    @Test func theHeadOutsideTheDatabaseNoticesALostTail() async throws {
        try await kept.write(3)
        let early = try kept.back("early")
        try await kept.write(2)
        try kept.back("late")
        let head = try JournalHead.read(from: kept.root / "late/head.json")
        #expect(head.seq == 5)
        #expect(try SQLiteJournal.verify(kept.root / "late", head: early.head).isSound)
        let report = try SQLiteJournal.verify(kept.root / "early", head: head)
        #expect(report.faults.map(\.problem) == [.lostTail(last: 3, head: 5)])
    }

    @Test func aFolderWithSomethingInItIsLeftAsItIs() async throws {
        try await kept.write(1)
        try kept.back("one")
        #expect(throws: BackupError.self) { try kept.back("one") }
        await #expect(throws: BackupError.self) { try await kept.restore("one", to: "data") }
        #expect(try SQLiteJournal.verify(kept.data).events == 1)
        #expect(throws: BackupError.self) { try kept.back("data/inside") }
        #expect(try kept.names() == ["data", "one"])
    }

    @Test(arguments: ["journal.sqlite", "settings.yaml"]) func aBackupThatWasChangedIsNotRestored(_ name: String)
        async throws
    {
        try await kept.write(20)
        try Data("log: {level: info}\n".utf8).write(to: kept.data / "settings.yaml")
        try kept.back("one")
        let file = kept.root / "one" / name
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count - 3] ^= 1
        try bytes.write(to: file)
        await #expect(throws: BackupError.self) { try await kept.restore("one", to: "again") }
        let left = (try? FileManager.default.contentsOfDirectory(atPath: (kept.root / "again").path)) ?? []
        #expect(left.isEmpty)
    }

    @Test func aJournalThatIsNotSoundIsNotBackedUp() async throws {
        try await kept.write(20)
        try kept.journal.checkpoint()
        let file = SQLiteJournal.file(in: kept.data)
        var bytes = try Data(contentsOf: file)
        let body = try #require(bytes.range(of: Data("fictional 12 of".utf8)))
        bytes[body.lowerBound] ^= 1
        try bytes.write(to: file)
        #expect(throws: BackupError.self) { try kept.back("one") }
        #expect(try kept.names() == ["data"])
    }
}

/// A data folder with a journal, and a place for backups beside it.
final class Kept {
    let root: URL
    let journal: SQLiteJournal
    private var sent: UInt64 = 0

    static let author = Actor("test")
    static let noon = Instant(secondsSince1970: 1_764_000_000)

    var data: URL { root / "data" }

    init() throws {
        root = FileManager.default.temporaryDirectory / "backup-\(UUID().uuidString)"
        journal = try SQLiteJournal(directory: root / "data")
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func write(_ count: Int) async throws {
        sent += 1
        try await journal.append(CommandID(high: 1, low: sent), by: Self.author, at: Self.noon) { transaction in
            for number in 1...count {
                try transaction.append(
                    Proposed(
                        stream: StreamID(.child, key: 7), occurred: Moment(Day(ordinal: 20_000)), source: .recordedHere,
                        body: StoredBody(kind: 1, schema: 1, bytes: Array("fictional \(number) of \(count)".utf8))))
            }
        }
    }

    func erase(_ event: Int64) async throws {
        sent += 1
        try await journal.append(CommandID(high: 1, low: sent), by: Self.author, at: Self.noon) {
            try $0.erase(EventID(event), on: Moment(Day(ordinal: 20_001)), reason: "ordered by the court")
        }
        try journal.checkpoint()
    }

    @discardableResult
    func back(_ name: String) throws -> Backup.Outcome {
        try Backup(of: DataDirectory(path: data.path), to: root / name).run(at: Self.noon)
    }

    @discardableResult
    func restore(_ name: String, to target: String, later: [String] = []) async throws -> Restore.Outcome {
        sent += 1
        return try await Restore(
            from: root / name, to: DataDirectory(path: (root / target).path), later: later.map { root / $0 }
        ).run(command: CommandID(high: 2, low: sent), by: Self.author, at: Self.noon)
    }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: root.path).sorted() }

    /// Whether any file of a folder holds the text.
    func holds(_ text: String, in name: String) throws -> Bool {
        try FileManager.default.subpathsOfDirectory(atPath: (root / name).path).contains {
            FileManager.default.contents(atPath: (root / name / $0).path)?.range(of: Data(text.utf8)) != nil
        }
    }
}
