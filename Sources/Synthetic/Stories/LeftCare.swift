import Days

/// A young person who left care as an adult, and how somebody kept in touch: with every other one as it should be, and with
/// the rest too late, and without reaching them at first.
struct LeftCare {
    private(set) var lines = ""
    /// So many are told of.
    static let most = 4

    /// Nil for anybody who did not leave as an adult, between a hundred days and ten months before the last return ends.
    ///
    /// - Parameter told: How many were told of before.
    init?(_ career: Career, told: Int, to horizon: Day) {
        guard told < Self.most, let left = career.episodes.last?.end, left <= horizon - 100, left > horizon - 300,
            left >= career.outline.born.birthday(18) - 1, !career.outline.last.path.isShortBreaks
        else { return nil }
        let child = 100_000 + career.outline.number
        func record(_ day: Day, _ answers: [String: Told?]) {
            lines += Told.line(of: child, "keeping_in_touch", day, answers)
        }
        if told.isMultiple(of: 2) {
            record(left + 5, Self.firstVisit(left))
            record(left + 54, Self.call(left + 54))
            record(left + 98, Self.visitSinceThen(left + 98))
        } else {
            record(left + 76, Self.noAnswer(left + 76))
            record(left + 90, Self.foundAtLast(left))
        }
    }

    private static func reached(
        _ how: Told, by: Told = "adviser", home: Told, work: Told, says: Told, _ more: [String: Told?]
    ) -> [String: Told?] {
        let answers: [String: Told?] = [
            "kept_in_touch_by": by, "kept_in_touch_how": how, "reached": true, "home_suits": home,
            "learning_or_work": work, "childs_words": says, "significant": "none",
        ]
        return answers.merging(more) { $1 }
    }

    private static func firstVisit(_ left: Day) -> [String: Told?] {
        reached(
            "at_home", home: "suitable", work: "part_time",
            says: "It is quiet at night. I keep the radio on. The college said I can come back in September.",
            [
                "views": [
                    ["id": "V80", "what": "I want to eat with my carers on Sundays, as before", "clearly_said": true]
                ],
                "actions": [
                    [
                        "id": "A80", "what": "Ask the carers about Sundays", "owner": "Personal adviser",
                        "due": .day(left + 14), "purpose": "Not to be alone all week", "addresses": ["V80"],
                    ]
                ],
            ])
    }

    private static func call(_ day: Day) -> [String: Told?] {
        reached(
            "phone", home: "suitable", work: "full_time",
            says: "I start at seven, so ring after four. Sundays are good.",
            [
                "progress": [
                    [
                        "action": "A80", "state": "done", "on": .day(day),
                        "effect": "Sundays at the carers’ table again",
                    ]
                ],
                "views_answered": [
                    ["view": "V80", "done": "They eat together on Sundays", "told": "By phone, by the adviser"]
                ],
                "actions": [act("A81", "Look at the first payslip together", on: day + 40, "To know what is theirs")],
            ])
    }

    private static func visitSinceThen(_ day: Day) -> [String: Told?] {
        reached(
            "at_home", home: "suitable", work: "full_time", says: "I have my own key, and so have they.",
            [
                "evidences": [["item": "A80", "what": "A place is laid on Sundays, whoever rings first."]],
                "actions": [act("A82", "Ring after four, as before", on: day + 40, "To hear how work goes")],
            ])
    }

    private static func noAnswer(_ day: Day) -> [String: Told?] {
        [
            "kept_in_touch_by": "adviser", "kept_in_touch_how": "message", "reached": false,
            "not_reached_because":
                "Two messages and a letter, no answer. The phone may have changed: nobody had rung since the move.",
            "significant": "none",
            "actions": [act("A80", "Go without notice, at a weekend", on: day + 14, "To know that all is well")],
        ]
    }

    private static func foundAtLast(_ left: Day) -> [String: Told?] {
        reached(
            "at_home", by: "another_worker", home: "not_suitable", work: "neither",
            says: "I thought you had all forgotten. The boiler has been off since I moved in.",
            ["actions": [act("A81", "Have the boiler mended, or find another room", on: left + 97, "To be warm")]])
    }

    private static func act(_ id: Told, _ what: Told, on day: Day, _ purpose: Told) -> Told {
        ["id": id, "what": what, "owner": "Personal adviser", "due": .day(day), "purpose": purpose]
    }
}
