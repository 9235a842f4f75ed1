import Days
import Foundation

/// A return that somebody has sent and nobody has imported yet: files in a folder of their own, for their owner only, gone
/// after a day.
public struct StagedReturn: Codable, Hashable, Sendable {
    /// As it is written: `2025-26`.
    public let year: String
    /// ISO; nil for the collection's 31 March.
    public let drawn: String?
    public let files: [String]

    public init(year: CollectionYear, drawn: Day?, files: [String]) {
        (self.year, self.drawn, self.files) = (year.description, drawn?.description, files)
    }

    public var collectionYear: CollectionYear? { CollectionYear(year) }
}

/// The folder that staged files are in.
public struct Staging: Sendable {
    let root: URL

    public init(_ data: DataDirectory) { root = data.url.appendingPathComponent("staging", isDirectory: true) }

    /// The folder of one job; made for its owner alone.
    public func folder(of job: String) -> URL { root.appendingPathComponent(job, isDirectory: true) }

    public func make(_ job: String) throws -> URL {
        let folder = folder(of: job)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return folder
    }

    /// How the folders begin that are gone within a request: a page that is being printed, a document on its way in. No backup
    /// takes them, and none is left after a start.
    static let passing = ["print-", "upload-"]

    /// Removes what a crash left of those, before anybody asks for anything.
    public func clearPassing() {
        for (job, _) in folders() where Self.passing.contains(where: job.hasPrefix) { remove(job) }
    }

    public func remove(_ job: String) { try? FileManager.default.removeItem(at: folder(of: job)) }

    /// The jobs that have a folder, and when a file was last put into it.
    func folders() -> [(job: String, changed: Instant)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.compactMap { name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder(of: name).path)
            return (attributes?[.modificationDate] as? Date).map { (name, Instant($0)) }
        }
    }

    /// A name that cannot lead out of the folder: its last part, in letters, digits, dots, dashes and underscores.
    public static func safe(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let safe = String(last.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "_" })
        return safe.isEmpty || safe.allSatisfy { $0 == "." } ? "file" : String(safe.suffix(100))
    }
}

extension Instant {
    fileprivate init(_ date: Date) { self.init(milliseconds: Int64(date.timeIntervalSince1970 * 1000)) }
}
