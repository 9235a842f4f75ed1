import Casework
import Days
import JournalStore
import Synchronization

/// What everybody reads: the latest ``Authority``, brought up to date before each request. One actor publishes; whoever
/// asks gets a value, and waits for the actor only where somebody has written since.
public actor Records {
    private let journal: any Journal
    private let published = Mutex<(version: Int64, authority: Authority)?>(nil)

    public init(_ journal: any Journal) { self.journal = journal }

    /// The authority with everything that any process had written when this was asked.
    public nonisolated func current() async throws -> Authority {
        let version = try await journal.dataVersion()
        let held = published.withLock { $0 }
        if let held, held.version == version { return held.authority }
        return try await catchUp()
    }

    private func catchUp() async throws -> Authority {
        let version = try await journal.dataVersion()
        let held = published.withLock { $0 }
        if let held, held.version == version { return held.authority }
        let latest = try await journal.authority(from: held?.authority ?? Authority())
        return published.withLock { now in
            // Another may have published a later one while this was being folded.
            if let now, now.authority.head > latest.head { return now.authority }
            now = (version, latest)
            return latest
        }
    }

    /// The authority as it was known after an event.
    public func known(at event: EventID) async throws -> Authority {
        let current = try await current()
        return event >= current.head ? current : try await journal.authority(through: event)
    }

    /// The authority as it was known at an instant: everything written down by then.
    public func known(at instant: Instant) async throws -> Authority {
        var last = EventID(0)
        try await journal.scan(after: EventID(0)) { event in
            if event.recorded <= instant { last = event.id }
        }
        return try await known(at: last)
    }

    /// A record as it was signed, with all its words, and who wrote it down: read from the journal, which alone keeps them.
    /// Of one that was corrected, the words that stand. Nil where the child has no such record.
    public func signed(_ event: EventID, of child: ChildID) async throws -> (record: SignedRecord, author: Actor)? {
        var events = ChildEvents(through: EventID(.max))
        try await journal.scan(stream: child.stream) { events.take($0) }
        return standing(events.events).first { $0.fact == event }.flatMap { _, told in
            if case .signed(let record) = told.event { (record, told.author) } else { nil }
        }
    }
}
