import Days

/// What a worker does for the child beside the child: who has which copy, where a home is sought, and what is handed over.
extension Story {
    /// Who was given the plan and the review: everybody, everybody but the child, or nobody.
    mutating func giveOut() {
        func give(_ kind: String, _ of: Day, toChild: Bool) {
            record(
                "copies_given", of + 8,
                [
                    "copy_of": .text(kind), "copy_of_day": .day(of),
                    "given": [["person": .text(life.people[0].name), "on": .day(of + 6)]],
                    "given_to_child": toChild ? .day(of + 8) : nil,
                ])
        }
        guard child % 4 != 0, plot.cast == .settled else { return }
        give("care_plan", day(13), toChild: true)
        give("review", day(60), toChild: child % 4 != 1)
    }

    /// A home nearer to those who matter is asked for: two say no, and for every other child one is found.
    mutating func askForAHome() {
        guard child % 5 == 0, plot.cast == .settled else { return }
        let asked = day(80)
        func home(_ name: Told, _ answer: Told, _ why: Told, _ by: Told) -> Told {
            ["home": name, "answer": answer, "because": why, "by": by, "on": .day(asked)]
        }
        let no = [
            home("The Marlows, Upper Teme", "home_said_no", "Two of their own share the second room.", "The Marlows"),
            home("Wren House", "does_not_suit", "Seven older young people, and nights are loud.", "The team manager"),
        ]
        let found = home("Pat Linney, Larkrise", "chosen", "Quiet, and two streets away.", "The team manager")
        let isFound = child.isMultiple(of: 2)
        record(
            "placement_request", asked,
            [
                "needed_by": due(30), "wishes": .text(life.wish),
                "asked_of_home": [["need": "N1", "what": .text(life.actionFor), "essential": true]],
                "education": "The same school; twenty minutes by bus.", "approval": "not_needed",
                "homes_considered": .list(isFound ? no + [found] : no),
                "decided": isFound ? "The third, once the term is over." : nil,
                "decided_by": isFound ? "The team manager" : nil,
                "plan_used": "care_plan", "plan_used_of": .day(day(13)),
            ])
    }

    /// What was open when the worker changed: of three such children it is accepted for one, waits for one, and was never
    /// handed over for one; in a story that is whole it is accepted.
    mutating func handOver() {
        guard let change = window.change, !leaves(.planAbsent) else { return }
        let turn = plot.gaps.isEmpty ? 1 : child / 2 % 3
        guard turn != 2 else { return }
        record(
            "handover", change - 3,
            [
                "handed_to": "The worker who begins that week", "child_told": .day(change - 5),
                "handed_over": [["item": "R1", "note": .text(life.safetyAction)]],
                "promises": .text(Promise.of(child).what),
                "next_dates": "The dentist in May; the review in August.", "now_what": .text(life.nowWhat),
            ])
        guard turn == 1 else { return }
        record(
            "taking_over", change + 3,
            [
                "taken_over": [["item": "R1", "state": "accepted"]],
                "observations": .text(Promise.of(child).asked),
            ])
    }
}
