import Foundation
import JournalStore
import Returns
import Service

/// Taking a return in, and taking the same one in again.
enum Imports {
    static func measure(_ place: Workplace, children: Int) async throws {
        let path = try place.synthesise(children)[0]
        var rows = 0
        let reading = try await seconds(3) {
            rows = try ReturnReader(year: place.year, importedOn: place.today).read([path]).rowsRead
        }
        let bare = try await seconds { try await writeBare(place, path, rows) }
        let journal = try SQLiteJournal(directory: place.directory("imported"))
        var events = 0
        let first = try await seconds { events = try await place.take(path, into: journal, 1).eventsAppended }
        let again = try await seconds(3) { _ = try await place.take(path, into: journal, .random(in: 2 ... .max)) }
        report("import, durable", first, against: bare, .atMost(4))
        report("the same return again", again, against: reading, .atMost(1.5))
        note("\(children) children looked after, \(rows) rows, \(events) events")
    }

    /// Every byte of the files read once, and as many rows written by SQLite alone.
    private static func writeBare(_ place: Workplace, _ path: String, _ rows: Int) async throws {
        for file in try FileManager.default.contentsOfDirectory(atPath: path) {
            _ = FileManager.default.contents(atPath: path + "/" + file)?.reduce(0, &+)
        }
        let file = place.directory("bare-\(UUID().uuidString).sqlite").path
        let body = [UInt8](repeating: 1, count: 40)
        try await BareTable.make(at: file).write { db in
            for seq in 0..<rows { try BareTable.insert(db, seq, body) }
        }
    }

    /// The memory that `throughline import` takes to read and take in a large return, in a process of its own.
    ///
    /// Measured before anything else: a process starts with the memory of the one that started it on its account.
    static func measureMemory(_ place: Workplace, lookedAfter: Int) async throws {
        let path = try place.synthesise(lookedAfter)[0]
        guard let program = Program.file else {
            return note(
                "the memory of an import was not measured: throughline is not beside this program; make release")
        }
        let data = place.directory("memory").path
        let own = residentBytes()
        let process = Process()
        process.executableURL = program
        process.arguments = ["import", "ssda903", path, "--year", "\(place.year)", "--data", data]
        process.standardOutput = FileHandle.nullDevice
        // Read from the kernel while it runs: what the kernel tells afterwards counts the moment before it was another program.
        var peak = 0
        let took = try await seconds {
            try process.run()
            while process.isRunning {
                peak = max(peak, Program.kilobytes("VmHWM:", of: process.processIdentifier) ?? 0)
                usleep(5_000)
            }
        }
        guard process.terminationStatus == 0 else {
            return note("the memory of an import was not measured: the import exited \(process.terminationStatus)")
        }
        let known = try await SQLiteJournal(directory: URL(fileURLWithPath: data)).authority().children.count
        report("import of a large return, memory", peak >> 10, atMost: 300, unit: "MB")
        note("\(known) children in \(number(took)) s; this process held \(own >> 20) MB when it started the import")
    }
}
