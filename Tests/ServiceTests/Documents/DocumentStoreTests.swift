import Casework
import Days
import Foundation
import JournalStore
import Testing

@testable import Service

/// The bytes of a document survive what the journal survives, and go where what spoke of them is erased.
struct DocumentStoreTests {
    let kept: Kept
    private let child = ChildID(key: 7)
    init() throws { kept = try Kept() }

    private var store: DocumentStore { DocumentStore(DataDirectory(path: kept.data.path)) }

    private func add(_ text: String) async throws -> (event: EventID, digest: FileDigest) {
        let event = try await AddDocument(
            child: child, title: "Letter", day: Day(ordinal: 20_000), informationClass: .ordinary
        ).run(
            Data(text.utf8), into: kept.journal, store, scanner: nil, command: .new,
            by: Kept.author, at: Kept.noon)
        let digests = try await kept.journal.fileDigests().digests
        return (try #require(event), try #require(digests.first { store.read($0) == Data(text.utf8) }))
    }

    @Test func twoDocumentsOfOneFileKeepItOnceAndAnotherIsNoneOfIt() async throws {
        try await kept.write(1)
        let (first, second) = (try await add("Dear Ann"), try await add("Dear Ann"))
        #expect(first.digest == second.digest && first.event != second.event)
        #expect(try await kept.journal.fileDigests().digests.count == 1)
    }

    @Test func aBackupCarriesItAndAnErasureTakesItOutOfWhatIsRestored() async throws {
        try await kept.write(1)
        let (first, second) = (try await add("Dear Ann"), try await add("Dear Ben"))
        try kept.back("old")
        try await kept.erase(first.event.seq)
        try kept.back("new")
        try await kept.restore("old", to: "again")
        let restored = DocumentStore(DataDirectory(path: (kept.root / "again").path))
        #expect(restored.read(first.digest) == nil && restored.read(second.digest) == Data("Dear Ben".utf8))
        #expect(try await store.sweep(kept.journal) == 1)
        #expect(try kept.holds("Dear Ben", in: "data") && !kept.holds("Dear Ann", in: "data"))
    }

    @Test func oneThatIsSealedStays() async throws {
        try await kept.write(1)
        let (event, digest) = try await add("Dear Ann")
        try await kept.seal(event.seq)
        #expect(try await kept.journal.fileDigests().digests == [digest])
        #expect(try await store.sweep(kept.journal) == 0)
        #expect(store.read(digest) == Data("Dear Ann".utf8))
    }

    /// The file is on the disk before its event, so what a crash leaves is a file that nothing speaks of, never the reverse.
    @Test func whatACrashLeavesIsSweptAndWhatIsSpokenOfStays() async throws {
        try await kept.write(1)
        let (_, digest) = try await add("Dear Ann")
        let orphan = try store.keep(Data("Dear Ben".utf8))
        let half = store.place(of: digest).deletingLastPathComponent().appendingPathComponent(".new-half")
        try Data("Dear C".utf8).write(to: half)
        try kept.back("one")
        #expect(try !kept.holds("Dear C", in: "one"), "a backup does not carry half a file")
        #expect(try await store.sweep(kept.journal, known: [digest]) == 2)
        #expect(store.read(digest) == Data("Dear Ann".utf8) && store.read(orphan) == nil)
        #expect(!FileManager.default.fileExists(atPath: half.path))
        #expect(try await store.sweep(kept.journal, known: [digest]) == 0)
    }

    /// Each refusal comes before the file is kept, and a journal that refuses writes no event.
    @Test func whatIsRefusedLeavesNoEventAndNoFileThatSpeaksOfIt() async throws {
        try await kept.write(1)
        let wrong = AddDocument(child: child, title: " ", day: Day(ordinal: 90_000), informationClass: .ordinary)
        await #expect(throws: RecordRefusals.self) {
            try await wrong.run(
                Data("Dear Ann".utf8), into: kept.journal, store, scanner: nil, command: .new, by: Kept.author,
                at: Kept.noon)
        }
        await #expect(throws: DocumentRefusal.notScanned) {
            try await AddDocument(child: child, title: "Letter", day: Day(ordinal: 20_000), informationClass: .ordinary)
                .run(
                    Data("Dear Ann".utf8), into: kept.journal, store, scanner: Clamd(socket: "/nowhere/clamd.ctl"),
                    command: .new, by: Kept.author, at: Kept.noon)
        }
        #expect(try await kept.journal.fileDigests().digests.isEmpty && !kept.holds("Dear Ann", in: "data"))
    }

    @Test func sentTwiceItIsAddedOnce() async throws {
        try await kept.write(1)
        let (letter, command) = (Data("Dear Ann".utf8), CommandID.new)
        var events: [EventID?] = []
        for _ in 1...2 {
            events.append(
                try await AddDocument(
                    child: child, title: "Letter", day: Day(ordinal: 20_000), informationClass: .ordinary
                ).run(letter, into: kept.journal, store, scanner: nil, command: command, by: Kept.author, at: Kept.noon)
            )
        }
        #expect(events[0] != nil && events[0] == events[1])
    }

    @Test func aFileThatWasChangedIsNotShown() async throws {
        try await kept.write(1)
        let (_, digest) = try await add("Dear Ann")
        try Data("Dear Eve".utf8).write(to: store.place(of: digest))
        #expect(store.read(digest) == nil)
        #expect(store.damaged(of: [digest]) == [digest])
    }
}
