import Casework
import Days
import Foundation
import JournalStore

/// What is known to be sealed as another child's, kept outside every backup as erasures are: an older backup, read beside
/// it, seals it again. It names places in the journal, and nothing of what they hold.
struct SealList {
    private(set) var sealed: [SealedEvent] = []

    init(_ sealed: [SealedEvent]) { add(sealed) }

    /// The list that every backup of one folder shares.
    static func file(beside backup: URL) -> URL {
        backup.standardizedFileURL.deletingLastPathComponent() / "seals.json"
    }

    mutating func add(_ more: [SealedEvent]) {
        var known = Set(sealed.map(\.event))
        sealed += more.filter { known.insert($0.event).inserted }
    }

    /// What a list, a backup or a data folder knows is sealed. A list of erasures knows of none, but for the list of seals
    /// that lies beside it.
    ///
    /// - Throws: ``BackupError/notAList(_:)``.
    static func read(from place: URL) throws -> SealList {
        if FileManager.default.fileExists(atPath: SQLiteJournal.file(in: place).path) {
            return SealList(try SQLiteJournal.sealed(in: place))
        }
        if place.lastPathComponent != file(beside: place).lastPathComponent {
            let beside = file(beside: place)
            return FileManager.default.fileExists(atPath: beside.path) ? try read(from: beside) : SealList([])
        }
        guard let bytes = FileManager.default.contents(atPath: place.path),
            let lines = try? JSONDecoder().decode([Line].self, from: bytes)
        else { throw BackupError.notAList(place.path) }
        let sealed = lines.compactMap(\.sealed)
        guard sealed.count == lines.count else { throw BackupError.notAList(place.path) }
        return SealList(sealed)
    }

    /// Adds what this list has to the one in `file`. Nothing is written where that says it all already.
    func add(to file: URL) throws {
        let exists = FileManager.default.fileExists(atPath: file.path)
        var all = exists ? try Self.read(from: file) : SealList([])
        let known = all.sealed.count
        all.add(sealed)
        guard all.sealed.count > known else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try writeDurably(try encoder.encode(all.sealed.map(Line.init)) + Data([10]), to: file)
    }

    private struct Line: Codable {
        let event: Int64
        /// The sealed event's, in base64.
        let digest: Data
        let day: String
        let minute: Int?
        /// What seals it, as the journal holds that.
        let schema: UInt16
        let seal: Data

        init(_ sealed: SealedEvent) {
            (event, digest) = (sealed.event.seq, Data(sealed.digest))
            (day, minute) = (sealed.day.day.description, sealed.day.minute)
            (schema, seal) = (sealed.seal.schema, Data(sealed.seal.bytes))
        }

        var sealed: SealedEvent? {
            guard let day = Day(day), digest.count == 32 else { return nil }
            return SealedEvent(
                event: EventID(event), digest: [UInt8](digest), day: Moment(day, minute: minute),
                seal: StoredBody(kind: StoredBody.seal, schema: schema, bytes: [UInt8](seal)))
        }
    }
}
