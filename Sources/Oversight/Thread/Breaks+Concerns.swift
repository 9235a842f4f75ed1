import Casework
import Days
import Standards

/// Whether what a reviewing officer is concerned about is answered, and the answer looked at.
extension Breaks {
    static let concerns = [concernNotAnswered, concernAnswerNotLookedAt]

    /// How long a reviewing officer has to say whether an answer is enough, in working days. Guidance gives no number; it is as
    /// long as a manager has for the decisions of a review.
    public static let timeToLook = 5

    static let concernNotAnswered = BreakRule(
        "concern_not_answered", "A reviewing officer’s concern is past its day, and nobody has answered it",
        .local, Citation("Local aim"), owner: .teamManager,
        action: "Say what was done for the child, or see that whoever was asked does today.",
        mend: .writing(.concernAnswer, .concernAnswers, .concern), rung: .challenge, ofDuty: "IR16"
    ) { asked, found in
        for concern in asked.thread.concerns {
            guard case .asked(let ask) = concern.standing, ask.due < asked.day else { continue }
            let formal = concern.disputeBegun.map { " The formal dispute began on \($0.inWords)." } ?? ""
            found.add(
                concern.id, since: ask.due, owner: Owner.Role(ask.stage(on: asked.day)),
                [
                    "“\(concern.what)” was raised on \(concern.raised.inWords). \(ask.owner) was to answer by \(ask.due.inWords); it is for \(ask.stage(on: asked.day).words) now.\(formal)"
                ])
        }
    }

    static let concernAnswerNotLookedAt = BreakRule(
        "concern_answer_not_looked_at", "A concern was answered, and nothing says whether that is enough", .local,
        Citation("Local aim"), owner: .iro,
        action: "Close it with what changed for the child, or ask again.",
        mend: .writing(.concernStep, .concernSteps, .concern)
    ) { asked, found in
        for concern in asked.thread.concerns {
            guard case .answered(let reply) = concern.standing,
                let due = asked.context.day(timeToLook, workingDaysAfter: reply.on), due < asked.day
            else { continue }
            found.add(
                concern.id, since: due,
                "“\(concern.what)” was raised on \(concern.raised.inWords) and answered on \(reply.on.inWords).")
        }
    }
}

extension Owner.Role {
    /// Who answers for a stage that a concern has come to.
    init(_ stage: ConcernStage) {
        self =
            switch stage {
            case .worker: .socialWorker
            case .teamManager: .teamManager
            case .serviceManager: .serviceManager
            case .director, .chiefExecutive: .director
            }
    }
}
