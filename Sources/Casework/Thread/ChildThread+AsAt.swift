import Days

extension ChildThread {
    /// The thread as at a day: what was said by then, and what had become of it by then.
    func asAt(_ day: Day) -> ChildThread {
        var thread = self
        thread.needs.keep { $0.since <= day }
        for index in thread.needs.indices {
            thread.needs[index].closed.forget(after: day)
            thread.needs[index].leftWithReason.keep { $0.on <= day }
        }
        thread.strengths.keep { $0.since <= day }
        thread.risks.keep { $0.since <= day }
        for index in thread.risks.indices { thread.risks[index].closed.forget(after: day) }
        thread.outcomes.keep { $0.since <= day }
        for index in thread.outcomes.indices {
            thread.outcomes[index].measured.keep { $0.on <= day }
            thread.outcomes[index].closed.forget(after: day)
        }
        thread.actions.keep { $0.since <= day }
        for index in thread.actions.indices {
            thread.actions[index].dues.keep { $0.set <= day }
            thread.actions[index].forgetJoined(after: day)
            if let closed = thread.actions[index].closed, closed.on > day { thread.actions[index].closed = nil }
        }
        thread.views.keep { $0.since <= day }
        for index in thread.views.indices {
            thread.views[index].considered.keep { $0 <= day }
            if let answered = thread.views[index].answered, answered.on > day { thread.views[index].answered = nil }
        }
        thread.decisions.keep { $0.since <= day }
        for index in thread.decisions.indices { thread.decisions[index].looked.keep { $0.on <= day } }
        thread.concerns.keep { $0.raised <= day }
        for index in thread.concerns.indices {
            thread.concerns[index].asks.keep { $0.on <= day }
            thread.concerns[index].replies.keep { $0.on <= day }
            thread.concerns[index].steps.keep { $0.on <= day }
        }
        thread.familyTime.keep { $0.since <= day }
        thread.contacts.keep { $0.on <= day }
        thread.requests.keep { $0.on <= day }
        thread.handovers.keep { $0.on <= day }
        for index in thread.handovers.indices { thread.handovers[index].answers.keep { $0.on <= day } }
        thread.network.keep { $0.since <= day }
        thread.settled.keep { $0.since <= day }
        thread.retired = thread.retired.filter { $0.value <= day }
        return thread
    }
}

extension ChildThread {
    /// Whether anything has a day of its own after `day`. The rest is dated by the record that says it.
    func holdsAnything(after day: Day) -> Bool {
        outcomes.contains { $0.measured.contains { $0.on > day } }
            || actions.contains { $0.closed.map { $0.on > day } ?? false } || contacts.contains { $0.on > day }
    }
}

extension Array {
    fileprivate mutating func keep(_ isKept: (Element) -> Bool) { removeAll { !isKept($0) } }
}

extension Day? {
    fileprivate mutating func forget(after day: Day) { if let own = self, own > day { self = nil } }
}
