import Casework
import Days

/// The yearly outcomes (OC2), of children looked after continuously for the twelve months to 31 March. They exist on that
/// day only, date nothing, and a blank is "not asked": unknown, and inside the denominator unless a row says otherwise.
/// Unit: per cent. No event day. A child whose age is not known, where age decides who is meant, is unknown and outside.
extension Indicators {
    static let health = [
        healthAssessments, dental, immunisations, developmentChecks, difficultiesCompleted, difficultiesMean,
        difficultiesHigh, substanceMisuse, convicted,
    ]

    /// OC2 `HEALTH_ASSESSMENT`.
    static let healthAssessments = yearly(
        "K35", "Health assessment up to date", .higherIsBetter,
        "children whose health assessment was up to date", twin: .notRecordedHere("whether health needs were met")
    ) { $0.healthAssessment }

    /// OC2 `TEETH_CHECK`.
    static let dental = yearly(
        "K36", "Teeth checked", .higherIsBetter, "children whose teeth were checked by a dentist",
        twin: .notRecordedHere("whether treatment followed")
    ) { $0.dentalCheck }

    /// OC2 `IMMUNISATIONS`.
    static let immunisations = yearly(
        "K37", "Immunisations up to date", .higherIsBetter, "children whose immunisations were up to date",
        twin: .notRecordedHere("which were given and when")
    ) { $0.immunisations }

    /// OC2 `HEALTH_CHECK`, of those under five on 31 March.
    static let developmentChecks = yearly(
        "K38", "Development checks up to date, under five", .higherIsBetter,
        "children whose development checks were up to date", ages: 0...4,
        twin: .notRecordedHere("whether support followed")
    ) { $0.developmentChecks }

    /// OC2 `SDQ_SCORE`, of those aged 4 to 16 on 31 March. No, where a reason (`SDQ_REASON`) is given in place of a score.
    static let difficultiesCompleted = yearly(
        "K39", "Strengths and difficulties questionnaire completed, aged 4 to 16", .higherIsBetter,
        "children with a score; a reason given in its place counts as none", ages: 4...16, twin: .figure("K40")
    ) { $0.sdqScore != nil ? true : $0.sdqReason.isBlank ? nil : false }

    /// The mean of the scores of those aged 4 to 16 who have one. Unit: points, 0 to 40. Those without, and those whose
    /// age is not known, are unknown and outside.
    static let difficultiesMean = Indicator(
        "K40", "Mean strengths and difficulties score", .health, .lowerIsBetter, for: .lookedAfter,
        from: [.episodes, .outcomes], over: .year, unit: .meanScore, exists: .yearEnd,
        Definition(
            "the scores, from 0 to 40, of children aged 4 to 16",
            of: "children aged 4 to 16 with a score, looked after continuously for the twelve months to 31 March",
            unknown: "no score, or an age not known")
    ) { subject, tally in
        guard subject.isContinuous else { return }
        guard let isInRange = subject.isAged(4...16) else { return tally.countUnplaced(subject.member) }
        if isInRange { tally.average(subject.member, subject.outcomes?.sdqScore) }
    }

    /// Of those aged 4 to 16 with a score, those of 17 and over, the range that calls for concern. Those without are
    /// unknown and outside.
    static let difficultiesHigh = yearly(
        "K40b", "Strengths and difficulties score of 17 or more", .lowerIsBetter,
        "children with a score of 17 or more, the range that calls for concern", ages: 4...16,
        unknown: "no score, or an age not known", unknownInDenominator: false
    ) { $0.sdqScore.map { $0 >= 17 } }

    /// Of those identified as misusing substances (OC2 `SUBSTANCE_MISUSE`), those offered help; help received counts as
    /// offered. Unknown, and inside: identified, and nothing said of help. Unknown, and outside: not said whether any
    /// was identified.
    static let substanceMisuse = Indicator(
        "K41", "Offered help with substance misuse", .health, .higherIsBetter, for: .lookedAfter,
        from: [.episodes, .outcomes], over: .year, exists: .yearEnd,
        Definition(
            "children who were offered help, or had it",
            of:
                "children identified as misusing substances, looked after continuously for the twelve months to 31 March",
            unknown: "identified and nothing said of help; or, not counted in, not said whether any was identified"),
        unknownInDenominator: true
    ) { subject, tally in
        guard subject.isContinuous else { return }
        guard let outcomes = subject.outcomes, let isIdentified = outcomes.substanceMisuse else {
            return tally.countUnplaced(subject.member)
        }
        guard isIdentified else { return }
        tally.count(subject.member, outcomes.interventionReceived == true ? true : outcomes.interventionOffered)
    }

    /// OC2 `CONVICTED`, of those aged 10 and over on 31 March.
    static let convicted = yearly(
        "K42", "Convicted or cautioned, aged 10 and over", .lowerIsBetter,
        "children convicted or cautioned in the year",
        ages: 10...25
    ) { $0.convicted }

    private static func yearly(
        _ id: String, _ title: String, _ polarity: Polarity, _ counts: String, ages: ClosedRange<Int>? = nil,
        unknown: String = "not asked or not answered, or an age not known", unknownInDenominator: Bool = true,
        twin: Twin? = nil, _ answer: @escaping @Sendable (YearlyOutcomes) -> Bool?
    ) -> Indicator {
        let whom =
            switch ages {
            case nil: "children"
            case 0...4: "children under five"
            case 4...16 where !unknownInDenominator: "children aged 4 to 16 with a score"
            case 4...16: "children aged 4 to 16"
            default: "children aged 10 and over"
            }
        return Indicator(
            id, title, .health, polarity, for: .lookedAfter, from: [.episodes, .outcomes], over: .year,
            exists: .yearEnd,
            Definition(
                counts, of: "\(whom), looked after continuously for the twelve months to 31 March", unknown: unknown),
            unknownInDenominator: unknownInDenominator, twin: twin
        ) { subject, tally in
            guard subject.isContinuous else { return }
            if let ages {
                // Whether the child belongs to the figure at all may not be known.
                guard let isInRange = subject.isAged(ages) else { return tally.countUnplaced(subject.member) }
                guard isInRange else { return }
            }
            tally.count(subject.member, subject.outcomes.flatMap(answer))
        }
    }
}

extension Subject {
    /// Whether the child's age on the window's day is in `range`; nil where no birth date is known or two disagree.
    func isAged(_ range: ClosedRange<Int>) -> Bool? {
        guard let ages = child.ages(on: window.day) else { return nil }
        let (youngest, oldest) = (range.contains(ages.lowerBound), range.contains(ages.upperBound))
        return youngest == oldest ? youngest : nil
    }
}
