import Casework
import Days

/// The independent reviewing officer's service: IRO Handbook 2010, CA 1989 ss25A–25C.
extension Catalogue {
    private static let handbook = Citation("IRO Handbook 2010")
    private static let noService = "it is about the service, not owed child by child"

    static let independentReviewing: [Standard] = [
        .unseen(
            "IR01", "IRO manager told within 2 working days", .statutoryGuidance, .secondary, handbook, .careBegan,
            .workingDays(2), .iroAppointment),
        .worked(
            "IR02", "IRO appointed within 5 working days", .statutoryGuidance, .secondary, handbook, .careBegan,
            alsoReads: [.workers]
        ) { occasion, walk, list in
            let due = walk.context.day(5, workingDaysAfter: occasion.day)
            if !walk.isAllocated(.iro, by: due, occasion, &list) {
                UnseenDuty(due: .workingDays(5), missing: .iroAppointment).add(occasion, walk, &list)
            }
        },
        .worked(
            "IR03", "IRO meets or speaks with the child before the first review", .statutoryGuidance, .secondary,
            handbook, .careBegan, alsoReads: [.reviews, .recorded]
        ) { occasion, walk, list in
            if let review = walk.firstReviewSpokenBefore(occasion) {
                list.add(trigger: occasion.trigger, due: review, done: review, .met, because: occasion.because)
            } else {
                UnseenDuty(due: .workingDays(20), missing: .iroRecords).add(occasion, walk, &list)
            }
        },
        .worked(
            "IR04", "IRO consulted before a move, or told at once", .statutoryGuidance, .unverified, handbook,
            .placementBegan, alsoReads: [.recorded]
        ) { occasion, walk, list in
            guard walk.isMove(occasion) else { return }
            walk.byDay(
                walk.told(ofPlacement: occasion, .moveToldIro), UnseenDuty(due: .sameDay, missing: .iroRecords),
                occasion, &list)
        },
        .worked(
            "IR05", "Social worker’s report and plan with the IRO 3 working days before the review",
            .statutoryGuidance, .unverified, handbook, .reviewHeld
        ) { occasion, walk, list in
            walk.byDay(
                walk.record(ofReview: occasion)?.day(.reportHad),
                UnseenDuty(due: .workingDaysBefore(3), missing: .iroRecords), occasion, &list)
        },
        .worked(
            "IR06", "Decisions of the review sent within 5 working days", .statutoryGuidance, .unverified, handbook,
            .reviewHeld
        ) { occasion, walk, list in
            walk.byDay(
                walk.record(ofReview: occasion)?.day(.decisionsSent),
                UnseenDuty(due: .workingDays(5), missing: .reviewRecord), occasion, &list)
        },
        .worked(
            "IR07",
            "Manager agrees or challenges the decisions within 5 working days of getting them, or silence agrees",
            .statutoryGuidance, .unverified, handbook, .reviewHeld
        ) { occasion, walk, list in walk.decisionsAnswered(occasion, &list) },
        .worked(
            "IR08", "Record of the review distributed within 20 working days", .statutoryGuidance, .unverified,
            handbook, .reviewHeld, alsoReads: [.identity]
        ) { occasion, walk, list in
            walk.givenOut(occasion, by: walk.context.day(20, workingDaysAfter: occasion.day), &list)
        },
        .unstarted(
            "IR09", "50 to 70 children a full-time IRO", .statutoryGuidance, .secondary, handbook, because: noService),
        .worked(
            "IR10", "IRO looks in about half-way to the next review", .statutoryGuidance, .unverified, handbook,
            .reviewHeld, alsoReads: [.recorded]
        ) { occasion, walk, list in walk.lookedHalfWay(occasion, &list) },
        .worked(
            "IR11", "Disputes settled within 20 working days", .statutoryGuidance, .unverified, handbook, .disputeBegun
        ) { occasion, walk, list in walk.disputeSettled(occasion, &list) },
        .worked(
            "IR12", "Referred to Cafcass where that is right", .regulation, .unverified,
            Citation("CA 1989 s25B(3); CPR 2010", "reg 45"), .disputeBegun
        ) { occasion, walk, list in walk.cafcassConsidered(occasion, &list) }
        .notAsking(
            "whether a referral was right, which is the IRO’s to say; one that says it was considered is enough"),
        .unstarted(
            "IR13", "The IRO service reports each year", .statutoryGuidance, .unverified, handbook, because: noService),
        .unstarted(
            "IR14", "The IRO is independent and registered", .regulation, .secondary, .cpr2010("46"),
            because: noService),
        .unstarted(
            "IR15", "One IRO for brothers and sisters, kept throughout", .statutoryGuidance, .secondary, handbook,
            because: "who is whose brother or sister is never inferred"),
        .worked(
            "IR16", "Each concern of the IRO is answered by its day", .local, .secondary, Citation("Local aim"),
            .concernRaised
        ) { occasion, walk, list in walk.concernAnswered(occasion, &list) },
    ]

    /// The most that a dispute may last, in working days. Source: IRO Handbook 2010 (from memory).
    public static let mostForDispute = 20
}
