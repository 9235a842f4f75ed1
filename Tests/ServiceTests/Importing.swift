import Casework
import Days
import Foundation
import JournalStore
import Returns

@testable import Service

/// A journal of its own for one test, gone with it.
final class TestJournal {
    let folder: URL
    let journal: SQLiteJournal
    private var sent: UInt64 = 0

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("throughline-\(UUID().uuidString)")
        journal = try SQLiteJournal(directory: folder)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Imports as on 24 November 2026.
    func take(
        _ paths: [String], _ year: Int, drawn: Day? = nil, previous: [String] = []
    ) async throws -> ImportReturn.Outcome {
        sent += 1
        let request = ImportReturn(
            paths: paths, year: CollectionYear(startingIn: year), drawn: drawn, previous: previous)
        return try await request.run(
            into: journal, command: CommandID(high: 1, low: sent), by: Actor("test"),
            at: Instant(secondsSince1970: 1_764_000_000 + Int64(sent)), today: Day(2026, 11, 24) ?? Day(ordinal: 0))
    }

    /// Writes tables to a folder of their own and gives its path.
    func tables(_ tables: [String: String]) throws -> String {
        let path = folder.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        for (name, text) in tables { try Data(text.utf8).write(to: path.appendingPathComponent(name)) }
        return path.path
    }
}
