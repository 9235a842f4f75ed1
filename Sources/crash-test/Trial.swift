import Casework
import Days
import Foundation
import JournalStore
import TestSupport

/// One journal that is written to, killed and looked at, again and again.
final class Trial {
    private let directory: URL
    private var random: Seeded
    /// What workers were told had been kept, since the journal was made.
    private var acknowledged: [CommandID: ClosedRange<Int64>] = [:]

    init(seed: UInt64) throws {
        random = Seeded(state: seed)
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("crash-test-\(UUID().uuidString)")
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    /// Starts one writer, or two at once, kills them after up to 300 ms, and adds what it then finds.
    func run(_ round: UInt64, into outcome: inout Outcome) async throws {
        let workers = try (0..<(1 + round % 2)).map { try start(name: round << 8 | $0) }
        usleep(.random(in: 1_000...300_000, using: &random))
        for worker in workers { kill(worker.process.processIdentifier, SIGKILL) }
        for worker in workers {
            let lines = worker.output.fileHandleForReading.readDataToEndOfFile()
            worker.process.waitUntilExit()
            if worker.process.terminationReason != .uncaughtSignal {
                print("round \(round): a writer stopped by itself, with status \(worker.process.terminationStatus)")
                outcome.broken += 1
            }
            for (command, events) in acknowledgements(lines, from: worker.name) {
                acknowledged[command] = events
                outcome.acknowledged += 1
            }
        }
        guard FileManager.default.fileExists(atPath: SQLiteJournal.file(in: directory).path) else { return }
        try await look(round, into: &outcome)
    }

    private func start(name: UInt64) throws -> (name: UInt64, process: Process, output: Pipe) {
        let (process, output) = (Process(), Pipe())
        process.executableURL = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
        process.arguments = ["worker", directory.path, "\(name)"]
        process.standardOutput = output
        try process.run()
        return (name, process, output)
    }

    /// The whole lines; the last may have been cut off by the kill.
    private func acknowledgements(_ lines: Data, from worker: UInt64) -> [(CommandID, ClosedRange<Int64>)] {
        guard let end = lines.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
        return String(decoding: lines[...end], as: UTF8.self).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ").compactMap { Int64($0) }
            guard parts.count == 3 else { return nil }
            return (CommandID(high: worker, low: UInt64(parts[0])), parts[1]...parts[2])
        }
    }

    private func look(_ round: UInt64, into outcome: inout Outcome) async throws {
        let journal = try SQLiteJournal(directory: directory)
        let report = try await journal.verify(head: nil)
        if !report.isSound {
            outcome.broken += 1
            for fault in report.faults.prefix(5) { print("round \(round): \(fault)") }
        }
        var kept: [CommandID: Kept] = [:]
        try await journal.scan { event in
            guard let tag = Tag(event.body) else { return }
            let seq = event.id.seq
            kept[tag.command, default: Kept(first: seq, count: tag.count)].take(tag, at: seq)
        }
        let halves = kept.filter { !$0.value.isWhole }
        outcome.halfImports += halves.count
        for (command, half) in halves { print("round \(round): \(command.low) kept \(half.seen) of \(half.count)") }
        for (command, events) in acknowledged where kept[command]?.events != events {
            outcome.lost += 1
            print("round \(round): events \(events) were acknowledged and are not there")
        }
        // Sent again, the last acknowledged command is answered as it was.
        guard let (command, events) = acknowledged.max(by: { $0.value.lowerBound < $1.value.lowerBound }) else {
            return
        }
        let again = try await journal.append(command, by: Actor("crash-test"), at: .now) { _ in }
        if !again.isRepeat || again.events != EventID(events.lowerBound)...EventID(events.upperBound) {
            outcome.lost += 1
            print("round \(round): command \(command.low) was carried out twice")
        }
    }
}

/// What is found of one command.
private struct Kept {
    let first: Int64
    let count: Int
    var seen = 0
    var isInOrder = true

    init(first: Int64, count: Int) { (self.first, self.count) = (first, count) }

    mutating func take(_ tag: Tag, at seq: Int64) {
        seen += 1
        if tag.index != seen || seq != first + Int64(seen) - 1 { isInOrder = false }
    }

    var isWhole: Bool { seen == count && isInOrder }
    var events: ClosedRange<Int64>? { isWhole ? first...(first + Int64(count) - 1) : nil }
}

/// What has been found so far.
struct Outcome {
    var acknowledged = 0
    var lost = 0
    var halfImports = 0
    var broken = 0

    var isClean: Bool { lost == 0 && halfImports == 0 && broken == 0 }
}
