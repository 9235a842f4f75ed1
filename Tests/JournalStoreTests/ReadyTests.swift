import Casework
import Days
import Foundation
import JournalStore
import TestSupport
import Testing

/// Whether what is written now would be kept.
struct ReadyTests {
    @Test func askingLeavesNothingBehindAndChangesNothing() async throws {
        let kept = try TemporaryJournal()
        let before = try FileManager.default.contentsOfDirectory(atPath: kept.directory.path).sorted()
        let version = try await kept.journal.dataVersion()
        try kept.journal.checkWritable()
        #expect(try FileManager.default.contentsOfDirectory(atPath: kept.directory.path).sorted() == before)
        #expect(try await kept.journal.dataVersion() == version)
    }

    @Test func aFolderThatIsGoneIsNotReady() async throws {
        let kept = try TemporaryJournal()
        try FileManager.default.removeItem(at: kept.directory)
        #expect(throws: JournalError.self) { try kept.journal.checkWritable() }
    }

    /// An import of a large return keeps every other writer waiting for seconds; that is no fault.
    @Test func aWriterAtWorkIsNotWaitedFor() async throws {
        let kept = try TemporaryJournal()
        try await kept.journal.append(CommandID(high: 1, low: 1), by: Actor("test"), at: Instant(milliseconds: 0)) {
            _ in
            try kept.journal.checkWritable()
        }
    }
}
