import Casework
import Days

/// A child in a figure and, where the figure counts events, the day of the event.
public struct Member: Hashable, Sendable {
    public let child: ChildID
    public let event: Day?
    @inlinable public init(_ child: ChildID, on event: Day? = nil) { (self.child, self.event) = (child, event) }
}

/// What a figure's value is measured in.
public enum FigureUnit: String, Sendable, CaseIterable {
    case percent, per10000, meanDays, meanScore, perChild

    public var title: String {
        switch self {
        case .percent: "per cent"
        case .per10000: "per 10,000 children under 18"
        case .meanDays: "days on average"
        case .meanScore: "points on average"
        case .perChild: "episodes a child"
        }
    }
}

/// What stands beside a figure of timeliness: the figure that says whether the thing was worth doing in time.
public enum Twin: Hashable, Sendable {
    case figure(String)
    /// The record does not hold what would tell.
    case notRecordedHere(String)
}

/// One figure on one day, as the children who make it. Every number printed is worked out from these lists, so a tile,
/// the list behind it and an export cannot differ.
public struct Figure: Sendable {
    public let indicator: Indicator
    public let asAt: Day
    /// Children or events for which the answer is yes, or which have a value.
    public let numerator: [Member]
    public let denominator: [Member]
    /// Those about whom the record does not say; whether they are in ``denominator`` too is the indicator's
    /// ``Indicator/unknownInDenominator``.
    public let unknown: [Member]
    /// One for each member of the numerator, where the figure is a mean; else empty.
    public let values: [Double]
    /// Children under 18 in the area, where the figure is a rate and the number was given.
    public let population: Int?
    /// Why the figure does not exist on this day; nil where it does. One that does not exist is not zero.
    public let absence: String?

    public var id: String { indicator.id }
    public var title: String { indicator.title }
    public var unit: FigureUnit { indicator.unit }
    public var twin: Twin? { indicator.twin }

    /// How many stand in each list.
    public var count: FigureCount {
        FigureCount(
            numerator: numerator.count, denominator: denominator.count, unknown: unknown.count,
            sum: values.reduce(0, +))
    }

    /// In ``unit``; nil where the figure does not exist, nothing is counted, nothing of what is counted is known, or a rate
    /// has no population.
    public var value: Double? { absence == nil ? count.value(of: indicator, population: population) : nil }
}
