import Casework
import Days
import Standards

/// Signals about who works with the child.
extension Signals {
    static let workers = [workerLoss, noWorker]

    /// RS15 as far as the return goes: the social worker changed twice or more in twelve months, or while the child was
    /// missing. What else was open at the time a return does not say.
    static let workerLoss = SignalRule(
        "RS15", "The social worker keeps changing: who knows this child now?", reads: [.workers, .missing],
        owner: .teamManager
    ) { child, _, list in
        let from = child.day.adding(months: -12)
        let changes = changesOfWorker(child, after: from)
        guard !changes.isEmpty else { return }
        var facts: [SignalFact] = []
        var whileMissing: Day?
        for day in changes {
            if let episode = child.record.missing.first(where: { $0.kind == .missing && $0.isOpen(on: day) }) {
                facts.append(.workerChangedWhileMissing(day, missingFrom: episode.start))
                whileMissing = whileMissing ?? day
            } else {
                facts.append(.workerChanged(day))
            }
        }
        guard let since = [whileMissing, changes.count >= 2 ? changes[1] : nil].compactMap({ $0 }).min() else {
            return
        }
        list.add(child, since: since, facts)
    }

    /// Days after `first` on which another social worker took over from one before.
    static func changesOfWorker(_ child: ChildAsAt, after first: Day) -> [Day] {
        var before: String?
        var days: [Day] = []
        for allocation in child.record.allocations where allocation.role == .socialWorker {
            if let before, before != allocation.worker, allocation.start > first { days.append(allocation.start) }
            before = allocation.worker
        }
        return days
    }

    /// No allocated social worker on the day. Asked only where a return with the social workers' table speaks for the day.
    static let noWorker = SignalRule(
        "NOSW", "No allocated social worker: who is responsible for this child today?", reads: [.workers, .episodes],
        owner: .teamManager, rung: .noWorker
    ) { child, context, list in
        guard child.socialWorker == nil, let care = child.currentPeriod,
            let covered = context.coverage.start(of: .socialWorkers, coveringBackFrom: child.day)
        else { return }
        let left = child.record.allocations.filter { $0.role == .socialWorker }.compactMap(\.end).max()
        let since = max(care.start.day, left ?? covered)
        list.add(child, since: since, [.noAllocation(since: since)])
    }
}
