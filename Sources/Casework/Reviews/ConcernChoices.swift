import Days

/// Why a reviewing officer looked in on a child between two reviews.
public enum LookReason: String, Hashable, Sendable, CaseIterable {
    /// About half-way to the next review, as the handbook asks.
    case halfWay = "half_way"
    case somethingHappened = "new_event"
    case somebodyAsked = "was_asked"
    case afterReview = "after_review"
    static let names = allCases.map(\.rawValue)

    /// In the middle of a sentence.
    public var words: String {
        switch self {
        case .halfWay: "about half-way to the next review"
        case .somethingHappened: "something had happened"
        case .somebodyAsked: "the child or somebody else had asked"
        case .afterReview: "a review had just been held"
        }
    }
}

extension ChildRecord {
    /// A look that says that it is about half-way, of a day between two others; guidance gives no day for it.
    public func halfWayLook(after review: Day, before next: Day) -> HeldRecord? {
        records.first {
            $0.kind == .lookBetweenReviews && $0.day > review && $0.day < next
                && $0.isChoice(.lookedBecause, LookReason.halfWay.rawValue)
        }
    }
}

/// What a reviewing officer’s concern is about.
public enum ConcernMatter: String, SettledChoice {
    case delay
    case drift = "no_sense_of_direction"
    case risk = "risk_to_the_child"
    case planNotFollowed = "the_plan_is_not_followed"
    case notHeard = "the_child_is_not_heard"
    case contact = "family_time"
    case other = "something_else"
}

/// How serious a concern is, as the reviewing officer who raised it says.
public enum ConcernLevel: String, SettledChoice {
    case low, medium, high
}

/// Whom a concern is put to: whoever works with the child, and those above them one by one.
public enum ConcernStage: String, SettledChoice, Comparable {
    case worker = "social_worker"
    case teamManager = "team_manager"
    case serviceManager = "service_manager"
    case director
    case chiefExecutive = "chief_executive"

    /// Whoever is above; the last has nobody.
    public var above: ConcernStage { Self.allCases.first { $0 > self } ?? self }

    private var height: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    public static func < (a: ConcernStage, b: ConcernStage) -> Bool { a.height < b.height }
}

/// What a reviewing officer does about a concern that was raised.
public enum ConcernMove: String, SettledChoice {
    /// Asked again, of whoever it is to be now, by another day.
    case askedAgain = "asked_again"
    /// The formal dispute begins.
    case disputeBegun = "formal_dispute_begun"
    case takenHigher = "taken_higher"
    case referred = "referred_to_cafcass"
    /// Whether to refer was considered, and it is not right now.
    case notReferred = "cafcass_considered_not_now"
    case closedWithChange = "closed_something_changed"
    case closedWithout = "closed_nothing_changed"

    public var title: String {
        switch self {
        case .referred: "Referred to Cafcass"
        case .notReferred: "Cafcass considered, and not now"
        case .closedWithChange: "Closed: something changed for the child"
        case .closedWithout: "Closed: nothing changed for the child"
        default: rawValue.spoken
        }
    }

    public var isClosing: Bool { self == .closedWithChange || self == .closedWithout }
    /// Whether Cafcass was thought of, with either answer.
    public var isAboutCafcass: Bool { self == .referred || self == .notReferred }
    /// Whether it asks somebody for something by a day.
    public var asks: Bool { self == .askedAgain || self == .disputeBegun || self == .takenHigher }

    static let asking = allCases.filter(\.asks).map(\.rawValue)
    /// Those of which it is said why.
    public static let withReason = [takenHigher, referred, notReferred, closedWithout].map(\.rawValue)
}
