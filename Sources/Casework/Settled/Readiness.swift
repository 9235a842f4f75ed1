/// What a young person needs for adult life, asked one by one from 15 and a half (local aim LC13).
///
/// Source: CPR 2010 regs 42, 43; the guidance on transitions to adulthood.
public enum ReadyMatter: String, SettledChoice {
    case work = "study_training_or_work"
    case home = "somewhere_to_live"
    case adultServices = "adult_services"
    case nationalInsurance = "national_insurance_number"
    case bankAccount = "bank_account"
    case papers = "passport_or_settled_status"
    case savings
    case doctor = "doctor_and_dentist"
    case benefits
    case people = "people_to_turn_to"

    public var title: String {
        switch self {
        case .work: "Study, training or work"
        case .nationalInsurance: "National Insurance number"
        default: rawValue.spoken
        }
    }
}

/// How it stands with one of them.
public enum Ready: String, SettledChoice {
    case have = "they_have_it"
    case workingOn = "working_on_it"
    case notNeeded = "not_needed"
}
