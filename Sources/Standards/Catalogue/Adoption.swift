import Casework
import Days

/// Adoption: AAR 2005, the 2013 guidance and the scorecards' thresholds. The visits (AD06) are one of ``VisitRule/order``.
extension Catalogue {
    private static let guidance = Citation("Adoption Guidance 2013")

    static let adoption: [Standard] = [
        .unseen(
            "AD01", "Permanence considered by the second review, within four months", .statutoryGuidance, .unverified,
            guidance, .careBegan, .months(4), .permanencePlan),
        decision(
            "AD02", "Decided within two months of the review that named adoption as the plan", .statutoryGuidance,
            guidance, .reviewRecord),
        decision(
            "AD03", "Decided within 7 working days of the panel’s recommendation", .regulation,
            Citation("AAR 2005", "regs 19, 27, 33"), .panelRecommendation),
        .worked(
            "AD04", "Matched within six months of authority to place", .statutoryGuidance, .unverified, guidance,
            .legalStatusBegan, for: [.lookedAfter, .placedForAdoption], alsoReads: [.adoption]
        ) { occasion, walk, list in
            guard walk.isFirstAuthority(occasion) else { return }
            let due = occasion.day.adding(months: 6)
            let matched = walk.child.record.adoptionMatches.last?.match.matched
            list.add(
                trigger: occasion.trigger, due: due, done: matched,
                walk.standing(matched, by: due, from: occasion), because: occasion.because)
        },
        .worked(
            "AD05", "Adoption reviews: four weeks from placement, or three months from authority", .regulation,
            .unverified, Citation("AAR 2005", "reg 36"), .placementBegan, .legalStatusBegan,
            for: [.lookedAfter, .placedForAdoption]
        ) { occasion, walk, list in
            let due: Day
            if case .legalStatus(let status) = occasion.because {
                guard status.authorisesAdoption else { return }
                due = occasion.day.adding(months: 3)
            } else {
                guard walk.child.placements[occasion.index].type.isAdoptive else { return }
                due = occasion.day + 28
            }
            if let stop = occasion.stop, stop.day <= due {
                list.add(trigger: occasion.trigger, due: due, .notApplicable(stop.why), because: occasion.because)
            } else {
                list.addUnknown(from: occasion.trigger, due: due, .kindOfReview, because: occasion.because)
            }
        },
        rule("AD06"),
        .worked(
            "AD07", "From coming into care to moving in with adopters: 426 days", .goodPractice, .secondary,
            Citation("Adoption scorecards 2014", "A1, A10"), .careEnded, for: .placedForAdoption, alsoReads: [.adoption]
        ) { occasion, walk, list in
            let period = walk.stretches[occasion.stretch].period
            let care = walk.child.periods[period]
            guard care.ending.outcome == .adopted else { return }
            let adoptive = walk.child.placements.first { $0.period == period && $0.type.isAdoptive }?.start.day
            let moved = walk.child.record.adoptionMatches.last?.match.placed ?? adoptive
            walk.addThreshold(care.start, 426, moved, .startOfCare, .lookedAfter, &list)
        },
        .worked(
            "AD08", "From authority to place to the match: 121 days", .goodPractice, .secondary,
            Citation("Adoption scorecards 2014", "A2"), .legalStatusBegan, for: .placedForAdoption,
            alsoReads: [.adoption]
        ) { occasion, walk, list in
            let spell = walk.child.legalSpells[occasion.index]
            guard walk.isFirstAuthority(occasion), walk.child.periods[spell.period].ending.outcome == .adopted else {
                return
            }
            let matched = walk.child.record.adoptionMatches.last?.match.matched
            walk.addThreshold(spell.start, 121, matched, .startOfStatus, occasion.because, &list)
        },
        .unseen(
            "AD09", "A placement order looked at again in each adoption review while the child is not placed",
            .regulation, .unverified, Citation("AAR 2005", "reg 36"), .legalStatusBegan, .unsaid, .kindOfReview
        ) { occasion, walk in
            walk.child.legalSpells[occasion.index].status.authorisesAdoption
                && !(walk.child.placement(on: occasion.day)?.type.isAdoptive ?? false)
        },
    ]

    /// What a decision was owed by; the return holds the decision and not what started its clock.
    private static func decision(
        _ id: String, _ title: String, _ weight: Weight, _ source: Citation, _ missing: Facts
    ) -> Standard {
        .worked(id, title, weight, .unverified, source, .adoptionDecided, for: .lookedAfter) { occasion, _, list in
            list.add(
                trigger: StartDay(occasion.day, isKnown: false), due: nil, done: occasion.day, .unknown(missing),
                because: occasion.because)
        }
    }
}

extension Walk {
    /// Whether a legal status is the first of its period of care to give authority to place for adoption.
    fileprivate func isFirstAuthority(_ occasion: Occasion) -> Bool {
        let spell = child.legalSpells[occasion.index]
        guard spell.status.authorisesAdoption else { return false }
        return child.legalSpells.firstIndex { $0.period == spell.period && $0.status.authorisesAdoption }
            == occasion.index
    }

    /// How a match that is owed by a day stands. Only an adopted child's match is in a return, so that none shown is no
    /// evidence that there is none.
    fileprivate func standing(_ matched: Day?, by due: Day, from occasion: Occasion) -> Standing {
        if let matched {
            if matched > due { return .metLate(days: matched - due) }
            return occasion.trigger.isKnown ? .met : .unknown(.startOfStatus)
        }
        if let stop = occasion.stop, stop.day <= due { return .notApplicable(stop.why) }
        return .unknown(.adoptionDates)
    }

    /// Adds how long an adopted child waited against a threshold; none at all where what was waited for came first.
    fileprivate func addThreshold(
        _ start: StartDay, _ days: Int, _ done: Day?, _ unknownStart: Facts, _ because: Trigger, _ list: inout DutyList
    ) {
        let due = start.day + days
        let standing: Standing =
            if let done {
                done > due ? .metLate(days: done - due) : start.isKnown ? .met : .unknown(unknownStart)
            } else {
                .unknown(.adoptionDates)
            }
        list.add(trigger: start, due: due, done: done, standing, because: because)
    }
}
