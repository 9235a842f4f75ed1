import Casework
import Days

/// Reviews of a looked-after child's case: CPR 2010 Part 6, and Part 9 for short breaks.
extension Catalogue {
    static let reviews: [Standard] = [
        review("RV01", "First review within 20 working days", .cpr2010("33(1)"), .review(.first)),
        review("RV02", "Second review within three months of the first", .cpr2010("33(2)"), .review(.second)),
        review("RV03", "Later reviews within six months of the last", .cpr2010("33(2)"), .review(.later)),
        .unseen(
            "RV04", "Early review before section 20 ends and the child goes to no parent", .regulation, .verified,
            .cpr2010("33(3)(a)–(e)"), .careEnded, .sameDay, .reviewRecord, for: .ceased, alsoReads: [.identity]
        ) { occasion, walk in
            let period = walk.stretches[occasion.stretch].period
            return walk.child.periods[period].ending.outcome == .independent
                && walk.child.legalSpells.last { $0.period == period }?.status == .section20
                && walk.ages(on: occasion.day).map { $0.lowerBound < 18 } ?? true
        },
        .unseen(
            "RV05", "Long-term fostering past a year: reviewed every six months, met about at least yearly",
            .regulation, .unverified, .cpr2010("33; SI 2015/495 reg 5"), .yearInPlacement, .unsaid, .reviewRecord,
            inForce: .fromLongTermFostering
        ) { occasion, walk in walk.child.placements[occasion.index].type.isLongTermFostering },
        .worked(
            "RV06", "A review held in several meetings completed within 20 working days", .statutoryGuidance,
            .unverified, Citation("IRO Handbook 2010", "and vol 2"), .reviewInMeetings
        ) { occasion, walk, list in walk.seriesOfMeetings(occasion, &list) },
        .worked(
            "RV07", "Child’s views obtained, and the IRO speaks with the child alone, before the review", .regulation,
            .unverified, .cpr2010("36(1)(b)"), .reviewHeld
        ) { occasion, walk, list in walk.atReview(occasion, .iroRecords, &list, says: walk.spokeAlone) },
        Standard(
            "RV08", "Short breaks: review within three months, then every six", .regulation, .unverified,
            .cpr2010("48(3)"), populations: .shortBreaks, reads: [.episodes, .reviews, .recorded],
            clock: .shortBreakReview),
        .worked(
            "RV09", "Decisions of a review carried out, and the IRO told where they are not", .regulation, .unverified,
            .cpr2010("37"), .decisionMade
        ) { occasion, walk, list in walk.carriedOut(occasion, &list) }
        .notAsking("whether the IRO was told between two reviews of what was not done, which no record says"),
        .unseen(
            "RV10", "Written record of the review on the case record", .regulation, .unverified, .cpr2010("38"),
            .reviewHeld, .unsaid, .reviewRecord,
            shownBy: Shown(kind: .review) { record, occasion, _ in record.day == occasion.day }),
        .worked(
            "RV11", "Everything in Schedule 7 considered at the review", .regulation, .unverified,
            .cpr2010("35; Sch 7"), .reviewHeld, alsoReads: [.identity]
        ) { occasion, walk, list in walk.atReview(occasion, .reviewRecord, &list, says: walk.consideredAll) },
    ]

    private static func review(_ id: String, _ title: String, _ source: Citation, _ clock: Clock) -> Standard {
        Standard(
            id, title, .regulation, .verified, source, populations: .lookedAfter,
            reads: [.episodes, .reviews, .recorded], clock: clock)
    }
}
