import Casework
import Days
import Foundation
import JournalStore

/// A copy of everything an authority keeps, made while the service goes on.
///
/// Each database is copied as it stood at one moment. The copy is held against its own chain before it is given its
/// name, so a folder of that name is a backup that was whole and sound when it was made. Beside the databases lie the
/// journal's head, as `verify --head` reads it, and a list of the files with what each holds. The erasures and seals known
/// by now go beside the folder, so that an older backup restored from there forgets what has been erased since, and shows
/// nobody what has been sealed.
public struct Backup: Sendable {
    public let data: DataDirectory
    public let folder: URL

    public init(of data: DataDirectory, to folder: URL) { (self.data, self.folder) = (data, folder) }

    public struct Outcome: Sendable {
        /// Where the copied journal ends.
        public let head: JournalHead
        public let files: Int
        public let bytes: Int64
        /// What was not copied because it is neither a file nor a folder.
        public let leftOut: [String]
    }

    /// - Throws: ``BackupError``, ``ServiceError`` or the journal's errors; nothing is left behind then.
    public func run(at now: Instant) throws -> Outcome {
        guard data.hasJournal else { throw ServiceError.noJournal(data.url.path) }
        try BackupFolder.requireEmpty(folder)
        let inside = folder.standardizedFileURL.path + "/"
        guard !inside.hasPrefix(data.url.standardizedFileURL.path + "/") else {
            throw BackupError.insideData(folder.path)
        }
        let parent = folder.deletingLastPathComponent()
        try makePrivateDirectory(parent)
        let part = parent.appendingPathComponent(".\(folder.lastPathComponent).part-\(getpid())", isDirectory: true)
        try? FileManager.default.removeItem(at: part)
        do {
            try makePrivateDirectory(part)
            let outcome = try fill(part, at: now)
            try renameDurably(part, to: folder)
            return outcome
        } catch {
            try? FileManager.default.removeItem(at: part)
            throw error
        }
    }

    private func fill(_ part: URL, at now: Instant) throws -> Outcome {
        // The journal first, and the others as they are listed afterwards: what it speaks of was in them before it did.
        try copy(journalName, to: part)
        var (names, leftOut) = try BackupFolder.contents(of: data.url)
        for name in names where name != journalName { try copy(name, to: part) }
        if data.isFictional, !names.contains("FICTIONAL") {
            try writeDurably(Data("Every child, worker and place here is fictional.\n".utf8), to: part / "FICTIONAL")
            names.append("FICTIONAL")
        }
        let report = try SQLiteJournal.verify(part)
        guard report.isSound, let head = report.head else {
            throw BackupError.notSound(data.url.path, report.faults.first.map { "\($0)" } ?? "it cannot be read")
        }
        for name in names where name != journalName && DatabaseCopy.isDatabase(part / name) {
            if let complaint = DatabaseCopy.complaints(of: part / name).first {
                throw BackupError.notSound((data.url / name).path, complaint)
            }
        }
        let manifest = try BackupManifest(of: names, in: part, head: head, made: now)
        try head.write(to: part / BackupFolder.head)
        try manifest.write(to: part / BackupFolder.manifest)
        try ErasureList(try SQLiteJournal.erasures(in: part)).add(to: ErasureList.file(beside: folder))
        try SealList(try SQLiteJournal.sealed(in: part)).add(to: SealList.file(beside: folder))
        return Outcome(
            head: head, files: manifest.files.count, bytes: manifest.files.reduce(0) { $0 + $1.bytes }, leftOut: leftOut
        )
    }

    private var journalName: String { data.journalFile.lastPathComponent }

    private func copy(_ name: String, to part: URL) throws {
        let (source, target) = (data.url / name, part / name)
        try makePrivateDirectory(target.deletingLastPathComponent())
        if DatabaseCopy.isDatabase(source) {
            try DatabaseCopy.make(of: source, at: target)
        } else {
            try FileManager.default.copyItem(at: source, to: target)
            try syncToDisk(target)
        }
        try syncToDisk(target.deletingLastPathComponent())
    }
}

/// Why a backup or a restore was not made, and what to do.
public enum BackupError: Error, CustomStringConvertible, Sendable {
    case notEmpty(String)
    case insideData(String)
    case notSound(String, String)
    case damaged(String, String)
    case notABackup(String)
    case newerFormat(String, Int)
    case changed(String)
    case notAList(String)

    public var description: String {
        switch self {
        case .notEmpty(let path): "\(path) has something in it already; name a folder that is new or empty"
        case .insideData(let path): "\(path) is inside the folder to be copied; name one elsewhere, on another disk"
        case .notSound(let path, let why):
            "\(path) is not sound, so no backup was made and older ones stay as they are (\(why)); run throughline verify"
        case .damaged(let path, let why):
            "\(path) does not hold what it held when it was backed up (\(why)); restore from another backup"
        case .notABackup(let path): "\(path) is not a backup of Throughline; name the folder that backup wrote"
        case .newerFormat(let path, let format):
            "\(path) was written by a newer Throughline (backup format \(format)); use that version or a later one"
        case .changed(let path):
            "\(path) is not what was backed up: it was changed or cut short since; restore from another backup"
        case .notAList(let path): "\(path) does not hold a list of erasures, a backup or a journal; name one that does"
        }
    }
}
