import Days

/// Who is around the child, and what matters to them.
extension Story {
    mutating func family() {
        let (first, second) = (life.people[0], life.people[1])
        // "Saturdays at ten, at the swimming pool".
        let isWeekly = first.arrangement.prefix { $0 != " " }.hasSuffix("days")
        record(
            "family_time_plan", day(13),
            [
                "wishes": said(.familyWish),
                "people": [
                    .cells([
                        "person": .text(first.name), "arrangement": .text(first.arrangement),
                        "formal": leaves(.familyTimeNotFormal) ? false : true, "often": isWeekly ? "weekly" : nil,
                        "supervision": isWeekly ? "supported" : nil,
                    ]),
                    leaves(.familyTimeNotArranged)
                        ? ["person": .text(second.name)]
                        : [
                            "person": .text(second.name), "arrangement": .text(second.arrangement), "formal": true,
                        ],
                ],
            ])
    }

    /// Who may know what; where somebody has frightened people, the address is confidential.
    mutating func who() {
        func person(_ name: String, _ relation: String, may: Told, named: Told, _ more: [String: Told]) -> Told {
            let said: [String: Told] = [
                "person": .text(name), "relation": .text(relation), "address": may, "school": may, "health": may,
                "carers": may, "named": named, "by": "The team manager",
            ]
            return .object(said.merging(more) { $1 })
        }
        let isConfidential = child % 3 == 0
        var network = [
            person(
                life.people[0].name, life.people[0].relation, may: isConfidential ? "no" : "yes", named: "everybody",
                [
                    "parental_responsibility": "yes", "evidence": "Birth certificate seen", "contact": "supervised",
                    "because": "Agreed at the planning meeting",
                ]),
            person(
                life.people[1].name, life.people[1].relation, may: "yes", named: "everybody",
                ["contact": "yes", "because": "They see each other at home"]),
        ]
        if !life.isFromAbroad {
            network.append(
                person(
                    "Gary Stroud", "Mum’s partner", may: "no", named: "nobody",
                    ["contact": "no", "because": "He has threatened people before"]))
        }
        record(
            "people", day(14),
            [
                "address_confidential": isConfidential ? "yes" : "no", "school": .text(life.school),
                "carers_names": .text(carers.names), "network": .list(network),
                "consents": consents(day(12)),
            ])
        record(
            "identity_profile", day(16),
            ["identity": .text(life.whoTheyAre + "."), "wishes": said(.identityWish)])
    }

    mutating func education() {
        guard age >= 3 else { return }
        record(
            "personal_education_plan", day(18),
            [
                "school": .text(life.school), "attendance": "94 per cent this term",
                "schools_before": "One other, until the move into care.",
                "education": .text(life.education), "wishes": .text(life.wish),
                "leisure": "Being outside, and music.", "school_changes": "None is planned.",
                "carers_part": "The carers help each evening, and go to what the school holds.",
            ])
    }

    mutating func health() {
        let held = leaves(.reviewLeftHealth) ? day(15) - 480 : day(15) - 12
        record(
            "health_assessment", day(20),
            [
                "consent_sent": .day(held - 21),
                "appointment_held": leaves(.healthDatesDisagree) ? nil : .day(held),
                "report_received": .day(held + 9), "health": .text(life.health),
            ])
    }

    /// What no other record tells, and what it meant.
    mutating func chronology() {
        record(
            "chronology_entry", day(47),
            [
                "subject": .text("\(life.people[1].name) \(Ways.missed.of(child))"),
                "significance": "significant", "impact": .text(life.soWhat), "theme": "family",
                "also_theme": "feelings",
            ])
        record(
            "chronology_entry", day(50),
            [
                "subject": .text(life.strength), "significance": "background",
                "impact": said(.praise), "theme": "went_well",
            ])
    }

    /// Why they live where they do, in words for them: told where it goes well, and waiting to be told where it does not.
    mutating func chapter() {
        guard age >= 4, !leaves(.lifeStoryNotStarted), !leaves(.noDirectWork), !leaves(.childNotToldWhy) else { return }
        let isTold = plot.ending == .better
        chapters += Told.line(
            of: child, "life_story_chapter", day(48),
            [
                "subject": "Why I live with Jo and Sam", "part_of_life": "why_in_care",
                "words_for_child":
                    "The grown-ups at home could not keep you safe then. It was not because of anything you did. Jo and Sam look after you now, and everybody is working out what is best for you.",
                "still_unknown": .text("What \(life.people[1].name) was told at the time, and by whom."),
                "sources": .text("The first assessment, and \(life.people[1].name). They differ on who rang for help."),
                "keepsakes": [
                    [
                        "what": .text("A photograph with \(life.people[0].name)"), "keepsake": "photo",
                        "kept_where": "In the memory box, which moves when they move",
                    ]
                ],
                "chapter_told": isTold ? "told" : "not_yet",
                "told_by": isTold ? "The social worker, with the carer there" : nil,
                "told_on": isTold ? .day(day(46)) : nil,
                "childs_words": isTold ? .text(life.play.words) : nil,
                "not_told_because": isTold ? nil : "It waits for a visit on which nothing else is to be said.",
                "actions": isTold
                    ? nil
                    : [
                        action(
                            "A7", "Tell the chapter, at home, with time for questions", owner: "Social worker",
                            due: due(25), purpose: "To know that it was not their fault",
                            addresses: leaves(.planAbsent) ? [] : ["N2"])
                    ],
            ])
    }

    /// What a worker and the child did together.
    mutating func together() {
        let (first, second) = (day(45), day(46))
        if !leaves(.noDirectWork) {
            let contacts: Told = [
                ["person": .text(life.people[0].name), "on": .day(day(20)), "happened": true],
                [
                    "person": .text(life.people[0].name), "on": .day(day(27)),
                    "happened": leaves(.familyTimeNotHappening) ? false : true,
                ],
                [
                    "person": .text(life.people[0].name), "on": .day(day(34)),
                    "happened": leaves(.familyTimeNotHappening) ? false : true,
                ],
            ]
            record(
                "direct_work", first,
                [
                    "aim": "To talk about what is hard to say", "tool": .text(life.play.tool),
                    "childs_words": .text(life.play.words), "effect_on_plan": .text(life.play.effect),
                    "contacts": contacts,
                    "views": leaves(.viewNotAnswered)
                        ? [["id": "V2", "what": "I want to choose the next game", "clearly_said": false]] : nil,
                ])
        }
        if !leaves(.lifeStoryNotStarted) {
            record(
                "life_story", second,
                [
                    "life_story_state": plot.ending == .better ? "current" : "started",
                    "told_why_in_care": leaves(.childNotToldWhy) ? false : true,
                ])
        }
    }
}
