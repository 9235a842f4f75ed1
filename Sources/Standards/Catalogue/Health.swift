import Casework
import Days

/// Health: CPR 2010 reg 7 and the 2015 guidance, as far as a yearly yes or no can show.
extension Catalogue {
    private static let guidance = Citation("PHW 2015; SSDA903 OC2")

    static let health: [Standard] = [
        .unseen(
            "HE01", "Initial health assessment before the first review", .regulation, .unverified, .cpr2010("7(1)–(2)"),
            .careBegan, .workingDays(20), .healthAssessmentDates,
            shownBy: Shown(kind: .healthAssessment, on: .appointmentHeld)),
        .worked(
            "HE02", "Review health assessment every six months under five, then every twelve", .regulation, .secondary,
            .cpr2010("7(3)"), .lookedAfterForYear, .healthAssessed, alsoReads: [.identity, .recorded]
        ) { occasion, walk, list in walk.nextHealthAssessment(occasion, &list) },
        .unstarted(
            "HE03", "A refusal recorded, and the next assessment offered all the same", .regulation, .unverified,
            .cpr2010("7(4)"),
            because:
                "it holds no refusals, and the question about one in a health assessment that is signed here is the form’s own, which no rule reads"
        ),
        .worked(
            "HE04", "Health told within 5 working days that the child is looked after or has moved",
            .statutoryGuidance, .unverified, Citation("PHW 2015; CPR 2010", "reg 13"), .placementBegan,
            alsoReads: [.recorded]
        ) { occasion, walk, list in
            walk.byDay(
                walk.told(ofPlacement: occasion, .healthTold),
                UnseenDuty(due: .workingDays(5), missing: .notifications), occasion, &list)
        },
        .unseen(
            "HE05", "Health plan ready for the first review", .statutoryGuidance, .unverified,
            Citation("PHW 2015; CPR 2010", "Sch 1 para 1"), .careBegan, .workingDays(20), .healthPlan,
            // The care plan holds it (Sch 1 para 1).
            shownBy: Shown(kind: .carePlan) { plan, occasion, walk in
                plan.says(.health) && walk.isOfStretch(plan.day, occasion)
            }),
        outcome("HE06", "Strengths and difficulties questionnaire completed in the year", .verified, isAskedForScore) {
            $0.sdqScore != nil ? .met : $0.sdqReason.isBlank ? nil : .lateWithReason(.reasonGiven)
        },
        .worked(
            "HE07", "A strengths and difficulties score of concern (17 to 40) answered", .statutoryGuidance,
            .unverified, guidance, .yearlyOutcomes
        ) { occasion, walk, list in
            guard let score = walk.outcomes(occasion)?.sdqScore, (17...40).contains(score) else { return }
            list.addUnknown(from: occasion.trigger, due: nil, .healthPlan, because: occasion.because)
        },
        outcome("HE08", "Dental check in the year", .verified) { $0.dentalCheck == true ? .met : nil },
        outcome("HE09", "Immunisations up to date at 31 March", .verified) { $0.immunisations == true ? .met : nil },
        outcome(
            "HE10", "Development checks up to date at 31 March, under five", .verified,
            { walk, year in
                walk.ages(on: year.lastDay).map { $0.upperBound < 5 ? true : $0.lowerBound < 5 ? nil : false } ?? nil
            }, { $0.developmentChecks == true ? .met : nil }),
        .worked(
            "HE11", "Help offered for substance misuse that was identified", .statutoryGuidance, .verified, guidance,
            .yearlyOutcomes
        ) { occasion, walk, list in
            guard let outcomes = walk.outcomes(occasion), outcomes.substanceMisuse == true else { return }
            // Help received, or offered and turned down.
            let isHelped = outcomes.interventionReceived == true || outcomes.interventionOffered == true
            list.add(
                trigger: occasion.trigger, due: outcomes.year.lastDay, isHelped ? .met : .unknown(.yearlyOutcomes),
                because: occasion.because)
        },
        .worked(
            "HE12", "Health timeliness shown from referral, appointment and report", .local, .secondary,
            Citation("Local aim"), .healthAssessed
        ) { occasion, walk, list in
            let record = walk.child.record.records[occasion.index]
            let days = [CoreField.consentSent, .appointmentHeld, .reportReceived].compactMap { record.day($0) }
            guard days.count == 3, days == days.sorted(), days[2] <= walk.child.day else {
                return list.addUnknown(
                    from: occasion.trigger, due: nil, .healthAssessmentDates, because: occasion.because)
            }
            list.add(trigger: occasion.trigger, due: nil, done: days[2], .met, because: occasion.because)
        },
    ]

