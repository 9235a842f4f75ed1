import Casework
import Days
import FormFiles
import Forms
import Foundation
import JournalStore

/// Records work from a file, a record a line, through the same forms and the same deciding as the pages.
///
/// All of it or none, unless what can be used is asked for. Sent twice, each line is recorded once.
public struct RecordFile: Sendable {
    /// The most that a line may hold: far more than anybody writes, and little enough to be read whole.
    static let longestLine = 4 << 20

    let lines: [Result<RecordLine, RecordRefusals>]
    /// The place in the file of each line that holds something, from 1.
    let places: [Int]

    public init(_ bytes: Data) {
        var lines: [Result<RecordLine, RecordRefusals>] = []
        var places: [Int] = []
        for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 32 }) else { continue }
            places.append(index + 1)
            lines.append(Self.read(Data(line)))
        }
        (self.lines, self.places) = (lines, places)
    }

    private static func read(_ line: Data) -> Result<RecordLine, RecordRefusals> {
        guard line.count <= longestLine else {
            return .failure(
                RecordRefusals(one: RecordRefusal("line", "it is longer than 4 MB", "write one record a line")))
        }
        do throws(RecordRefusals) { return .success(try RecordLine(line)) } catch { return .failure(error) }
    }

    public struct Outcome: Sendable {
        public fileprivate(set) var lines = 0
        public fileprivate(set) var recorded = 0
        /// Lines that had been recorded before.
        public fileprivate(set) var repeated = 0
        public fileprivate(set) var refused: [Refused] = []
        /// Which event signed each line's record, now or before; what a correction names.
        public fileprivate(set) var events: [Signed] = []
        /// Whether anything was written: not in a rehearsal, nor where something was refused and all was asked for.
        public fileprivate(set) var isKept = false
    }

    public struct Signed: Sendable {
        public let line: Int
        public let event: EventID
        let isRepeat: Bool
    }

    public struct Refused: Sendable {
        public let line: Int
        public let refusal: RecordRefusal
        public var sentence: String { "line \(line), \(refusal.sentence)" }
    }

    /// - Parameters:
    ///   - partial: Keep what can be used where something is refused.
    ///   - hidden: Children whose records the author may not open: nothing is recorded of them, and not said that they are.
    ///   - rehearsing: Say what would happen, and keep nothing.
    /// - Throws: ``JournalError`` where the journal will not take it. Nothing is appended then.
    nonisolated(nonsending) public func run<Kept: Journal>(
        into journal: Kept, forms: FormLibrary, leavingOut hidden: Set<ChildID> = [], partial: Bool = false,
        rehearsing: Bool = false, by author: Actor,
        at now: Instant
    ) async throws -> Outcome {
        var outcome = Outcome()
        outcome.lines = lines.count
        let known = try await journal.authority()
        do {
            try await journal.append(.new, by: author, at: now) { transaction in
                var authority = try transaction.authority(from: known)
                for (line, place) in zip(lines, places) {
                    do {
                        try record(
                            try line.get(), place, with: transaction, in: &authority, forms, hidden, author, now,
                            &outcome)
                    } catch let refusals as RecordRefusals {
                        outcome.refused += refusals.all.map { Refused(line: place, refusal: $0) }
                    }
                }
                if rehearsing || (!outcome.refused.isEmpty && !partial) || outcome.recorded == 0 { throw NothingKept() }
            }
            outcome.isKept = true
        } catch is NothingKept { outcome.events.removeAll { !$0.isRepeat } }
        return outcome
    }

    private func record(
        _ line: RecordLine, _ place: Int, with transaction: any JournalTransaction, in authority: inout Authority,
        _ forms: FormLibrary, _ hidden: Set<ChildID>, _ author: Actor, _ now: Instant, _ outcome: inout Outcome
    ) throws {
        guard let child = authority.find(line.child), !hidden.contains(child.id) else {
            throw RecordRefusals(
                one: RecordRefusal(
                    "child", "nobody here is known as \(line.child)",
                    "give an id or a number that throughline children lists, or open the child with --new-child"))
        }
        guard let file = forms[line.kind] else {
            throw RecordRefusals(
                one: RecordRefusal("kind", "there is no form for \(line.kind.name)", "put one in the forms folder"))
        }
        if line.kind == .assessmentApproval, line.onBehalfOf.saysNothing {
            throw RecordRefusals(
                one: RecordRefusal(
                    "on_behalf_of", "a command line approves nothing by itself", "name the manager whose word it is"))
        }
        let signing = SignRecord(
            child: child.id, form: file, occurred: line.occurred, answers: line.answers, onBehalfOf: line.onBehalfOf,
            correcting: line.correction, knowing: { !hidden.contains($0.id) })
        let appended = try transaction.carryOut(line.command) {
            try signing.append(to: transaction, in: authority, by: author, today: now.inLondon.day)
        }
        if appended.isRepeat { outcome.repeated += 1 } else { outcome.recorded += 1 }
        if let event = appended.events?.upperBound {
            outcome.events.append(Signed(line: place, event: event, isRepeat: appended.isRepeat))
        }
        authority = try transaction.authority(from: authority)
    }

    /// Thrown to leave the journal as it was.
    private struct NothingKept: Error {}
}
