import Days

/// The reviewing service’s own plan of the last year, as its manager would write it, in the file that
/// `throughline import reviewing-plan` takes. Two versions: one from the spring, one from the winter, in which one action
/// is done and one is past its day.
struct ReviewingPlan {
    let year: CollectionYear
    /// How many reviewing officers there are.
    let officers: Int

    static let manager = "Marian Sowerby"

    /// In May: everything is still to do.
    var first: [UInt8] { bytes(signed: year.firstDay + 41, isLater: false) }
    /// In February.
    var second: [UInt8] { bytes(signed: year.firstDay + 318, isLater: true) }

    private func bytes(signed day: Day, isLater: Bool) -> [UInt8] {
        var text = """
            # The reviewing service of Severn Vale, which does not exist. How to fill one in: docs/cli.md.
            year: \(year)
            day: \(day)
            signed_by: \(Self.manager)
            posts: {established: \(officers + 1), in_post: \(officers)}
            report_due: \(year.next.firstDay + 182)
            functions:

            """
        for (name, how) in Self.functions { text += "  \(name): >-\n    \(how)\n" }
        text += "actions:\n"
        for action in actions(isLater) {
            text += "  - function: \(action.function)\n"
            text += "    what: \(action.what)\n    owner: \(action.owner)\n    due: \(action.due)\n"
            text += "    known_by: \(action.knownBy)\n"
            if let done = action.done { text += "    done: \(done)\n    changed: >-\n      \(action.changed)\n" }
        }
        if isLater {
            text += """
                report:
                  year: \(year.previous)
                  day: \(year.firstDay + 176)
                  place: https://severn-vale.example/reviewing-service/\(year.previous)
                  presented: \(year.firstDay + 196)

                """
        }
        return Array(text.utf8)
    }

    private struct Action {
        let function, what, owner: String
        let due: Day
        let knownBy: String
        var done: Day?
        var changed = ""
    }

    private func actions(_ isLater: Bool) -> [Action] {
        var told = Action(
            function: "speaks_with_child", what: "Give every child a card with their officer’s picture and number",
            owner: "Ivo Marsh (participation officer)", due: year.firstDay + 182,
            knownBy: "Children whom advocates ask can say who their officer is")
        if isLater {
            told.done = year.firstDay + 174
            told.changed =
                "Of 24 children whom the advocate asked in the autumn, 19 knew their officer and how to reach them, and six had rung between two reviews."
        }
        let post = Action(
            function: "enough_officers", what: "Fill the empty post", owner: Self.manager, due: year.firstDay + 305,
            knownBy: "No officer holds more than 70 children")
        let others = [
            Action(
                function: "consulted",
                what: "Ring the officer before a move is agreed, as a line of the placement form",
                owner: "Ellis Grant (placements)", due: year.lastDay + 60,
                knownBy: "Officers say of every planned move that they were asked before"),
            Action(
                function: "between_reviews", what: "Look half-way at each plan that a review changed",
                owner: Self.manager, due: year.lastDay + 91,
                knownBy: "Fewer decisions are found not done at the next review"),
        ]
        return [told, post] + (isLater ? others : Array(others.prefix(1)))
    }

    private static let functions = [
        (
            "appointed",
            "The service’s administrator has the list of who came into care each morning and appoints an officer that day. The manager looks at the list on Fridays."
        ),
        (
            "enough_officers",
            "No officer is to hold more than 70 children. Above that the manager tells the director in writing and asks for cover."
        ),
        (
            "speaks_with_child",
            "Officers see each child in the two weeks before the review, where the child wants to be seen. Who does not want to is asked how else they would like to be heard."
        ),
        (
            "voice",
            "Every child is asked who is to come and what is to be talked about, and is offered an advocate, each time."
        ),
        (
            "consulted",
            "Team managers ring the officer before a move is decided. That does not always happen yet; the action below is about it."
        ),
        (
            "reviews",
            "Reviews are booked a quarter ahead. Officers read risks, health and the plan beforehand, and the review says something of each."
        ),
        (
            "record_given",
            "Decisions go out on the day after the review, the record within twenty working days; the administrator keeps both days."
        ),
        (
            "between_reviews",
            "Officers look half-way at what was decided, and ring the child’s worker where it is not done."
        ),
        (
            "concerns",
            "Officers raise a concern with the worker, with a day. What is not settled goes to the team manager, the head of service and the director, and in twenty working days at the most."
        ),
        (
            "independent_advice",
            "A neighbouring authority’s lawyers advise officers who ask. Cafcass has a named person whom officers ring."
        ),
        (
            "independence",
            "The manager of the service answers to the head of safeguarding and to nobody who runs a social work team. Registration is looked at each December."
        ),
        (
            "one_officer",
            "Brothers and sisters are given one officer when they come into care, and keep them when they move. When an officer leaves, the children are told by somebody whom they know."
        ),
        (
            "annual_report",
            "The manager writes the report in the summer. The children in care council reads it first, then the corporate parenting board, then it is on the council’s website."
        ),
    ]
}
