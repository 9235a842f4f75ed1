import Casework
import Days
import Foundation
import JournalStore

/// The process that is killed: writes to the journal without end, and says what it was told had been kept.
///
/// Every body says which command wrote it, its number and how many there are, so that a half-kept command shows. After
/// each command one line goes out: the command's number, and the first and last event it was given.
struct Worker {
    /// Different for each process, and the upper half of its commands' numbers.
    let name: UInt64
    let directory: URL

    func writeForEver() async throws -> Never {
        let journal = try SQLiteJournal(directory: directory)
        var random = SystemRandomNumberGenerator()
        for number in UInt64(1)... {
            let kind = Int.random(in: 0..<20, using: &random)
            if kind == 0 { try journal.checkpoint() }
            let count =
                switch kind {
                case 1: Int.random(in: 1000...5000, using: &random)
                case 2...6: Int.random(in: 2...40, using: &random)
                default: 1
                }
            let command = CommandID(high: name, low: number)
            let appended = try await journal.append(command, by: Actor("crash-test"), at: .now) { transaction in
                for index in 1...count {
                    try transaction.append(
                        Tag(command: command, index: index, count: count).proposed(
                            in: .random(in: 0..<50, using: &random)))
                }
            }
            guard let events = appended.events else { continue }
            FileHandle.standardOutput.write(
                Data("\(number) \(events.lowerBound) \(events.upperBound)\n".utf8))
        }
        exit(0)
    }
}

/// What every body says: the command that wrote it, which of its events this is, and how many there are.
struct Tag {
    let command: CommandID
    let index: Int
    let count: Int

    func proposed(in key: UInt64) -> Proposed {
        let text = "\(command.high) \(command.low) \(index) \(count) fictional"
        return Proposed(
            stream: StreamID(.child, key: key), occurred: Moment(Day(ordinal: 17_666)), source: .recordedHere,
            body: StoredBody(kind: 1, schema: 1, bytes: Array(text.utf8)))
    }
}

extension Tag {
    /// Nil where the body is not one that a worker wrote.
    init?(_ body: UnsafeRawBufferPointer) {
        let parts = String(decoding: body, as: UTF8.self).split(separator: " ")
        guard parts.count == 5, let high = UInt64(parts[0]), let low = UInt64(parts[1]), let index = Int(parts[2]),
            let count = Int(parts[3])
        else { return nil }
        self.init(command: CommandID(high: high, low: low), index: index, count: count)
    }
}

extension Instant {
    static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
