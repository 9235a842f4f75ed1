import Days

/// What the reviewing officer was concerned about between two reviews: one that was answered and changed something for the child,
/// one that changed nothing, one that was answered and left, and one that nobody answered however far up it went.
extension Story {
    mutating func concerns() {
        if leaves(.concernNotAnswered) {
            nobodyAnswers()
        } else if leaves(.concernAnswerNotLookedAt) {
            answeredAndLeft()
        } else if plot.gaps.isEmpty, plot.cast == .settled {
            settled()
        }
    }

    private var second: String { life.people[1].name }

    private mutating func look(_ number: Int, _ why: Told, found: String, _ concern: [String: Told]) {
        concerned += Told.line(
            of: child, "look_between_reviews", day(number), for: officer(day(number)),
            ["looked_because": why, "observations": .text(found), "concerns": .list([.object(concern)])])
    }

    private mutating func step(_ number: Int, _ rows: [String: Told]...) {
        concerned += Told.line(
            of: child, "concern_step", day(number), for: officer(day(number)),
            [
                "concern_steps": .list(
                    rows.map { row in
                        let whole: [String: Told] = ["concern": "C1"]
                        return .object(whole.merging(row) { $1 })
                    })
            ])
    }

    private mutating func answer(_ number: Int, _ done: String, effect: String? = nil) {
        concerned += Told.line(
            of: child, "concern_answer", day(number),
            [
                "concern_answers": [
                    .cells(["concern": "C1", "done": .text(done), "effect": effect.map { .text($0) }])
                ]
            ])
    }

    private func put(to owner: Told, _ stage: Told, by number: Int, _ ask: String) -> [String: Told] {
        ["owner": owner, "stage": stage, "due": .day(day(number)), "ask": .text(ask)]
    }

    /// Found half-way, answered within the week and looked at a fortnight later.
    private mutating func settled() {
        look(
            22, "half_way", found: "The last decisions beside what has been done, with the social worker.",
            [
                "id": "C1", "what": .text("\(second) was to be asked after the last review, and has not been"),
                "matter": "delay", "level": "medium", "about": ["A1"],
            ].merging(put(to: "Social worker", "social_worker", by: 32, "Ask this week, and tell the child.")) { $1 })
        answer(30, "\(second) was asked and said yes at once.", effect: life.says[1])
        if plot.ending == .better {
            step(46, ["step": "closed_something_changed", "effect": .text(life.says[2])])
        } else {
            step(
                46,
                ["step": "closed_nothing_changed", "because": "They were asked, and the days do not suit them yet."])
        }
    }

    /// Answered in time; whether it was enough nobody has said.
    private mutating func answeredAndLeft() {
        look(
            70, "new_event", found: "How often they have met since the review, with the carers.",
            [
                "id": "C1", "what": .text("\(life.people[0].name) has not been seen for weeks, and nobody says why"),
                "matter": "family_time", "level": "high",
            ].merging(put(to: "Social worker", "social_worker", by: 80, "Find out why, and set the next day.")) { $1 })
        answer(78, "A new day and another place are agreed.")
    }

    /// Put to the worker, to the manager, made a formal dispute and taken to the head of the service.
    private mutating func nobodyAnswers() {
        let what = "What was decided is no nearer than it was: \(life.answer)"
        look(
            62, "after_review", found: "What is being done about the last decision, with the social worker.",
            [
                "id": "C1", "what": .text(what), "matter": "no_sense_of_direction", "level": "high", "about": ["D1"],
            ].merging(put(to: "Social worker", "social_worker", by: 68, "Say what is in the way, and the first step."))
            {
                $1
            })
        step(
            72,
            ["step": "taken_higher", "because": "A week has gone by without a word."].merging(
                put(to: "The team manager", "team_manager", by: 79, "Decide who takes the first step, and when.")
            ) { $1 })
        step(
            80,
            ["step": "formal_dispute_begun"].merging(
                put(to: "The team manager", "team_manager", by: 85, "The same, in writing.")
            ) { $1 })
        step(
            88,
            ["step": "taken_higher", "because": "There is still no answer."].merging(
                put(to: "The service manager", "service_manager", by: 98, "Find the money, or say that there is none.")
            ) { $1 },
            [
                "step": "cafcass_considered_not_now",
                "because": "The child has a solicitor, and the head of service has a week left.",
            ])
    }
}
