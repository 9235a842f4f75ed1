import Casework
import Days

/// Care plans, placement plans and notices: CPR 2010 Parts 2 to 5.
extension Catalogue {
    static let carePlanning: [Standard] = [
        .unseen(
            "CP02", "Care plan within 10 working days of the first placement", .regulation, .verified, .cpr2010("4(2)"),
            .care(notInCareOnly: true), .workingDays(10), .carePlan),
        .unseen(
            "CP08", "Placement plan within 5 working days of the placement", .regulation, .verified, .cpr2010("9(2)"),
            .placement(), .workingDays(5), .placementPlan),
        .unseen(
            "CP17", "Placement notified within 5 working days", .regulation, .verified, .cpr2010("13"), .placement(),
            .workingDays(5), .notifications),
        .unseen(
            "CP20", "Ending notified within 10 working days to whoever was not told before", .regulation, .verified,
            .cpr2010("14(4)"), .placementEnd, .workingDays(10), .notifications),
        .unseen(
            "CP21", "Placement with parents assessed, reviewed and approved before it begins", .regulation, .verified,
            .cpr2010("15–18"),
            .placement { placement, child in
                placement.type.isWithParents && (child.legalStatus(on: placement.start.day)?.isInCare ?? false)
            }, .sameDay, .approvals, for: .atHomeOnAnOrder),
        .unseen(
            "CP22", "Temporary approval of a connected person ends at 16 weeks", .regulation, .secondary,
            .cpr2010("24(1)"), .placement { placement, _ in placement.type == "U3" || placement.type == "U6" }, .unsaid,
            .temporaryApproval),
        Standard(
            "CP28", "No child under 16 in unregulated accommodation", weight: .regulation, certainty: .unverified,
            source: .cpr2010("27A"), inForce: DayInterval(from: Day(uncheckedYear: 2021, month: 9, day: 9)),
            populations: .lookedAfter, reads: [.episodes, .identity]
        ) { child, _, list in
            for placement in child.placements where placement.type.isOtherArrangement {
                guard let ages = child.ages(on: placement.start.day) else {
                    list.addUnknown(
                        from: placement.start, due: placement.start.day, .birthDate, because: .placement(placement.type)
                    )
                    continue
                }
                guard ages.lowerBound < 16 else { continue }
                // Whether such a place is regulated is not in the code; the signal asks.
                list.addUnknown(
                    from: placement.start, due: placement.start.day,
                    ages.upperBound < 16 ? .registration : [.registration, .birthDate],
                    because: .placement(placement.type))
            }
        },
        Standard(
            "CP29", "Short breaks: none over 17 days, no more than 75 days in twelve months", weight: .regulation,
            certainty: .verified, source: .cpr2010("48"), populations: .shortBreaks, reads: [.episodes]
        ) { child, _, list in
            for (index, period) in child.periods.enumerated() where child.isShortBreaks(index) {
                // Past the limits the full regulations apply; which do, a person decides.
                list.addUnknown(from: period.start, due: nil, .approvals, because: .shortBreaksAgreed)
            }
        },
        .unseen(
            "CP30", "Ceasing to look after a child: assessed and approved before it is decided", .regulation, .verified,
            .cpr2010("39"), .ceased, .sameDay, .approvals, for: .ceased),
        Standard(
            "CP33", "Permanence plan decided by the second review", weight: .statutoryGuidance, certainty: .unverified,
            source: Citation("CA 1989 Guidance", "vol 2"), populations: .lookedAfter, reads: [.episodes, .reviews]
        ) { child, context, list in
            for (index, period) in child.periods.enumerated() where !child.isShortBreaks(index) {
                let isFirstShown = period.start.isKnown
                ReviewCycles(child, context, period, ReviewCycles.ordinary).run { place, trigger, _, done, standing in
                    guard let done else { return }
                    // Where the review before may have been the first or not, the next is the second at the earliest.
                    let mayBeSecond = standing == .unknown(.lastReview) && trigger.isKnown
                    guard place == .second || mayBeSecond else { return }
                    list.addUnknown(
                        from: StartDay(done, isKnown: isFirstShown && !mayBeSecond), due: done, .permanencePlan,
                        because: .reviewHeld)
                }
            }
        },
        .unseen(
            "RI10", "Brothers and sisters placed together so far as reasonably practicable", .regulation, .unverified,
            Citation("CA 1989", "s22C(8)(c)"), .placement(), .unsaid, .siblings),
    ]
}
