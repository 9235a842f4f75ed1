import Crypto
import Days
import Foundation
import JournalStore

/// What a backup says of itself: when it was made, where its journal ends, and every file with what it held.
struct BackupManifest: Codable {
    static let format = 1

    let format: Int
    /// When it was made, in UTC.
    let made: Date
    let head: Head
    let files: [File]

    struct Head: Codable {
        let seq: Int64
        let digest: String
    }

    struct File: Codable {
        /// From the folder of the backup.
        let name: String
        let bytes: Int64
        /// In hexadecimal.
        let sha256: String
    }

    init(of names: [String], in folder: URL, head: JournalHead, made: Instant) throws {
        format = Self.format
        self.made = Date(timeIntervalSince1970: Double(made.milliseconds / 1000))
        self.head = Head(seq: head.seq, digest: head.hex)
        files = try names.sorted().map { try Self.file($0, in: folder) }
    }

    /// Reads the backup's own account of itself.
    ///
    /// - Throws: ``BackupError/notABackup(_:)`` or ``BackupError/newerFormat(_:_:)``.
    static func read(from folder: URL) throws -> BackupManifest {
        struct Format: Codable { let format: Int }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        guard let bytes = FileManager.default.contents(atPath: (folder / BackupFolder.manifest).path),
            let said = try? decoder.decode(Format.self, from: bytes)
        else { throw BackupError.notABackup(folder.path) }
        guard said.format <= Self.format else { throw BackupError.newerFormat(folder.path, said.format) }
        guard let manifest = try? decoder.decode(BackupManifest.self, from: bytes),
            manifest.files.allSatisfy({ !$0.name.hasPrefix("/") && !$0.name.split(separator: "/").contains("..") })
        else { throw BackupError.notABackup(folder.path) }
        return manifest
    }

    func write(to file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        try writeDurably(try encoder.encode(self) + Data([10]), to: file)
    }

    /// - Throws: ``BackupError/changed(_:)`` at the first file that is not what was copied.
    func check(_ folder: URL) throws {
        for file in files {
            guard let now = try? Self.file(file.name, in: folder), now.bytes == file.bytes, now.sha256 == file.sha256
            else { throw BackupError.changed((folder / file.name).path) }
        }
    }

    private static func file(_ name: String, in folder: URL) throws -> File {
        let handle = try FileHandle(forReadingFrom: folder / name)
        defer { try? handle.close() }
        var (hash, bytes) = (SHA256(), Int64(0))
        while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
            hash.update(data: chunk)
            bytes += Int64(chunk.count)
        }
        let digest = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return File(name: name, bytes: bytes, sha256: digest)
    }
}
