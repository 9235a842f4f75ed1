import Casework
import Days

/// Whose work is near somebody's: who is in their team, and who answers to them. Made once, and then asked of as many
/// children as a page is about.
public struct Neighbours: Sendable {
    private let worker: String?
    private let near: Set<String>

    /// - Parameter codes: the workers there will be asked about; nil for everybody's, to ask of many children.
    public init(of viewer: Viewer, in authority: Authority, among codes: [String]? = nil) {
        guard let worker = viewer.worker, !worker.isEmpty else {
            (self.worker, near) = (nil, [])
            return
        }
        self.worker = worker
        let team = authority.workers[worker]?.team ?? ""
        func isNear(_ other: Worker) -> Bool { other.manager == worker || (!team.isEmpty && other.team == team) }
        near =
            if let codes {
                Set(codes.filter { authority.workers[$0].map(isNear) ?? false })
            } else {
                Set(authority.workers.values.lazy.filter(isNear).map(\.code))
            }
    }

    /// How near they stand to a child with these allocations, which are in the order of their first days.
    public func relation(to allocations: [Allocation], on day: Day) -> Relation {
        guard let worker else { return .other }
        var (isHeld, isNear) = (false, false)
        var lastHolder: Int?
        // By place, since an allocation is not copied so.
        for place in allocations.indices where allocations[place].start <= day {
            if allocations[place].role == .socialWorker { lastHolder = place }
            guard allocations[place].isOpen(on: day) else { continue }
            if allocations[place].worker == worker { return .own }
            if allocations[place].role == .socialWorker { isHeld = true }
            if allocations[place].role != .iro, !isNear { isNear = near.contains(allocations[place].worker) }
        }
        if isNear { return .team }
        // A child whom nobody holds is still the business of the team that held them last.
        if !isHeld, let lastHolder, near.contains(allocations[lastHolder].worker) { return .team }
        return .other
    }

    /// Whether a worker is this person, in their team, or answers to them.
    public func isNear(_ other: String) -> Bool { worker != nil && (other == worker || near.contains(other)) }

    /// Whether they are allocated to the child on the day.
    public func holds(_ allocations: [Allocation], on day: Day) -> Bool {
        allocations.contains { $0.worker == worker && $0.isOpen(on: day) }
    }
}
