import Days

extension ChildThread {
    /// Whether something answers a part of the thread on a day: an action or a decision for it, or for an outcome that is
    /// wanted of it.
    ///
    /// - Parameters:
    ///   - live: Whether only what is still being done counts, and not what was done.
    ///   - counts: Which actions count; all, where nothing is said.
    public func isAnswered(
        _ id: ItemID, on day: Day, byLiveOnly live: Bool, counting counts: (ChildAction) -> Bool = { _ in true }
    ) -> Bool {
        let wanted = Set(outcomes.filter { $0.needs.contains(id) }.map(\.id)).union([id])
        return actions.contains { action in
            counts(action) && !wanted.isDisjoint(with: action.addresses)
                && (action.isLive(on: day) || (!live && action.closed?.state == .done))
        }
            || decisions.contains { decision in
                !wanted.isDisjoint(with: decision.addresses) && (!live || !decision.isEnded)
            }
    }

    /// The open outcomes that an action is for: those it names, and those that are wanted of a need that it names.
    public func outcomes(of action: ChildAction, on day: Day) -> [ChildOutcome] {
        outcomes.filter { outcome in
            outcome.isOpen(on: day)
                && (action.addresses.contains(outcome.id)
                    || outcome.needs.contains { action.addresses.contains($0) })
        }
    }
}
