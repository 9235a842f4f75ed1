import Casework
import Days
import Standards

/// Whether there is a plan for what is so now.
extension Breaks {
    static let plans = [planAbsent, planOlderThanChange, placementPlanAbsent, adulthoodNotAnswered]

    static let planAbsent = BreakRule(
        "plan_absent", "There is no care plan", .regulation, .cpr2010("4(1), (2)"),
        action: "Write the care plan with the child and those who care for them.", mend: .writing(.carePlan),
        standsFor: ["need_without_action", "identity_need_without_action"]
    ) { asked, found in
        guard asked.last(.carePlan) == nil, let care = asked.child.currentPeriod, care.start.day >= asked.keptSince,
            let due = asked.context.day(10, workingDaysAfter: care.start.day), due < asked.day
        else { return }
        found.add(
            since: due, "Looked after since \(care.start.day.inWords); the plan was to be there by \(due.inWords).")
    }

    static let planOlderThanChange = BreakRule(
        "plan_older_than_change", "The plan is older than what happened since", .regulation, .cpr2010("6"),
        action: "Look at the plan again and sign what stands.", mend: .writing(.carePlan)
    ) { asked, found in
        guard let plan = asked.last(.carePlan),
            let change = asked.materialChanges.first(where: {
                $0.day > plan.day && !asked.isSaidStillRight(.plan, after: $0.day)
            })
        else { return }
        found.add(since: change.day, "\(change.what).", "The plan is of \(plan.day.inWords).")
    }

    static let placementPlanAbsent = BreakRule(
        "placement_plan_absent", "This placement has no placement plan", .regulation, .cpr2010("9"),
        action: "Write the placement plan with the carers and the child.",
        mend: .writing(.placementPlan, .placementFrom)
    ) { asked, found in
        guard let placement = asked.child.currentPlacement, placement.start.day >= asked.keptSince,
            !asked.records(.placementPlan).contains(where: { $0.day(.placementFrom) == placement.start.day }),
            let due = asked.context.day(5, workingDaysAfter: placement.start.day), due < asked.day
        else { return }
        found.add(
            since: due,
            "The placement began on \(placement.start.day.inWords); its plan was to be there by \(due.inWords)."
        )
    }

    /// A plan in words alone answers it whole; from the first that goes one by one, so does each part.
    static let adulthoodNotAnswered = BreakRule(
        "adulthood_not_answered", "Nothing says how this young person will become an adult", .local,
        Citation("Local aim", "LC13"), action: "Go through it with the young person, in the pathway plan.",
        mend: .writing(.pathwayPlan, .readiness)
    ) { asked, found in
        guard let fifteenAndAHalf = asked.child.birthday(15)?.adding(months: 6), fifteenAndAHalf < asked.day else {
            return
        }
        let readiness = asked.thread.readiness
        guard !readiness.isEmpty else {
            guard !asked.records(.pathwayPlan).contains(where: { $0.says(.adulthood) }) else { return }
            let since = max(fifteenAndAHalf, asked.keptSince)
            if since < asked.day { found.add(since: since, "15 and a half on \(fifteenAndAHalf.inWords).") }
            return
        }
        let left = ReadyMatter.allCases.filter { readiness[$0] == nil }
        let late = ReadyMatter.allCases.compactMap { readiness[$0] }.filter { $0.isPastItsDay(on: asked.day) }
        let begun = max(readiness.values.map(\.since).min() ?? fifteenAndAHalf, fifteenAndAHalf)
        // On the day of the first row nobody has left anything out yet.
        let isLeft = !left.isEmpty && begun < asked.day
        guard let since = (late.compactMap(\.until) + (isLeft ? [begun] : [])).min() else { return }
        let none = left.map(\.title.lowercasedFirst).joined(separator: ", ")
        let past = late.compactMap { one -> String? in
            guard case .readiness(let matter, _) = one.what, let by = one.until else { return nil }
            return "\(matter.title) was to be there by \(by.inWords)."
        }
        found.add(
            since: since, title: "Something that adult life needs has no answer that stands",
            (isLeft ? ["Nothing is said of: \(none)."] : []) + past)
    }
}

extension Settled {
    /// Whether somebody was to have it ready by a day that has passed.
    fileprivate func isPastItsDay(on day: Day) -> Bool {
        guard case .readiness(_, .workingOn) = what, let until else { return false }
        return until < day
    }
}
