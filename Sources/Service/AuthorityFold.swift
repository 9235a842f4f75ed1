import Casework
import Days
import JournalStore

/// Folds the journal into an ``Authority``, event by event, in the journal's order.
///
/// A child's events mostly stand together, so the record being folded is held aside and put back when another child's
/// turn comes. A child that an event corrects is folded again from its own stream once the scan is over.
struct AuthorityFold {
    private(set) var authority: Authority
    /// Children whose streams hold a correction that this fold has met.
    private(set) var corrected: Set<ChildID> = []
    private var open: ChildRecord?

    init(_ authority: Authority = Authority()) { self.authority = authority }

    mutating func take(_ event: borrowing StoredEvent) {
        let stream = event.stream
        let origin = Origin(event.id, event.source)
        switch stream.kind {
        case .child:
            guard let child = ChildID(stream) else { break }
            if event.corrects != nil {
                corrected.insert(child)
                authority.identify(by: event.id)
            } else if !event.isWithheld {
                if open?.id != child {
                    putBack()
                    open = authority[child] ?? ChildRecord(id: child)
                }
                let body = ChildEvent(kind: event.kind, schema: event.schema, bytes: event.body)
                switch body {
                case .identity, .protection: authority.identify(by: event.id)
                default: break
                }
                open?.apply(body, origin: origin, recorded: event.recorded)
            }
        case .worker:
            authority.share(by: event.id)
            authority.apply(
                WorkerRecordEvent(kind: event.kind, schema: event.schema, bytes: event.body), to: stream)
        case .authority:
            authority.share(by: event.id)
            let told = AuthorityEvent(kind: event.kind, schema: event.schema, bytes: event.body)
            if let corrected = event.corrects, told == .retracted {
                authority.takeBack(corrected)
            } else {
                authority.apply(told, origin: origin, author: event.author)
            }
        case nil: break
        }
        authority.advance(to: event.id)
    }

    /// The authority so far, the record that was being folded put back.
    mutating func finish() -> Authority {
        putBack()
        return authority
    }

    /// Puts in a record that was folded again because of corrections.
    mutating func replace(_ record: ChildRecord) { authority.replace(record) }

    private mutating func putBack() {
        if let record = open { authority.replace(record) }
        open = nil
    }
}

/// One child's events, collected for folding with their corrections.
struct ChildEvents {
    private(set) var events: [Recorded<ChildEvent>] = []
    private let last: EventID

    /// - Parameter last: the last event that is known; later ones are left out.
    init(through last: EventID) { self.last = last }

    mutating func take(_ event: borrowing StoredEvent) {
        guard event.id <= last, !event.isWithheld else { return }
        events.append(
            Recorded(
                id: event.id, stream: event.stream, version: event.version, occurred: event.occurred,
                recorded: event.recorded, author: event.author, source: event.source, corrects: event.corrects,
                reason: event.reason,
                event: ChildEvent(kind: event.kind, schema: event.schema, bytes: event.body)))
    }
}

extension Journal {
    /// The authority as the journal stood after `through` (its head where nil), starting from one folded before.
    nonisolated(nonsending) public func authority(
        from earlier: Authority = Authority(), through: EventID? = nil, checkingChain: Bool = false
    ) async throws -> Authority {
        var fold = AuthorityFold(earlier)
        try await scan(after: earlier.head, through: through, checkingChain: checkingChain) { fold.take($0) }
        var authority = fold.finish()
        for child in fold.corrected {
            var events = ChildEvents(through: authority.head)
            try await scan(stream: child.stream) { events.take($0) }
            authority.replace(ChildRecord(id: child, folding: events.events))
        }
        return authority
    }
}

extension JournalTransaction {
    /// The authority with everything written so far, this transaction's own events too.
    func authority(from earlier: Authority) throws -> Authority {
        var fold = AuthorityFold(earlier)
        try scan(after: earlier.head) { fold.take($0) }
        var authority = fold.finish()
        for child in fold.corrected {
            var events = ChildEvents(through: authority.head)
            try scan(stream: child.stream) { events.take($0) }
            authority.replace(ChildRecord(id: child, folding: events.events))
        }
        return authority
    }
}
