import Casework
import Days

/// Rights and relationships: being heard, family, brothers and sisters, and knowing one's own story.
extension Catalogue {
    static let rights: [Standard] = [
        .worked(
            "RI01", "Independent visitor considered at each review", .regulation, .unverified,
            Citation("CA 1989 s23ZB; CPR 2010", "reg 47"), .reviewHeld
        ) { occasion, walk, list in
            walk.atReview(occasion, .independentVisitor, &list) { DoneAtReview($0, .visitorConsidered) }
        },
        .worked(
            "RI02", "Told of the right to an advocate at each review", .regulation, .unverified,
            Citation("CA 1989 s26A; CPR 2010", "reg 31"), .reviewHeld
        ) { occasion, walk, list in
            walk.atReview(occasion, .advocacy, &list) { DoneAtReview($0, .advocacyTold) }
        },
        .worked(
            "RI03", "Family time, brothers and sisters among it, looked at in each review", .regulation, .unverified,
            Citation("CA 1989 s34, Sch 2 para 15; CPR 2010", "reg 8ZA"), .reviewHeld
        ) { occasion, walk, list in
            walk.atReview(occasion, .familyTime, &list) { $0.says(.familyTimeConsidered) ? .yes : nil }
        },
        .unstarted(
            "RI04", "The seven corporate parenting principles", .regulation, .secondary,
            Citation("CSWA 2017", "s1"), because: "it is the authority’s duty, not owed child by child"),
        .worked(
            "RI05", "Wishes, feelings, religion, race, culture and language considered in every decision", .regulation,
            .unverified, Citation("CA 1989", "s22(4)–(5)"), .carePlanned
        ) { occasion, walk, list in
            walk.ofPlan(occasion, &list) { $0.says(.wishes) && $0.says(.identity) ? .yes : .no }
        }
        .notAsking(
            "any decision but the care plan, since no other record says what it considered; a review’s under RV11"),
        .unseen(
            "RI06", "Life-story work begun by the second review", .statutoryGuidance, .unverified,
            Citation("CA 1989 Guidance vol 2; NICE NG205"), .secondReview, .sameDay, .lifeStory,
            shownBy: Shown(kind: .lifeStory, orKind: .lifeStoryChapter) { story, occasion, walk in
                (story.isChoice(.lifeStoryState, "started") || story.isChoice(.lifeStoryState, "current")
                    || story.kind == .lifeStoryChapter)
                    && walk.isOfStretch(story.day, occasion)
            }),
        .unstarted(
            "RI07", "Life-story book complete within 10 working days of the adoption ceremony", .statutoryGuidance,
            .secondary, Citation("Adoption Guidance 2013", "ch 5"), for: .placedForAdoption, because: noCeremony),
        .unstarted(
            "RI08", "Later-life letter within 10 working days of the adoption ceremony", .statutoryGuidance,
            .secondary, Citation("Adoption Guidance 2013", "ch 5"), for: .placedForAdoption, because: noCeremony),
        .unstarted(
            "RI09", "Complaints answered in time at each stage", .regulation, .unverified,
            Citation("Representations Procedure Regs 2006"), because: "it holds no complaints"),
        .unseen(
            "RI10", "Brothers and sisters placed together so far as reasonably practicable", .regulation, .unverified,
            Citation("CA 1989", "s22C(8)(c)"), .placementBegan, .unsaid, .siblings
        )
        .notAsking(
            "where a brother or sister lives, which is in another child’s record and told only to whoever may open both: what says why they live apart, and how they see each other, is asked of both records as something to join up (siblings_apart)"
        ),
    ]

    private static let noCeremony = "it holds the order’s day, not the ceremony’s"
}
