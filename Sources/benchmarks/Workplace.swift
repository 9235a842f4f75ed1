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

    /// The manager of every worker of an authority made by ``peopled(_:years:in:)``.
    static let managerOfAll = "MANAGER-OF-ALL"

    /// A fictional authority with its staff, who all answer to ``managerOfAll``, and its children's names: what a server
    /// shows. The returns are taken in year by year, all or the first `imported` of them.
    func peopled(_ children: Int, years: Int, imported: Int = .max, in name: String) async throws -> SQLiteJournal {
        let journal = try SQLiteJournal(directory: directory(name))
        let paths = try synthesise(children, years: years)
        for (index, path) in paths.prefix(imported).enumerated() {
            let year = CollectionYear(startingIn: year.start - years + 1 + index)
            _ = try await take(path, into: journal, UInt64(index), year: year)
        }
        let beside = URL(fileURLWithPath: paths[0]).deletingLastPathComponent()
        func file(_ name: String) -> String { beside.appendingPathComponent(name).path }
        try answerToOne(file("staff.csv"))
        _ = try await ImportStaff(files: [file("staff.csv"), file("allocations.csv")]).run(
            into: journal, command: CommandID(high: 10, low: 1), by: author, at: now)
        _ = try await ImportNames(files: [file("names.csv")]).run(
            into: journal, command: CommandID(high: 10, low: 2), by: author, at: now)
        return journal
    }

    /// Puts one manager over every worker of a staff file.
    private func answerToOne(_ path: String) throws {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
        guard let headings = lines.first?.split(separator: ",", omittingEmptySubsequences: false),
            let manager = headings.firstIndex(of: "manager")
        else { return }
        let rows = lines.dropFirst().map { line in
            var cells = line.split(separator: ",", omittingEmptySubsequences: false)
            if cells.count == headings.count { cells[manager] = Self.managerOfAll[...] }
            return cells.joined(separator: ",")
        }
        try ([String(lines[0])] + rows).joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// A fictional authority, imported.
    func authority(of children: Int, in name: String) async throws -> (SQLiteJournal, ImportReturn.Outcome) {
        let journal = try SQLiteJournal(directory: directory(name))
        let path = try synthesise(children)[0]
        return (journal, try await take(path, into: journal, 1))
    }
}
