import Casework
import Foundation
import JournalStore
import TestSupport
import Testing

@testable import Service

/// Backups while another process writes as fast as it can.
struct BackupUnderLoadTests {
    @Test func nothingAcknowledgedBeforeABackupIsMissingFromIt() async throws {
        let kept = try Kept()
        let writer = try Writer(kept.data)
        defer { writer.stop() }
        for name in ["one", "two", "three"] {
            let acknowledged = try writer.acknowledged(commands: 40)
            let outcome = try kept.back(name)
            #expect(outcome.head.seq >= acknowledged)
            let restored = try await kept.restore(name, to: "again-\(name)")
            #expect(restored.head == outcome.head)
            let report = try SQLiteJournal.verify(kept.root / "again-\(name)", head: outcome.head)
            #expect(report.isSound && report.events == Int(outcome.head.seq))
        }
        let before = try JournalHead.read(from: kept.root / "three/head.json")
        // The test ends only where the writer went on.
        while try writer.acknowledged(commands: 1) <= before.seq { continue }
        writer.stop()
        // The copies are the journal as it was: what came after changed nothing before.
        for name in ["one", "two", "three"] {
            let head = try JournalHead.read(from: kept.root / name / "head.json")
            #expect(try SQLiteJournal.verify(kept.data, head: head).isSound)
        }
    }
}

/// The program that the crash test kills: it writes to a journal without end and says what it was told had been kept.
private final class Writer {
    private let process = Process()
    private let out = Pipe()
    private var text = ""
    private var lines = 0
    private var last: Int64 = 0

    init(_ directory: URL) throws {
        process.executableURL = Shared.root.appendingPathComponent(".build/debug/crash-test")
        process.arguments = ["worker", directory.path, "7"]
        process.standardOutput = out
        try process.run()
    }

    /// Waits until so many more commands have been carried out, and gives the last event that was kept by then.
    func acknowledged(commands: Int) throws -> Int64 {
        let wanted = lines + commands
        while lines < wanted {
            let more = out.fileHandleForReading.availableData
            try #require(!more.isEmpty, "the writer stopped")
            text += String(decoding: more, as: UTF8.self)
            while let end = text.firstIndex(of: "\n") {
                last = text[..<end].split(separator: " ").last.flatMap { Int64($0) } ?? last
                lines += 1
                text.removeSubrange(...end)
            }
        }
        return last
    }

    func stop() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }
}
