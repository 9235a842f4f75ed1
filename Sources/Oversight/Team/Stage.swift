import Casework
import Days

/// How far a child's time in care has come: what a team's work is grouped by. Read from the record as it stands on the
/// day; the first that fits.
public enum Stage: Int, Hashable, Sendable, CaseIterable, Comparable {
    case beforeFirstReview
    case beforeSecondReview
    case remanded
    case lookedAfter
    case placementOrder
    case placedForAdoption
    case lastingFostering
    case towardsAdulthood
    case shortBreaks

    public static func < (a: Stage, b: Stage) -> Bool { a.rawValue < b.rawValue }

    public var title: String {
        switch self {
        case .beforeFirstReview: "Newly looked after, before the first review"
        case .beforeSecondReview: "Between the first and the second review"
        case .remanded: "Remanded, or under another order of a criminal court"
        case .lookedAfter: "Looked after, the plan under way"
        case .placementOrder: "Placement order, not yet placed for adoption"
        case .placedForAdoption: "Placed for adoption"
        case .lastingFostering: "Long-term fostering"
        case .towardsAdulthood: "16 and over: towards adulthood"
        case .shortBreaks: "Short breaks"
        }
    }

    /// The stage of a child who is looked after on the day; nil for one who is not.
    public init?(_ child: ChildAsAt) {
        guard let period = child.currentPeriod, child.died == nil else { return nil }
        let held = child.reviews.count { $0.day >= period.start.day }
        let status = child.legalStatus
        let place = child.currentPlacement?.type
        switch true {
        case child.isOnShortBreaks: self = .shortBreaks
        case place?.isAdoptive ?? false: self = .placedForAdoption
        case status == .placementOrder || status == .freeingOrder: self = .placementOrder
        case status?.isYouthJustice ?? false: self = .remanded
        case (child.ages(on: child.day)?.lowerBound ?? 0) >= 16: self = .towardsAdulthood
        // A start that is only "on or before" may have had its reviews before the days that were returned.
        case period.start.isKnown && held == 0 && child.day - period.start.day <= 120: self = .beforeFirstReview
        case period.start.isKnown && held == 1 && child.day - period.start.day <= 240: self = .beforeSecondReview
        case place?.isLongTermFostering ?? false: self = .lastingFostering
        default: self = .lookedAfter
        }
    }
}
