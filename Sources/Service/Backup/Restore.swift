import Casework
import Days
import Foundation
import JournalStore

/// Brings a backup back into an empty folder.
///
/// Everything is checked before anything is moved, and the journal is moved last, so a restore that stops halfway leaves
/// a folder without a journal and the same command does it again. What was lawfully erased after the backup was made is
/// erased from what is restored, and what was sealed as another child's is sealed in it, as far as anything it is shown
/// knows of it: the lists beside the backup, and whatever `later` names.
public struct Restore: Sendable {
    public let backup: URL
    public let data: DataDirectory
    /// Lists of erasures and of seals, newer backups, or what is left of the folder that was lost.
    public let later: [URL]

    public init(from backup: URL, to data: DataDirectory, later: [URL] = []) {
        (self.backup, self.data, self.later) = (backup, data, later)
    }

    public struct Outcome: Sendable {
        /// Where the backup's journal ended.
        public let head: JournalHead
        /// When the backup was made.
        public let made: Instant
        /// How many erasures were made again.
        public let erased: Int
        /// How many events were sealed again.
        public let sealed: Int
    }

    /// - Throws: ``BackupError`` or the journal's errors. What was there before stays as it was.
    nonisolated(nonsending) public func run(command: CommandID, by author: Actor, at now: Instant) async throws
        -> Outcome
    {
        try BackupFolder.requireEmpty(data.url)
        let manifest = try BackupManifest.read(from: backup)
        try manifest.check(backup)
        let head = try JournalHead.read(from: backup / BackupFolder.head)
        try Self.requireSound(backup, head)
        let (erasures, seals) = try known()

        let staging = data.url / BackupFolder.restoring
        try makePrivateDirectory(data.url)
        try? FileManager.default.removeItem(at: staging)
        do {
            for file in manifest.files {
                let target = staging / file.name
                try makePrivateDirectory(target.deletingLastPathComponent())
                try FileManager.default.copyItem(at: backup / file.name, to: target)
                try syncToDisk(target)
            }
            let sealed = try await SQLiteJournal(directory: staging, creating: false)
                .seal(again: seals.entries, command: .new, by: author, at: now)
            let erased = try await SQLiteJournal(directory: staging, creating: false)
                .erase(again: erasures.entries, command: command, by: author, at: now)
            // What was erased again may have been all that spoke of a file.
            try await DocumentStore(DataDirectory(path: staging.path)).sweep(
                SQLiteJournal(directory: staging, creating: false))
            try Self.requireSound(staging, head)
            try moveIntoPlace(staging)
            return Outcome(
                head: head, made: Instant(secondsSince1970: Int64(manifest.made.timeIntervalSince1970)),
                erased: erased, sealed: sealed)
        } catch {
            try? FileManager.default.removeItem(at: staging)
            throw error
        }
    }

    /// What was erased and sealed after the backup was made, as far as anything knows.
    private func known() throws -> (ErasureList, SealList) {
        var (erasures, seals) = (ErasureList(), SealList())
        let (erased, sealed) = (ErasureList.file(beside: backup), SealList.file(beside: backup))
        if Self.isThere(erased) { erasures.add(try ErasureList.read(from: erased).entries) }
        if Self.isThere(sealed) { seals.add(try SealList.read(from: sealed).entries) }
        for place in later {
            seals.add(try Self.seals(knownAt: place).entries)
            if place.lastPathComponent != SealedEvent.listName {
                erasures.add(try ErasureList.read(from: place).entries)
            }
        }
        return (erasures, seals)
    }

    /// A list of erasures knows of no seals, but for the list of those that lies beside it.
    private static func seals(knownAt place: URL) throws -> SealList {
        if isThere(SQLiteJournal.file(in: place)) || place.lastPathComponent == SealedEvent.listName {
            return try SealList.read(from: place)
        }
        let beside = SealList.file(beside: place)
        return isThere(beside) ? try SealList.read(from: beside) : SealList()
    }

    private static func isThere(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    private static func requireSound(_ folder: URL, _ head: JournalHead) throws {
        let report = try SQLiteJournal.verify(folder, head: head)
        if let fault = report.faults.first { throw BackupError.damaged(folder.path, "\(fault)") }
    }

    private func moveIntoPlace(_ staging: URL) throws {
        let journal = data.journalFile.lastPathComponent
        // What SQLite kept for itself while the folder was prepared holds nothing more, and must not be mixed up.
        let names = try FileManager.default.contentsOfDirectory(atPath: staging.path).filter {
            !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal")
        }
        for name in names.sorted() where name != journal { try renameDurably(staging / name, to: data.url / name) }
        try renameDurably(staging / journal, to: data.url / journal)
        try? FileManager.default.removeItem(at: staging)
    }
}
