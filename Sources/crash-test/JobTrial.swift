import Casework
import Days
import Foundation
import JournalStore
import Returns
import Service
import Synthetic
import TestSupport
import Workspace

/// A return that a desk reads and imports, killed again and again until nobody kills it any more.
///
/// Whatever the moment, the journal then holds nothing of the return or all of it, and the next desk goes on from there:
/// in the end it is imported, once.
final class JobTrial {
    static let owner = "crash-test"
    private static let patience = 120.0
    private static let mostKills = 10

    private let fictional: FictionalReturn
    private let directory: URL
    private let id = CommandID.new.text
    private var starts: Int64 = 0

    init(_ fictional: FictionalReturn) async throws {
        self.fictional = fictional
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("crash-test-\(UUID().uuidString)")
        _ = try SQLiteJournal(directory: directory)
        let folder = try Staging(DataDirectory(path: directory.path)).make(id)
        try fictional.write(to: folder)
        let staged = StagedReturn(year: fictional.year, drawn: nil, files: fictional.files.map(\.name))
        try await Jobs(try Workspace(directory: directory)).add(
            id, of: Self.owner, request: try JSONEncoder().encode(staged), at: .now)
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    /// How long the whole job takes where nobody kills it, in microseconds; and how many events it writes.
    func measure() async throws -> (time: UInt32, events: Int64) {
        let start = ContinuousClock.now
        guard try await finish() else { throw Unfinished() }
        let taken = start.duration(to: .now)
        return (UInt32(taken / .microseconds(1)), try await SQLiteJournal(directory: directory).head().seq)
    }

    /// Kills up to ten desks, one after the other, each at some moment of the time that the whole job takes.
    func run(within time: UInt32, writing whole: Int64, _ random: inout Seeded, into outcome: inout JobOutcome)
        async throws
    {
        outcome.jobs += 1
        for _ in 0..<Self.mostKills {
            let desk = try start()
            usleep(.random(in: 0...time, using: &random))
            kill(desk.processIdentifier, SIGKILL)
            desk.waitUntilExit()
            guard desk.terminationReason == .uncaughtSignal else { break }
            let state = try await job()?.state
            outcome.killed[state ?? .failed, default: 0] += 1
            let events = try await look(into: &outcome)
            if events != 0, events != whole { outcome.halfImports += 1 }
            if state == .done, events != whole { outcome.lost += 1 }
        }
        if !(try await finish()) { outcome.unfinished += 1 }
        let events = try await look(into: &outcome)
        if events > whole { outcome.twice += 1 }
        if events < whole { outcome.lost += 1 }
        if try await !saysWhatItDid(whole) { outcome.unfinished += 1 }
    }

    /// Starts a desk that nobody kills; false where it does not come to its end in time, or to another.
    private func finish() async throws -> Bool {
        let desk = try start()
        let patience = Date(timeIntervalSinceNow: Self.patience)
        while desk.isRunning, Date() < patience { usleep(5_000) }
        if desk.isRunning { kill(desk.processIdentifier, SIGKILL) }
        desk.waitUntilExit()
        return desk.terminationReason == .exit && desk.terminationStatus == 0
    }

    private func start() throws -> Process {
        starts += 1
        let process = Process()
        process.executableURL = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        process.arguments = ["desk", directory.path, id, "\(starts * 60_000)"]
        try process.run()
        return process
    }

    private func job() async throws -> Job? {
        try await Jobs(try Workspace(directory: directory)).find(id, of: Self.owner)
    }

    /// Holds the journal against its chain; gives how many events it has.
    private func look(into outcome: inout JobOutcome) async throws -> Int64 {
        let journal = try SQLiteJournal(directory: directory)
        let report = try await journal.verify(head: nil)
        if !report.isSound {
            outcome.broken += 1
            for fault in report.faults.prefix(5) { print("job \(outcome.jobs): \(fault)") }
        }
        return try await journal.head().seq
    }

    /// Whether the job is done, its report tells of the whole return, and its files are gone.
    private func saysWhatItDid(_ whole: Int64) async throws -> Bool {
        guard let job = try await job(), job.state == .done, let outcome = job.outcome else { return false }
        let report = try JSONDecoder().decode(ReturnReport.self, from: outcome)
        let files = Staging(DataDirectory(path: directory.path)).folder(of: id).path
        return report.eventsAppended == Int(whole) && report.children > 0
            && !FileManager.default.fileExists(atPath: files)
    }

    private struct Unfinished: Error {}
}

/// The return that every job is about.
struct FictionalReturn {
    let year = CollectionYear(startingIn: 2025)
    private(set) var files: [(name: String, bytes: [UInt8])] = []

    init(children: Int, seed: UInt64) {
        SyntheticAuthority(seed: seed, children: children, years: 1, lastYear: year).returns { path, bytes in
            let parts = path.split(separator: "/")
            if parts.count == 2 { files.append((String(parts[1]), bytes)) }
        }
    }

    func write(to folder: URL) throws {
        for file in files { try Data(file.bytes).write(to: folder.appendingPathComponent(file.name)) }
    }
}

/// What has been found of jobs so far.
struct JobOutcome {
    var jobs = 0
    /// How many desks were killed, by the state their job was in.
    var killed: [Job.State: Int] = [:]
    var halfImports = 0
    var twice = 0
    var lost = 0
    var unfinished = 0
    var broken = 0

    var kills: Int { killed.values.reduce(0, +) }
    var isClean: Bool { halfImports == 0 && twice == 0 && lost == 0 && unfinished == 0 && broken == 0 }
}
