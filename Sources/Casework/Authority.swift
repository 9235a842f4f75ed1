import Days
import HashTreeCollections

/// Everything Throughline knows, at one place of the journal: every child's record, every worker, and what the returns
/// speak for. A value: readers hold it without locks while the next one is made.
public struct Authority: Sendable {
    public private(set) var children = ChildRecords()
    /// Which child a return's number means.
    public private(set) var numbers: TreeDictionary<String, ChildID> = [:]
    public private(set) var workers: TreeDictionary<String, Worker> = [:]
    public private(set) var workerStreams: TreeDictionary<String, StreamID> = [:]
    public private(set) var coverage = Coverage()
    /// Rows of returns that belong to no child who could be named, by the event that set them aside.
    public private(set) var setAside: TreeDictionary<EventID, HeldSetAside> = [:]
    /// Every form that a record was signed on, by its edition.
    public private(set) var forms: TreeDictionary<FormEdition, PublishedForm> = [:]
    /// The last form of each kind that was published for records to be signed on. One that was only kept with a record, as
    /// another process knew it, is not among them.
    public private(set) var latestForms: [RecordKind: FormEdition] = [:]
    /// The reviewing service’s plans and what it published.
    public private(set) var reviewing = ReviewingService()
    /// Those around whose records more stands than the roles: restricted or sealed. Few.
    public private(set) var protected: Set<ChildID> = []
    /// Those of whom something was said urgently that nobody has acknowledged, or for which no action is recorded. Few.
    public private(set) var mayNotBeSafe: Set<ChildID> = []
    /// Those off whose record one was taken that is about another child. Few.
    public private(set) var sealedRecords: Set<ChildID> = []
    /// The last event that may have changed who a child is, or who may find them: what is worked out from names and numbers alone stays true
    /// until this moves.
    public private(set) var identified = EventID(0)
    /// The last event that is no child's own: who works here and in which team, what the returns speak for, which forms there
    /// are. What is worked out from some children's records and from these stays true until it moves.
    public private(set) var shared = EventID(0)
    /// The latest day that anything signed here is about; nil where nobody has signed one.
    public private(set) var signedUntil: Day?
    /// The last event folded in.
    public private(set) var head = EventID(0)
    /// The children put in place last, each with an event that is after all that was known of them before.
    private var replaced: [(child: ChildID, by: EventID)] = []
    /// Of what was put in place before this, not everything is remembered.
    private var remembered = EventID(0)
    private static let mostReplaced = 512
    /// Shared by all that was made from one empty authority, event after event.
    private let beginning = Beginning()
    private final class Beginning: Sendable {}

    public init() {}

    public subscript(_ child: ChildID) -> ChildRecord? { children[child] }

    /// The child that a return's number means.
    public func child(ssda903 number: String) -> ChildRecord? { numbers[number].flatMap { children[$0] } }
}

extension Authority {
    /// Puts a child's record in the place of the one before.
    public mutating func replace(_ record: ChildRecord) {
        let old = children[record.id]
        let (before, now) = (old?.identity.ssda903 ?? "", record.identity.ssda903)
        children[record.id] = record
        sign(until: record.lastSigned, insteadOf: old?.lastSigned)
        if record.sealed.isEmpty { sealedRecords.remove(record.id) } else { sealedRecords.insert(record.id) }
        if record.protection == nil { protected.remove(record.id) } else { protected.insert(record.id) }
        remember(record.id)
        if record.urgent.contains(where: \.isOpen) {
            mayNotBeSafe.insert(record.id)
        } else {
            mayNotBeSafe.remove(record.id)
        }
        if before != now { number(record.id, now, insteadOf: before) }
    }

    /// The last record may have been put right to be about an earlier day, or be another child's.
    private mutating func sign(until day: Day?, insteadOf before: Day?) {
        if let before, before == signedUntil, day.map({ $0 < before }) ?? true {
            signedUntil = children.values.compactMap { $0.lastSigned }.max()
        } else if let day {
            signedUntil = max(signedUntil ?? day, day)
        }
    }

    private mutating func remember(_ child: ChildID) {
        if replaced.count >= Self.mostReplaced {
            remembered = replaced[replaced.count / 2].by
            replaced.removeFirst(replaced.count / 2 + 1)
        }
        replaced.append((child, EventID(head.seq + 1)))
    }

    /// The children whose records may differ from what they were in `earlier`, so that nobody has to compare them all; nil
    /// where that is too long ago to say, or this was not made from it.
    public func changed(since earlier: Authority) -> Set<ChildID>? {
        guard beginning === earlier.beginning, earlier.head >= remembered, earlier.head <= head else { return nil }
        var changed: Set<ChildID> = []
        for (child, by) in replaced.reversed() {
            guard by > earlier.head else { break }
            changed.insert(child)
        }
        return changed
    }

    /// A number means the child who has it now; of two who have it, the one with the lower id, so that whatever order
    /// they were folded in, it is the same one.
    private mutating func number(_ child: ChildID, _ number: String, insteadOf before: String) {
        if numbers[before] == child {
            numbers[before] = children.values.filter { $0.identity.ssda903 == before }.map(\.id).min()
        }
        if !number.isEmpty { numbers[number] = min(child, numbers[number] ?? child) }
    }

    public mutating func apply(_ event: WorkerRecordEvent, to stream: StreamID) {
        guard case .described(let worker) = event else { return }
        workers[worker.code] = worker
        workerStreams[worker.code] = stream
    }

    /// - Parameter author: Who wrote it down.
    public mutating func apply(_ event: AuthorityEvent, origin: Origin, author: Actor? = nil) {
        switch event {
        case .returnImported(let imported): coverage.add(imported)
        case .setAside(let row): setAside[origin.event] = HeldSetAside(row, origin)
        case .formPublished(let form):
            forms[form.edition] = form
            latestForms[form.kind] = form.edition
        case .formKept(let form): forms[form.edition] = form
        case .reviewingPlanSigned(let plan): reviewing.add(plan, by: origin.event, author)
        case .reviewingReportPublished(let report): reviewing.add(report, by: origin.event, author)
        case .retracted, .unrecognised: break
        }
    }

    /// Takes back a row that was set aside: a newer version of its return no longer holds it.
    public mutating func takeBack(_ event: EventID) { setAside[event] = nil }

    /// Notes that `event` may have changed who a child is, or who may find them.
    public mutating func identify(by event: EventID) { identified = max(identified, event) }

    /// Notes that `event` is no child's own.
    public mutating func share(by event: EventID) { shared = max(shared, event) }

    /// Notes that everything up to and with `event` is folded in.
    public mutating func advance(to event: EventID) { head = event }
}
