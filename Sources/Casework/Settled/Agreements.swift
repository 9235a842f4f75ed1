/// Who somebody is to the child, where they agree to a plan or come to a review.
public enum Around: String, SettledChoice {
    case child = "the_child"
    case parent
    case carer
    case iro
    case socialWorker = "social_worker"
    case relative
    case school
    case health
    case advocate
    case other = "somebody_else"

    public var title: String { self == .iro ? "IRO" : rawValue.spoken }
}

/// What somebody said to a plan.
public enum Agreement: String, SettledChoice {
    case agreed
    case notAgreed = "not_agreed"
    case notAsked = "could_not_be_asked"
}

/// Whether somebody was at a review.
public enum Attendance: String, SettledChoice {
    case there = "was_there"
    case sentViews = "sent_their_views"
    case notThere = "invited_and_not_there"
}
