import Casework
import Days

/// How much somebody is shown of something that was said urgently.
public enum UrgentHearing: Hashable, Sendable, Comparable {
    case nothing
    /// That it was said, and whether it was answered.
    case thatItWasSaid
    case everything
}

extension Viewer {
    /// Whether one of these ids and codes means this person.
    public func isNamed(in ids: [String]) -> Bool {
        ids.contains { $0 == id || (!$0.isEmpty && $0 == worker) }
    }

    /// Whether it was told to this person by now.
    public func isTold(_ call: UrgentCall, by now: Instant) -> Bool {
        call.told(by: now).contains { $0.accounts.contains(id) }
    }

    /// Whether this person may read what was said, acknowledge it and record what is done: whoever it was told to, and whoever
    /// answers for the child's work; as long as they may open the record and it is not about them.
    public func mayAnswer(_ call: UrgentCall, of child: ChildRecord, in authority: Authority, at now: Instant) -> Bool {
        let day = now.inLondon.day
        guard !isNamed(in: call.about), answer(.answerUrgent, child, in: authority, on: day) == .yes else {
            return false
        }
        return isTold(call, by: now) || answer(.seeChild, child, in: authority, on: day) == .yes
    }

    /// What this person, who has the child's record open, is shown of it. What is said against a carer or a member of staff
    /// is told to nobody who need not know.
    public func hearing(
        _ call: UrgentCall, of child: ChildRecord, in authority: Authority, at now: Instant
    ) -> UrgentHearing {
        if call.by == id { return .everything }
        if isNamed(in: call.about) { return .nothing }
        if mayAnswer(call, of: child, in: authority, at: now) { return .everything }
        return call.concern.isAllegation ? .nothing : .thatItWasSaid
    }

    /// What waits for this person to acknowledge or to act on, the longest first: what they were told and, of what could be
    /// told to nobody, what they may answer.
    public func urgent(in authority: Authority, at now: Instant) -> [(child: ChildRecord, call: UrgentCall)] {
        guard may(.answerUrgent) else { return [] }
        return authority.openCalls.filter { child, call in
            (isTold(call, by: now) || call.steps.isEmpty) && mayAnswer(call, of: child, in: authority, at: now)
        }
    }
}

extension Authority {
    /// Everything said urgently that waits for somebody, the longest first.
    public var openCalls: [(child: ChildRecord, call: UrgentCall)] {
        mayNotBeSafe.compactMap { self[$0] }
            .flatMap { child in child.urgent.filter(\.isOpen).map { (child: child, call: $0) } }
            .sorted { ($0.call.at, $0.call.origin.event) < ($1.call.at, $1.call.origin.event) }
    }

    /// What waits that could be told to nobody.
    public var unheardCalls: [UrgentCall] {
        openCalls.map(\.call).filter { $0.steps.isEmpty && $0.acknowledged.isEmpty }
    }
}
