import Casework
import Days

/// What figures are cut by.
public enum Split: String, Sendable, CaseIterable {
    case team, placement, ageBand, legalStatus, ethnicity, sex
}

extension Split {
    /// As a page or a command names it.
    public var title: String {
        switch self {
        case .team: "team"
        case .placement: "placement"
        case .ageBand: "age"
        case .legalStatus: "legal status"
        case .ethnicity: "ethnicity"
        case .sex: "sex"
        }
    }

    /// As an address or an option names it: `age-band`.
    public var key: String {
        switch self {
        case .ageBand: "age-band"
        case .legalStatus: "legal-status"
        default: rawValue
        }
    }

    public init?(key: String) {
        guard let split = Self.allCases.first(where: { $0.key == key }) else { return nil }
        self = split
    }
}

/// One part of a figure: itself a figure, of those of its members who share a trait.
public struct Breakdown: Sendable {
    public let title: String
    public let figure: Figure

    /// Every member goes to exactly one part, so the parts add up to the whole. A part of a rate has no population, and
    /// so no rate.
    static func parts(of figure: Figure, title: (ChildID) -> String) -> [Breakdown] {
        var parts: [String: (numerator: [Member], denominator: [Member], unknown: [Member], values: [Double])] = [:]
        for (index, member) in figure.numerator.enumerated() {
            let key = title(member.child)
            parts[key, default: ([], [], [], [])].numerator.append(member)
            if !figure.values.isEmpty { parts[key, default: ([], [], [], [])].values.append(figure.values[index]) }
        }
        for member in figure.denominator {
            parts[title(member.child), default: ([], [], [], [])].denominator.append(member)
        }
        for member in figure.unknown { parts[title(member.child), default: ([], [], [], [])].unknown.append(member) }
        return parts.sorted { Traits.precedes($0.key, $1.key) }.map { key, part in
            Breakdown(
                title: key,
                figure: Figure(
                    indicator: figure.indicator, asAt: figure.asAt, numerator: part.numerator,
                    denominator: part.denominator, unknown: part.unknown, values: part.values, population: nil,
                    absence: figure.absence))
        }
    }
}

/// What a child is cut by, on the day; kept small, because every child of an authority has one.
struct Traits: Sendable {
    let placement: PlacementType?
    let legalStatus: LegalStatus?
    let age: Int?
    let ethnicity: Ethnicity
    let sex: Sex?
    let worker: String?

    init(_ child: ChildAsAt) {
        placement = child.currentPlacement?.type
        legalStatus = child.legalStatus
        age = child.age
        let identity = child.record.identity
        ethnicity = identity.details.ethnicity
        sex = identity.otherSexes.isEmpty ? identity.details.sex : nil
        // Once care is over, who last worked with the child answers for it.
        let last = child.isLookedAfter ? nil : child.record.allocations.last { $0.role == .socialWorker }
        worker = (child.socialWorker ?? last)?.worker
    }

    func title(_ split: Split, team: (String) -> String?) -> String {
        switch split {
        case .team: worker.flatMap(team) ?? "not known"
        case .placement: placement?.meaning ?? "not looked after on the day"
        case .legalStatus: legalStatus?.meaning ?? "not looked after on the day"
        case .ageBand: age.map(Self.band) ?? "not known"
        case .ethnicity: ethnicity.meaning
        case .sex: sex.map(\.asWrittenNow.meaning) ?? "two are recorded"
        }
    }

    /// The bands of the Department's publications, each with the age it begins with.
    private static let bands = [
        (0, "under 1"), (1, "1 to 4"), (5, "5 to 9"), (10, "10 to 15"), (16, "16 to 17"), (18, "18 and over"),
    ]

    private static func band(_ age: Int) -> String { bands.last { $0.0 <= age }?.1 ?? "under 1" }

    /// The order of parts: ages by age, the rest by the alphabet, and what is not known last.
    static func precedes(_ a: String, _ b: String) -> Bool {
        func place(_ title: String) -> Int {
            title == "not known" ? bands.count + 1 : bands.firstIndex { $0.1 == title } ?? bands.count
        }
        return place(a) != place(b) ? place(a) < place(b) : a < b
    }
}
