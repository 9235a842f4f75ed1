import Days

/// What followed on something that a record tells, wherever it was written down: on the record itself, in an action for what
/// it named, in a call that somebody needs to know now, or in a manager's decision about it.
public struct Following: Hashable, Sendable {
    /// The first day that something was to be done about it; nil where nothing is recorded.
    public internal(set) var acted: Day?
    /// The first day that a manager is recorded to have known.
    public internal(set) var told: Day?
    /// The first day of a manager's decision about it, which says what is decided and why.
    public internal(set) var decided: Day?
}

extension ChildRecord {
    /// What followed on a record. A call against somebody who cares for or works with the child shows in nothing that they
    /// may read, so it counts for nothing here; the manager's decision does.
    public func following(_ record: HeldRecord) -> Following {
        var following = Following()
        following.told = record.day(.managerTold)
        if record.hasRows(of: .actions) { following.acted = record.day }
        let named = thread.named(by: record.origin)
        for action in thread.actions
        where action.since >= record.day && !named.isDisjoint(with: action.addresses) {
            following.acted.becomeEarlier(action.since)
        }
        for decision in records
        where decision.kind == .managementDecision && decision.day >= record.day
            && (decision.about(.chronologyLines).contains(ItemID(lineOf: record.origin.event))
                || decision.day <= record.day + 1 && !named.isDisjoint(with: decision.about(.actions)))
        {
            following.decided.becomeEarlier(decision.day)
            following.told.becomeEarlier(decision.day)
            if decision.hasRows(of: .actions) { following.acted.becomeEarlier(decision.day) }
        }
        for call in urgent where !call.concern.isAllegation && call.takenBack == nil {
            // It names no record: what was said of the child on those two days is taken to be about it.
            guard (record.day...(record.day + 1)).contains(call.at.inLondon.day) else { continue }
            if let acted = call.acted { following.acted.becomeEarlier(acted.inLondon.day) }
            if let known = call.acknowledged.map(\.at).min() { following.told.becomeEarlier(known.inLondon.day) }
        }
        return following
    }

    /// Whether something is to be done about what a record tells, as written down that day or the next; or a manager has
    /// decided about it since.
    public func wasFollowed(_ record: HeldRecord) -> Bool {
        if record.hasRows(of: .actions) { return true }
        let following = following(record)
        return following.decided != nil || following.acted.map { $0 <= record.day + 1 } ?? false
    }
}

extension HeldRecord {
    /// Whether a table of it has a row.
    public func hasRows(of field: CoreField) -> Bool {
        if case .rows(let count, _) = self[field] { count > 0 } else { false }
    }
}

extension ChildThread {
    /// What a record named: what the child said in it, and its risks.
    fileprivate func named(by origin: Origin) -> Set<ItemID> {
        Set(views.filter { $0.origin.event == origin.event }.map(\.id))
            .union(risks.filter { $0.origin.event == origin.event }.map(\.id))
    }
}

extension Day? {
    fileprivate mutating func becomeEarlier(_ other: Day) { self = map { Swift.min($0, other) } ?? other }
}
