import Casework
import Days
import Foundation
import JournalStore

/// The erasures known of, kept outside every backup. An older backup knows nothing of what was erased after it; read
/// beside this list, it forgets it again. It names places in the journal and reasons, and nothing of what was erased.
struct ErasureList {
    private(set) var erasures: [Erasure] = []

    init(_ erasures: [Erasure]) { add(erasures) }

    /// The list that every backup of one folder shares.
    static func file(beside backup: URL) -> URL {
        backup.standardizedFileURL.deletingLastPathComponent() / "erasures.json"
    }

    mutating func add(_ more: [Erasure]) {
        var known = Set(erasures.map(\.event))
        erasures += more.filter { known.insert($0.event).inserted }
    }

    /// What a list, a backup or a data folder knows has been erased.
    ///
    /// - Throws: ``BackupError/notAList(_:)``.
    static func read(from place: URL) throws -> ErasureList {
        if FileManager.default.fileExists(atPath: SQLiteJournal.file(in: place).path) {
            return ErasureList(try SQLiteJournal.erasures(in: place))
        }
        guard let bytes = FileManager.default.contents(atPath: place.path),
            let lines = try? JSONDecoder().decode([Line].self, from: bytes)
        else { throw BackupError.notAList(place.path) }
        let erasures = lines.compactMap(\.erasure)
        guard erasures.count == lines.count else { throw BackupError.notAList(place.path) }
        return ErasureList(erasures)
    }

    /// Adds what this list has to the one in `file`. Nothing is written where that says it all already.
    func add(to file: URL) throws {
        let exists = FileManager.default.fileExists(atPath: file.path)
        var all = exists ? try Self.read(from: file) : ErasureList([])
        let known = all.erasures.count
        all.add(erasures)
        guard all.erasures.count > known else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try writeDurably(try encoder.encode(all.erasures.map(Line.init)) + Data([10]), to: file)
    }

    private struct Line: Codable {
        let event: Int64
        let digest: String
        let day: String
        let minute: Int?
        let reason: String

        init(_ erasure: Erasure) {
            event = erasure.event.seq
            digest = erasure.digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            (day, minute) = (erasure.day.day.description, erasure.day.minute)
            reason = erasure.reason
        }

        var erasure: Erasure? {
            let digits = Array(digest.utf8)
            guard let day = Day(day), digits.count == 64 else { return nil }
            let bytes = stride(from: 0, to: 64, by: 2).compactMap {
                UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
            }
            guard bytes.count == 32 else { return nil }
            return Erasure(event: EventID(event), digest: bytes, day: Moment(day, minute: minute), reason: reason)
        }
    }
}
