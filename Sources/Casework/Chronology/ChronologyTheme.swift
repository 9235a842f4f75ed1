/// What something in a child's life is mainly about: a short table of themes, so that a chronology can be read along one.
public enum ChronologyTheme: String, Hashable, Sendable, CaseIterable {
    case home, family, safety, missing, health, education, feelings, identity
    case wentWell = "went_well"
    case help, decisions

    public static let names = allCases.map(\.rawValue)

    public var title: String {
        switch self {
        case .home: "Home and carers"
        case .family: "Family and people who matter"
        case .safety: "Harm and safety"
        case .missing: "Missing or away"
        case .health: "Health"
        case .education: "Education"
        case .feelings: "Feelings and behaviour"
        case .identity: "Identity and life story"
        case .wentWell: "What went well"
        case .help: "Help and the people who give it"
        case .decisions: "Decisions and the law"
        }
    }
}
