import Days

/// Somebody who matters to the child, and what is arranged for them to see each other.
public struct FamilyTime: Hashable, Sendable {
    public let person: String
    public let isArranged: Bool
    /// Whether it is agreed in writing, or ordered.
    public let isFormal: Bool
    /// How often; nil where the plan does not say.
    public let often: FamilyTimeOften?
    /// Who else is there; nil where the plan does not say.
    public let supervision: FamilyTimeSupervision?
    /// The order that says so; nil where the plan does not say whether there is one.
    public let order: FamilyTimeOrder?
    public let since: Day
    public let origin: Origin

    init(_ row: AnswerRow, _ since: Day, _ origin: Origin) {
        person = row.text(.person)
        isArranged = row[.arrangement]?.isBlank == false
        often = FamilyTimeOften(rawValue: row.text(.often))
        supervision = FamilyTimeSupervision(rawValue: row.text(.supervision))
        order = FamilyTimeOrder(rawValue: row.text(.order))
        isFormal = row.flag(.formal) || order.map { $0 != .none } ?? false
        (self.since, self.origin) = (since, origin)
    }
}

/// A time together that was planned: whether it happened.
public struct Contact: Hashable, Sendable {
    public let person: String
    public let on: Day
    public let happened: Bool
}

/// How often two people are to see each other.
public enum FamilyTimeOften: String, Hashable, Sendable, CaseIterable {
    case daily
    case twiceAWeek = "twice_a_week"
    case weekly
    case everyTwoWeeks = "every_two_weeks"
    case monthly
    case everyThreeMonths = "every_three_months"
    static let names = allCases.map(\.rawValue)

    /// Times in twelve weeks.
    public var inTwelveWeeks: Int {
        switch self {
        case .daily: 84
        case .twiceAWeek: 24
        case .weekly: 12
        case .everyTwoWeeks: 6
        case .monthly: 3
        case .everyThreeMonths: 1
        }
    }
}

/// Who else is there when they see each other.
public enum FamilyTimeSupervision: String, Hashable, Sendable, CaseIterable {
    case notSupervised = "not_supervised"
    case supported, supervised
    static let names = allCases.map(\.rawValue)
}

/// The order of a court that says whether and how they see each other.
public enum FamilyTimeOrder: String, Hashable, Sendable, CaseIterable {
    case none = "no_order"
    /// Contact with a child in care (Children Act 1989, s34).
    case contactInCare = "contact_in_care"
    /// A child arrangements order (Children Act 1989, s8).
    case childArrangements = "child_arrangements"
    case other
    static let names = allCases.map(\.rawValue)
}

/// What was planned with somebody in the twelve weeks up to a day, beside what took place.
public struct FamilyTimeKept: Hashable, Sendable {
    /// How many times the plan has since it began, and in twelve weeks at the most; none where it does not yet have one.
    public let planned: Int
    public let happened: Int
    public let missed: Int

    /// Of which nothing is recorded; never less than none.
    public var notRecorded: Int { max(0, planned - happened - missed) }
}

extension ChildRecord {
    /// What was planned with somebody and what took place; nil where nothing is planned, or not how often.
    public func familyTimeKept(with person: SignificantPerson, by day: Day) -> FamilyTimeKept? {
        guard let plan = person.planned, plan.isArranged, let often = plan.often, plan.since <= day else { return nil }
        let first = max(plan.since, day - 83)
        let times = thread.contacts(with: person.name).filter { $0.on >= first && $0.on <= day }
        return FamilyTimeKept(
            planned: often.inTwelveWeeks * (day - first + 1) / 84, happened: times.count(where: \.happened),
            missed: times.count { !$0.happened })
    }
}
