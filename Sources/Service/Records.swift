import Casework
import Days
import JournalStore

/// What everybody reads: the latest ``Authority``, brought up to date before each request. One actor publishes; whoever
/// asks gets a value and reads it without a lock.
public actor Records {
    private let journal: any Journal
    private var latest = Authority()
    private var seen: Int64?

    public init(_ journal: any Journal) { self.journal = journal }

    /// The authority with everything that any process had written when this was asked.
    public func current() async throws -> Authority {
        let version = try await journal.dataVersion()
        if version != seen {
            latest = try await journal.authority(from: latest)
            seen = version
        }
        return latest
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
}
