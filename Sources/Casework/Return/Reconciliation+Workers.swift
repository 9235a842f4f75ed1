import Days

/// Who worked with the child. An allocation is known by its day, its role and its worker.
extension Reconciliation {
    private struct AllocationKey: Hashable {
        let start: Day
        let role: AllocationRole
        let worker: String
    }

    mutating func compareAllocations(_ reported: [ReportedAllocation], _ known: [Allocation]) {
        let pairs = Pairs(
            reported, by: { AllocationKey(start: $0.start, role: $0.role, worker: $0.worker) },
            known, by: { AllocationKey(start: $0.start, role: $0.role, worker: $0.worker) })
        for (one, held) in pairs.reported {
            let allocated = ChildEvent.worker(.allocated(worker: one.worker, one.role, one.start, one.reason))
            if held == nil { propose(allocated, on: one.start) }
            if let held, held.reason != one.reason, !one.reason.isBlank {
                correct(held.origin, to: allocated, on: one.start, "the allocation of \(one.start.inWords)")
            }
            compareEnd(one.end, held?.end, held?.endOrigin, of: one.start, "allocation") { end in
                (.worker(.ended(worker: one.worker, one.role, started: one.start, end)), end)
            }
        }
        guard tables.contains(.socialWorkers) else { return }
        for held in pairs.gone { retract(held.origin, and: held.endOrigin, on: held.start) }
    }
}
