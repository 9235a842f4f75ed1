import Days

/// What is settled with the people around the child: who agrees, who decides, what is ready, who consents and who came.
extension Story {
    /// Who agrees to a plan. Of every fifth child a parent could not be asked, of every seventh one does not agree.
    func agreements(_ on: Day) -> Told {
        var parent: [String: Told] = ["person": .text(life.people[0].name), "role": "parent"]
        if child % 5 == 0 {
            parent["agreed"] = "could_not_be_asked"
            parent["because"] = said(.notReached)
        } else if child % 7 == 0 {
            (parent["agreed"], parent["on"]) = ("not_agreed", .day(on))
            parent["because"] = said(.refusal)
        } else {
            (parent["agreed"], parent["on"]) = ("agreed", .day(on))
        }
        var all: [Told] = [.object(parent)]
        if age >= 8 { all.append(["person": "The child", "role": "the_child", "agreed": "agreed", "on": .day(on)]) }
        all.append(["person": .text(carers.one), "role": "carer", "agreed": "agreed", "on": .day(on)])
        return .list(all)
    }

    /// A need that the plan leaves, and says why: of every fourth child.
    var isLeavingANeed: Bool { child % 4 == 1 && !leaves(.planAbsent) }

    var needLeft: Told {
        let need = SmallNeed.of(child)
        return ["id": "N3", "what": .text(need.what), "area": "self_care", "evidence": .text(need.evidence)]
    }

    /// What each need is answered with, need by need.
    var needsAnswered: Told {
        var rows: [Told] = []
        if isLeavingANeed {
            rows.append(["need": "N3", "because": .text("\(carers.first) \(SmallNeed.of(child).because)")])
        }
        if !leaves(.identityNeedWithoutAction) { rows.append(["need": "N2", "action": "A2"]) }
        return .list(rows)
    }

    /// Who decides what; of every third child faith was left out.
    var delegatedDecisions: Told {
        let trips: Told = [
            "matter": "home_life_and_leisure", "what": "Haircuts, trips, and nights at a friend’s",
            "decides": "the_carer",
            "informed": .text(life.people[0].name),
        ]
        let all: [Told] = [
            ["matter": "doctor_and_dentist", "what": "Ordinary appointments and medicine", "decides": "the_carer"],
            [
                "matter": "school", "what": "A change of school", "decides": "the_council",
                "because": "It may break into a school year.",
            ], trips,
            [
                "matter": "phone_and_social_media", "what": "A phone of their own",
                "decides": age >= 13 ? "the_young_person" : "the_carer",
                "because": "They pay for it, and use it well.",
            ],
            [
                "matter": "faith", "what": "Services and festivals", "decides": "a_parent",
                "because": "It matters to the family, and to the child.",
            ],
        ]
        return .list(child % 3 == 0 ? Array(all.dropLast()) : all)
    }

    /// Where a young person stands with each thing that adult life needs.
    var readiness: Told {
        func has(_ matter: String) -> Told { ["matter": .text(matter), "ready": "they_have_it"] }
        func works(_ matter: String, _ who: String, by days: Int) -> Told {
            ["matter": .text(matter), "ready": "working_on_it", "owner": .text(who), "due": due(days)]
        }
        return [
            works("study_training_or_work", "Personal adviser", by: 60),
            works("somewhere_to_live", "Social worker", by: 90),
            ["matter": "adult_services", "ready": "not_needed", "because": "No need that goes on after 18 was found."],
            has("national_insurance_number"), has("bank_account"),
            works("passport_or_settled_status", "Social worker", by: 45), works("savings", "Personal adviser", by: 75),
            has("doctor_and_dentist"),
            ["matter": "benefits", "ready": "not_needed", "because": "In education until 18."],
            has("people_to_turn_to"),
        ]
    }

    /// Who has consented to what; photographs until a day, and of every fourth child not at all.
    func consents(_ on: Day) -> Told {
        let parent: Told = .text(life.people[0].name)
        let photos: Told =
            child % 4 == 0
            ? [
                "matter": "photographs", "person": parent, "consent": "refused", "on": .day(on),
                "because": "Somebody who frightens them looks for pictures.",
            ]
            : [
                "matter": "photographs", "what": "School photographs, not the internet", "person": parent,
                "consent": "given", "on": .day(on), "until": due(200),
            ]
        return [
            ["matter": "routine_health_care", "person": parent, "consent": "given", "on": .day(on)],
            ["matter": "trips_and_activities", "person": parent, "consent": "given", "on": .day(on)], photos,
        ]
    }

    /// Who came to a review, sent their views, or was asked and did not come.
    var attended: Told {
        [
            ["person": "The child", "role": "the_child", "there": "was_there"],
            [
                "person": .text(life.people[0].name), "role": "parent",
                "there": child % 3 == 1 ? "sent_their_views" : "was_there",
            ],
            ["person": .text(carers.one), "role": "carer", "there": "was_there"],
            [
                "person": "The class teacher", "role": "school", "there": "invited_and_not_there",
                "because": "Was teaching; sent a report.",
            ],
        ]
    }
}
