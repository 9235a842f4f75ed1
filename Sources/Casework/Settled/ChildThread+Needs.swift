import Days

extension ChildThread {
    /// What a plan answers a need with: actions, which are then for it, or why there is none.
    mutating func answerNeeds(_ row: AnswerRow, _ record: SignedRecord, _ origin: Origin) {
        let actions = row.items(.action)
        for need in row.items(.need) {
            for action in actions {
                guard let index = self.actions.firstIndex(where: { $0.id == action }) else { continue }
                self.actions[index].join(need, on: record.day)
            }
            guard actions.isEmpty, let index = needs.firstIndex(where: { $0.id == need }) else { continue }
            needs[index].leftWithReason.append(ChildNeed.Left(on: record.day, from: record.kind, origin: origin))
        }
    }
}

extension ChildThread {
    /// What is or was wanted for a need: the outcomes that name it, and those that an action or a decision is for which is for
    /// the need too.
    public func outcomes(wantedFor need: ItemID) -> [ChildOutcome] {
        outcomes.filter { outcome in
            func joins(_ ends: [ItemID]) -> Bool { ends.contains(need) && ends.contains(outcome.id) }
            return outcome.needs.contains(need) || actions.contains { joins($0.addresses) }
                || decisions.contains { joins($0.addresses) }
        }
    }
}

extension ChildRecord {
    /// The plan that says why nothing is done for a need, where it is the latest of its kind: the next plan asks again. Nil
    /// where none says so.
    public func reason(forLeaving need: ChildNeed) -> ChildNeed.Left? {
        need.leftWithReason.last(where: isOfLatestPlan)
    }

    private func isOfLatestPlan(_ left: ChildNeed.Left) -> Bool {
        records.last { $0.kind == left.from }.map { $0.day <= left.on } ?? true
    }

    /// The open needs that nothing answers on a day: no action, done or to do, no decision, and no reason why none.
    public func needsUnanswered(on day: Day) -> [ChildNeed] {
        thread.needs.filter {
            $0.isOpen(on: day) && !thread.isAnswered($0.id, on: day, byLiveOnly: false)
                && reason(forLeaving: $0) == nil
        }
    }

    /// The needs of the care plan for which nothing is wanted on a day, with since when. A need that was found after the plan is
    /// the next one's, and one that the plan leaves with a reason asks for nothing.
    public func needsWantingNothing(on day: Day) -> [(need: ChildNeed, since: Day, ended: Bool)] {
        thread.needs.compactMap { need in
            let isWanting = !thread.outcomes.contains { $0.needs.contains(need.id) && $0.isOpen(on: day) }
            guard isWanting, need.isOpen(on: day), let planned = firstCarePlan(after: need),
                reason(forLeaving: need) == nil
            else { return nil }
            let wanted = thread.outcomes(wantedFor: need.id)
            guard !wanted.contains(where: { $0.isOpen(on: day) }) else { return nil }
            let ended = wanted.compactMap(\.closed).max().flatMap { $0 >= planned ? $0 : nil }
            return (need, ended ?? planned, ended != nil)
        }
    }

    /// The day of the first care plan that could know of a need; nil where none was signed since.
    private func firstCarePlan(after need: ChildNeed) -> Day? {
        records.first { $0.kind == .carePlan && $0.day >= need.since }?.day
    }

    /// The needs that a new plan of a kind has to say something of: those that nothing answers, and those that the plan before
    /// it left with a reason.
    public func needsToAnswer(in plan: RecordKind, on day: Day) -> [ChildNeed] {
        thread.needs.filter { need in
            guard need.isOpen(on: day), !thread.isAnswered(need.id, on: day, byLiveOnly: false) else { return false }
            return reason(forLeaving: need) == nil
                || need.leftWithReason.contains { $0.from == plan && isOfLatestPlan($0) }
        }
    }
}
