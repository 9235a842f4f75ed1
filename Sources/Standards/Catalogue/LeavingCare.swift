import Casework
import Days

/// Leaving care: CA 1989 Sch 2 paras 19A–19C and ss23A–24D, CPR 2010 Part 7, the Care Leavers Regulations 2010.
extension Catalogue {
    static let leavingCare: [Standard] = [
        .unseen(
            "LC01", "Needs assessed within three months of 16, or of becoming eligible", .regulation, .verified,
            .cpr2010("42(1)"), .becameEligible, .months(3), .needsAssessment, for: .eligible,
            shownBy: Shown(kind: .assessment) { assessment, _, _ in
                assessment.isChoice(.assessmentType, "leaving_care")
            }),
        .unseen(
            "LC02", "Pathway plan within three months of 16, or of becoming eligible", .regulation, .unverified,
            .cpr2010("43"), .becameEligible, .months(3), .pathwayPlan, for: .eligible,
            shownBy: Shown(kind: .pathwayPlan) { _, _, _ in true }),
        .worked(
            "LC03", "Pathway plan reviewed within six months, and before a move to independence", .regulation,
            .unverified, clr("7"), .pathwayPlanned, for: [.eligible, .relevant, .formerRelevant]
        ) { occasion, walk, list in walk.nextPathwayPlan(occasion, &list) },
        .worked(
            "LC04", "Personal adviser appointed", .regulation, .verified, Citation("CA 1989", "Sch 2 para 19C"),
            .becameEligible, for: .eligible, alsoReads: [.workers]
        ) { occasion, walk, list in
            if !walk.isAllocated(.personalAdviser, by: occasion.day, occasion, &list) {
                UnseenDuty(due: .sameDay, missing: .personalAdviser).add(occasion, walk, &list)
            }
        },
        .worked(
            "LC05", "Personal adviser visits within 7 days of moving in, then every two months", .regulation,
            .verified, clr("8(2)"), .careEnded, for: [.relevant, .formerRelevant],
            alsoReads: [.identity, .recorded, .leavingCare]
        ) { occasion, walk, list in
            guard walk.leftCareEligible(occasion), walk.outcome(occasion) == .independent else { return }
            KeepingInTouch.byVisits.add(occasion, walk, &list)
        },
        .worked(
            "LC06", "Kept in touch with at least every eight weeks", .statutoryGuidance, .unverified,
            Citation("CA 1989 Guidance", "vol 3"), .careEnded, for: .formerRelevant,
            alsoReads: [.identity, .recorded, .leavingCare]
        ) { occasion, walk, list in
            // Another authority that took over keeps in touch itself.
            guard walk.leftCareEligible(occasion), walk.outcome(occasion) != .independent,
                walk.outcome(occasion) != .anotherAuthority,
                walk.ages(on: occasion.day)?.upperBound ?? 0 >= 18
            else { return }
            KeepingInTouch.anyhow.add(occasion, walk, &list)
        },
        .worked(
            "LC07", "Accommodation suitable", .regulation, .verified, clr("9(2)–(3)"), .leftCare,
            for: [.relevant, .formerRelevant]
        ) { occasion, walk, list in
            // A letter for where, and 1 where it was suitable or 2 where it was not.
            guard let place = walk.contact(occasion)?.accommodation, place.count == 2, let due = walk.agreed(occasion)
            else {
                return
            }
            let isSuitable = place[1] == UInt8(ascii: "1")
            list.add(
                trigger: occasion.trigger, due: due, isSuitable ? .met : .unknown(.accommodation),
                because: occasion.because)
        },
        .unseen(
            "LC08", "Staying put with former foster carers supported to 21", .regulation, .secondary,
            Citation("CA 1989", "s23CZA"), .careEnded, .unsaid, .pathwayPlan, for: .formerRelevant
        ) { occasion, walk in walk.outcome(occasion) == .stayedWithCarers },
        .worked(
            "LC09", "Needs assessment holds all that it must", .regulation, .verified, .cpr2010("42(2)"),
            .needsAssessed, for: .eligible, alsoReads: [.unaccompanied]
        ) { occasion, walk, list in walk.ofPlan(occasion, &list, says: walk.speaksOfAllNeeds) }
        .notAsking("what stands in words alone, of which nobody can say"),
        .worked(
            "LC10", "Care leaver’s contact known around the birthday", .statutoryGuidance, .verified,
            Citation("SSDA903 OC3"), .leftCare, for: [.relevant, .formerRelevant, .qualifying]
        ) { occasion, walk, list in
            let contact = walk.contact(occasion)
            guard contact != nil || walk.context.coverage.covers(.leavingCare, on: occasion.day) else { return }
            guard let birthday = walk.agreed(occasion) else {
                return list.addUnknown(from: occasion.trigger, due: nil, .birthDate, because: occasion.because)
            }
            list.add(
                trigger: occasion.trigger, due: birthday.adding(months: 1),
                contact == nil ? .unknown(.leavingCareContact) : .met, because: occasion.because)
        },
        .unstarted(
            "LC11", "Contact recorded each year from 22 to 25 with whoever asks for support", .statutoryGuidance,
            .verified, Citation("SSDA903 OC3"), for: .formerRelevant, because: "it does not show who asked"),
        .unstarted(
            "LC12", "Staying close assessed and supported to 25", .regulation, .verified, Citation("CWSA 2026", "s7"),
            for: .formerRelevant, because: "the section is not yet in force"),
        .worked(
            "LC13", "Readiness for adult life looked at in each review from 15 and a half", .local, .secondary,
            Citation("Local aim"), .reviewHeld, for: [.lookedAfter, .eligible], alsoReads: [.identity]
        ) { occasion, walk, list in
            guard let first = walk.births.first, let last = walk.births.last,
                first.adding(months: 15 * 12 + 6) <= occasion.day
            else { return }
            guard last.adding(months: 15 * 12 + 6) <= occasion.day else {
                return list.addUnknown(
                    from: occasion.trigger, due: occasion.day, [.pathwayPlan, .birthDate], because: occasion.because)
            }
            walk.atReview(occasion, .pathwayPlan, &list) { $0.says(.adulthood) || $0.says(.readiness) ? .yes : nil }
        },
    ]

