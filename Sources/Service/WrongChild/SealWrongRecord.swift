import Casework
import Days
import JournalStore

/// Takes a record off a child whom it is not about: seals it, every version and every copy of it, and, where somebody knows
/// whose it is, puts it where it belongs. One act, all of it or nothing.
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

    public init(child: ChildID, record: EventID, right: ChildID?, words: String, by who: String) {
        (self.child, self.record, self.right, self.words, self.who) = (child, record, right, words, who)
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
        guard let versions = RecordVersions(of: record, in: told.events) else {
            throw RecordRefusals(
                one: RecordRefusal(
                    "record", "no record that was signed of this child is event \(record)",
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
        let moving = try right.map { try MovedRecord(versions.newest, of: versions.fact, to: $0, in: authority) }
        let signings = versions.events
        let copies = told.events.filter { event in
            guard case .copyMade(let copy) = event.event else { return false }
            // A chronology is of no one record, and may hold this one from the day it was signed.
            return signings.contains(copy.record) || (copy.kind == .chronology && event.id > versions.fact)
        }
        for covers in signings + copies.map(\.id) {
            let sealing = Sealing(
                record: versions.fact, covers: covers, by: who, at: now,
                retired: covers == versions.fact ? versions.names.keys.sorted() : [])
            try append(.sealed(sealing), covering: covers, to: transaction, at: now)
        }
        if !words.saysNothing {
            try append(.breach(record: versions.fact, .said(by: who, at: now, words: words)), to: transaction, at: now)
        }
        let moved = try moving?.append(to: transaction, from: child, by: who, at: now)
        return Outcome(record: versions.fact, moved: moved)
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

/// A record on its way to the child it is about.
struct MovedRecord {
    private let record: SignedRecord
    private let carried: Carried
    private let child: ChildID

    /// - Parameter isPutBack: Whether it was about the child it stood on after all.
    /// - Throws: ``RecordRefusals`` where it cannot be about that child.
    init(
        _ version: RecordVersions.Version, of fact: EventID, to child: ChildID, isPutBack: Bool = false,
        in authority: Authority
    ) throws {
        guard let right = authority[child] else {
            throw RecordRefusals(
                one: RecordRefusal("right", "nobody here is known as that", "choose the child from the list"))
        }
        if let born = right.identity.birthDates.first, version.record.day < born {
            throw RecordRefusals(
                one: RecordRefusal(
                    "right",
                    "the record is about \(version.record.day.inWords), before that child was born",
                    "choose another child, or say that you do not know whose it is"))
        }
        record = version.record.carried(to: right, isPutBack: isPutBack)
        carried = Carried(from: fact, signedBy: version.author, signedAt: version.recorded)
        self.child = child
    }

    /// Writes it down where it belongs, and on the child it stood on that it is there.
    func append(
        to transaction: any JournalTransaction, from wrong: ChildID, by who: String, at now: Instant
    ) throws -> EventID {
        let moved = try transaction.append(
            Proposed(
                stream: child.stream, occurred: Moment(record.day), source: .recordedHere,
                body: ChildEvent.wrongChild(.movedHere(record, carried)).body))
        try transaction.append(
            Proposed(
                stream: wrong.stream, occurred: now.inLondon, source: .recordedHere,
                body: ChildEvent.wrongChild(.breach(record: carried.from, .moved(by: who, at: now, to: child))).body))
        return moved
    }
}
