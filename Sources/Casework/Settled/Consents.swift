/// What is consented to for a child.
public enum ConsentMatter: String, SettledChoice {
    case routineHealth = "routine_health_care"
    case emergency = "emergency_treatment"
    case immunisation = "immunisations"
    case photos = "photographs"
    case trips = "trips_and_activities"
    case nightsAway = "nights_away"
    case sharing = "sharing_information"
    case other = "something_else"
}

/// What was said when consent was asked.
public enum Consent: String, SettledChoice {
    case given, refused, withdrawn
    case notAsked = "not_asked"
    /// Those that were said on a day.
    static let said = [given, refused, withdrawn].map(\.rawValue)
    /// Those that need a reason.
    static let withReason = [refused, withdrawn, notAsked].map(\.rawValue)
}
