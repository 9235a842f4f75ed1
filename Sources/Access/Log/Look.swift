import Casework
import Days

/// One view of a child's record, or of a list of children: who looked at what, and why.
public struct Look: Hashable, Sendable {
    public let at: Instant
    /// The account's id, or `cli:` and the operating system's user.
    public let account: String
    public let action: Action
    /// The address as the router has it: `/children/:id/people`.
    public let route: String
    /// The child whose record it was; nil for a list.
    public let child: ChildID?
    /// The children whom a list, a search or an export showed.
    public let shown: [ChildID]
    /// What was asked for, as the address has it. May hold a name that was searched for, as the log is meant to.
    public let query: String
    /// Why, where a reason had to be given.
    public let reason: String?

    public init(
        at: Instant, account: String, action: Action, route: String, child: ChildID? = nil, shown: [ChildID] = [],
        query: String = "", reason: String? = nil
    ) {
        (self.at, self.account, self.action, self.route, self.child) = (at, account, action, route, child)
        (self.shown, self.query, self.reason) = (shown, query, reason)
    }
}

/// A view as the log holds it, by its place.
public struct LoggedLook: Hashable, Sendable {
    /// From 1, without a gap.
    public let place: Int64
    public let look: Look
}
