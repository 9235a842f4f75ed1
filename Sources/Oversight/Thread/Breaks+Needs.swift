import Casework
import Days
import Standards

/// From need to action to what came of it.
extension Breaks {
    static let needs = [
        identityNeedWithoutAction, needWithoutAction, needWithoutOutcome, actionWithoutNeed, riskWithoutAction,
        actionIncomplete, actionWithoutEffect, outcomeIncomplete, outcomeNotMeasured,
    ]

    static let identityNeedWithoutAction = BreakRule(
        "identity_need_without_action", "A need about who the child is has no action", .regulation,
        .cpr2010("5, Sch 1"),
        action: "Add an action to the plan, say there why there is none, or close the need and say why.",
        mend: .writing(.carePlan, .actions, .addresses),
        standsFor: ["need_without_action", "need_without_outcome"]
    ) { asked, found in unanswered(asked, &found) { $0.area == .identity } }

    static let needWithoutAction = BreakRule(
        "need_without_action", "A need has no action", .regulation, .cpr2010("4, 5"),
        action: "Add an action to the plan, say there why there is none, or close the need and say why.",
        mend: .writing(.carePlan, .actions, .addresses), standsFor: ["need_without_outcome"]
    ) { asked, found in unanswered(asked, &found) { _ in true } }

    /// Open needs of a kind that no action, done or to do, and no decision answers, and of which the plan in force does not
    /// say why.
    private static func unanswered(_ asked: Threaded, _ found: inout Findings, _ isMeant: (ChildNeed) -> Bool) {
        for need in asked.child.record.needsUnanswered(on: asked.day) where isMeant(need) {
            found.add(
                need.id, since: need.since, "“\(need.what)” was found on \(need.since.inWords); nothing answers it.")
        }
    }

    /// Need by need; once, where the care plan wants nothing for any of several.
    static let needWithoutOutcome = BreakRule(
        "need_without_outcome", "Nothing says what should get better for a need", .local, Citation("Local aim", "K11"),
        action:
            "Say in the plan what is wanted for it and how anybody will see it, or close the need and say why.",
        mend: .writing(.carePlan, .outcomes, .need)
    ) { asked, found in
        let needs = asked.child.record.needsWantingNothing(on: asked.day)
        if needs.count > 1, asked.outcomesWanted.isEmpty, !needs.contains(where: \.ended),
            let since = needs.map(\.since).min()
        {
            return found.add(
                since: since, title: "The care plan says for none of its needs what should get better",
                needs.map { "“\($0.need.what)” was found on \($0.need.since.inWords)." })
        }
        for (need, since, isOver) in needs {
            found.add(
                need.id, since: since,
                isOver
                    ? "What was wanted for “\(need.what)” ended on \(since.inWords), and the need did not."
                    : "“\(need.what)” was there for the care plan of \(since.inWords); nothing is wanted for it.")
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
    /// What is wanted still: neither ended itself, nor with the needs that it is for.
    var outcomesWanted: [ChildOutcome] {
        thread.outcomes.filter { outcome in
            func isFor(_ need: ChildNeed) -> Bool { outcome.needs.contains(need.id) }
            return outcome.isOpen(on: day)
                && (thread.needs.contains { isFor($0) && $0.isOpen(on: day) } || !thread.needs.contains(where: isFor))
        }
    }
    var liveActions: [ChildAction] { thread.actions.filter { $0.isLive(on: day) } }
}
