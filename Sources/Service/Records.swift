import Casework
import Days
import JournalStore
import Synchronization

/// What everybody reads: the latest ``Authority``, brought up to date before each request. One actor publishes; whoever
/// asks gets a value, and waits for the actor only where somebody has written since.
///
/// What a person wrote is in the next answer anybody gets. Very many events at once, as an import writes them, are folded in
/// beside the pages, on a thread of its own, and everything that pages are made from with them; until all that is ready,
/// answers are the ones from before it (docs/decisions/0076).
public actor Records {
    private let journal: any Journal
    private let published = Mutex<Published?>(nil)
    private let preparations = Mutex<[Preparation]>([])
    private let thread = OwnThread("throughline.records")
    /// What very many events are being folded into beside the pages; nil where they are not.
    private var foldedFrom: Published?
    private var besideFailed = false

    /// More events than this are folded in beside the pages.
    static let few: Int64 = 2000

    /// An object, so that whoever asks takes a look at it and no copy of all that it holds.
    private final class Published: Sendable {
        let version: Int64
        let authority: Authority
        init(version: Int64, authority: Authority) { (self.version, self.authority) = (version, authority) }
    }

    /// Works out what pages will be made from, and gives back what puts it in the place of the earlier once the authority
    /// is published.
    public typealias Preparation = @Sendable (Authority) async -> Installation
    public typealias Installation = @Sendable () async -> Void

    public init(_ journal: any Journal) { self.journal = journal }

    /// Has something worked out before an authority with very many new events is published.
    public nonisolated func prepare(_ preparation: @escaping Preparation) {
        preparations.withLock { $0.append(preparation) }
    }

    /// The authority with everything that any process had written when this was asked; but for very many events at once,
    /// which it has once they are folded in.
    public nonisolated func current() async throws -> Authority {
        let version = try await journal.dataVersion()
        let held = published.withLock { $0 }
        if let held, held.version == version { return held.authority }
        return try await catchUp(to: version, from: held)
    }

    /// - Parameters:
    ///   - asked: what the journal said before this was asked for.
    ///   - seen: what was published then. Where another has published since, the journal is asked again.
    private func catchUp(to asked: Int64, from seen: Published?) async throws -> Authority {
        let held = published.withLock { $0 }
        let version = held === seen ? asked : try await journal.dataVersion()
        if let held {
            // What is being folded in beside is more than a few events. Once that is published, what was written since is
            // folded in here again, though it is still being put in place.
            if held.version == version || held === foldedFrom { return held.authority }
            if !besideFailed {
                let known = held.authority.head.seq
                let next = try await journal.authority(
                    from: held.authority, through: EventID(known + Self.few + 1))
                if next.head.seq - known <= Self.few { return publish(next, version) }
                foldBeside(held)
                return held.authority
            }
        }
        let latest = try await journal.authority(from: held?.authority ?? Authority())
        besideFailed = false
        return publish(latest, version)
    }

    private nonisolated func publish(_ latest: Authority, _ version: Int64) -> Authority {
        published.withLock { now in
            // Another may have published a later one while this was being folded.
            if let now, now.authority.head > latest.head { return now.authority }
            now = Published(version: version, authority: latest)
            return latest
        }
    }

    private func foldBeside(_ held: Published) {
        guard foldedFrom == nil else { return }
        foldedFrom = held
        let (journal, preparations) = (journal, preparations.withLock { $0 })
        Task.detached(executorPreference: thread, priority: .utility) {
            do {
                let version = try await journal.dataVersion()
                let latest = try await journal.authority(from: held.authority)
                var installations: [Installation] = []
                for prepare in preparations { installations.append(await prepare(latest)) }
                _ = self.publish(latest, version)
                for install in installations { await install() }
                await self.foldedBeside(failing: false)
            } catch {
                // Whoever asks next folds it in themselves, and is told what is wrong.
                await self.foldedBeside(failing: true)
            }
        }
    }

    private func foldedBeside(failing: Bool) { (foldedFrom, besideFailed) = (nil, failing) }

    /// The authority as it was known after an event.
    public func known(at event: EventID) async throws -> Authority {
        let current = try await current()
        if event == current.head { return current }
        return try await journal.authority(from: event > current.head ? current : Authority(), through: event)
    }

    /// The authority as it was known at an instant: everything written down by then.
    public func known(at instant: Instant) async throws -> Authority {
        var last = EventID(0)
        try await journal.scan(after: EventID(0)) { event in
            if event.recorded <= instant { last = event.id }
        }
        return try await known(at: last)
    }

    /// Every record of a child that was signed and stands, with its words, in the order that they were first signed.
    public func signed(of child: ChildID, through last: EventID) async throws -> [SignedRecord] {
        effective(try await events(of: child, through: last)).compactMap(\.event.record)
    }

    /// The same, each with the event it is called by.
    public func told(of child: ChildID, through last: EventID) async throws -> [ToldRecord] {
        standing(try await events(of: child, through: last)).compactMap { fact, told in
            told.event.record.map { ToldRecord(event: fact, record: $0) }
        }
    }

    /// A record as it was signed, with all its words, who wrote it down, and each version that corrected it: read from the
    /// journal, which alone keeps them. Nil where the child has no such record.
    ///
    /// - Parameter last: the last event that is known; what was corrected later is not said.
    public func versions(of event: EventID, of child: ChildID, through last: EventID) async throws -> RecordVersions? {
        RecordVersions(of: event, in: try await events(of: child, through: last))
    }

    /// Who wrote an event of a child down; who had, where it was moved here. Nil for one that is not there, or is sealed.
    public func author(of event: EventID, of child: ChildID) async throws -> Actor? {
        try await standingEvents(of: child).first { $0.fact == event }.map {
            if case .document(.movedHere(_, let carried)) = $0.event.event { carried.signedBy } else { $0.event.author }
        }
    }

    /// Everything that stands of one child's stream, whole.
    func standingEvents(of child: ChildID) async throws -> [(fact: EventID, event: Recorded<ChildEvent>)] {
        standing(try await events(of: child, through: EventID(.max)))
    }

    func events(of child: ChildID, through last: EventID) async throws -> [Recorded<ChildEvent>] {
        var events = ChildEvents(through: last)
        try await journal.scan(stream: child.stream) { events.take($0) }
        return events.events
    }

    /// Events that are sealed, whole: for whoever has been let in to them, which is kept before they are shown.
    func sealedEvents(_ events: [EventID]) async throws -> [Recorded<ChildEvent>] { try await journal.opened(events) }

    /// Shows `each` the events of one stream as the journal holds them.
    func scan(_ stream: StreamID, each: (borrowing StoredEvent) throws -> Void) async throws {
        try await journal.scan(stream: stream, each: each)
    }
}
