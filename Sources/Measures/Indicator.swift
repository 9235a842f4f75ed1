import Casework
import Days
import Standards

/// A figure's definition, as a row of a table: what it is called, whom it is for, the days it exists on, and how one child
/// is counted.
///
/// Unless a row says otherwise: the period is the collection year up to and with the day asked about, 1 April included;
/// children on short breaks (V3, V4) are left out; someone whose care ends on the day is not looked after on it.
public struct Indicator: Sendable {
    /// As the catalogue names it: `K18`. A small letter marks one of several figures of a row.
    public let id: String
    public let title: String
    public let area: FigureArea
    public let unit: FigureUnit
    public let span: Span
    public let exists: Existence
    public let charting: Charting
    public let polarity: Polarity
    public let populations: Populations
    /// The tables of the return it is worked out from, beside what is signed here where it is about that.
    public let tables: [ReturnTable]
    public let definition: Definition
    public let unknownInDenominator: Bool
    /// For a figure of timeliness, what tells whether it was worth doing; nil for any other.
    public let twin: Twin?
    let count: @Sendable (Subject, inout Tally) -> Void

    init(
        _ id: String, _ title: String, _ area: FigureArea, _ polarity: Polarity, for populations: Populations,
        from tables: [ReturnTable], over span: Span, unit: FigureUnit = .percent, exists: Existence = .anyDay,
        charting: Charting? = nil, _ definition: Definition, unknownInDenominator: Bool = false, twin: Twin? = nil,
        count: @escaping @Sendable (Subject, inout Tally) -> Void
    ) {
        (self.id, self.title, self.area, self.polarity) = (id, title, area, polarity)
        (self.populations, self.tables, self.span) = (populations, tables, span)
        (self.unit, self.exists, self.definition) = (unit, exists, definition)
        (self.unknownInDenominator, self.twin, self.count) = (unknownInDenominator, twin, count)
        self.charting = charting ?? (exists == .yearEnd ? .eachYear : span == .year ? .within : .asAt)
    }
}

/// What a figure counts, in words: the parts of a sentence, none with a capital or a full stop.
public struct Definition: Sendable {
    /// What is in the numerator or, for a mean, what is averaged.
    public let counts: String
    /// What is in the denominator; empty where the figure is a plain count.
    public let of: String
    /// About whom the record does not say.
    public let unknown: String
    /// The day on which an event counts; empty where children are counted.
    public let on: String

    init(_ counts: String, of: String = "", unknown: String, on: String = "") {
        (self.counts, self.of, self.unknown, self.on) = (counts, of, unknown, on)
    }
}

/// The headings that figures stand under.
public enum FigureArea: String, Sendable, CaseIterable {
    case care, plans, visits, reviews, health, placements, workers, missing, voice, leavingCare, adoption

    public var title: String {
        switch self {
        case .care: "Coming into care and leaving"
        case .plans: "Assessments and plans"
        case .visits: "Visits"
        case .reviews: "Reviews"
        case .health: "Health, wellbeing and school"
        case .placements: "Where children live"
        case .workers: "Social workers"
        case .missing: "Missing from care"
        case .voice: "The child’s voice, family and story"
        case .leavingCare: "Care leavers"
        case .adoption: "Adoption"
        }
    }
}

/// What a rise means.
public enum Polarity: String, Sendable {
    case higherIsBetter, lowerIsBetter
    /// Context: neither way is better in itself.
    case neither

    public var title: String {
        switch self {
        case .higherIsBetter: "Higher is better."
        case .lowerIsBetter: "Lower is better."
        case .neither: "Neither higher nor lower is better in itself."
        }
    }
}

/// The days that a figure looks at, its last day always the day asked about.
public enum Span: Sendable {
    case day, year, twoYears, threeYears

    public var title: String {
        switch self {
        case .day: "the day itself"
        case .year: "the collection year from 1 April up to and with the day"
        case .twoYears: "the two years up to and with the day"
        case .threeYears: "the three years up to and with the day"
        }
    }
}

/// How a figure is drawn over time, so that points do not count the same thing twice where that can be helped.
public enum Charting: Sendable {
    /// Each point counts what fell in its own month or quarter.
    case within
    /// Each point is the figure as at the end of its month or quarter.
    case asAt
    /// Each point looks at the twelve months up to its end.
    case twelveMonths
    /// A point a year, at 31 March.
    case eachYear

    public var title: String {
        switch self {
        case .within: "Each point counts what fell in its own month or quarter."
        case .asAt: "Each point is the figure as at the end of its month or quarter."
        case .twelveMonths:
            "Each point looks at the twelve months up to its end, so neighbouring points share most of what they count."
        case .eachYear: "There is one point a year, at 31 March."
        }
    }
}

/// The days that a figure exists for.
public enum Existence: Hashable, Sendable {
    case anyDay
    /// 31 March only: the yearly outcomes say nothing of any other day.
    case yearEnd
    /// Birthdays in the collection year, where a return with the care leavers' table speaks for it.
    case birthdayCohort
    /// Any day, once anything has been signed here: no return tells of the work itself.
    case recordedHere

    /// Why a figure does not exist on the window's day; nil where it does.
    func absence(in window: Window) -> String? {
        switch self {
        case .anyDay: nil
        case .yearEnd: window.isYearEnd ? nil : "This exists at 31 March only."
        case .birthdayCohort:
            window.hasLeavingCare ? nil : "No return with the care leavers’ table (OC3) speaks for \(window.year)."
        case .recordedHere: window.isRecordedHere ? nil : "Nothing of this is recorded here yet."
        }
    }

    public var title: String {
        switch self {
        case .anyDay: "any day"
        case .yearEnd: "31 March only"
        case .recordedHere: "any day, once work is recorded here"
        case .birthdayCohort: "days in years with a care leavers’ table (OC3)"
        }
    }
}

/// Every indicator, as a table.
public enum Indicators {
    public static let all: [Indicator] =
        care + plans + audits + assessmentsAndDecisions + visits + reviews + recordedReviews + concerns + health
        + recordedHealth
        + placements + workers + missing + voice + whatItChanged + leavingCare + recordedLeavingCare + adoption

    public static func indicator(_ id: String) -> Indicator? { all.first { $0.id == id } }
}
