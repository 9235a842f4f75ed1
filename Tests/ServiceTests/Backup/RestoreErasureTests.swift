import Casework
import Days
import Foundation
import JournalStore
import Testing

@testable import Service

struct RestoreErasureTests {
    let kept: Kept
    init() async throws {
        kept = try Kept()
        try await kept.write(9)
        try kept.back("old")
        try await kept.erase(4)
    }

    @Test func anErasureThatALaterBackupSawIsMadeAgain() async throws {
        try kept.back("new")
        #expect(FileManager.default.fileExists(atPath: (kept.root / "erasures.json").path))
        #expect(try kept.holds("fictional 4 of 9", in: "old"))
        let outcome = try await kept.restore("old", to: "again")
        #expect(outcome.erased == 1)
        #expect(try !kept.holds("fictional 4 of 9", in: "again"))
        #expect(try kept.holds("fictional 5 of 9", in: "again"))
        let report = try SQLiteJournal.verify(kept.root / "again", head: outcome.head)
        #expect(report.isSound && report.erased == 1)
    }

    @Test func anErasureThatNoBackupSawIsTakenFromWhatIsLeft() async throws {
        #expect(try await kept.restore("old", to: "without").erased == 0)
        #expect(try await kept.restore("old", to: "again", later: ["data"]).erased == 1)
        #expect(try !kept.holds("fictional 4 of 9", in: "again"))
    }

    @Test func anErasureThatIsInTheBackupIsNotMadeTwice() async throws {
        try kept.back("new")
        #expect(try await kept.restore("new", to: "again", later: ["data", "new"]).erased == 0)
        #expect(try SQLiteJournal.verify(kept.root / "again").events == 10)
    }

    @Test func theErasuresOfAnotherJournalAreRefused() async throws {
        let other = try Kept()
        try await other.write(9)
        try await other.erase(2)
        try FileManager.default.copyItem(at: other.data, to: kept.root / "stranger")
        await #expect(throws: JournalError.otherEvent(EventID(2))) {
            try await kept.restore("old", to: "again", later: ["stranger"])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: (kept.root / "again").path).isEmpty)
    }

    @Test func aListThatCannotBeReadStopsTheRestore() async throws {
        try Data("[{\"event\": 4}]".utf8).write(to: kept.root / "list.json")
        await #expect(throws: BackupError.self) {
            try await kept.restore("old", to: "again", later: ["list.json"])
        }
    }
}
