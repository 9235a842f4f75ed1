/// Who may do what: one table of role by action, each cell saying how far it reaches. Whatever is not in it is refused.
public enum Policy {
    public static let table: [Role: [Action: Reach]] = [
        .socialWorker: [
            .seeMyWork: .own, .seeChild: .team, .sayWrongChild: .team, .seeWhoLooked: .own, .findChildren: .team,
            .exportChildren: .own,
            .seeFigures: .everybody, .recordWork: .team, .answerJoins: .team,
        ],
        .personalAdviser: [
            .seeMyWork: .own, .seeChild: .own, .sayWrongChild: .own, .findChildren: .own, .recordWork: .own,
            .answerJoins: .own,
        ],
        .supportWorker: [
            .seeMyWork: .own, .seeChild: .own, .sayWrongChild: .own, .findChildren: .own, .recordWork: .own,
        ],
        .supervisingSocialWorker: [
            .seeMyWork: .own, .seeChild: .own, .sayWrongChild: .own, .findChildren: .own, .recordWork: .own,
            .answerJoins: .own,
        ],
        .teamManager: [
            .seeMyWork: .team, .seeChild: .team, .sayWrongChild: .team, .seeWhoLooked: .team, .findChildren: .everybody,
            .exportChildren: .team, .seeTeam: .team, .seeFigures: .everybody, .useEmergencyPage: .team,
            .seeOpenedRecords: .team, .recordWork: .team, .correctRecords: .team, .answerUrgent: .team,
            .answerJoins: .team, .decideJoins: .team, .readSample: .everybody, .seeAudits: .team,
        ],
        .iro: [
            .seeMyWork: .own, .seeChild: .everybody, .sayWrongChild: .everybody, .seeWhoLooked: .own,
            .findChildren: .everybody,
            .exportChildren: .own, .seeFigures: .everybody, .recordWork: .own, .answerJoins: .own,
            .seeReviewingService: .everybody,
        ],
        // Who manages the officers plans their service; who manages the social workers only reads it.
        .iroManager: [
            .seeChild: .everybody, .sayWrongChild: .everybody, .findChildren: .everybody,
            .seeFigures: .everybody, .seeReviewingService: .everybody, .planReviewing: .everybody,
        ],
        .outOfHours: [
            .useEmergencyPage: .everybodyWithReason, .findChildren: .everybody, .answerUrgent: .everybody,
        ],
        .auditor: [
            .seeChild: .everybody, .sayWrongChild: .everybody, .findChildren: .everybody, .seeFigures: .everybody,
            .seeWhoLooked: .everybody, .readSample: .everybody, .seeReviewingService: .everybody,
            .auditWork: .everybody, .seeAudits: .everybody,
        ],
        .analyst: [
            .seeChild: .everybody, .sayWrongChild: .everybody, .findChildren: .everybody, .exportChildren: .everybody,
            .seeFigures: .everybody,
            .useReturn: .everybody, .seeReviewingService: .everybody,
        ],
        .director: [
            .seeMyWork: .everybody, .seeChild: .everybody, .sayWrongChild: .everybody, .seeWhoLooked: .everybody,
            .findChildren: .everybody,
            .exportChildren: .everybody, .seeTeam: .everybody, .seeFigures: .everybody,
            .useEmergencyPage: .everybody, .seeOpenedRecords: .everybody, .answerUrgent: .everybody,
            .answerJoins: .everybody, .decideJoins: .everybody, .readSample: .everybody,
            .seeReviewingService: .everybody, .seeAudits: .everybody,
        ],
        .businessSupport: [.seeMyWork: .team, .seeChild: .team, .sayWrongChild: .team, .findChildren: .team],
        .legal: [.seeChild: .everybody, .sayWrongChild: .everybody, .findChildren: .everybody],
        .placements: [.seeChild: .everybody, .sayWrongChild: .everybody, .findChildren: .everybody],
        .decisionMaker: [.seeChild: .everybody, .sayWrongChild: .everybody, .findChildren: .everybody],
        .virtualSchool: [.seeChild: .everybody, .sayWrongChild: .everybody, .findChildren: .everybody],
        .health: [.seeChild: .everybody, .sayWrongChild: .everybody, .findChildren: .everybody],
        .lado: [.seeChild: .everybody, .sayWrongChild: .everybody, .findChildren: .everybody],
        .informationGovernance: [
            .seeChild: .everybody, .sayWrongChild: .everybody, .findChildren: .everybody, .seeWhoLooked: .everybody,
            .seeAccessLog: .everybody,
            .protectRecords: .everybody, .seeOpenedRecords: .everybody, .openSealed: .everybody,
        ],
        .inspector: [
            .seeChild: .everybody, .findChildren: .everybody, .seeFigures: .everybody, .seeReviewingService: .everybody,
            .seeAudits: .everybody,
        ],
        // A return is the first thing a new service needs, and an administrator the first who can sign in.
        .administrator: [.administer: .everybody, .useReturn: .everybody, .seeAccessLog: .everybody],
        .commandLine: [
            .seeChild: .everybody, .sayWrongChild: .everybody, .recordWork: .everybody, .auditWork: .everybody,
            .correctRecords: .everybody, .answerJoins: .everybody,
            .seeWhoLooked: .everybody,
            .findChildren: .everybody, .exportChildren: .everybody,
            .seeFigures: .everybody, .useReturn: .everybody, .administer: .everybody, .seeAccessLog: .everybody,
            .protectRecords: .everybody, .seeReviewingService: .everybody, .planReviewing: .everybody,
            .seeAudits: .everybody,
        ],
    ]

    /// How far a role goes in an action. Everybody signed in has their own account.
    public static func reach(_ role: Role, _ action: Action) -> Reach {
        action == .ownAccount ? .everybody : table[role]?[action] ?? .nobody
    }

    /// Whether anything at all may be done, no child being meant.
    public static func allows(_ roles: some Sequence<Role>, _ action: Action) -> Bool {
        roles.contains { reach($0, action) != .nobody }
    }

    /// Whether somebody with these roles may do this to this child's record.
    public static func answer(
        _ roles: some Sequence<Role>, _ action: Action, _ relation: Relation, _ protection: Protection
    ) -> Answer {
        let reaches = roles.map { ($0, reach($0, action)) }.filter { $0.1.covers(relation) }
        switch protection {
        case .party: return .no(.isParty)
        case .sealed:
            return reaches.contains { $0.0 == .informationGovernance } ? .yes : .no(.noSuchChild)
        case .restricted(isNamed: false):
            if reaches.contains(where: { $0.0 == .informationGovernance }) { return .yes }
            if reaches.isEmpty { return .no(.notYours) }
            // Nobody is there to be asked why, and nobody to be told, where a command asks.
            let isAsked = action.opensWithReason && reaches.contains { $0.0 != .commandLine }
            return isAsked ? .withReason : .no(.restricted)
        case .ordinary, .restricted(isNamed: true):
            if reaches.contains(where: { $0.1 != .everybodyWithReason }) { return .yes }
            return reaches.isEmpty ? .no(.notYours) : .withReason
        }
    }
}

/// The policy's answer about one child.
public enum Answer: Hashable, Sendable {
    case yes
    /// Once a reason was given, for a time; the reason is kept and the manager told.
    case withReason
    case no(Refusal)
}

/// Why the policy refused.
public enum Refusal: Hashable, Sendable {
    /// Not among what the person's roles reach.
    case notYours
    case restricted
    case isParty
    /// Sealed: it is not even said that there is such a child.
    case noSuchChild
}
