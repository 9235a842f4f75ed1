import Foundation
import JournalStore

/// What lies in a data folder and in a backup of one.
enum BackupFolder {
    static let manifest = "backup.json"
    static let head = "head.json"
    /// Where a restore gathers what it will move into place.
    static let restoring = ".restoring"

    /// What is not copied: SQLite keeps these for itself, or the service can make them again.
    private static func isKept(_ name: String) -> Bool {
        !["-wal", "-shm", "-journal"].contains { name.hasSuffix(".sqlite" + $0) } && !name.hasPrefix("search.sqlite")
            && !name.contains(".new-") && !name.hasPrefix(restoring)
            && !Staging.passing.contains { name.hasPrefix("staging/" + $0) }
    }

    /// The files of a folder and of the folders in it, by their paths from there; and what is neither file nor folder.
    static func contents(of folder: URL) throws -> (files: [String], others: [String]) {
        var (files, others): ([String], [String]) = ([], [])
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted() where isKept(name) {
            let attributes = try FileManager.default.attributesOfItem(atPath: (folder / name).path)
            switch attributes[.type] as? FileAttributeType {
            case .typeRegular: files.append(name)
            case .typeDirectory: continue
            default: others.append(name)
            }
        }
        return (files, others)
    }

    /// - Throws: ``BackupError/notEmpty(_:)`` where the folder, or a file of that name, has something in it.
    static func requireEmpty(_ folder: URL) throws {
        guard FileManager.default.fileExists(atPath: folder.path) else { return }
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        guard let names, names.allSatisfy({ $0 == restoring }) else { throw BackupError.notEmpty(folder.path) }
    }
}

extension URL {
    static func / (folder: URL, name: String) -> URL { folder.appendingPathComponent(name) }
}
