import Casework
import Days
import Standards
import TestSupport
import Testing

/// What coming into care starts: health, education, the IRO and permanence; and the year's outcomes.
struct EntryToCareTests {
    private let child = record(born: "2015-01-01", episode("2024-01-10", "S", "C2"))

    @Test func comingIntoCareStartsItsClocks() {
        let due = [
            "HE01": "2024-02-07", "HE05": "2024-02-07", "ED01": "2024-01-24", "ED02": "2024-02-07",
            "IR01": "2024-01-12", "IR02": "2024-01-17", "IR03": "2024-02-07", "LG04": "2024-01-10",
            "AD01": "2024-05-10",
        ]
        for (id, day) in due { #expect(told(id, child, "2024-06-30") == ["2024-01-10 \(day) unknown"], "\(id)") }
    }

    @Test func anEmergencyMayBeDecidedTheNextWorkingDay() {
        // Friday: the next working day is Monday.
        #expect(
            told("LG04", record(episode("2024-01-12", "S", "L1")), "2024-06-30") == ["2024-01-12 2024-01-15 unknown"])
    }

    @Test func thePersonalEducationPlanBeginsAtFour() {
        let events = episode("2024-01-10", "S", "C2")
        #expect(told("ED01", record(born: "2020-01-11", events), "2024-06-30") == [])
        #expect(told("ED01", record(born: "2020-01-10", events), "2024-06-30").count == 1)
        #expect(
            missingFacts("ED01", born("2020-01-10", or: "2020-01-11", events), "2024-06-30") == [
                [.personalEducationPlan, .birthDate]
            ])
        // Whoever came into care as a baby is asked after later.
        let baby = record(born: "2018-01-01", episode("2018-06-01", "S", "C2"))
        #expect(told("ED03", baby, "2021-12-31") == [])
        #expect(told("ED03", baby, "2022-01-01") == ["2018-06-01 - unknown"])
    }

    @Test func twelveMonthsOfCareAskForHealthReviews() {
        #expect(told("HE02", child, "2025-01-09") == [])
        #expect(told("HE02", child, "2025-01-10") == ["2024-01-10 - unknown"])
        let left = record(episode("2024-01-10", end: "2025-01-09", "E4A"))
        #expect(told("HE02", left, "2025-03-31") == [])
    }

    @Test func anIROInTheStaffFileByTheDueDayIsMetAndNoneIsNoEvidence() {
        func appointed(_ start: String) -> ChildRecord {
            record(episode("2024-01-10"), [.worker(.allocated(worker: "I1", .iro, day(start), ""))])
        }
        #expect(told("IR02", appointed("2024-01-17"), "2024-06-30") == ["2024-01-10 2024-01-17 met"])
        #expect(told("IR02", appointed("2023-06-01"), "2024-06-30") == ["2024-01-10 2024-01-17 met"])
        #expect(told("IR02", appointed("2024-01-18"), "2024-06-30") == ["2024-01-10 2024-01-17 unknown"])
        #expect(told("IR02", record(episode("2024-01-10")), "2024-06-30") == ["2024-01-10 2024-01-17 unknown"])
    }

    // MARK: The year's outcomes

    private let year = CollectionYear(startingIn: 2024)

    private func outcomes(_ outcomes: YearlyOutcomes, born: String = "2013-01-01") -> ChildRecord {
        record(born: born, episode("2023-01-10"), [.yearlyOutcomes(outcomes)])
    }

    @Test func aQuestionnaireIsMetByAScoreAndAReasonIsARecordedReason() {
        func score(_ score: Int?, _ reason: Code = "") -> Standing? {
            duties("HE06", outcomes(.init(year: year, sdqScore: score, sdqReason: reason)), "2025-03-31").last?.standing
        }
        #expect(score(12) == .met)
        #expect(score(12, "SDQ1") == .met)
        #expect(score(nil, "SDQ3") == .lateWithReason(.reasonGiven))
        #expect(score(nil) == .unknown(.yearlyOutcomes))
    }

    @Test func aScoreOfConcernAsksWhatFollowedAndALowerOneDoesNot() {
        #expect(told("HE07", outcomes(.init(year: year, sdqScore: 17)), "2025-03-31") == ["2024-04-01 - unknown"])
        #expect(told("HE07", outcomes(.init(year: year, sdqScore: 16)), "2025-03-31") == [])
    }

    @Test func aYesIsMetAndANoOrABlankIsUnknown() {
        func stands(_ id: String, _ outcomes: YearlyOutcomes, born: String = "2013-01-01") -> String? {
            told(id, self.outcomes(outcomes, born: born), "2025-03-31").last
        }
        #expect(stands("HE08", .init(year: year, dentalCheck: true)) == "2024-04-01 2025-03-31 met")
        #expect(stands("HE08", .init(year: year, dentalCheck: false)) == "2024-04-01 2025-03-31 unknown")
        #expect(stands("HE09", .init(year: year, immunisations: true)) == "2024-04-01 2025-03-31 met")
        #expect(
            stands("HE10", .init(year: year, developmentChecks: true), born: "2021-01-01")?.hasSuffix("met") == true)
        #expect(stands("HE10", .init(year: year, developmentChecks: true)) == nil)
    }

    @Test func helpForSubstanceMisuseMayBeReceivedOrOffered() {
        func help(_ misuse: Bool?, _ received: Bool?, _ offered: Bool?) -> Standing? {
            duties(
                "HE11",
                outcomes(
                    .init(
                        year: year, substanceMisuse: misuse, interventionReceived: received,
                        interventionOffered: offered)), "2025-03-31"
            ).last?.standing
        }
        #expect(help(true, true, nil) == .met)
        #expect(help(true, false, true) == .met)
        #expect(help(true, false, false) == .unknown(.yearlyOutcomes))
        #expect(help(false, nil, nil) == nil && help(nil, nil, nil) == nil)
    }
}
