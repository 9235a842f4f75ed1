import Casework
import Days

/// Somebody who is signed in, as the policy knows them.
public struct Viewer: Hashable, Sendable {
    /// The account's id; stays when a name or an address changes.
    public let id: String
    public let name: String
    public let roles: [Role]
    /// The worker of the staff file this person is; nil for those who hold no children.
    public let worker: String?

    public init(id: String, name: String, roles: [Role], worker: String?) {
        (self.id, self.name, self.roles, self.worker) = (id, name, roles, worker)
    }

    public func may(_ action: Action) -> Bool { Policy.allows(roles, action) }

    /// How near this person stands to a child on a day.
    public func relation(to child: ChildRecord, in authority: Authority, on day: Day) -> Relation {
        guard let worker, !worker.isEmpty else { return .other }
        let open = child.allocations.filter { $0.isOpen(on: day) }
        if open.contains(where: { $0.worker == worker }) { return .own }
        var workers = open.filter { $0.role != .iro }.map(\.worker)
        // A child whom nobody holds is still the business of the team that held them last.
        if !open.contains(where: { $0.role == .socialWorker }),
            let last = child.allocations.last(where: { $0.role == .socialWorker && $0.start <= day })
        {
            workers.append(last.worker)
        }
        let team = authority.workers[worker]?.team ?? ""
        for code in workers {
            guard let other = authority.workers[code] else { continue }
            if other.manager == worker || (!team.isEmpty && other.team == team) { return .team }
        }
        return .other
    }
}

extension Viewer {
    /// What the policy says to this person about one child.
    public func answer(_ action: Action, _ child: ChildRecord, in authority: Authority, on day: Day) -> Answer {
        Policy.answer(roles, action, relation(to: child, in: authority, on: day), .ordinary)
    }
}
