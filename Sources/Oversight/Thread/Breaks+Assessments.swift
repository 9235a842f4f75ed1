import Casework
import Days
import Standards

/// Whether what is known is still what is so.
extension Breaks {
    static let assessments = [
        assessmentOfAnotherPlacement, assessmentWithoutAnalysis, assessmentWithoutHistory, assessmentLeavesOutRisk,
    ]

    static let assessmentOfAnotherPlacement = BreakRule(
        "assessment_of_another_placement", "The assessment is about another placement", .statutoryGuidance,
        Citation("Working Together"), action: "Update the assessment to where the child lives now.",
        mend: .writing(.assessment, .placementFrom)
    ) { asked, found in
        guard let assessment = asked.last(.assessment), let about = assessment.day(.placementFrom),
            let now = asked.child.currentPlacement, about < now.start.day,
            !asked.isSaidStillRight(.assessment, after: now.start.day)
        else { return }
        found.add(
            since: max(now.start.day, assessment.day),
            "The assessment is about the placement from \(about.inWords); the child has lived elsewhere since \(now.start.day.inWords)."
        )
    }

    static let assessmentWithoutAnalysis = BreakRule(
        "assessment_without_analysis", "The assessment does not say what it means", .statutoryGuidance,
        Citation("Working Together"), action: "Say what is happening, so what, and now what.",
        mend: .writing(.assessment, .what)
    ) { asked, found in
        guard let assessment = asked.last(.assessment) else { return }
        let parts: [(CoreField, String)] = [(.what, "what"), (.soWhat, "so what"), (.nowWhat, "now what")]
        let missing = parts.filter { !assessment.says($0.0) }.map(\.1)
        guard !missing.isEmpty else { return }
        found.add(
            since: assessment.day,
            "The assessment of \(assessment.day.inWords) does not say \(missing.joined(separator: ", ")).")
    }

    static let assessmentWithoutHistory = BreakRule(
        "assessment_without_history", "The assessment leaves out the child’s history", .statutoryGuidance,
        Citation("Working Together"), action: "Say what has happened before and what it means now.",
        mend: .writing(.assessment, .history)
    ) { asked, found in
        guard let assessment = asked.last(.assessment), !assessment.says(.history) else { return }
        found.add(since: assessment.day, "The assessment of \(assessment.day.inWords) has no history.")
    }

    static let assessmentLeavesOutRisk = BreakRule(
        "assessment_leaves_out_risk", "The assessment leaves out a known risk", .statutoryGuidance,
        Citation("Working Together"), owner: .teamManager, action: "Say what the assessment makes of the risk.",
        mend: .writing(.assessment, .risksConsidered, .item), rung: .openRisk
    ) { asked, found in
        guard let assessment = asked.last(.assessment) else { return }
        for (risk, isSpokenOf) in asked.child.record.knownRisks(at: assessment) where !isSpokenOf {
            found.add(
                risk.id, since: assessment.day,
                "“\(risk.what)” is marked as known since \(risk.since.inWords); the assessment of \(assessment.day.inWords) does not speak of it."
            )
        }
    }
}
