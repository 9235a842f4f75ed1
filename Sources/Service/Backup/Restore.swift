import Casework
import Days
import Foundation
import JournalStore

/// Brings a backup back into an empty folder.
///
/// Everything is checked before anything is moved, and the journal is moved last, so a restore that stops halfway leaves
/// a folder without a journal and the same command does it again. What was lawfully erased after the backup was made is
/// erased from what is restored, as far as anything it is shown knows of it: the list beside the backup, and whatever
/// `later` names.
public struct Restore: Sendable {
    public let backup: URL
    public let data: DataDirectory
    /// Lists of erasures, newer backups, or what is left of the folder that was lost.
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
        var erasures = ErasureList([])
        let beside = ErasureList.file(beside: backup)
        for place in (FileManager.default.fileExists(atPath: beside.path) ? [beside] : []) + later {
            erasures.add(try ErasureList.read(from: place).erasures)
        }

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
            let erased = try await SQLiteJournal(directory: staging, creating: false)
                .erase(again: erasures.erasures, command: command, by: author, at: now)
            try Self.requireSound(staging, head)
            try moveIntoPlace(staging)
            return Outcome(
                head: head, made: Instant(secondsSince1970: Int64(manifest.made.timeIntervalSince1970)), erased: erased)
        } catch {
            try? FileManager.default.removeItem(at: staging)
            throw error
        }
    }

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
