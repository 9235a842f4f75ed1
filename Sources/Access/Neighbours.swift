import Casework
import Days

/// Whose work is near somebody's: who is in their team, and who answers to them. Made once, and then asked of as many
/// children as a page is about.
public struct Neighbours: Sendable {
    private let worker: String?
    private let near: Set<String>

    public init(of viewer: Viewer, in authority: Authority) {
        guard let worker = viewer.worker, !worker.isEmpty else {
            (self.worker, near) = (nil, [])
            return
        }
        self.worker = worker
        let team = authority.workers[worker]?.team ?? ""
        near = Set(
            authority.workers.values.lazy.filter { $0.manager == worker || (!team.isEmpty && $0.team == team) }
                .map(\.code))
    }

    /// How near they stand to a child with these allocations, which are in the order of their first days.
    public func relation(to allocations: [Allocation], on day: Day) -> Relation {
        guard let worker else { return .other }
        var (isHeld, isNear, wasNear) = (false, false, false)
        for allocation in allocations where allocation.start <= day {
            if allocation.role == .socialWorker { wasNear = near.contains(allocation.worker) }
            guard allocation.isOpen(on: day) else { continue }
            if allocation.worker == worker { return .own }
            if allocation.role == .socialWorker { isHeld = true }
            if allocation.role != .iro, near.contains(allocation.worker) { isNear = true }
        }
        // A child whom nobody holds is still the business of the team that held them last.
        return isNear || (!isHeld && wasNear) ? .team : .other
    }

    /// Whether they are allocated to the child on the day.
    public func holds(_ allocations: [Allocation], on day: Day) -> Bool {
        allocations.contains { $0.worker == worker && $0.isOpen(on: day) }
    }
}
