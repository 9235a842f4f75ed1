import Days

/// What was asked of a home for a child, and what came of asking: which needs it was to meet, and each home that was
/// considered, with what was said. Whose homes they are stays in the journal: it tells where the child is.
public struct PlacementRequest: Hashable, Sendable {
    public let on: Day
    public let origin: Origin
    /// The day by which a home was needed.
    public let neededBy: Day?
    /// The needs of the thread that something was asked for.
    public let needs: [ItemID]
    /// What came of each home, in the order they were considered.
    public let answers: [HomeAnswer]
    /// The day the child was to move in, where a home was decided on.
    public let movesIn: Day?
    /// Whether it says who decided.
    public let saysWhoDecided: Bool

    init(_ record: SignedRecord, _ origin: Origin) {
        (on, self.origin) = (record.day, origin)
        (neededBy, movesIn) = (record.day(.neededBy), record.day(.placementFrom))
        needs = record.rows(.askedOfHome).flatMap { $0.items(.need) }
        answers = record.rows(.homesConsidered).compactMap { HomeAnswer(rawValue: $0.text(.answer)) }
        saysWhoDecided = record.answers[.decidedBy]?.isBlank == false
    }
}

/// What came of asking one home.
public enum HomeAnswer: String, Hashable, Sendable, CaseIterable {
    case chosen, suits
    case doesNotSuit = "does_not_suit"
    case homeSaidNo = "home_said_no"
    case noAnswer = "no_answer"
    static let names = allCases.map(\.rawValue)

    public var title: String {
        switch self {
        case .chosen: "chosen"
        case .suits: "would suit"
        case .doesNotSuit: "does not suit"
        case .homeSaidNo: "said no"
        case .noAnswer: "no answer yet"
        }
    }
}

/// Who approved a placement that needs it (CPR 2010 regs 10 and 11).
enum PlacementApproval: String, CaseIterable {
    case notNeeded = "not_needed"
    case nominatedOfficer = "nominated_officer"
    case director
    static let names = allCases.map(\.rawValue)
}
