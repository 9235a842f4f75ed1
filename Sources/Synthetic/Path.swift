import Days

/// A way into care and through it. How often each is taken, and at what age, is one table.
enum Path: UInt8, CaseIterable {
    /// A young child whose plan becomes adoption.
    case adoption
    /// Care proceedings, whose outcome is home, a special guardian, or a care order to 18.
    case proceedings
    /// Some days or weeks of section 20, and home.
    case briefSection20
    /// Months of section 20.
    case section20
    /// A teenager accommodated, mostly until 18.
    case teenager
    /// An unaccompanied child.
    case unaccompanied
    /// Remanded to the authority.
    case remand
    /// Police protection or an emergency order, and home.
    case emergency
    /// Short breaks, each recorded.
    case shortBreaks
    /// Short breaks recorded as one agreement.
    case shortBreakAgreement

    /// Entries in a thousand, and the youngest and oldest age in years at entry.
    var entry: (perThousand: Int, ages: ClosedRange<Int>) {
        switch self {
        case .adoption: (75, 0...4)
        case .proceedings: (310, 0...15)
        case .briefSection20: (100, 0...17)
        case .section20: (75, 0...16)
        case .teenager: (220, 13...17)
        case .unaccompanied: (120, 13...17)
        case .remand: (30, 11...17)
        case .emergency: (35, 0...15)
        case .shortBreaks: (20, 5...16)
        case .shortBreakAgreement: (15, 5...16)
        }
    }

    /// V3 or V4: none of the reviews, workers' moves or placements of a child looked after.
    var isShortBreaks: Bool { self == .shortBreaks || self == .shortBreakAgreement }

    /// Each path as often as it is in a thousand.
    static let deal: [Path] = allCases.flatMap { Array(repeating: $0, count: $0.entry.perThousand) }
}

/// What proceedings came to.
enum Outcome: UInt8 {
    case home, guardian, careOrder
}
