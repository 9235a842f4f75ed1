import Days

/// The social workers and independent reviewing officers of Severn Vale: desks, and who sat at each from when to when.
///
/// A child is allocated to a desk. When a worker leaves, the next one takes over the desk's children, sometimes only
/// after some weeks in which nobody has them.
struct Workforce {
    enum Role { case assessment, childrenInCare, reviewing }

    struct Tenure {
        /// Counted over all desks; printed as the worker's code.
        let worker: Int
        let start: Day
        /// ``Day/distantFuture`` while at the desk.
        let end: Day
        let isAgency: Bool
    }

    struct Desk {
        let role: Role
        let team: Int
        let tenures: [Tenure]
    }

    private(set) var desks: [Desk] = []
    private let assessment: Range<Int>
    private let inCare: Range<Int>
    private let reviewing: Range<Int>
    let teams: Int

    /// One social worker's desk for about 14 children, one reviewing officer's for about 65.
    init(seed: UInt64, children: Int, from start: Day, to end: Day) {
        let first = max(2, children / 50)
        let second = max(3, children / 18)
        let third = max(1, children / 65)
        assessment = 0..<first
        inCare = first..<(first + second)
        reviewing = (first + second)..<(first + second + third)
        teams = (first + second + 6) / 7
        var worker = 0
        for desk in 0..<(first + second + third) {
            var random = SeededRandom(seed: seed ^ 0x0057_4F52_4B45_5253, stream: UInt64(desk))
            let role: Role =
                assessment.contains(desk) ? .assessment : inCare.contains(desk) ? .childrenInCare : .reviewing
            var tenures: [Tenure] = []
            var day = start - random.below(500)
            while day <= end {
                let isAgency = random.chance(0.18)
                let mean: Double = role == .reviewing ? 1_800 : isAgency ? 220 : role == .assessment ? 550 : 850
                let last = day + 45 + random.wait(mean: mean)
                tenures.append(
                    Tenure(worker: worker, start: day, end: last <= end ? last : .distantFuture, isAgency: isAgency))
                worker += 1
                day = last + (role != .reviewing && random.chance(0.15) ? random.within(10...60) : 0)
            }
            desks.append(Desk(role: role, team: desk / 7, tenures: tenures))
        }
    }

    func desk(_ role: Role, _ random: inout SeededRandom) -> Int {
        let range =
            switch role {
            case .assessment: assessment
            case .childrenInCare: inCare
            case .reviewing: reviewing
            }
        return range.lowerBound + random.below(range.count)
    }

    static func code(ofWorker worker: Int) -> Code { Code("SWV", worker + 1, digits: 5) }
    static func code(ofManager team: Int) -> Code { Code("SWM", team + 1, digits: 5) }
}
