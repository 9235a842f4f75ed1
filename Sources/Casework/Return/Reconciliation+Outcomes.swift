import Days

/// What a return says once a child: the year's outcomes, leaving care, adoption and earlier permanence.
extension Reconciliation {
    mutating func compareYearly(_ reported: ReportedChild, _ known: ChildRecord) {
        let outcomes = known.yearlyOutcomes.last { $0.outcomes.year == year }
        if let said = reported.outcomes {
            if let outcomes {
                if outcomes.outcomes != said {
                    correct(outcomes.origin, to: .yearlyOutcomes(said), on: year.lastDay, "the year’s outcomes")
                    note(lossOf: outcomes.origin, if: outcomes.outcomes.saysMore(than: said))
                }
            } else {
                propose(.yearlyOutcomes(said), on: year.lastDay)
            }
        } else if tables.contains(.outcomes), let outcomes {
            retract(outcomes.origin, on: year.lastDay)
        }
        let contact = known.leavingCareContacts.last { $0.contact.year == year }
        if let said = reported.contact {
            if let contact {
                if contact.contact != said {
                    correct(
                        contact.origin, to: .leavingCareContact(said), on: year.lastDay, "the care leaver’s contact")
                    note(lossOf: contact.origin, if: contact.contact.saysMore(than: said))
                }
            } else {
                propose(.leavingCareContact(said), on: year.lastDay)
            }
        } else if tables.contains(.leavingCare), let contact {
            retract(contact.origin, on: year.lastDay)
        }
    }

    mutating func compareAdoption(_ reported: ReportedChild, _ known: ChildRecord) {
        let pairs = Pairs(reported.decisions, by: \.decided, known.adoptionDecisions, by: \.decided)
        for (one, held) in pairs.reported {
            if held == nil { propose(.adoption(.decided(one.decided)), on: one.decided) }
            let end = one.ceased.map { AdoptionEnd(day: $0, reason: one.reason) }
            let heldEnd = held?.ceased.map { AdoptionEnd(day: $0, reason: held?.ceasedReason ?? one.reason) }
            compareEnd(end, heldEnd, held?.ceasedOrigin, of: one.decided, "adoption decision") { end in
                (.adoption(.ceased(decided: one.decided, end.day, end.reason)), end.day)
            }
        }
        if tables.contains(.placedForAdoption) {
            for held in pairs.gone { retract(held.origin, and: held.ceasedOrigin, on: held.decided) }
        }
        let held = known.adoptionMatches.last
        if let match = reported.match {
            let day = match.matched ?? match.placed ?? year.lastDay
            if let held {
                if held.match != match { correct(held.origin, to: .adoption(.matched(match)), on: day, "the match") }
            } else {
                propose(.adoption(.matched(match)), on: day)
            }
        } else if tables.contains(.adoption), let held {
            retract(held.origin, on: year.lastDay)
        }
    }

    mutating func comparePermanence(_ reported: ReportedChild, _ known: ChildRecord) {
        let held = known.previousPermanence.last
        if let said = reported.permanence {
            if let held {
                if held.permanence != said {
                    correct(
                        held.origin, to: .previousPermanence(said), on: said.day ?? year.firstDay, "previous permanence"
                    )
                }
            } else {
                propose(.previousPermanence(said), on: said.day ?? year.firstDay)
            }
        } else if tables.contains(.previousPermanence), let held {
            retract(held.origin, on: year.firstDay)
        }
    }
}

extension YearlyOutcomes {
    /// Whether it answers something that the other leaves blank.
    fileprivate func saysMore(than other: YearlyOutcomes) -> Bool {
        zip(answers, other.answers).contains { $0 && !$1 }
    }

    private var answers: [Bool] {
        [
            sdqScore != nil || !sdqReason.isBlank, convicted != nil, developmentChecks != nil, immunisations != nil,
            dentalCheck != nil, healthAssessment != nil, substanceMisuse != nil, interventionReceived != nil,
            interventionOffered != nil,
        ]
    }
}

extension LeavingCareContact {
    /// Whether it says something that the other leaves blank.
    fileprivate func saysMore(than other: LeavingCareContact) -> Bool {
        zip([inTouch, activity, accommodation], [other.inTouch, other.activity, other.accommodation])
            .contains { !$0.isBlank && $1.isBlank }
    }
}

private struct AdoptionEnd: Equatable {
    let day: Day
    let reason: AdoptionCeasedReason
}
