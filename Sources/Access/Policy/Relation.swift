/// How near somebody stands to a child today. Permission is today's, whatever day a page is asked about.
public enum Relation: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// Allocated to the child today: worker, co-worker, personal adviser, supervising social worker or IRO.
    case own
    /// The child's worker is in one's team, or answers to one.
    case team
    /// A child of the authority, and none of these.
    case other

    public static func < (a: Relation, b: Relation) -> Bool { a.rawValue < b.rawValue }
}

/// How far a role's permission goes.
public enum Reach: Hashable, Sendable {
    case nobody, own, team, everybody
    /// Everybody, a reason given and kept each time.
    case everybodyWithReason

    /// Whether it covers a child at this distance.
    public func covers(_ relation: Relation) -> Bool {
        switch self {
        case .nobody: false
        case .own: relation == .own
        case .team: relation <= .team
        case .everybody, .everybodyWithReason: true
        }
    }
}

/// What stands around a child's record besides the roles: `conduct` §4 and §5.
public enum Protection: Hashable, Sendable {
    case ordinary
    /// For named people only; `isNamed` says whether the asker is one. Others may break the glass.
    case restricted(isNamed: Bool)
    /// The asker is a party to it: neither role nor reason opens it.
    case party
    /// Sealed: for information governance alone, and no reason opens it.
    case sealed
}
