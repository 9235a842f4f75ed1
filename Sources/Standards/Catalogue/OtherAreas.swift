import Casework
import Days

/// Education, the law a child is looked after under, the IRO, adoption, missing children and leaving care, as far as a
/// return starts their clocks.
extension Catalogue {
    static let education: [Standard] = [
        .unseen(
            "ED01", "Personal education plan begun within 10 working days", .statutoryGuidance, .secondary,
            Citation("PEL 2018"), .care(), .workingDays(10), .personalEducationPlan, fromAge: 4),
        .unseen(
            "ED03", "Personal education plan reviewed each school term", .statutoryGuidance, .secondary,
            Citation("PEL 2018"), .lookedAfterForYear, .unsaid, [.personalEducationPlan, .schoolTerms]),
    ]

    static let legal: [Standard] = [
        .unseen(
            "LG03", "Legal planning looked at within three months of section 20 beginning", .local, .secondary,
            Citation("Local aim; CA 1989 s20"), .status { $0 == .section20 }, .months(3), .legalPlanning),
        .unseen(
            "LG05", "Care proceedings within 26 weeks of issue", .regulation, .verified, Citation("CA 1989", "s32(1)"),
            .status { $0 == .interimCareOrder }, .unsaid, .dateOfIssue),
        Standard(
            "LG09", "Deprivation of liberty only under an order in force", weight: .regulation, certainty: .verified,
            source: Citation("Inherent jurisdiction; SSDA903 DoLo"),
            inForce: DayInterval(from: Day(uncheckedYear: 2026, month: 4, day: 1)), populations: .lookedAfter,
            reads: [.deprivation]
        ) { child, _, list in
            for order in child.record.deprivations {
                list.addUnknown(
                    from: StartDay(order.start, isKnown: true), due: nil, .deprivationOrder, because: .lookedAfter)
            }
        },
    ]

    static let independentReviewing: [Standard] = [
        .unseen(
            "IR01", "IRO manager told within 2 working days", .statutoryGuidance, .secondary,
            Citation("IRO Handbook 2010"),
            .care(), .workingDays(2), .iroAppointment),
        .unseen(
            "IR02", "IRO appointed within 5 working days", .statutoryGuidance, .secondary,
            Citation("IRO Handbook 2010"),
            .care(), .workingDays(5), .iroAppointment),
        .unseen(
            "IR06", "Decisions of the review sent within 5 working days", .statutoryGuidance, .unverified,
            Citation("IRO Handbook 2010"), .review, .workingDays(5), .reviewRecord, reads: [.reviews]),
        .unseen(
            "IR08", "Record of the review distributed within 20 working days", .statutoryGuidance, .unverified,
            Citation("IRO Handbook 2010"), .review, .workingDays(20), .reviewRecord, reads: [.reviews]),
    ]

    static let adoption: [Standard] = [
        Standard(
            "AD05", "Adoption reviews: four weeks from placement, or three months from authority",
            weight: .statutoryGuidance, certainty: .unverified, source: Citation("AAR 2005", "reg 36"),
            populations: .placedForAdoption, reads: [.episodes]
        ) { child, _, list in
            for placement in child.placements where placement.type.isAdoptive {
                list.addUnknown(
                    from: placement.start, due: placement.start.day + 28, .kindOfReview,
                    because: .placement(placement.type))
            }
            for spell in child.legalSpells where spell.status == .placementOrder || spell.status == .freeingOrder {
                list.addUnknown(
                    from: spell.start, due: spell.start.day.adding(months: 3), .kindOfReview,
                    because: .legalStatus(spell.status))
            }
        }
    ]

    static let missingChildren: [Standard] = [
        .unseen(
            "MI01", "Independent return home interview offered on return", .statutoryGuidance, .secondary,
            Citation("Missing children 2014", "paras 31–35"), .returned, .sameDay, .returnHomeInterview,
            reads: [.missing]),
        .unseen(
            "MI02", "Return home interview held within 72 hours of return", .statutoryGuidance, .secondary,
            Citation("Missing children 2014"), .returned, .days(3), [.returnHomeInterview, .timeOfReturn],
            reads: [.missing]),
    ]

    static let leavingCare: [Standard] = [
        Standard(
            "LC01", "Needs assessed within three months of 16, or of becoming eligible", weight: .regulation,
            certainty: .verified, source: .cpr2010("42(1)"), populations: .eligible, reads: [.episodes, .identity]
        ) { child, _, list in
            guard let eligible = child.becameEligible else { return }
            let because: Trigger = child.birthday(16) == eligible ? .birthday(16) : .becameEligible
            list.addUnknown(
                from: StartDay(eligible, isKnown: true), due: eligible.adding(months: 3), .needsAssessment,
                because: because)
        },
        Standard(
            "LC10", "Care leaver’s contact known around the birthday", weight: .statutoryGuidance, certainty: .verified,
            source: Citation("SSDA903 OC3"), populations: .formerRelevant, reads: [.episodes, .leavingCare, .identity]
        ) { child, context, list in
            for age in 17...21 {
                guard let birthday = child.birthday(age), birthday <= child.day,
                    let last = child.periods.last(where: { $0.start.day <= birthday }), let left = last.end,
                    left <= birthday, let sixteen = child.birthday(16), left > sixteen, child.died == nil
                else { continue }
                let year = CollectionYear(containing: birthday)
                let contact = child.record.leavingCareContacts.last { $0.contact.year == year }
                let covered = context.coverage.covers(.leavingCare, on: birthday)
                guard contact != nil || covered else { continue }
                list.add(
                    trigger: StartDay(birthday, isKnown: true), due: birthday.adding(months: 1),
                    contact == nil ? .unknown(.leavingCareContact) : .met, because: .birthday(age))
            }
        },
    ]
}
