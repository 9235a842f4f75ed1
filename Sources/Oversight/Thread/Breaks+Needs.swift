import Casework
import Days
import Standards

/// From need to action to what came of it.
extension Breaks {
    static let needs = [
        identityNeedWithoutAction, needWithoutAction, actionWithoutNeed, riskWithoutAction, actionIncomplete,
        actionWithoutEffect, outcomeIncomplete, outcomeNotMeasured,
    ]

    static let identityNeedWithoutAction = BreakRule(
        "identity_need_without_action", "A need about who the child is has no action", .regulation,
        .cpr2010("5, Sch 1"),
        action: "Add an action to the plan, say there why there is none, or close the need and say why.",
        mend: .writing(.carePlan, .actions, .addresses),
        standsFor: ["need_without_action"]
    ) { asked, found in unanswered(asked, &found) { $0.area == .identity } }

    static let needWithoutAction = BreakRule(
        "need_without_action", "A need has no action", .regulation, .cpr2010("4, 5"),
        action: "Add an action to the plan, say there why there is none, or close the need and say why.",
        mend: .writing(.carePlan, .actions, .addresses)
    ) { asked, found in unanswered(asked, &found) { _ in true } }

    /// Open needs of a kind that no action, done or to do, and no decision answers, and of which the plan in force does not
    /// say why.
    private static func unanswered(_ asked: Threaded, _ found: inout Findings, _ isMeant: (ChildNeed) -> Bool) {
        for need in asked.child.record.needsUnanswered(on: asked.day) where isMeant(need) {
            found.add(
                need.id, since: need.since, "“\(need.what)” was found on \(need.since.inWords); nothing answers it.")
        }
    }

    static let actionWithoutNeed = BreakRule(
        "action_without_need", "An action of the plan answers no need", .local, Citation("Local aim"),
        action: "Say what it is for, or stop it.", mend: .writing(.carePlan, .progress, .action)
    ) { asked, found in
        for action in asked.liveActions
        where (action.from == .carePlan || action.from == .pathwayPlan) && action.addresses.isEmpty {
            found.add(
                action.id, since: action.since,
                "“\(action.what)” was planned on \(action.since.inWords) and names no need.")
        }
    }

    static let riskWithoutAction = BreakRule(
        "risk_without_action", "An open risk has no live action", .statutoryGuidance, Citation("Working Together"),
        owner: .teamManager, action: "Agree what is being done today, or close the risk and say why.",
        mend: .writing(.caseNote, .actions, .addresses), rung: .openRisk
    ) { asked, found in
        for risk in asked.thread.risks where risk.isOpen(on: asked.day) && !asked.isAnswered(risk.id, byLiveOnly: true)
        {
            found.add(
                risk.id, since: risk.since,
                "“\(risk.what)” was named on \(risk.since.inWords); nothing live answers it.")
        }
    }

    static let actionIncomplete = BreakRule(
        "action_incomplete", "An action has no owner, no day or no purpose", .local, Citation("Local aim", "K11"),
        action: "Name one person, a day, and what it is to change.", mend: .correcting
    ) { asked, found in
        for action in asked.liveActions {
            var missing: [String] = []
            if action.owner.isEmpty { missing.append("who does it") }
            if action.due == nil { missing.append("by when") }
            if !action.hasPurpose { missing.append("what it is to change") }
            guard !missing.isEmpty else { continue }
            found.add(
                action.id, since: action.since, "“\(action.what)” does not say \(missing.joined(separator: ", ")).")
        }
    }

    static let actionWithoutEffect = BreakRule(
        "action_without_effect", "An action was closed without saying what it changed for the child", .local,
        Citation("Local aim"), action: "Say what is different for the child, or that nothing is.",
        mend: .writing(.caseNote, .progress, .action)
    ) { asked, found in
        for action in asked.thread.actions {
            guard let closed = action.closed, closed.state == .done, !closed.saysEffect else { continue }
            found.add(action.id, since: closed.on, "“\(action.what)” was done on \(closed.on.inWords).")
        }
    }

    /// Of a plan that wants nothing for any need, once and not need by need: an action may answer a need by itself.
    static let outcomeIncomplete = BreakRule(
        "outcome_incomplete", "Nobody could tell whether it gets better", .local, Citation("Local aim", "K11"),
        action: "Say what is wanted, how it is now, how it is to be, and how you will see it.", mend: .correcting
    ) { asked, found in
        for outcome in asked.outcomesWanted {
            var missing: [String] = []
            if !outcome.hasBaseline { missing.append("how it is now") }
            if !outcome.hasTarget { missing.append("how it is to be") }
            if !outcome.hasMeasure { missing.append("how anybody will see it") }
            guard !missing.isEmpty else { continue }
            found.add(
                outcome.id, since: outcome.since, "“\(outcome.what)” does not say \(missing.joined(separator: ", ")).")
        }
        guard let plan = asked.last(.carePlan), asked.outcomesWanted.isEmpty else { return }
        let needs = asked.openNeeds.filter { $0.since <= plan.day }
        guard !needs.isEmpty else { return }
        let ended = asked.thread.outcomes.compactMap(\.closed).max()
        found.add(
            asked.place(of: plan), since: ended.map { max($0, plan.day) } ?? plan.day,
            "The care plan of \(plan.day.inWords) has \(needs.count == 1 ? "a need" : "\(needs.count) needs") before it, and nothing says what is wanted of it."
        )
    }

    static let outcomeNotMeasured = BreakRule(
        "outcome_not_measured", "Nobody has looked whether it got better", .local, Citation("Local aim"),
        action: "Look at it again with the child, and record what you find.",
        mend: .writing(.caseNote, .measurements, .outcome)
    ) { asked, found in
        for outcome in asked.outcomesWanted {
            // Where no day was set, six months: the longest that a review may be away.
            let first = outcome.measureBy ?? outcome.since.adding(months: 6)
            let due = outcome.measured.map(\.on).max().map { max(first, $0.adding(months: 6)) } ?? first
            guard due < asked.day else { continue }
            found.add(outcome.id, since: due, "“\(outcome.what)” was to be looked at by \(due.inWords).")
        }
    }
}

extension Threaded {
    /// What is wanted still: neither ended itself, nor with the need that it is for.
    var outcomesWanted: [ChildOutcome] {
        thread.outcomes.filter { outcome in
            outcome.isOpen(on: day)
                && (outcome.need.flatMap { need in thread.needs.first { $0.id == need } }?.isOpen(on: day) ?? true)
        }
    }
    var openNeeds: [ChildNeed] { thread.needs.filter { $0.isOpen(on: day) } }
    var liveActions: [ChildAction] { thread.actions.filter { $0.isLive(on: day) } }
}
