import ArgumentParser
import Casework
import Days
import Foundation
import GRDB
import GRDBSQLite
import JournalStore
import Measures
import Oversight
import Returns
import Service
import Standards
import Synthetic

/// Measures the product against reference runs made beside it, so that a ratio holds whatever the machine is doing.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks", abstract: "Speed and memory, as ratios against reference runs.")

    @Option(help: "Children looked after in the large authority.") var children = 60_000
    @Option(help: "Children in the return whose import is timed.") var imported = 10_000

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await appends(folder)
        try await imports(folder)
        try await folds(folder)
    }

    private var year: CollectionYear { CollectionYear(startingIn: 2025) }
    private var now: Instant { Instant(secondsSince1970: 1_780_000_000) }
    private var today: Day { year.lastDay + 200 }

    private func synthesise(_ count: Int, in folder: URL) throws -> String {
        let returns = folder.appendingPathComponent("returns-\(count)")
        try SyntheticAuthority(seed: 1, children: count, years: 1, lastYear: year).returns { path, bytes in
            let file = returns.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        return returns.appendingPathComponent("\(year)").path
    }

    private func take(_ path: String, into journal: SQLiteJournal, _ seed: UInt64) async throws -> ImportReturn.Outcome
    {
        try await ImportReturn(paths: [path], year: year).run(
            into: journal, command: CommandID(high: 9, low: seed), by: Actor("benchmark"), at: now, today: today)
    }

    // MARK: Single appends

    private func appends(_ folder: URL) async throws {
        let journal = try SQLiteJournal(directory: folder.appendingPathComponent("single"))
        let bare = try DatabaseQueue(path: folder.appendingPathComponent("single/bare.sqlite").path)
        try await bare.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
            try db.execute(sql: Self.bareTable)
        }
        let count = 300
        let body = ChildEvent.reviewHeld(Review(day: year.firstDay, participation: "PN1")).body
        let proposed = Proposed(
            stream: ChildID(key: 1).stream, occurred: Moment(year.firstDay), source: .recordedHere, body: body)
        var ours: [Double] = []
        var theirs: [Double] = []
        for round in 0..<3 {
            theirs.append(
                try await seconds {
                    for index in 0..<count {
                        try await bare.write { try Self.insert($0, round * count + index, body.bytes) }
                    }
                })
            ours.append(
                try await seconds {
                    for index in 0..<count {
                        _ = try await journal.append(
                            CommandID(high: UInt64(round), low: UInt64(index)), by: Actor("benchmark"), at: now
                        ) { try $0.append(proposed) }
                    }
                })
        }
        let (rate, reference) = (Double(count) / (ours.min() ?? 1), Double(count) / (theirs.min() ?? 1))
        report("durable single append", rate, reference, "≥ 0.8", unit: "/s")
    }

    private static let bareTable =
        "CREATE TABLE bare (seq INTEGER PRIMARY KEY, stream INTEGER, version INTEGER, day INTEGER, minute INTEGER, recorded INTEGER, author TEXT, source INTEGER, corrects INTEGER, reason TEXT, kind INTEGER, schema INTEGER, body BLOB, salt BLOB, digest BLOB)"

    private static func insert(_ db: Database, _ seq: Int, _ body: [UInt8]) throws {
        let statement = try db.cachedStatement(sql: "INSERT INTO bare VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        try statement.execute(arguments: [
            seq, 1, 1, 1, nil, 1, "benchmark", 0, nil, nil, 30, 1, Data(body), Data(count: 16), Data(count: 32),
        ])
    }

    // MARK: Importing

    private func imports(_ folder: URL) async throws {
        let path = try synthesise(imported, in: folder)
        var rows = 0
        let reading = try await seconds(3) {
            rows = try ReturnReader(year: year, importedOn: today).read([path]).rowsRead
        }
        let bare = try await seconds {
            for file in try FileManager.default.contentsOfDirectory(atPath: path) {
                _ = FileManager.default.contents(atPath: path + "/" + file)?.reduce(0, &+)
            }
            let queue = try DatabaseQueue(path: folder.appendingPathComponent("bare.sqlite").path)
            try await queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
                try db.execute(sql: Self.bareTable)
            }
            let body = [UInt8](repeating: 1, count: 40)
            let count = rows
            try await queue.write { db in for seq in 0..<count { try Self.insert(db, seq, body) } }
        }
        let journal = try SQLiteJournal(directory: folder.appendingPathComponent("imported"))
        var outcome: ImportReturn.Outcome?
        let first = try await seconds { outcome = try await take(path, into: journal, 1) }
        let again = try await seconds { _ = try await take(path, into: journal, 2) }
        print("import: \(imported) children looked after, \(rows) rows, \(outcome?.eventsAppended ?? 0) events")
        report("import, durable", first, bare, "≤ 4")
        report("the same return again", again, reading, "≤ 1.5")
    }

    // MARK: Folding and asking

    private func folds(_ folder: URL) async throws {
        let directory = folder.appendingPathComponent("large")
        let journal = try SQLiteJournal(directory: directory)
        let path = try synthesise(children, in: folder)
        let outcome = try await take(path, into: journal, 1)
        print(
            "large: \(children) looked after, \(outcome.children) children, \(outcome.eventsAppended) events; \(residentBytes() >> 20) MB held after the import"
        )
        let queue = try DatabaseQueue(path: SQLiteJournal.file(in: directory).path)
        let scan = try await seconds(3) { _ = try await queue.read { try Self.touchEverything($0) } }
        let raw = try await seconds(3) { _ = try await queue.read { try Self.step($0) } }
        print("reference scan \(number(scan)) s by GRDB's cursor; \(number(raw)) s by sqlite3_step alone")
        let before = residentBytes()
        var authority = Authority()
        let fold = try await seconds { authority = try await journal.authority() }
        let grown = residentBytes() - before
        report("cold fold", fold, scan, "≤ 3")
        print("memory: \(grown / max(1, outcome.eventsAppended)) bytes an event by growth of RSS, bar ≤ 400")
        report(
            "cold fold, chain checked", try await seconds { _ = try await journal.authority(checkingChain: true) },
            scan, "–")

        guard let question = Question(authority, asAt: nil) else { return }
        var counted = (duties: 0, signals: 0, figures: 0)
        let ask = await seconds(2) { counted = Self.ask(question) }
        report("all duties, signals and figures", ask, scan, "≤ 3")
        print("(\(counted.duties) duties, \(counted.signals) signals, \(counted.figures) figures)")
    }

    private static func ask(_ question: Question) -> (duties: Int, signals: Int, figures: Int) {
        var figures = FigureSet(asAt: question.asAt, question.context)
        var duties = DutyList()
        var signals = SignalList()
        var counted = (duties: 0, signals: 0)
        for record in question.authority.children.values {
            let child = ChildAsAt(record, question.asAt)
            duties.removeAll()
            Catalogue.addDuties(of: child, question.context, to: &duties)
            signals.removeAll()
            Signals.add(of: child, question.context, to: &signals)
            figures.add(child, duties: duties.duties)
            counted.duties += duties.duties.count
            counted.signals += signals.signals.count
        }
        return (counted.duties, counted.signals, figures.figures().count)
    }

    /// Every byte of every column of every event, by one GRDB cursor, numbers as numbers and the rest byte by byte where
    /// it lies.
    private static func touchEverything(_ db: Database) throws -> UInt64 {
        var sum: UInt64 = 0
        let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM event ORDER BY seq")
        let row = cursor._statement.sqliteStatement
        while try cursor.next() != nil {
            for index in 0..<sqlite3_column_count(row) {
                if sqlite3_column_type(row, index) == SQLITE_INTEGER {
                    sum &+= UInt64(bitPattern: sqlite3_column_int64(row, index))
                } else if let start = sqlite3_column_blob(row, index) {
                    let bytes = UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, index)))
                    for byte in bytes { sum &+= UInt64(byte) }
                }
            }
        }
        return sum
    }

    private static func step(_ db: Database) throws -> UInt64 {
        var statement: OpaquePointer?
        guard
            sqlite3_prepare_v2(db.sqliteConnection, "SELECT * FROM event ORDER BY seq", -1, &statement, nil)
                == SQLITE_OK
        else { return 0 }
        defer { sqlite3_finalize(statement) }
        var count: UInt64 = 0
        while sqlite3_step(statement) == SQLITE_ROW { count += 1 }
        return count
    }
}
