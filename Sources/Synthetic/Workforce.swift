import Days

/// The workers of Severn Vale: desks, and who sat at each from when to when.
///
/// A child is allocated to a desk. When a worker leaves, the next one takes over the desk's children, sometimes only
/// after some weeks in which nobody has them. Of 600 children: 60 workers in 10 teams, and 8 reviewing officers.
struct Workforce {
    enum Service: CaseIterable {
        case assessment, childrenInCare, leavingCare, fostering, reviewing

        /// How many children there are in the authority for each desk.
        var childrenADesk: Int {
            switch self {
            case .childrenInCare: 20
            case .assessment, .leavingCare: 50
            case .reviewing: 75
            case .fostering: 100
            }
        }

        var fewest: Int { self == .childrenInCare ? 3 : self == .assessment ? 2 : 1 }

        /// As the staff list has it.
        var role: String {
            switch self {
            case .assessment, .childrenInCare: "Social worker"
            case .leavingCare: "Personal adviser"
            case .fostering: "Supervising social worker"
            case .reviewing: "Independent reviewing officer"
            }
        }

        var teamName: String {
            switch self {
            case .assessment: "Assessment"
            case .childrenInCare: "Children in care"
            case .leavingCare: "Leaving care"
            case .fostering: "Fostering"
            case .reviewing: "IRO service"
            }
        }

        /// How long a worker stays, in days; agency workers of any service stay for less.
        var stay: Double {
            switch self {
            case .assessment: 550
            case .childrenInCare: 850
            case .leavingCare, .fostering: 1_300
            case .reviewing: 1_800
            }
        }
    }

    struct Tenure {
        /// Counted over all desks; printed as the worker's code.
        let worker: Int
        let start: Day
        /// ``Day/distantFuture`` while at the desk.
        var end: Day
        var isAgency: Bool
        /// Left, and the children are still allocated to them.
        var leftChildrenBehind = false
    }

    struct Desk {
        let service: Service
        /// Counted over all services; nil for reviewing officers, who are in no team.
        let team: Int?
        var tenures: [Tenure]
    }

    struct Team {
        let service: Service
        let name: String
    }

    private(set) var desks: [Desk] = []
    private(set) var teams: [Team] = []
    /// Who sees to the children of a worker who is away.
    private(set) var standIns: [Int: Int] = [:]
    private var places: [Service: Range<Int>] = [:]
    /// How many desks a team has.
    private static let teamSize = 6

    init(seed: UInt64, children: Int, from start: Day, to end: Day) {
        var worker = 0
        for service in Service.allCases {
            let count = max(service.fewest, children / service.childrenADesk)
            places[service] = desks.count..<(desks.count + count)
            let firstTeam = teams.count
            if service != .reviewing {
                let many = (count + Self.teamSize - 1) / Self.teamSize
                for number in 1...many {
                    teams.append(
                        Team(service: service, name: many == 1 ? service.teamName : "\(service.teamName) \(number)"))
                }
            }
            for place in 0..<count {
                var random = SeededRandom(seed: seed ^ 0x0057_4F52_4B45_5253, stream: UInt64(desks.count))
                var tenures: [Tenure] = []
                var day = start - random.below(500)
                while day <= end {
                    let isAgency = random.chance(0.18)
                    let mean: Double = service == .reviewing ? service.stay : isAgency ? 220 : service.stay
                    let last = day + 45 + random.wait(mean: mean)
                    tenures.append(
                        Tenure(worker: worker, start: day, end: last <= end ? last : .distantFuture, isAgency: isAgency)
                    )
                    worker += 1
                    day = last + (service != .reviewing && random.chance(0.15) ? random.within(10...60) : 0)
                }
                let team = service == .reviewing ? nil : firstTeam + place / Self.teamSize
                desks.append(Desk(service: service, team: team, tenures: tenures))
            }
        }
        tellStories(until: end)
    }

    /// What every authority knows: in each of four children-in-care teams one desk of which something is to be told.
    private mutating func tellStories(until end: Day) {
        guard let inCare = places[.childrenInCare], inCare.count >= 4 * Self.teamSize else { return }
        let first = inCare.lowerBound
        // Nobody since some weeks: the last worker went and the post is empty.
        change(first) { $0.end = end - 24 }
        // Gone, and the allocations were never closed.
        change(first + Self.teamSize) { ($0.end, $0.leftChildrenBehind) = (end - 17, true) }
        // Away, a colleague sees to the children.
        let (away, colleague) = (first + 2 * Self.teamSize, first + 2 * Self.teamSize + 1)
        change(away) { $0.end = .distantFuture }
        change(colleague) { $0.end = .distantFuture }
        if let worker = desks[away].tenures.last?.worker { standIns[worker] = desks[colleague].tenures.last?.worker }
        // From an agency.
        change(first + 3 * Self.teamSize) { $0.isAgency = true }
    }

    private mutating func change(_ desk: Int, _ change: (inout Tenure) -> Void) {
        guard let last = desks[desk].tenures.indices.last else { return }
        // The story needs somebody at the desk, and nobody after.
        desks[desk].tenures[last].end = .distantFuture
        change(&desks[desk].tenures[last])
    }

    /// How many reviewing officers there are.
    var officers: Int { places[.reviewing]?.count ?? 0 }

    func desk(_ service: Service, _ random: inout SeededRandom) -> Int {
        let range = places[service] ?? 0..<1
        return range.lowerBound + random.below(range.count)
    }

    /// The last day on which a worker counts as allocated: one who left children behind still does.
    static func allocatedUntil(_ tenure: Tenure) -> Day { tenure.leftChildrenBehind ? .distantFuture : tenure.end }

    static func code(ofWorker worker: Int) -> Code { Code("SWV", worker + 1, digits: 5) }
    static func code(ofManager team: Int) -> Code { Code("SWM", team + 1, digits: 5) }
}
