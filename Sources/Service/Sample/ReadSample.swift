import Casework
import Days
import JournalStore
import Oversight
import Standards

/// Writes down what a second reader says of one item of a sample: one event of the child, decided on the record as it stands
/// when it is written.
public struct ReadSample: Sendable {
    public let item: ClosedItem
    public let agrees: Bool
    public let because: String
    public let reader: SecondReader
    /// The worker's code of the account that closed it; nil where it has none.
    public let closer: String?

    public init(_ item: ClosedItem, agrees: Bool, because: String, by reader: SecondReader, closer: String?) {
        (self.item, self.agrees, self.because) = (item, agrees, because)
        (self.reader, self.closer) = (reader, closer)
    }

    /// - Returns: the event it became; the first, where the same command was sent before.
    /// - Throws: ``RecordRefusals`` with everything that is in the way; ``ServiceError/noSuchChild(_:)``; ``JournalError``.
    @discardableResult
    nonisolated(nonsending) public func run<Kept: Journal>(
        in journal: Kept, knowing question: Question, command: CommandID, by author: Actor, at now: Instant
    ) async throws -> EventID? {
        try await journal.append(of: item.child, knowing: question, command: command, by: author, at: now) {
            record, question, transaction in
            var events = ChildEvents(through: EventID(.max))
            try transaction.scan(stream: item.child.stream) { events.take($0) }
            let closed = ClosedItems(
                of: item.child, told: events.events, in: Month(containing: item.on), question.context)
            guard closed.items.contains(where: { $0.fact == item.fact && $0.version == item.version }) else {
                throw RecordRefusals(
                    one: RecordRefusal(ClosedItem.field, "it has been put right, or taken off, since", "look again"))
            }
            let reading = try item.read(
                agrees: agrees, because: because, by: reader, closer: closer, of: record, in: question.authority,
                at: now
            ).get()
            return Proposed(
                stream: item.child.stream, occurred: now.inLondon, source: .recordedHere,
                body: ChildEvent.join(.read(reading)).body)
        }
    }
}