    /// Required from 4 on 1 April to 16 on 31 March; optional for those 4 or 17 in the year. Source: SSDA903 validation
    /// rules 186, 188, 189 and 197B.
    private static let isAskedForScore: @Sendable (Walk, CollectionYear) -> Bool? = { walk, year in
        guard let first = walk.ages(on: year.firstDay), let last = walk.ages(on: year.lastDay) else { return nil }
        let surely = first.lowerBound >= 4 && last.upperBound < 17
        let perhaps = first.upperBound >= 4 && last.lowerBound < 17
        return surely ? true : perhaps ? nil : false
    }

    /// A yearly outcome of children looked after for the twelve months to 31 March.
    ///
    /// - Parameters:
    ///   - applies: nil where the birth date leaves it open.
    ///   - standing: nil where the answer is no or blank: a "no" is in no sense late, and a blank was not asked.
    private static func outcome(
        _ id: String, _ title: String, _ certainty: Certainty,
        _ applies: (@Sendable (Walk, CollectionYear) -> Bool?)? = nil,
        _ standing: @escaping @Sendable (YearlyOutcomes) -> Standing?
    ) -> Standard {
        .worked(
            id, title, .statutoryGuidance, certainty, guidance, .yearlyOutcomes,
            alsoReads: applies == nil ? [] : [.identity]
        ) { occasion, walk, list in
            let year = CollectionYear(startingIn: occasion.index)
            let isAsked = applies.map { $0(walk, year) } ?? true
            guard isAsked != false else { return }
            let found =
                isAsked == nil
                ? .unknown(.birthDate) : walk.outcomes(occasion).flatMap(standing) ?? .unknown(.yearlyOutcomes)
            list.add(trigger: occasion.trigger, due: year.lastDay, found, because: occasion.because)
        }
    }
}

extension Walk {
    /// What follows a health assessment that was held; where none is recorded here, that nobody can say.
    fileprivate func nextHealthAssessment(_ occasion: Occasion, _ list: inout DutyList) {
        let stretch = stretches[occasion.stretch]
        let held = child.record.records.compactMap { $0.kind == .healthAssessment ? $0.day(.appointmentHeld) : nil }
            .filter { $0 <= child.day && stretch.isOpen(on: $0) }.sorted()
        guard occasion.because == .healthAssessed else {
            if held.isEmpty {
                list.addUnknown(
                    from: occasion.trigger, due: nil, .healthAssessmentDates, because: occasion.because)
            }
            return
        }
        let dues = Set(births.map { ChildAsAt.nextHealthAssessment(after: occasion.day, born: $0) })
        guard dues.count == 1, let due = dues.first else {
            return list.addUnknown(from: occasion.trigger, due: nil, .birthDate, because: occasion.because)
        }
        let next = held.first { $0 > occasion.day }
        let last = min(child.day, occasion.stop?.day ?? child.day)
        let standing: Standing =
            if let next {
                next <= due ? .met : .metLate(days: next - due)
            } else if let stop = occasion.stop, stop.day <= due {
                .notApplicable(stop.why)
            } else {
                last <= due ? .due : .overdue(days: last - due)
            }
        list.add(trigger: occasion.trigger, due: due, done: next, standing, because: occasion.because)
    }

    /// What the return says of the year that an occasion is about.
    func outcomes(_ occasion: Occasion) -> YearlyOutcomes? {
        child.record.yearlyOutcomes.last { $0.outcomes.year.start == occasion.index }?.outcomes
    }
}
