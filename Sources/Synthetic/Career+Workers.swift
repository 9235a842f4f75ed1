import Days

extension Career {
    /// Social workers over time: the assessment team first, then the children-in-care team, and at each desk whoever
    /// sat there.
    mutating func throwAllocations(_ period: Outline.Period, _ workforce: Workforce) {
        let last = min(period.end, horizon)
        let handover = period.start + random.within(40...140)
        let assessment = workforce.desk(.assessment, &random)
        sit(at: assessment, of: workforce, from: period.start, to: min(handover, last), because: "FCONTA")
        var day = handover
        var reason: Code = "TSPROC"
        while day < last {
            let desk = workforce.desk(.childrenInCare, &random)
            let next = day + 200 + random.wait(mean: 1_600)
            sit(at: desk, of: workforce, from: day, to: min(next, last), because: reason)
            (day, reason) = (next, random.pick(Tables.workerChange))
        }
        if let open = allocations.indices.last, allocations[open].end == last, last < period.end {
            allocations[open].end = .distantFuture
        }
    }

    private mutating func sit(
        at desk: Int, of workforce: Workforce, from start: Day, to end: Day, because reason: Code
    ) {
        var reason = reason
        for tenure in workforce.desks[desk].tenures where Workforce.allocatedUntil(tenure) > start {
            guard tenure.start < end else { return }
            let from = max(start, tenure.start)
            allocations.append(
                Allocation(
                    worker: tenure.worker, start: from, end: min(Workforce.allocatedUntil(tenure), end),
                    reason: reason))
            reason = "LEFTRL"
        }
    }
}
