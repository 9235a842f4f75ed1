import Days

/// A part of what is known and planned of a child that a change in the child's life makes somebody look at again.
public enum LookAgain: UInt8, Hashable, Sendable, CaseIterable, Comparable {
    case assessment = 1
    case plan, familyTime, school, health

    /// As commands name it.
    public var name: String { self == .familyTime ? "family_time" : "\(self)" }

    /// In the middle of a sentence.
    public var words: String {
        switch self {
        case .assessment: "the assessment"
        case .plan: "the plan"
        case .familyTime: "family time"
        case .school: "school"
        case .health: "health"
        }
    }

    public init?(name: String) {
        guard let part = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = part
    }

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    /// Whether signing this record is looking at it again: its own kind, or a care plan that speaks of it.
    public func isLookedAt(in record: HeldRecord) -> Bool {
        switch self {
        case .assessment: record.kind == .assessment
        case .plan: record.kind == .carePlan
        case .familyTime:
            record.kind == .familyTimePlan || (record.kind == .carePlan && record.says(.familyAndSocial))
        case .school:
            record.kind == .personalEducationPlan || (record.kind == .carePlan && record.says(.education))
        case .health: record.kind == .healthAssessment || (record.kind == .carePlan && record.says(.health))
        }
    }
}

extension [LookAgain] {
    /// `the assessment, the plan and health`.
    public var inWords: String { map(\.words).listed() }
}
