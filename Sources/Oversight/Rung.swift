import Standards

/// The ladder that work is ordered by: fixed, printed, and no score. The lower the rung's number, the sooner it is looked
/// at. Rungs that a return can never fill stay in the print, so that nobody reads their emptiness as safety.
public enum Rung: Int, Hashable, Sendable, CaseIterable, Comparable {
    case mayNotBeSafe = 1
    case missingNow
    case openRisk
    case disclosure
    case noWorker
    case challenge
    case regulation
    case statutoryGuidance
    case goodPractice
    case local
    case dueThisWeek
    case question

    public static func < (a: Rung, b: Rung) -> Bool { a.rawValue < b.rawValue }

    /// As it is printed.
    public var title: String {
        switch self {
        case .mayNotBeSafe: "A person has said that the child may not be safe, and no action is recorded"
        case .missingNow: "Missing now"
        case .openRisk: "An open risk with no assessment or no action recorded here"
        case .disclosure: "A disclosure not answered"
        case .noWorker: "No allocated worker, or not seen within the legal interval"
        case .challenge: "A challenge not answered"
        case .regulation: "Past the day that the law gives"
        case .statutoryGuidance: "Past the day that statutory guidance gives"
        case .goodPractice: "Past the day that good practice gives"
        case .local: "Past a local aim"
        case .dueThisWeek: "Due this week"
        case .question: "A question that the record raises"
        }
    }

    /// Where something that is late or missing stands by what asks for it.
    init(_ weight: Weight) {
        self =
            switch weight {
            case .regulation: .regulation
            case .statutoryGuidance: .statutoryGuidance
            case .goodPractice: .goodPractice
            case .local: .local
            }
    }

    /// Whether anything here could be found on this rung yet.
    public var canBeFound: Bool { canComeFromReturn || self == .disclosure || self == .challenge }

    /// Whether a return alone could put anything on this rung.
    public var canComeFromReturn: Bool { self != .mayNotBeSafe && self != .disclosure && self != .challenge }
}
