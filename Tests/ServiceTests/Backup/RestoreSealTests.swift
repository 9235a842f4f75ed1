import Casework
import Days
import Foundation
import JournalStore
import Testing

@testable import Service

/// A seal outlives the folder it was made in: an older backup, restored, shows nobody what was sealed.
struct RestoreSealTests {
    let kept: Kept
    init() async throws {
        kept = try Kept()
        try await kept.write(9)
        try kept.back("old")
        try await kept.seal(4)
    }

    private func readable(_ name: String) async throws -> [String] {
        var texts: [String] = []
        try await SQLiteJournal(directory: kept.root / name, creating: false).scan {
            if !$0.isWithheld { texts.append(String(decoding: $0.body, as: UTF8.self)) }
        }
        return texts
    }

    @Test func aSealThatALaterBackupSawIsMadeAgain() async throws {
        try kept.back("new")
        #expect(try !kept.holds("fictional 4", in: "seals.json"))
        let outcome = try await kept.restore("old", to: "again")
        #expect(outcome.sealed == 1)
        #expect(try await !readable("again").contains("fictional 4 of 9"))
        #expect(try await readable("again").contains("fictional 5 of 9"))
        #expect(try SQLiteJournal.verify(kept.root / "again", head: outcome.head).isSound)
    }

    @Test func aSealThatNoBackupSawIsTakenFromWhatIsLeft() async throws {
        #expect(try await kept.restore("old", to: "without").sealed == 0)
        #expect(try await kept.restore("old", to: "again", later: ["data"]).sealed == 1)
        #expect(try await !readable("again").contains("fictional 4 of 9"))
    }

    @Test func oneThatIsInTheBackupIsNotMadeTwiceAndTheListMayBeNamed() async throws {
        try kept.back("new")
        #expect(try await kept.restore("new", to: "again", later: ["data", "new"]).sealed == 0)
        try FileManager.default.createDirectory(at: kept.root / "elsewhere", withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: kept.root / "old", to: kept.root / "elsewhere/old")
        let outcome = try await kept.restore("elsewhere/old", to: "named", later: ["seals.json"])
        #expect(outcome.sealed == 1)
    }

    @Test func whatIsSealedAndErasedSinceIsBoth() async throws {
        try await kept.erase(4)
        let outcome = try await kept.restore("old", to: "again", later: ["data"])
        #expect(outcome.sealed == 1 && outcome.erased == 1)
        #expect(try !kept.holds("fictional 4 of 9", in: "again"))
        #expect(try SQLiteJournal.verify(kept.root / "again", head: outcome.head).isSound)
    }

    @Test func theSealsOfAnotherJournalAreRefused() async throws {
        let other = try Kept()
        try await other.write(9)
        try await other.seal(2)
        try FileManager.default.copyItem(at: other.data, to: kept.root / "stranger")
        await #expect(throws: JournalError.otherEvent(EventID(2))) {
            try await kept.restore("old", to: "again", later: ["stranger"])
        }
    }

    @Test func aListThatCannotBeReadStopsTheRestore() async throws {
        try FileManager.default.createDirectory(at: kept.root / "lists", withIntermediateDirectories: true)
        try Data("[{\"event\": 4}]".utf8).write(to: kept.root / "lists/seals.json")
        await #expect(throws: BackupError.self) {
            try await kept.restore("old", to: "again", later: ["lists/seals.json"])
        }
    }
}

extension Kept {
    func seal(_ event: Int64) async throws {
        try await journal.append(.new, by: Self.author, at: Self.noon) {
            try $0.append(
                Proposed(
                    stream: StreamID(.child, key: 7), occurred: Moment(Day(ordinal: 20_001)), source: .recordedHere,
                    corrects: EventID(event), body: StoredBody(kind: StoredBody.seal, schema: 1, bytes: [])))
        }
        try journal.checkpoint()
    }
}
