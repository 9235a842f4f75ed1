import Casework
import Days
import JournalStore

extension Journal {
    /// Writes of one child what is decided about them as they stand when it is written.
    ///
    /// - Returns: the event it became; the first, where the same command was sent before.
    /// - Throws: ``ServiceError/noSuchChild(_:)``; ``JournalError``; whatever deciding throws. Nothing is written then.
    nonisolated(nonsending) func append(
        of child: ChildID, knowing question: Question, command: CommandID, by author: Actor, at now: Instant,
        deciding: (ChildRecord, Question, any JournalTransaction) throws -> Proposed
    ) async throws -> EventID? {
        let appended = try await append(command, by: author, at: now) { transaction in
            let question = question.asked(of: try transaction.authority(from: question.authority))
            guard let record = question.authority[child] else {
                throw ServiceError.noSuchChild(child.description)
            }
            try transaction.append(try deciding(record, question, transaction))
        }
        return appended.events?.lowerBound
    }
}
