import Casework
import Days
import JournalStore

/// What information governance writes down of a record that is sealed: whose it is, or what may have come of it.
public struct FollowSealedRecord: Sendable {
    public enum Step: Sendable {
        /// It is about this child; the one it stood on, where it was right there after all.
        case move(to: ChildID)
        case assess(BreachAssessment)
    }

    let child: ChildID
    /// What the record was called by.
    let record: EventID
    let step: Step
    let who: String
    /// Whom it is told to where it belongs, if it was said urgently.
    let telling: UrgentTelling.Ladder

    /// - Parameter child: The child it was taken off.
    public init(
        _ step: Step, child: ChildID, record: EventID, by who: String,
        telling: @escaping UrgentTelling.Ladder = UrgentTelling.whoeverAnswers
    ) {
        (self.step, self.child, self.record, self.who, self.telling) = (step, child, record, who, telling)
    }

    /// - Throws: ``RecordRefusals``; ``JournalError``. Nothing is written then.
    nonisolated(nonsending) public func run<Kept: Journal>(
        in journal: Kept, knowing known: Authority, command: CommandID, by author: Actor, at now: Instant
    ) async throws {
        let known = try await journal.authority(from: known)
        let covers = known[child]?.sealed.first { $0.record == record }?.covers ?? []
        let misplaced = Misplaced(record, in: try await journal.opened(covers))
        try await journal.append(command, by: author, at: now) { transaction in
            let authority = try transaction.authority(from: known)
            guard let sealed = authority[child]?.sealed.first(where: { $0.record == record }) else {
                throw RecordRefusals(
                    one: RecordRefusal("record", "no such record is sealed", "open it again from the list"))
            }
            switch step {
            case .move(let right):
                guard let misplaced, sealed.movedTo == nil else {
                    throw RecordRefusals(
                        one: RecordRefusal("right", "it has been moved already", "look where it is now"))
                }
                _ = try misplaced.move(
                    to: right, from: child, in: authority, transaction, by: who, at: now, telling: telling)
            case .assess(let assessment):
                if let refusals = RecordRefusals(assessment.refusals(known: sealed.at, now: now)) { throw refusals }
                try transaction.append(
                    Proposed(
                        stream: child.stream, occurred: now.inLondon, source: .recordedHere,
                        body: ChildEvent.wrongChild(
                            .breach(record: record, .assessed(by: who, at: now, assessment))
                        ).body))
            }
        }
    }
}

extension Journal {
    /// Events that are sealed, whole and in their order.
    nonisolated(nonsending) func opened(_ events: [EventID]) async throws -> [Recorded<ChildEvent>] {
        var opened: [Recorded<ChildEvent>] = []
        for event in events.sorted() {
            try await open(sealed: event) { stored in
                guard !stored.isErased else { return }
                opened.append(
                    stored.recorded(ChildEvent(kind: stored.kind, schema: stored.schema, bytes: stored.body)))
            }
        }
        return opened
    }
}
