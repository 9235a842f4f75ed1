import Casework
import Days

/// A figure's definition, as a row of a table: what it is called, the days it exists on, and how one child is counted.
///
/// Unless a row says otherwise: the period is the collection year up to and with the day asked about, 1 April included;
/// children on short breaks (V3, V4) are left out; someone whose care ends on the day is not looked after on it.
public struct Indicator: Sendable {
    /// As the catalogue names it: `K18`. A small letter marks one of several figures of a row.
    public let id: String
    public let title: String
    public let unit: FigureUnit
    public let exists: Existence
    public let unknownInDenominator: Bool
    /// For a figure of timeliness, what tells whether it was worth doing; nil for any other.
    public let twin: Twin?
    let count: @Sendable (Subject, inout Tally) -> Void

    init(
        _ id: String, _ title: String, unit: FigureUnit = .percent, exists: Existence = .anyDay,
        unknownInDenominator: Bool = false, twin: Twin? = nil,
        count: @escaping @Sendable (Subject, inout Tally) -> Void
    ) {
        (self.id, self.title, self.unit, self.exists) = (id, title, unit, exists)
        (self.unknownInDenominator, self.twin, self.count) = (unknownInDenominator, twin, count)
    }
}

/// The days that a figure exists for.
public enum Existence: Hashable, Sendable {
    case anyDay
    /// 31 March only: the yearly outcomes say nothing of any other day.
    case yearEnd
    /// Birthdays in the collection year, where a return with the care leavers' table speaks for it.
    case birthdayCohort

    /// Why a figure does not exist on the window's day; nil where it does.
    func absence(in window: Window) -> String? {
        switch self {
        case .anyDay: nil
        case .yearEnd: window.day == window.year.lastDay ? nil : "This exists at 31 March only."
        case .birthdayCohort:
            window.hasLeavingCare ? nil : "No return with the care leavers’ table (OC3) speaks for \(window.year)."
        }
    }
}

/// The members of one figure as children are counted.
struct Tally: Sendable {
    var numerator: [Member] = []
    var denominator: [Member] = []
    var unknown: [Member] = []
    var values: [Double] = []
    let unknownInDenominator: Bool

    init(_ indicator: Indicator) { unknownInDenominator = indicator.unknownInDenominator }

    /// Counts a member whose answer is yes, no or (nil) not known.
    mutating func count(_ member: Member, _ answer: Bool?) {
        guard let answer else {
            unknown.append(member)
            if unknownInDenominator { denominator.append(member) }
            return
        }
        denominator.append(member)
        if answer { numerator.append(member) }
    }

    /// Counts a member by a value; nil where that is not known.
    mutating func average(_ member: Member, _ value: Int?) {
        count(member, value == nil ? nil : true)
        if let value { values.append(Double(value)) }
    }
}

/// Every indicator, as a table.
public enum Indicators {
    public static let all: [Indicator] =
        care + reviews + health + placements + workers + missing + leavingCare + adoption

    public static func indicator(_ id: String) -> Indicator? { all.first { $0.id == id } }
}
