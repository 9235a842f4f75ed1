/// What a person is to the service. A person may hold several; each gives the least that its work needs.
public enum Role: String, Hashable, Sendable, CaseIterable {
    case socialWorker = "social_worker"
    case personalAdviser = "personal_adviser"
    case supportWorker = "support_worker"
    case supervisingSocialWorker = "supervising_social_worker"
    case teamManager = "team_manager"
    case iro
    /// Manages the reviewing service, and no social work team.
    case iroManager = "iro_manager"
    case outOfHours = "out_of_hours"
    case auditor
    case analyst
    case director
    case businessSupport = "business_support"
    case legal
    case placements
    case decisionMaker = "decision_maker"
    case virtualSchool = "virtual_school"
    case health
    case lado
    case informationGovernance = "information_governance"
    case inspector
    case administrator
    /// Whoever the operating system lets run `throughline` on the folder. No account has it.
    case commandLine = "command_line"

    /// Those that an account can have.
    public static let ofAccounts = allCases.filter { $0 != .commandLine }

    /// As pages name it.
    public var title: String {
        switch self {
        case .socialWorker: "Social worker"
        case .personalAdviser: "Personal adviser"
        case .supportWorker: "Support and family time worker"
        case .supervisingSocialWorker: "Supervising social worker"
        case .teamManager: "Team manager"
        case .iro: "Independent reviewing officer"
        case .iroManager: "IRO manager"
        case .outOfHours: "Out-of-hours worker"
        case .auditor: "Auditor"
        case .analyst: "Performance analyst"
        case .director: "Director"
        case .businessSupport: "Business support"
        case .legal: "Legal"
        case .placements: "Placements"
        case .decisionMaker: "Agency decision-maker or nominated officer"
        case .virtualSchool: "Virtual school"
        case .health: "Health"
        case .lado: "LADO"
        case .informationGovernance: "Information governance"
        case .inspector: "Inspector"
        case .administrator: "Administrator"
        case .commandLine: "Command line"
        }
    }

    /// Whether signing in takes a second factor: those who can open the most, or let others in.
    public var needsSecondFactor: Bool {
        switch self {
        case .administrator, .director, .informationGovernance: true
        default: false
        }
    }
}
