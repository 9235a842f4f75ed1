import Casework
import Days
import Standards

/// What was open when the work went from one worker to another.
extension Breaks {
    static let handovers = [handoverAbsent, handoverNotAccepted]

    /// How long anybody has, in working days.
    private static let time = 5

    static let handoverAbsent = BreakRule(
        "handover_absent", "The worker changed, and what was open was not handed over", .local,
        Citation("Local aim", "WF10"), owner: .teamManager,
        action: "Hand over what is open, item by item: whoever had it, or the manager.",
        mend: .writing(.handover, .handedOver)
    ) { asked, found in
        guard let change = asked.child.lastChangeOfWorker, change.day >= asked.keptSince,
            asked.child.handover(of: change) == nil,
            let due = asked.context.day(time, workingDaysAfter: change.day), due < asked.day
        else { return }
        // What came up since is the new worker's own.
        let open = asked.thread.toHandOver.filter { asked.thread.since($0).map { $0 < change.day } ?? false }
        guard !open.isEmpty else { return }
        found.add(
            since: due,
            "The worker changed on \(change.day.inWords); \(open.count) open \(open.count == 1 ? "thing was" : "things were") there before, and no handover is recorded."
        )
    }

    static let handoverNotAccepted = BreakRule(
        "handover_not_accepted", "Something was handed over, and nobody has accepted it", .local,
        Citation("Local aim", "WF10"), action: "Accept each thing, with a new day where it needs one, or send it back.",
        mend: .writing(.takingOver, .takenOver)
    ) { asked, found in
        guard let handover = asked.thread.handovers.last else { return }
        let waiting = asked.thread.waiting(of: handover)
        // Nobody can accept it before they have the work.
        let begins = max(handover.on, asked.child.lastChangeOfWorker?.day ?? handover.on)
        guard !waiting.isEmpty, let due = asked.context.day(time, workingDaysAfter: begins), due < asked.day else {
            return
        }
        let names = waiting.prefix(3).map { asked.thread.what($0).map { "“\($0)”" } ?? $0.name }
        found.add(
            since: due,
            "\(waiting.count) of the \(handover.items.count) handed over on \(handover.on.inWords): \(names.joined(separator: ", "))\(waiting.count > names.count ? " and more" : "")."
        )
    }
}
