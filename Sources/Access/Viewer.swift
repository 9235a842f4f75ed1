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
        Neighbours(of: self, in: authority, among: child.allocations.map(\.worker))
            .relation(to: child.allocations, on: day)
    }

    /// How far the furthest of this person's roles goes in an action, no reason being given.
    public func reach(_ action: Action) -> Reach {
        let reaches = Set(roles.map { Policy.reach($0, action) })
        return [Reach.everybody, .team, .own].first { reaches.contains($0) } ?? .nobody
    }
}

extension Viewer {
    /// What the policy says to this person about one child.
    public func answer(_ action: Action, _ child: ChildRecord, in authority: Authority, on day: Day) -> Answer {
        Policy.answer(roles, action, relation(to: child, in: authority, on: day), protection(of: child))
    }

    /// What stands between this person and a record, beside their roles.
    public func protection(of child: ChildRecord) -> Protection {
        guard let held = child.protection else { return .ordinary }
        let mine = { (ids: [String]) in ids.contains { $0 == id || (!$0.isEmpty && $0 == worker) } }
        if let restriction = held.restriction, mine(restriction.parties) { return .party }
        if held.seal != nil { return .sealed }
        return held.restriction.map { .restricted(isNamed: mine($0.named)) } ?? .ordinary
    }
}
