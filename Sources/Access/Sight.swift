import Casework
import Days

/// Whom of many children somebody may be shown: the one place where every list asks the policy. Made once for a page and
/// then asked of each child, it says what ``Policy/answer(_:_:_:_:)`` says with yes. Permission is today's, whatever day a
/// list speaks for.
public struct Sight: Sendable {
    /// The children with restricted or sealed records who are kept from the viewer.
    public let hidden: Set<ChildID>
    private let authority: Authority
    private let neighbours: Neighbours
    private let reach: Reach
    private let today: Day

    /// - Parameter action: seeing one's work, finding children, or taking a list of them away.
    public init(_ viewer: Viewer, _ authority: Authority, _ action: Action, today: Day) {
        (self.authority, self.today) = (authority, today)
        neighbours = Neighbours(of: viewer, in: authority)
        reach = viewer.reach(action)
        hidden = authority.protected.filter { child in
            authority[child].map { viewer.answer(action, $0, in: authority, on: today) != .yes } ?? true
        }
    }

    /// False for a child nobody here knows.
    public func mayList(_ child: ChildID) -> Bool { authority[child].map { mayList($0) } ?? false }

    public func mayList(_ record: ChildRecord) -> Bool { mayList(record.id, held: record.allocations) }

    /// The same of a child with these allocations, so that no record need be copied.
    public func mayList(_ child: ChildID, held allocations: [Allocation]) -> Bool {
        guard hidden.isEmpty || !hidden.contains(child) else { return false }
        return switch reach {
        case .everybody: true
        case .nobody, .everybodyWithReason: false
        case .own: neighbours.holds(allocations, on: today)
        case .team: reach.covers(neighbours.relation(to: allocations, on: today))
        }
    }
}
