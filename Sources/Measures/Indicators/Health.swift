import Casework
import Days

/// The yearly outcomes, of children looked after continuously for the twelve months to 31 March. They exist on that day
/// only, date nothing, and a blank is "not asked": unknown, and inside the denominator unless a row says otherwise.
extension Indicators {
    static let health = [
        healthAssessments, dental, immunisations, developmentChecks, difficultiesCompleted, difficultiesMean,
        difficultiesHigh, substanceMisuse, convicted,
    ]

    static let healthAssessments = yearly(
        "K35", "Health assessment up to date", twin: .notRecordedHere("whether health needs were met")
    ) { $0.healthAssessment }

    static let dental = yearly(
        "K36", "Teeth checked", twin: .notRecordedHere("whether treatment followed")
    ) { $0.dentalCheck }

    static let immunisations = yearly(
        "K37", "Immunisations up to date", twin: .notRecordedHere("which were given and when")
    ) { $0.immunisations }

    /// Of those under five on 31 March.
    static let developmentChecks = yearly(
        "K38", "Development checks up to date, under five", ages: 0...4,
        twin: .notRecordedHere("whether support followed")
    ) { $0.developmentChecks }

    /// Of those aged 4 to 16 on 31 March. No, where a reason is given in place of a score.
    static let difficultiesCompleted = yearly(
        "K39", "Strengths and difficulties questionnaire completed, aged 4 to 16", ages: 4...16, twin: .figure("K40")
    ) { $0.sdqScore != nil ? true : $0.sdqReason.isBlank ? nil : false }

    /// The mean of the scores of those aged 4 to 16 who have one. Those without are unknown and outside. Points, 0 to 40.
    static let difficultiesMean = Indicator(
        "K40", "Mean strengths and difficulties score", unit: .meanScore, exists: .yearEnd
    ) { subject, tally in
        guard subject.isContinuous, let isInRange = subject.isAged(4...16), isInRange else { return }
        tally.average(subject.member, subject.outcomes?.sdqScore)
    }

    /// Of those aged 4 to 16 with a score, those of 17 and over, the range that calls for concern. Those without are
    /// unknown and outside.
    static let difficultiesHigh = yearly(
        "K40b", "Strengths and difficulties score of 17 or more", ages: 4...16, unknownInDenominator: false
    ) { $0.sdqScore.map { $0 >= 17 } }

    /// Of those identified as misusing substances, those offered help; help received counts as offered.
    static let substanceMisuse = Indicator(
        "K41", "Offered help with substance misuse", exists: .yearEnd, unknownInDenominator: true
    ) { subject, tally in
        guard subject.isContinuous, let outcomes = subject.outcomes, outcomes.substanceMisuse == true else { return }
        tally.count(subject.member, outcomes.interventionReceived == true ? true : outcomes.interventionOffered)
    }

    /// Of those aged 10 and over on 31 March.
    static let convicted = yearly("K42", "Convicted or cautioned, aged 10 and over", ages: 10...25) { $0.convicted }

    private static func yearly(
        _ id: String, _ title: String, ages: ClosedRange<Int>? = nil, unknownInDenominator: Bool = true,
        twin: Twin? = nil, _ answer: @escaping @Sendable (YearlyOutcomes) -> Bool?
    ) -> Indicator {
        Indicator(
            id, title, exists: .yearEnd, unknownInDenominator: unknownInDenominator, twin: twin
        ) { subject, tally in
            guard subject.isContinuous else { return }
            if let ages {
                guard let isInRange = subject.isAged(ages) else {
                    // Whether the child belongs to the figure at all is not known.
                    tally.unknown.append(subject.member)
                    return
                }
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
