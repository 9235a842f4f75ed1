import Days

/// What is known, and what is planned.
extension Story {
    /// The day somebody came: the first that anything is written.
    mutating func arrival() {
        record(
            "case_note", window.start,
            [
                "subject": "Came into our care today", "significant": "none",
                "observations": .text("\(Ways.arrival.of(child)) \(life.people[1].name) was rung at seven."),
            ])
    }

    mutating func assessment() {
        let placed =
            leaves(.assessmentOfAnotherPlacement)
            ? window.placed - 30 : window.before ?? window.placed
        record(
            "assessment", day(10), for: worker(day(10)),
            [
                "assessment_type": assessmentType, "target": .day(day(20)),
                "target_reason": said(.beforeTerm),
                "history": leaves(.assessmentWithoutHistory) ? nil : .text(life.history),
                "placement_from": .day(placed), "what": .text(life.what),
                "so_what": leaves(.assessmentWithoutAnalysis) ? nil : .text(life.soWhat),
                "now_what": .text(life.nowWhat),
                "strengths": [["what": .text(life.strength)]],
                "needs": plot.gaps.contains(.planAbsent) ? ["none_because": "Being found with the family now."] : needs,
                "risks": plot.gaps.contains(.planAbsent) ? nil : risks,
            ])
    }

    private var needs: Told {
        let two: [Told] = [
            ["id": "N1", "what": .text(life.need), "area": .text(life.area), "evidence": .text(life.what)],
            ["id": "N2", "what": .text(life.whoTheyAre), "area": "identity"],
        ]
        return .list(isLeavingANeed ? two + [needLeft] : two)
    }

    private var risks: Told {
        [["id": "R1", "what": .text(life.risk), "level": "high", "known": true]]
    }

    /// - Parameter again: the day on which it was looked at again and stands; nil for the first.
    mutating func carePlan(again: Day? = nil) {
        record(
            "care_plan", again ?? day(13),
            [
                "permanence": .text(life.permanence), "parallel_plan": said(.parallelPlan),
                "health": .text(life.health), "education": .text(life.education), "emotional": .text(life.emotional),
                "identity": .text(life.identityAction + "."), "family_and_social": .text(life.family),
                "social_presentation": said(.clothes), "self_care": .text(life.selfCare),
                "wishes": .text(life.wish), "agreements": agreements(again ?? day(13)), "needs_answered": needsAnswered,
                "outcomes": again == nil ? .list(outcomes) : nil,
                "actions": again == nil ? .list(actions) : ["none_because": said(.goesOn)],
            ])
    }

    /// One for each need that the plan answers.
    private var outcomes: [Told] {
        let first: Told = .cells([
            "id": "O1", "what": .text(life.outcome), "need": "N1", "baseline": .text(life.baseline),
            "target": .text(life.target), "measure": leaves(.outcomeIncomplete) ? nil : .text(life.measure),
            "measure_by": leaves(.outcomeNotMeasured) ? .day(day(90)) : due(40),
        ])
        guard !leaves(.needWithoutOutcome) else { return [first] }
        let own = life.ownOutcome
        return [
            first,
            [
                "id": "O2", "what": .text(own.what), "need": "N2", "baseline": .text(own.baseline),
                "target": .text(own.target), "measure": .text(own.measure), "measure_by": due(60),
            ],
        ]
    }

    private var actions: [Told] {
        var actions = [
            action(
                "A1", life.action, owner: leaves(.actionIncomplete) ? "" : "Carer", due: due(40),
                purpose: life.actionFor,
                addresses: leaves(.needWithoutAction) ? ["N2"] : ["N1", "O1"]),
            action(
                "A2", life.identityAction, owner: "Social worker", due: due(30), purpose: "To know who they are",
                addresses: leaves(.identityNeedWithoutAction) ? ["N1"] : ["N2"]),
            action(
                "A3", life.safetyAction, owner: "Carer", due: due(60), purpose: "To be safe",
                addresses: leaves(.riskWithoutAction) ? ["N1"] : ["R1"]),
        ]
        if leaves(.actionWithoutNeed) {
            actions.append(
                action(
                    "A9", "Refer to the holiday club", owner: "Social worker", due: due(20),
                    purpose: "Something to do in the summer", addresses: []))
        }
        return actions
    }

    mutating func placementPlan() {
        guard window.placed >= window.start, !leaves(.placementPlanAbsent) else { return }
        record(
            "placement_plan", window.placed + 4,
            [
                "placement_from": .day(window.placed), "arrangements": said(.arrangements),
                "health": .text(life.health), "education": .text(life.education),
                "wishes": .text(life.wish), "delegated_decisions": delegatedDecisions,
                "family_and_social": .text(life.family), "agreements": agreements(window.placed + 3),
            ])
    }

    mutating func pathway() {
        record(
            "pathway_plan", day(34),
            [
                "adulthood": "Somewhere to live, people who stay, money and work: each has a page of its own.",
                "readiness": readiness,
                "health": .text(life.health), "education": .text(life.education), "wishes": .text(life.wish),
                "family_and_social": .text(life.family), "actions": ["none_because": "They are in the care plan."],
            ])
    }
}
