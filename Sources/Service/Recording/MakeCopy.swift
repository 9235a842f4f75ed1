import Casework
import Copies
import Days
import JournalStore

/// Signs a copy, of a record or of what has happened: what its author made of the draft is frozen for one reader, once it
/// was looked at for what that reader may not know.
public struct MakeCopy: Sendable {
    let child: ChildID
    let record: EventID
    let kind: CopyKind
    let reader: String
    let text: String
    let rules: CopyRules
    let agreed: String

    /// - Parameters:
    ///   - rules: What it is held against, from ``Records/copyRules(of:in:including:)``.
    ///   - agreed: Which officer agreed, and on which day, where what is from the police goes in.
    public init(
        child: ChildID, record: EventID, kind: CopyKind, reader: String, text: String, rules: CopyRules,
        agreed: String
    ) {
        (self.child, self.record, self.kind, self.reader) = (child, record, kind, reader)
        (self.text, self.rules) = (text, rules)
        self.agreed = rules.including.contains(.police) ? agreed.trimmed : ""
    }

    /// - Throws: ``CopyRefusal`` where something is undecided, the text tells what the reader may not know, or no officer
    ///   agreed to what is from the police; ``JournalError``. Nothing is appended then.
    nonisolated(nonsending) public func run<Kept: Journal>(
        into journal: Kept, command: CommandID, by author: Actor, at now: Instant
    ) async throws -> Appended {
        if rules.including.contains(.police), agreed.isEmpty {
            throw CopyRefusal(sentences: [CopyRefusal.notAgreed])
        }
        let known = try await journal.authority()
        let today = now.inLondon.day
        return try await journal.append(command, by: author, at: now) { transaction in
            // Who may know is asked as it stands at this moment, not as it stood when the page was made.
            guard let record = try transaction.authority(from: known)[child] else {
                throw JournalError.noSuchEvent(.none)
            }
            let rules = rules.knowing(record.thread)
            guard let reader = CopyReader(reader, in: record.thread) else {
                throw CopyRefusal(sentences: ["\(reader) is not among the people around the child any more."])
            }
            if let refusal = rules.refusal(of: text, for: reader) { throw refusal }
            try transaction.append(
                Proposed(
                    stream: child.stream, occurred: Moment(today), source: .recordedHere,
                    body: ChildEvent.copyMade(
                        CopyMade(
                            record: self.record, kind: kind, reader: reader.name, day: today, text: text,
                            including: rules.including(for: reader).sorted { $0.rawValue < $1.rawValue },
                            agreed: agreed)
                    ).body))
        }
    }
}
