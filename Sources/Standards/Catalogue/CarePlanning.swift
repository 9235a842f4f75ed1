import Casework
import Days

/// Care plans, placement plans and notices: CPR 2010 Parts 2 to 5.
extension Catalogue {
    static let carePlanning: [Standard] = plans + moves + endings

    private static let plans: [Standard] = [
        .unseen(
            "CP01", "Needs assessed and care plan prepared before the first placement", .regulation, .verified,
            .cpr2010("4(1),(2)"), .careBegan, .sameDay, .carePlan,
            shownBy: Shown(kind: .carePlan, unless: .practicability), where: isNotInCare),
        .unseen(
            "CP02", "Care plan within 10 working days of the first placement", .regulation, .verified, .cpr2010("4(2)"),
            .careBegan, .workingDays(10), .carePlan, shownBy: Shown(kind: .carePlan), where: isNotInCare),
        .worked(
            "CP03", "Care plan holds all that it must", .regulation, .verified, .cpr2010("5; Sch 1"), .carePlanned,
            alsoReads: [.workers]
        ) { occasion, walk, list in walk.ofPlan(occasion, &list, says: walk.holdsAll) },
        .worked(
            "CP04", "Care plan agreed with parents, or with the young person", .regulation, .verified,
            .cpr2010("4(4),(5)"), .carePlanned, alsoReads: [.identity]
        ) { occasion, walk, list in
            // In care the plan is the court’s and the authority’s.
            guard !(walk.child.legalStatus(on: occasion.day)?.isInCare ?? false) else { return }
            walk.ofPlan(occasion, &list, says: walk.isAgreed)
        },
        .worked(
            "CP05", "No significant change to the plan before a review considers it", .regulation, .unverified,
            .cpr2010("6; 32(2)"), .carePlanned, alsoReads: [.reviews]
        ) { occasion, walk, list in walk.changeConsidered(occasion, &list) }
        .notAsking(
            "any change but of the long-term plan, since no record says which others were significant; moves under CP19"
        ),
        .worked(
            "CP06", "Copies of the plan given to child, parents, IRO and carer", .regulation, .unverified,
            .cpr2010("6(3)"), .carePlanned, alsoReads: [.identity]
        ) { occasion, walk, list in walk.planGivenOut(occasion, &list) }
        .notAsking(
            "the IRO, who reads it here, and the carer, whom no record names as such; nor how soon, since the law gives no days"
        ),
        .unseen(
            "CP07", "Placement plan before the placement, the child’s wishes heard", .regulation, .verified,
            .cpr2010("9(1),(3); Sch 2"), .placementBegan, .sameDay, .placementPlan,
            shownBy: Shown(kind: .placementPlan, unless: .practicability, test: isOfPlacement)),
        .unseen(
            "CP08", "Placement plan within 5 working days of the placement", .regulation, .verified, .cpr2010("9(2)"),
            .placementBegan, .workingDays(5), .placementPlan,
            shownBy: Shown(kind: .placementPlan, test: isOfPlacement)),
        .worked(
            "CP09", "Delegated authority recorded in the placement plan of a child with foster or other carers",
            .regulation, .unverified, .cpr2010("9; Sch 2 para 3, inserted 2013; Fostering NMS"), .placementPlanned
        ) { occasion, walk, list in
            guard walk.isWithCarers(walk.child.record.records[occasion.index]) else { return }
            walk.ofPlan(occasion, &list, says: walk.saysWhoDecides)
        },
        .worked(
            "CP10", "Family time set out in the placement plan", .regulation, .verified, .cpr2010("9; Sch 2 para 1(2)"),
            .placementPlanned
        ) { occasion, walk, list in
            walk.ofPlan(occasion, &list) { $0.says(.familyAndSocial) ? .yes : .no }
        },
        .unstarted(
            "CP11", "Contact refused as a matter of urgency for no more than 7 days", .regulation, .unverified,
            Citation("CA 1989", "s34(6)"), because: "it holds no decisions about family time"),
    ]

