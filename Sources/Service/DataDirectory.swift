import Foundation
import JournalStore

/// The folder that everything an authority keeps is in. Whoever may read it may read the record.
public struct DataDirectory: Sendable {
    public let url: URL
    public init(path: String) { url = URL(fileURLWithPath: path, isDirectory: true) }

    public var journalFile: URL { SQLiteJournal.file(in: url) }
    public var hasJournal: Bool { FileManager.default.fileExists(atPath: journalFile.path) }

    /// Whether what is kept here is made up: a folder that `synth` wrote to says so.
    public var isFictional: Bool {
        ["return", "."].contains {
            FileManager.default.fileExists(
                atPath: url.appendingPathComponent($0).appendingPathComponent("FICTIONAL").path)
        }
    }

    /// Opens the journal there is.
    public func journal() throws -> SQLiteJournal {
        guard hasJournal else { throw ServiceError.noJournal(url.path) }
        return try SQLiteJournal(directory: url)
    }

    /// Opens the journal, making it where there is none.
    public func journalForWriting() throws -> SQLiteJournal { try SQLiteJournal(directory: url) }
}

/// What a person who asked can act on.
public enum ServiceError: Error, CustomStringConvertible, Sendable {
    case noJournal(String)
    case nothingImported
    case noSuchChild(String)
    case notRead(file: String, why: String)
    /// A protection that cannot be: what is wrong, and what to do.
    case notProtected(String)
    case viewNotKept(String)

    public var description: String {
        switch self {
        case .noJournal(let path):
            "there is no journal in \(path); import a return first: throughline import ssda903 FOLDER --year 2025-26 --data \(path)"
        case .nothingImported:
            "nothing has been imported yet, so there is no day to speak for; import a return, or give --as-at"
        case .noSuchChild(let id):
            "no child here is known as \(id); give the number of the return, or the id that children lists"
        case .notRead(let file, let why): "\(file): \(why)"
        case .notProtected(let why): why
        case .viewNotKept(let path):
            "nothing is shown, because the access log in \(path) cannot be written; make access.sqlite writable for you"
        }
    }
}
