import Casework
import Days

/// Health: CPR 2010 reg 7 and the 2015 guidance, as far as a yearly yes or no can show.
extension Catalogue {
    static let health: [Standard] = [
        .unseen(
            "HE01", "Initial health assessment before the first review", .regulation, .unverified, .cpr2010("7(1)–(2)"),
            .care(), .workingDays(20), .healthAssessmentDates),
        .unseen(
            "HE02", "Review health assessment every six months under five, then every twelve", .regulation, .secondary,
            .cpr2010("7(3)"), .lookedAfterForYear, .unsaid, .healthAssessmentDates),
        outcome(
            "HE06", "Strengths and difficulties questionnaire completed in the year", .verified,
            "PHW 2015; SSDA903 OC2",
            applies: { child, year in
                // Required from 4 on 1 April to 16 on 31 March; optional for those 4 or 17 in the year.
                guard let first = child.ages(on: year.firstDay), let last = child.ages(on: year.lastDay) else {
                    return nil
                }
                let surely = first.lowerBound >= 4 && last.upperBound < 17
                let perhaps = first.upperBound >= 4 && last.lowerBound < 17
                return surely ? true : perhaps ? nil : false
            },
            standing: { $0.sdqScore != nil ? .met : $0.sdqReason.isBlank ? nil : .lateWithReason(.reasonGiven) }),
        outcome(
            "HE08", "Dental check in the year", .verified, "PHW 2015; SSDA903 OC2", applies: { _, _ in true },
            standing: { $0.dentalCheck == true ? .met : nil }),
        outcome(
            "HE09", "Immunisations up to date at 31 March", .verified, "PHW 2015; SSDA903 OC2",
            applies: { _, _ in true }, standing: { $0.immunisations == true ? .met : nil }),
        outcome(
            "HE10", "Development checks up to date at 31 March, under five", .verified, "PHW 2015; SSDA903 OC2",
            applies: { child, year in
                child.ages(on: year.lastDay).map { $0.upperBound < 5 ? true : $0.lowerBound < 5 ? nil : false } ?? nil
            },
            standing: { $0.developmentChecks == true ? .met : nil }),
    ]

    /// A yearly outcome of children looked after for the twelve months to 31 March.
    ///
    /// - Parameters:
    ///   - applies: nil where the birth date leaves it open.
    ///   - standing: nil where the answer is no or blank: a "no" is in no sense late, and a blank was not asked.
    private static func outcome(
        _ id: String, _ title: String, _ certainty: Certainty, _ source: String,
        applies: @escaping @Sendable (ChildAsAt, CollectionYear) -> Bool?,
        standing: @escaping @Sendable (YearlyOutcomes) -> Standing?
    ) -> Standard {
        Standard(
            id, title, weight: .statutoryGuidance, certainty: certainty, source: Citation(source),
            populations: .lookedAfter, reads: [.episodes, .yearlyOutcomes, .identity]
        ) { child, context, list in
            for imported in context.coverage.imports where imported.tables.contains(.outcomes) {
                let year = imported.year
                guard year.lastDay <= child.day, context.coverage.latest(of: year) == imported,
                    child.wasContinuouslyLookedAfter(in: year)
                else { continue }
                let trigger = StartDay(year.firstDay, isKnown: true)
                switch applies(child, year) {
                case false: continue
                case nil: list.addUnknown(from: trigger, due: year.lastDay, .birthDate, because: .collection(year))
                default:
                    let said = child.record.yearlyOutcomes.last { $0.outcomes.year == year }
                    let found = said.flatMap { standing($0.outcomes) } ?? .unknown(.yearlyOutcomes)
                    list.add(trigger: trigger, due: year.lastDay, found, because: .collection(year))
                }
            }
        }
    }
}
