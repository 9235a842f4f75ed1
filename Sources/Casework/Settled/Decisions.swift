/// What carers may or may not decide for a child, by the heads that the law gives.
///
/// Source: CPR 2010 Sch 2 para 3, as inserted in 2013.
public enum DelegatedMatter: String, SettledChoice {
    case health = "doctor_and_dentist"
    case education = "school"
    case leisure = "home_life_and_leisure"
    case faith
    case online = "phone_and_social_media"
    case other = "something_else"

    /// Those that a placement plan has to speak of.
    public static let needed = allCases.filter { $0 != .other }
}

/// Who decides.
public enum Decider: String, SettledChoice {
    case carer = "the_carer"
    case parent = "a_parent"
    case council = "the_council"
    case youngPerson = "the_young_person"
    /// Those of whom the plan says why it is not the carer.
    static let withReason = allCases.filter { $0 != .carer }.map(\.rawValue)
}
