import Days

/// Which of the child’s plans a decision rests on, as whoever decided says; the plan’s day stands beside it.
public enum PlanUsed: String, SettledChoice {
    case carePlan = "care_plan"
    case placementPlan = "placement_plan"
    case pathwayPlan = "pathway_plan"
    case noPlan = "no_plan"

    /// Nil where it rests on none.
    public var kind: RecordKind? { self == .noPlan ? nil : RecordKind(name: rawValue) }
    /// Those that are a plan.
    static let plans = allCases.filter { $0 != .noPlan }.map(\.rawValue)
}

extension RecordKind {
    /// Whether it says which plan it rests on. A review is about the plan whatever it decides.
    public var saysPlanUsed: Bool { need(of: .planUsed) != nil }
}

extension ChildRecord {
    /// The plan that a decision of a day would rest on: the last care or pathway plan by then, else the last placement plan.
    public func planInForce(on day: Day) -> HeldRecord? {
        let signed = records.filter { $0.day <= day }
        return signed.last { $0.kind == .carePlan || $0.kind == .pathwayPlan }
            ?? signed.last { $0.kind == .placementPlan }
    }

    /// The plan that a decision says it rests on; nil where it says none, or that plan is not here any more.
    public func planUsed(by decision: HeldRecord) -> HeldRecord? {
        guard let used: PlanUsed = decision.named(.planUsed), let of = decision.day(.planUsedOf) else { return nil }
        return records.last { $0.kind == used.kind && $0.day == of }
    }

    /// The plan of the same kind that was there before a decision and is newer than the one it rests on. One that was signed
    /// after the decision, on the same day, may have come of it.
    public func newerPlan(than used: HeldRecord, before decision: HeldRecord) -> HeldRecord? {
        records.last { plan in
            let isBefore =
                plan.day < decision.day || (plan.day == decision.day && plan.origin.event < decision.origin.event)
            return plan.kind == used.kind && plan.day > used.day && isBefore
        }
    }

    /// The decisions that say they rest on a plan.
    public func decisions(restingOn plan: HeldRecord) -> [HeldRecord] {
        records.filter { $0.kind.saysPlanUsed && planUsed(by: $0) == plan }
    }
}
