import Casework
import Days

/// The one place where what happened is kept: every event, in one order, with no gaps, never changed.
///
/// Writers append one at a time, each deciding against everything written before it; an append is all or nothing, and
/// once it returns it survives a power cut. Readers never wait for writers, and each reading sees one moment of the
/// journal. Several processes may have the same journal open.
///
/// Every function runs where its caller runs, and may wait for the disk or for another writer: call it from an actor
/// that has a thread of its own, not from one that serves many people.
///
/// Every function throws ``JournalError``, and passes on whatever its closure throws.
public protocol Journal: Sendable {
    /// Appends what `deciding` appends: all of it, or none where `deciding` throws.
    ///
    /// No other writer can write from before `deciding` is called until it has returned and its events are on the disk.
    /// A command that was carried out before is answered with its first outcome, and `deciding` is not called. One that
    /// decides nothing is carried out too.
    ///
    /// - Parameters:
    ///   - command: The number its sender made for this command.
    ///   - author: Who is writing. Recorded on every event.
    ///   - now: When it is being written down. Where the clock is behind the last event's, that event's instant is
    ///     recorded instead: instants in the journal never go backwards.
    ///   - deciding: Reads what it needs through the transaction and appends. It must not keep the transaction.
    @discardableResult
    nonisolated(nonsending) func append(
        _ command: CommandID, by author: Actor, at now: Instant, deciding: (any JournalTransaction) throws -> Void
    ) async throws -> Appended

    /// Shows `each` the events after `after`, in order, as far as `through` (or the last there is), as they stood when
    /// the scan began.
    ///
    /// - Parameters:
    ///   - checkingChain: Works out each event's digest again, and throws ``JournalError/brokenChain(_:)`` at the first
    ///     that differs.
    ///   - each: The event and its bytes are lent for the length of the call.
    nonisolated(nonsending) func scan(
        after: EventID, through: EventID?, checkingChain: Bool, each: (borrowing StoredEvent) throws -> Void
    ) async throws

    /// Shows `each` the events of one stream, in order.
    nonisolated(nonsending) func scan(stream: StreamID, each: (borrowing StoredEvent) throws -> Void) async throws

    /// Shows `each` one event whole, though it is sealed. No other reading lends what is sealed: whoever calls this has asked
    /// who may open it, and kept that it was opened.
    nonisolated(nonsending) func open(sealed event: EventID, each: (borrowing StoredEvent) throws -> Void) async throws

    /// The last event and its digest.
    nonisolated(nonsending) func head() async throws -> JournalHead

    /// A number that differs from the last one whenever anybody, here or in another process, has written since. It
    /// means nothing else. Cheap enough to ask before every request.
    nonisolated(nonsending) func dataVersion() async throws -> Int64

    /// Walks everything, works everything out again, and names what does not agree.
    ///
    /// - Parameter head: A head kept outside the journal, to notice that the journal has lost its tail.
    nonisolated(nonsending) func verify(head: JournalHead?) async throws -> VerificationReport
}

extension Journal {
    /// The whole journal, or what follows `after`, without checking the chain.
    nonisolated(nonsending) public func scan(
        after: EventID = .none, each: (borrowing StoredEvent) throws -> Void
    ) async throws {
        try await scan(after: after, through: nil, checkingChain: false, each: each)
    }
}

/// What a command may do while it alone may write.
///
/// It is good only for the length of the call it is given to: kept longer, it throws ``JournalError/transactionIsOver``.
public protocol JournalTransaction: AnyObject {
    /// The last event, counting those appended here.
    var last: EventID { get }
    /// The instant that events appended here are recorded at.
    var recorded: Instant { get }

    /// Shows `each` every event after `after`, counting those appended here.
    func scan(after: EventID, each: (borrowing StoredEvent) throws -> Void) throws
    /// Shows `each` the events of one stream, counting those appended here.
    func scan(stream: StreamID, each: (borrowing StoredEvent) throws -> Void) throws
    /// How many events the stream has; 0 for a stream that nothing has been written to.
    func version(of stream: StreamID) throws -> Int

    /// Appends one event and gives the place it took.
    ///
    /// - Parameter expected: The version the stream had when the writer last looked. Where it has moved on, throws
    ///   ``JournalError/conflict(_:)``.
    @discardableResult
    func append(_ proposed: Proposed, expecting expected: Int?) throws -> EventID

    /// Carries out one of several commands that are written together: once, however often it is sent, each with an
    /// outcome of its own. Every event belongs to one command, so this comes before anything that the command around it
    /// writes itself; after, it throws ``JournalError/commandsDoNotMix``.
    ///
    /// - Returns: What came of it; of one that was carried out before, its first outcome, and `deciding` is not called.
    @discardableResult
    func carryOut(_ command: CommandID, deciding: () throws -> Void) throws -> Appended

    /// Blanks an event's body for good, as the law can require, and appends the event that says so.
    ///
    /// Everything else about the event stays, and the chain still holds: see `docs/journal.md`.
    ///
    /// - Parameter reason: Under what the erasure was made, for whoever reads the record after.
    @discardableResult
    func erase(_ event: EventID, on day: Moment, reason: String) throws -> EventID
}

extension JournalTransaction {
    @discardableResult
    public func append(_ proposed: Proposed) throws -> EventID { try append(proposed, expecting: nil) }

    /// Appends in order, with no expectation.
    public func append(contentsOf proposed: some Sequence<Proposed>) throws {
        for event in proposed { try append(event, expecting: nil) }
    }

    /// Whether anything has been written to the stream.
    public func exists(_ stream: StreamID) throws -> Bool { try version(of: stream) > 0 }
}

/// What became of a command.
public struct Appended: Hashable, Sendable {
    /// The first and last event it wrote; nil where it decided that there was nothing to write.
    public let events: ClosedRange<EventID>?
    /// True where it had been carried out before, and this is what came of it then.
    public let isRepeat: Bool

    public init(events: ClosedRange<EventID>?, isRepeat: Bool) { (self.events, self.isRepeat) = (events, isRepeat) }

    /// How many events it wrote.
    public var count: Int { events.map { Int($0.upperBound.seq - $0.lowerBound.seq) + 1 } ?? 0 }
}

extension EventID {
    /// Before the first event.
    public static let none = EventID(0)
}
