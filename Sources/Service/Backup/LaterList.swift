import Casework
import Foundation
import JournalStore

/// Something that was done to an event after it was written, and has to be done again to an older copy of the journal.
protocol LaterEntry {
    /// As the list's file holds it.
    associatedtype Line: Codable
    /// The file of the list.
    static var listName: String { get }
    var event: EventID { get }
    var line: Line { get }
    /// Nil where the line cannot be one.
    init?(_ line: Line)
    /// Those that the journal in a folder knows of.
    static func all(in directory: URL) throws -> [Self]
}

/// What is known to have been done to events later, kept outside every backup. An older backup knows nothing of it; read
/// beside this list, it has it done again. It names places in the journal, and nothing of what they hold.
struct LaterList<Entry: LaterEntry> {
    private(set) var entries: [Entry] = []

    init(_ entries: [Entry] = []) { add(entries) }

    /// The list that every backup of one folder shares.
    static func file(beside backup: URL) -> URL {
        backup.standardizedFileURL.deletingLastPathComponent() / Entry.listName
    }

    mutating func add(_ more: [Entry]) {
        var known = Set(entries.map(\.event))
        entries += more.filter { known.insert($0.event).inserted }
    }

    /// What a list, a backup or a data folder knows of.
    ///
    /// - Throws: ``BackupError/notAList(_:)``.
    static func read(from place: URL) throws -> LaterList {
        if FileManager.default.fileExists(atPath: SQLiteJournal.file(in: place).path) {
            return LaterList(try Entry.all(in: place))
        }
        guard let bytes = FileManager.default.contents(atPath: place.path),
            let lines = try? JSONDecoder().decode([Entry.Line].self, from: bytes)
        else { throw BackupError.notAList(place.path) }
        let entries = lines.compactMap(Entry.init)
        guard entries.count == lines.count else { throw BackupError.notAList(place.path) }
        return LaterList(entries)
    }

    /// Adds what this list has to the one in `file`. Nothing is written where that says it all already.
    func add(to file: URL) throws {
        let exists = FileManager.default.fileExists(atPath: file.path)
        var all = exists ? try Self.read(from: file) : LaterList()
        let known = all.entries.count
        all.add(entries)
        guard all.entries.count > known else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try writeDurably(try encoder.encode(all.entries.map(\.line)) + Data([10]), to: file)
    }
}
