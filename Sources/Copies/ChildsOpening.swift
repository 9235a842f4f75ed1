import Casework
import Days

/// How a record is told to its child before and after what it says: what it is, and whom to ask.
struct ChildsOpening {
    let begins: [String]
    let ends: [String]

    /// Nil for a kind of record of which no version is written for the child.
    ///
    /// - Parameter hasMet: Whether the child was seen, where it is a visit.
    init?(_ kind: RecordKind, _ day: Day, hasMet: Bool = true) {
        let day = day.inWords
        let asks = "You can ask your social worker about any of this."
        switch kind {
        case .review:
            begins = ["This is about your review on \(day).", "A review is a meeting about you."]
            ends = ["You can ask your IRO about any of this.", "You can say if you do not agree."]
        case .carePlan:
            begins = ["This is your care plan, from \(day).", "It says how we will look after you."]
            ends = [asks, "You can say if you do not agree.", "Your plan can change. We look at it at each review."]
        case .placementPlan:
            begins = ["This is the plan for your home, from \(day).", "It says how you will be looked after there."]
            ends = [asks, "You can say if you do not agree."]
        case .pathwayPlan:
            begins = ["This is your pathway plan, from \(day).", "It is about your life as you grow up."]
            ends = [asks, "You can say if you do not agree.", "It is your plan. You can ask us to change it."]
        case .visit:
            begins = [hasMet ? "This is about the day we met, \(day)." : "I came on \(day), but we did not meet."]
            ends = [asks, "You can tell me if I got something wrong."]
        default: return nil
        }
    }
}

extension RecordKind {
    /// Whether a version of it is written for the child.
    public var hasChildsVersion: Bool { ChildsOpening(self, .distantPast) != nil }
}