    private static let moves: [Standard] = [
        .unseen(
            "CP12", "Move in key stage 4 approved by the nominated officer before it takes effect", .regulation,
            .verified, .cpr2010("10(1)–(3)"), .placementBegan, .sameDay, [.approvals, .schooling],
            alsoReads: [.identity],
            shownBy: Shown(
                kind: .placementRequest, on: .approvedOn, unless: [.approvals, .schooling],
                test: isApproved(by: ["nominated_officer", "director"]))
        ) { occasion, walk in
            // Where two birth dates disagree, the stricter of the two rules is asked and the other is not.
            walk.isMove(occasion) && !walk.births.isEmpty && walk.isInKeyStage4(on: occasion.day) ?? true
        },
        .unseen(
            "CP13", "Education arranged before any other move that disrupts it", .regulation, .verified,
            .cpr2010("10(4)"), .placementBegan, .sameDay, .schooling, alsoReads: [.identity],
            shownBy: Shown(kind: .placementRequest, unless: .schooling) { request, occasion, walk in
                isOfPlacement(request, occasion, walk) && request.says(.education)
            }
        ) { occasion, walk in
            walk.isMove(occasion) && walk.isInKeyStage4(on: occasion.day) == false
                && walk.isOfSchoolAgeBelowKeyStage4(on: occasion.day) ?? true
        },
        .unseen(
            "CP14", "Placement outside the area approved by the nominated officer, or at a distance by the director",
            .regulation, .verified, .cpr2010("11(1)(a),(2)(d)(i)"), .placementBegan, .sameDay,
            [.adjoiningAuthorities, .approvals],
            // Where which authorities adjoin is not known, the director's approval alone is enough anywhere.
            shownBy: Shown(
                kind: .placementRequest, on: .approvedOn, unless: [.adjoiningAuthorities, .approvals],
                test: isApproved(by: ["director"]))
        ) { occasion, walk in
            let placement = walk.child.placements[occasion.index]
            return isDecidedForArea(placement.type) && walk.isOutsideArea(placement)
        },
        .unstarted(
            "CP15", "Placement at a distance approved by the director of children’s services", .regulation, .verified,
            .cpr2010("11(1)(b),(2)(d)(ii),(5)"),
            because: "at a distance turns on which authorities adjoin; asked under CP14"),
        .unseen(
            "CP16", "Placement outside England and Wales approved by the court", .regulation, .unverified,
            .cpr2010("12"), .placementBegan, .sameDay, .approvals
        ) { occasion, walk in
            guard let area = walk.area(of: walk.child.placements[occasion.index]) else { return false }
            return !area.hasPrefix("E") && !area.hasPrefix("W")
                && walk.child.legalStatus(on: occasion.day)?.isInCare ?? false
        },
        .worked(
            "CP17", "Placement notified within 5 working days", .regulation, .verified, .cpr2010("13(1)–(3)"),
            .placementBegan, alsoReads: [.recorded]
        ) { occasion, walk, list in
            walk.byDay(
                walk.told(ofPlacement: occasion, .everybodyTold, .healthTold),
                UnseenDuty(due: .workingDays(5), missing: .notifications), occasion, &list)
        },
        .unseen(
            "CP18", "Area authority notified of a placement in its area within 5 working days", .regulation, .verified,
            .cpr2010("13(4)"), .placementBegan, .workingDays(5), .notifications
        ) { occasion, walk in walk.isOutsideArea(walk.child.placements[occasion.index]) },
    ]

    private static let endings: [Standard] = [
        .unseen(
            "CP19", "Placement ended by the authority only after a review", .regulation, .verified,
            .cpr2010("14(1)–(3),(5)"), .placementEnded, .sameDay, .reviewRecord
        ) { occasion, walk in walk.child.placements[occasion.index].endReason.isByAuthority },
        .unseen(
            "CP20", "Ending notified within 10 working days to whoever was not told before", .regulation, .verified,
            .cpr2010("14(4)"), .placementEnded, .workingDays(10), .notifications),
        .unseen(
            "CP21", "Placement with parents assessed, reviewed and approved before it begins", .regulation, .verified,
            .cpr2010("15–20"), .placementBegan, .sameDay, .approvals, for: .atHomeOnAnOrder
        ) { occasion, walk in
            walk.child.placements[occasion.index].type.isWithParents
                && walk.child.legalStatus(on: occasion.day)?.isInCare ?? false
        },
        .unseen(
            "CP22", "Temporary approval of a connected person ends at 16 weeks", .regulation, .secondary,
            .cpr2010("24(1)"), .placementBegan, .unsaid, .temporaryApproval
        ) { occasion, walk in walk.child.placements[occasion.index].type.mayBeTemporarilyApproved },
        .unstarted(
            "CP23", "Temporary approval extended once, by up to 8 weeks", .regulation, .verified,
            .cpr2010("25(1)–(5)"), because: noApproval),
        .unstarted(
            "CP24", "Placement ended where temporary approval ran out", .regulation, .verified, .cpr2010("25(6)"),
            because: noApproval),
        .unseen(
            "CP25", "Fostering for adoption: the adopters approved as foster carers for the child", .regulation,
            .verified, .cpr2010("25A"), .placementBegan, .unsaid, .temporaryApproval
        ) { occasion, walk in walk.child.placements[occasion.index].type.isFosteringForAdoption },
        .unstarted(
            "CP26", "Emergency placement outside a foster carer’s terms for no more than 6 working days", .regulation,
            .unverified, .cpr2010("23"), because: noApproval),
        .unseen(
            "CP27", "Long-term foster placement: wishes heard, IRO consulted, support assessed, carer agreed",
            .regulation, .unverified, .cpr2010("2; 22B"), .placementBegan, .sameDay, .approvals,
            inForce: .fromLongTermFostering
        ) { occasion, walk in walk.child.placements[occasion.index].type.isLongTermFostering },
        unregulated,
        .worked(
            "CP29", "Short breaks of up to 17 days, and 75 in twelve months: past either, decide the status",
            .regulation, .verified,
            .cpr2010("48(1)–(3)"), .shortBreaksBegan, for: .shortBreaks
        ) { occasion, walk, list in ShortBreakLimits(walk, occasion).add(occasion, &list) },
        .unseen(
            "CP30", "Ceasing to look after a child: assessed and approved before it is decided", .regulation, .verified,
            .cpr2010("39"), .careEnded, .sameDay, .approvals, for: .ceased, alsoReads: [.identity]
        ) { occasion, walk in
            // A death, an adoption order and an 18th birthday end care without anybody's decision to cease.
            let care = walk.child.periods[walk.stretches[occasion.stretch].period]
            guard care.ending.outcome != .died, care.ending.outcome != .adopted, care.start.isKnown,
                let full = walk.context.day(20, workingDaysAfter: care.start.day), occasion.day >= full
            else { return false }
            return walk.ages(on: occasion.day).map { $0.lowerBound < 18 } ?? true
        },
        .unstarted(
            "CP31", "Case record kept to the 75th birthday", .regulation, .unverified, .cpr2010("49–50"),
            because: "it is a rule about keeping records"),
        .worked(
            "CP32", "Permanence plan in the care plan", .regulation, .verified, .cpr2010("5(a)"), .carePlanned
        ) { occasion, walk, list in
            walk.ofPlan(occasion, &list) { $0.decidesPermanence ? .yes : .no }
        },
        .unseen(
            "CP33", "Permanence plan decided by the second review", .statutoryGuidance, .unverified,
            Citation("CA 1989 Guidance", "vol 2; IRO Handbook"), .secondReview, .sameDay, .permanencePlan,
            shownBy: Shown(kind: .carePlan, test: decidesPermanence)),
    ]

