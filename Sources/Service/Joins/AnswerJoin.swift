import Casework
import Days
import JournalStore
import Oversight
import Standards

/// Writes down what somebody answers to something to join up, or what a second person says of it: one event, decided on the
/// record as it stands when it is written.
public struct AnswerJoin: Sendable {
    public enum Saying: Sendable {
        case answer(kind: String, about: String?, JoinAnswer.Word, because: String)
        case second(to: EventID, agrees: Bool, because: String)
        /// An answer taken back: the question is there again.
        case takenBack(EventID)
    }

    /// Who somebody is to what is to be joined up, with everything as it stands.
    public typealias Asking = @Sendable (Break, ChildRecord, Authority) -> Answerer

    public let child: ChildID
    public let saying: Saying
    private let who: Asking

    public init(_ saying: Saying, child: ChildID, by who: @escaping Asking) {
        (self.saying, self.child, self.who) = (saying, child, who)
    }

    /// - Returns: the event it became; the first, where the same command was sent before.
    /// - Throws: ``RecordRefusals`` with everything that is in the way; ``ServiceError/noSuchChild(_:)``; ``JournalError``.
    @discardableResult
    nonisolated(nonsending) public func run<Kept: Journal>(
        in journal: Kept, knowing question: Question, command: CommandID, by author: Actor, at now: Instant
    ) async throws -> EventID? {
        try await journal.append(of: child, knowing: question, command: command, by: author, at: now) {
            record, question, _ in try proposed(record, question, at: now)
        }
    }

    private static let notThere = RecordRefusals(
        one: RecordRefusal(Break.field, "it is not there to join up now", "look at the child’s thread"))

    private func proposed(_ record: ChildRecord, _ question: Question, at now: Instant) throws -> Proposed {
        func proposed(_ event: ChildEvent, correcting: EventID? = nil) -> Proposed {
            Proposed(
                stream: child.stream, occurred: now.inLondon, source: .recordedHere, corrects: correcting,
                body: event.body)
        }
        let joins = question.joins(of: ChildAsAt(record, question.threadDay))
        switch saying {
        case .answer(let kind, let about, let word, let because):
            guard let found = joins.first(where: { $0.rule.id == kind && $0.about?.name == about }) else {
                throw Self.notThere
            }
            let answer = try found.answered(
                word, because: because, by: who(found, record, question.authority), at: now,
                earlier: record.joinAnswers, question.context.settings
            ).get()
            return proposed(.join(.answered(answer)))
        case .second(let event, let agrees, let because):
            let (answer, found) = try held(event, of: record, joins)
            guard let found else {
                throw Self.notThere
            }
            let second = try found.seconded(
                answer, agrees: agrees, because: because, by: who(found, record, question.authority), at: now
            ).get()
            return proposed(.join(.seconded(answer: event, second)))
        case .takenBack(let event):
            _ = try held(event, of: record, joins)
            return proposed(.retracted, correcting: event)
        }
    }

    private func held(
        _ event: EventID, of record: ChildRecord, _ joins: [Break]
    ) throws -> (HeldJoinAnswer, Break?) {
        guard let answer = record.joinAnswers.first(where: { $0.origin.event == event }) else {
            throw RecordRefusals(
                one: RecordRefusal("answer", "there is no such answer", "look at the child’s thread"))
        }
        return (answer, joins.first { $0.state.answer == answer })
    }
}
