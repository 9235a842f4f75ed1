import Days

/// What the care that is held tells of a child's life, a line each. No name and no address is in it: who somebody is and
/// where, other parts of the record say to those who may know.
extension Chronology {
    /// A row of the table: what kind of thing it is, what it is about, and whether it changes a life.
    enum CareKind: String {
        case care
        case leftCare = "left-care"
        case moved, law, missing, review, worker, liberty, adoption
        case noAdoption = "no-adoption"

        fileprivate var theme: ChronologyTheme {
            switch self {
            case .care, .leftCare, .law, .review, .liberty, .adoption, .noAdoption: .decisions
            case .moved: .home
            case .missing: .missing
            case .worker: .help
            }
        }

        fileprivate var isTurningPoint: Bool { self != .review && self != .worker }

        fileprivate var informationClass: InformationClass {
            self == .adoption || self == .noAdoption ? .adoption : .ordinary
        }
    }

    struct CareLine {
        let kind: CareKind
        let line: ChronologyLine
        var day: Day { line.day }

        fileprivate init(_ kind: CareKind, _ start: StartDay, _ what: String, _ ofClass: InformationClass? = nil) {
            self.kind = kind
            line = ChronologyLine(
                name: ItemID(kind.rawValue, on: start.day), start: start, what: what,
                informationClass: ofClass ?? kind.informationClass, source: .care, theme: kind.theme,
                isTurningPoint: kind.isTurningPoint)
        }

        fileprivate init(_ kind: CareKind, _ day: Day, _ what: String) {
            self.init(kind, StartDay(day, isKnown: true), what)
        }
    }

    static func care(_ child: ChildAsAt) -> [CareLine] {
        periods(child) + moves(child) + law(child) + missing(child) + people(child) + adoption(child)
    }

    private static func periods(_ child: ChildAsAt) -> [CareLine] {
        child.periods.enumerated().flatMap { place, period in
            let first = child.placements.first { $0.period == place }
            let status = child.legalSpells.first { $0.period == place }?.status
            let how = [first.map { "to live in: \($0.type.meaning)" }, status.map { "under: \($0.meaning)" }]
                .compactMap { $0 }.joined(separator: "; ")
            let began = CareLine(
                .care, period.start, how.isEmpty ? "Came into care" : "Came into care, \(how)", first?.ofClass)
            guard let end = period.end else { return [began] }
            let left = period.ending == .died ? "Died" : "Left care: \(period.ending.meaning)"
            return [
                began,
                CareLine(
                    .leftCare, StartDay(end, isKnown: true), left,
                    period.ending.outcome == .adopted ? .adoption : nil),
            ]
        }
    }

    private static func moves(_ child: ChildAsAt) -> [CareLine] {
        child.placements.filter { !$0.opensCare }.map { placement in
            let what = placement.keepsCarer ? "The placement changed and the carers stayed" : "Moved"
            return CareLine(.moved, placement.start, "\(what): \(placement.type.meaning)", placement.ofClass)
        }
    }

    private static func law(_ child: ChildAsAt) -> [CareLine] {
        child.legalSpells.filter { child.periods[$0.period].start.day < $0.start.day }.map {
            CareLine(.law, $0.start, "Legal status became: \($0.status.meaning)", $0.status.ofClass)
        }
            + child.record.deprivations.map {
                CareLine(.liberty, $0.start, "An order authorised a deprivation of liberty")
            }
    }

    private static func missing(_ child: ChildAsAt) -> [CareLine] {
        child.record.missing.map { episode in
            let what = episode.kind == .missing ? "Went missing" : "Away without authorisation"
            return CareLine(
                .missing, episode.start,
                what + (episode.end.map { "; back on \($0.inWords)" } ?? "; no return recorded"))
        }
    }

    private static func people(_ child: ChildAsAt) -> [CareLine] {
        let workers = child.record.allocations.filter { $0.role == .socialWorker }
        return workers.enumerated().map { place, allocation in
            CareLine(
                .worker, allocation.start, place == 0 ? "A social worker was allocated" : "The social worker changed")
        }
            + child.reviews.map {
                CareLine(.review, $0.day, "Review held: \($0.review.participation.meaning)")
            }
    }

    private static func adoption(_ child: ChildAsAt) -> [CareLine] {
        child.record.adoptionDecisions.flatMap { decision in
            [CareLine(.adoption, decision.decided, "Decided that the child should be placed for adoption")]
                + (decision.ceased.map { [CareLine(.noAdoption, $0, "The plan for adoption was given up")] } ?? [])
        }
    }
}

extension Placement {
    /// Placed with those who mean to adopt.
    fileprivate var ofClass: InformationClass? { type.isAdoptive ? .adoption : nil }
}

extension LegalStatus {
    fileprivate var ofClass: InformationClass? { self == .placementOrder || self == .freeingOrder ? .adoption : nil }
}
