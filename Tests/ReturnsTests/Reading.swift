import Casework
import Days
import Foundation
import Returns
import Testing

/// A folder of one test's own, gone with it, and the reader that reads it as on 24 November 2026.
final class Folder {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("returns-\(UUID().uuidString)")

    init(_ files: [String: Data] = [:]) throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, data) in files {
            let file = url.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
    }

    convenience init(_ files: [String: String]) throws { try self.init(files.mapValues { Data($0.utf8) }) }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Reads what stands in the folder, or in `names` of it, as a return.
    func read(
        _ names: String..., year: Int = 2017, limits: ReadingLimits = ReadingLimits(),
        settingAside strangers: Set<String> = []
    ) throws -> Return {
        try ReturnReader(year: CollectionYear(startingIn: year), importedOn: Self.today, limits: limits).read(
            names.isEmpty ? [url.path] : names.map(path), settingAside: strangers)
    }

    /// Reads it and gives the sentence that refuses it; nil where it is read.
    func refusal(_ names: String..., limits: ReadingLimits = ReadingLimits()) -> String? {
        do {
            _ = try ReturnReader(year: CollectionYear(startingIn: 2017), importedOn: Self.today, limits: limits).read(
                names.isEmpty ? [url.path] : names.map(path))
            return nil
        } catch {
            return error.description
        }
    }

    static let today = Day(2026, 11, 24) ?? Day(ordinal: 0)
}

extension Return {
    func child(_ number: String) -> ReportedChild? { children.first { $0.ssda903 == number } }
    func findings(_ kind: Finding.Kind) -> [Finding] { findings.filter { $0.kind == kind } }
}