    /// The Care Leavers (England) Regulations 2010 (SI 2010/2571).
    private static func clr(_ regulation: String) -> Citation { Citation("CLR 2010", "reg \(regulation)") }
}

extension Walk {
    /// What follows a pathway plan that was signed: it is looked at again within six months, which the next one signed
    /// shows. Once care has ended nobody can say who goes on to be owed it.
    fileprivate func nextPathwayPlan(_ occasion: Occasion, _ list: inout DutyList) {
        let due = occasion.day.adding(months: 6)
        let next = child.record.records.first { $0.kind == .pathwayPlan && $0.day > occasion.day }?.day
        let standing: Standing =
            if let next {
                next <= due ? .met : .metLate(days: next - due)
            } else if let died = child.died, died <= due {
                .notApplicable(.died)
            } else if child.currentPeriod == nil {
                .unknown(.pathwayPlan)
            } else {
                child.day <= due ? .due : .overdue(days: child.day - due)
            }
        list.add(trigger: occasion.trigger, due: due, done: next, standing, because: occasion.because)
    }

    fileprivate func outcome(_ occasion: Occasion) -> CareEnding.Outcome? {
        child.periods[stretches[occasion.stretch].period].ending.outcome
    }

    /// Whether a young person had become eligible, by any birth date on record, when care ended, and lives on unadopted.
    fileprivate func leftCareEligible(_ occasion: Occasion) -> Bool {
        guard let eligible = eligibility?.day, eligible < occasion.day else { return false }
        return outcome(occasion) != .died && outcome(occasion) != .adopted
    }

    /// The return's row about the birthday, by any birth date on record.
    fileprivate func contact(_ occasion: Occasion) -> LeavingCareContact? {
        for born in births {
            let year = CollectionYear(containing: born.birthday(occasion.index))
            if let held = child.record.leavingCareContacts.last(where: { $0.contact.year == year }) {
                return held.contact
            }
        }
        return nil
    }

    /// The birthday, where the birth dates on record agree on it.
    fileprivate func agreed(_ occasion: Occasion) -> Day? { births.count == 1 ? occasion.day : nil }
}
