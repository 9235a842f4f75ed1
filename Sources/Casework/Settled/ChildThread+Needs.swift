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
