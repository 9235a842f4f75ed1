import Casework
import Days
import JournalStore

/// Takes a signed record, a document or something said urgently off a child whom it is not about: seals it, every version and every copy of it,
/// and, where somebody knows whose it is, puts it where it belongs. One act, all of it or nothing.
public struct SealWrongRecord: Sendable {
    /// The child it stands on, and any event that signed or corrected it.
    let child: ChildID
    let record: EventID
    /// Whom it is about; nil where nobody knows yet.
    let right: ChildID?
    /// What whoever found it has to say of it.
    let words: String
    /// The account, or the user of the command line.
    let who: String
    /// Whom it is told to where it belongs, if it was said urgently.
    let telling: UrgentTelling.Ladder

    public init(
        child: ChildID, record: EventID, right: ChildID?, words: String, by who: String,
        telling: @escaping UrgentTelling.Ladder = UrgentTelling.whoeverAnswers
    ) {
        (self.child, self.record, self.right, self.words, self.who) = (child, record, right, words, who)
        self.telling = telling
    }

    public struct Outcome: Sendable {
        /// What the record was called by.
        public let record: EventID
        /// What it is called by on the child it is about; nil where it was not moved.
        public let moved: EventID?
    }

    /// The most that is kept of what is said of it, in characters.
    public static let longest = 2000

    /// - Throws: ``RecordRefusals`` where there is no such record, or it cannot be about that child; ``JournalError``.
    ///   Nothing is written then.
    @discardableResult
    nonisolated(nonsending) public func run<Kept: Journal>(
        in journal: Kept, knowing known: Authority, command: CommandID, by author: Actor, at now: Instant
    ) async throws -> Outcome? {
        var outcome: Outcome?
        try await journal.append(command, by: author, at: now) { transaction in
            outcome = try append(to: transaction, in: transaction.authority(from: known), at: now)
        }
        return outcome
    }

    private func append(
        to transaction: any JournalTransaction, in authority: Authority, at now: Instant
    ) throws -> Outcome {
        var told = ChildEvents(through: EventID(.max))
        try transaction.scan(stream: child.stream) { told.take($0) }
        guard let misplaced = Misplaced(record, in: told.events) else {
            throw RecordRefusals(
                one: RecordRefusal(
                    "record",
                    "no record that was signed of this child, no document and nothing said urgently is event \(record)",
                    "give the event that signed it"))
        }
        if words.count > Self.longest {
            throw RecordRefusals(
                one: RecordRefusal(
                    "words", "it is longer than \(Self.longest) characters", "say it in fewer words"))
        }
        if right == child {
            throw RecordRefusals(
                one: RecordRefusal("right", "that is the child it stands on", "choose whom it is about"))
        }
        for covers in misplaced.covers {
            let sealing = Sealing(
                record: misplaced.fact, covers: covers, by: who, at: now,
                retired: covers == misplaced.fact ? misplaced.retired : [])
            try append(.sealed(sealing), covering: covers, to: transaction, at: now)
        }
        if !words.saysNothing {
            try append(.breach(record: misplaced.fact, .said(by: who, at: now, words: words)), to: transaction, at: now)
        }
        let moved = try right.map {
            try misplaced.move(to: $0, from: child, in: authority, transaction, by: who, at: now, telling: telling)
        }
        return Outcome(record: misplaced.fact, moved: moved)
    }

    private func append(
        _ event: WrongChildEvent, covering: EventID? = nil, to transaction: any JournalTransaction, at now: Instant
    ) throws {
        try transaction.append(
            Proposed(
                stream: child.stream, occurred: now.inLondon, source: .recordedHere, corrects: covering,
                body: ChildEvent.wrongChild(event).body))
    }
}
