import Casework
import Days
import Foundation
import JournalStore
import Service
import Synthetic

/// Where measurements are made: a folder that is gone afterwards, the year whose returns are read, and the day and the
/// instant they are read on.
struct Workplace {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString)")
    let year = CollectionYear(startingIn: 2025)
    let now = Instant(secondsSince1970: 1_780_000_000)
    let author = Actor("benchmark")

    var today: Day { year.lastDay + 200 }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func directory(_ name: String) -> URL { folder.appendingPathComponent(name) }

    /// Returns of a fictional authority: the folder of each year, in order.
    func synthesise(_ children: Int, years: Int = 1) throws -> [String] {
        let returns = directory("returns-\(children)-\(years)")
        let authority = SyntheticAuthority(seed: 1, children: children, years: years, lastYear: year)
        try authority.returns { path, bytes in
            let file = returns.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        return authority.years.map { returns.appendingPathComponent("\($0)").path }
    }

    func take(
        _ path: String, into journal: SQLiteJournal, _ command: UInt64, year: CollectionYear? = nil
    ) async throws -> ImportReturn.Outcome {
        try await ImportReturn(paths: [path], year: year ?? self.year).run(
            into: journal, command: CommandID(high: 9, low: command), by: author, at: now, today: today)
    }

    /// A fictional authority, imported.
    func authority(of children: Int, in name: String) async throws -> (SQLiteJournal, ImportReturn.Outcome) {
        let journal = try SQLiteJournal(directory: directory(name))
        let path = try synthesise(children)[0]
        return (journal, try await take(path, into: journal, 1))
    }
}
