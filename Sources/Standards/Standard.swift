import Casework
import Days

/// Something the law, guidance or the authority's own aims ask for a child, as one value: where it comes from, whom it is
/// for, what it reads, and what starts its clock.
///
/// The catalogue is a table of these; adding a standard is adding a row. Each has its populations and its source, or it
/// does not compile. A standard whose clock no return starts is in the table all the same, and says so.
public struct Standard: Sendable {
    /// As the catalogue names it: `RV01`.
    public let id: String
    public let title: String
    /// What it would weigh if its wording were certain; what it is shown as is ``weight``.
    public let statedWeight: Weight
    public let certainty: Certainty
    public let source: Citation
    /// The trigger days it applies to: the version in force on the trigger day decides.
    public let inForce: DayInterval
    public let populations: Populations
    /// The areas of a record it reads. An event of any other area changes none of its duties. Empty where no return starts
    /// its clock.
    public let reads: Set<Area>
    let clock: Clock
    /// What of it no record here can say; empty where all of it is asked.
    public private(set) var notAsked = ""

    init(
        _ id: String, _ title: String, _ weight: Weight, _ certainty: Certainty, _ source: Citation,
        inForce: DayInterval = DayInterval(from: .distantPast), populations: Populations, reads: Set<Area>, clock: Clock
    ) {
        (self.id, self.title, statedWeight, self.certainty) = (id, title, weight, certainty)
        (self.source, self.inForce, self.populations) = (source, inForce, populations)
        (self.reads, self.clock) = (reads, clock)
    }

    /// What starts its clock, in a few words; where no return does, that, and what it would take. Then what of it is not asked.
    public var startedBy: String { clock.title + (notAsked.isEmpty ? "" : "; not asked: \(notAsked)") }

    /// The same, saying what of it is not asked, and why.
    func notAsking(_ what: String) -> Standard {
        var standard = self
        standard.notAsked = what
        return standard
    }

    /// Whether anything that a return holds starts its clock. Where nothing does, it gives no duty, or only for what is
    /// signed here.
    public var isStartedByReturn: Bool {
        switch clock {
        case .none: false
        case .on(let kinds, _): !kinds.allSatisfy(\.isSignedHere)
        case .review, .shortBreakReview, .visit: true
        }
    }

    /// How it is shown. What is not verified is never shown as law or guidance: it ships as a local standard.
    public var weight: Weight { certainty == .unverified ? .local : statedWeight }
}

/// What stands behind a standard. A miss of one is never told in the words of another.
public enum Weight: String, Sendable, CaseIterable, Comparable {
    case regulation = "REG"
    case statutoryGuidance = "SG"
    case goodPractice = "GP"
    case local = "LOC"

    public static func < (a: Weight, b: Weight) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }

    /// What kind of thing it is, for a label.
    public var title: String {
        switch self {
        case .regulation: "Law"
        case .statutoryGuidance: "Statutory guidance"
        case .goodPractice: "Good practice"
        case .local: "Local aim"
        }
    }
}

/// How sure the catalogue is of a standard's wording.
public enum Certainty: String, Sendable, CaseIterable {
    /// The text of the instrument was read.
    case verified = "V"
    /// Read only in a secondary page.
    case secondary = "S"
    /// From memory: shipped as a configurable local standard, labelled unverified.
    case unverified = "M"
}

/// An instrument and the place in it.
public struct Citation: Hashable, Sendable, CustomStringConvertible {
    public let instrument: String
    public let place: String
    public init(_ instrument: String, _ place: String = "") { (self.instrument, self.place) = (instrument, place) }

    public var description: String { place.isEmpty ? instrument : "\(instrument) \(place)" }

    /// Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959).
    public static func cpr2010(_ regulation: String) -> Citation { Citation("CPR 2010", "reg \(regulation)") }
}

/// An area of practice in a child's record.
public enum Area: String, Hashable, Sendable, CaseIterable {
    case identity, episodes, reviews, missing, yearlyOutcomes, adoption, permanence, leavingCare, workers, deprivation
    case unaccompanied
    /// What people record here and sign.
    case recorded
}

/// Whom a standard, signal or figure is for.
public struct Populations: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public static let lookedAfter = Populations(rawValue: 1 << 0)
    /// V3 and V4.
    public static let shortBreaks = Populations(rawValue: 1 << 1)
    /// A3 to A6.
    public static let placedForAdoption = Populations(rawValue: 1 << 2)
    public static let remandOrCustody = Populations(rawValue: 1 << 3)
    public static let unaccompanied = Populations(rawValue: 1 << 4)
    public static let atHomeOnAnOrder = Populations(rawValue: 1 << 5)
    public static let eligible = Populations(rawValue: 1 << 6)
    public static let relevant = Populations(rawValue: 1 << 7)
    public static let formerRelevant = Populations(rawValue: 1 << 8)
    public static let qualifying = Populations(rawValue: 1 << 9)
    public static let ceased = Populations(rawValue: 1 << 10)
    public static let died = Populations(rawValue: 1 << 11)
    public static let placedHereByAnother = Populations(rawValue: 1 << 12)
    public static let receivedFromAnother = Populations(rawValue: 1 << 13)

    private static let names: [(Populations, String)] = [
        (.lookedAfter, "looked after"), (.shortBreaks, "short breaks (V3, V4)"),
        (.placedForAdoption, "placed for adoption"), (.remandOrCustody, "remand or custody"),
        (.unaccompanied, "unaccompanied"), (.atHomeOnAnOrder, "at home on an order"), (.eligible, "eligible"),
        (.relevant, "relevant"), (.formerRelevant, "former relevant"), (.qualifying, "qualifying"), (.ceased, "ceased"),
        (.died, "died"), (.placedHereByAnother, "placed here by another authority"),
        (.receivedFromAnother, "received from another authority"),
    ]

    /// In words, in the order of the table.
    public var titles: [String] { Self.names.filter { contains($0.0) }.map(\.1) }
}