    private static let noApproval = "it does not say on what terms a carer was approved"

    /// No child under 16 in accommodation that nobody regulates: a state of things, so that what was so when the rule came
    /// into force is caught from that day.
    private static let unregulated: Standard = .worked(
        "CP28", "No child under 16 in unregulated accommodation", .regulation, .unverified, .cpr2010("27A"),
        .placementBegan, inForce: DayInterval(from: prohibited), alsoReads: [.identity]
    ) { occasion, walk, list in
        let placement = walk.child.placements[occasion.index]
        guard placement.type.isOtherArrangement, let since = occasion.running(on: prohibited, upTo: walk.child.day)
        else {
            return
        }
        let because = since == occasion.day ? occasion.because : .cameIntoForce
        let ages = walk.ages(on: since)
        guard ages.map({ $0.lowerBound < 16 }) ?? true else { return }
        // Whether such a place is regulated is not in the code.
        let missing: Facts = ages.map { $0.upperBound < 16 } ?? false ? .registration : [.registration, .birthDate]
        list.addUnknown(
            from: StartDay(since, isKnown: since == occasion.day ? occasion.trigger.isKnown : true), due: since,
            missing,
            because: because)
    }

    /// The day from which a child under 16 may not be placed in unregulated accommodation. Source: SI 2021/161.
    private static let prohibited = Day(uncheckedYear: 2021, month: 9, day: 9)

    /// A placement plan says which placement it is of by the day that began.
    private static let isOfPlacement: @Sendable (HeldRecord, Occasion, Walk) -> Bool = { plan, occasion, _ in
        plan.day(.placementFrom) == occasion.day
    }

    /// A request for the home that the placement began in, and who approved it.
    private static func isApproved(by approvers: [String]) -> @Sendable (HeldRecord, Occasion, Walk) -> Bool {
        { request, occasion, walk in
            isOfPlacement(request, occasion, walk) && approvers.contains { request.isChoice(.approval, $0) }
        }
    }

    private static let decidesPermanence: @Sendable (HeldRecord, Occasion, Walk) -> Bool = { plan, occasion, walk in
        plan.decidesPermanence && walk.isOfStretch(plan.day, occasion)
    }

    /// Accommodated and not in care. Where care began is not known, neither is the status that it began under.
    private static let isNotInCare: @Sendable (Occasion, Walk) -> Bool = { occasion, walk in
        occasion.trigger.isKnown && !(walk.child.legalStatus(on: occasion.day)?.isInCare ?? false)
    }

    /// Reg 11(3)–(4) lets out connected persons and prospective adopters; at home nobody is placed out of area.
    private static func isDecidedForArea(_ type: PlacementType) -> Bool {
        !type.isAdoptive && !type.isWithParents && !type.isFosteringForAdoption && type != "U1" && type != "U3"
    }
}

extension Occasion {
    /// The first day that something which began here was running on or after `day`; nil where it had stopped by then, or
    /// that lies ahead.
    func running(on day: Day, upTo last: Day) -> Day? {
        let since = max(trigger.day, day)
        if let stop, stop.day <= since, since > trigger.day { return nil }
        return since <= last ? since : nil
    }
}

extension PlacementChangeReason {
    /// Endings that the authority brings about, not the carer, the child or a court.
    var isByAuthority: Bool {
        self == "CARPL" || self == "STAND" || self == "ALLEG" || self == "APPRR" || self == "LAREQ"
    }
}
