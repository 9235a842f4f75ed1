import Casework
import Days
import Standards
import TestSupport
import Testing

/// The cycles of reviews, and what hangs on a review that was held.
struct ReviewTests {
    @Test func theFirstReviewIsDueOnTheTwentiethWorkingDay() {
        let child = record(episode("2024-01-10"))
        #expect(told("RV01", child, "2024-02-07") == ["2024-01-10 2024-02-07 due"])
        #expect(told("RV01", child, "2024-02-08") == ["2024-01-10 2024-02-07 overdue 1"])
        let held = record(episode("2024-01-10"), review("2024-02-07", "PN1"))
        #expect(told("RV01", held, "2024-03-31") == ["2024-01-10 2024-02-07 met"])
        let late = record(episode("2024-01-10"), review("2024-02-09", "PN1"))
        #expect(told("RV01", late, "2024-03-31") == ["2024-01-10 2024-02-07 met_late 2"])
    }

    @Test func theSecondRunsFromTheFirstAndLaterOnesFromTheLast() {
        let child = record(
            episode("2024-01-10"), review("2024-02-01", "PN1"), review("2024-05-01", "PN1"), review("2024-11-02", "PN1")
        )
        #expect(told("RV02", child, "2025-03-31") == ["2024-02-01 2024-05-01 met"])
        #expect(
            told("RV03", child, "2025-03-31") == [
                "2024-05-01 2024-11-01 met_late 1", "2024-11-02 2025-05-02 due",
            ])
        #expect(told("CP33", child, "2025-03-31") == ["2024-05-01 2024-05-01 unknown"])
        #expect(told("RI06", child, "2025-03-31") == ["2024-05-01 2024-05-01 unknown"])
    }

    @Test func whereTheFirstMayNotBeShownTheSecondIsOnOrBefore() {
        let child = record(
            episode("2024-03-20"), review("2024-04-02", "PN1"), review("2024-06-18", "PN1"))
        #expect(told("CP33", child, "2024-09-30", covered(from: 2024)) == ["≤2024-06-18 2024-06-18 unknown"])
        #expect(told("CP33", child, "2024-09-30") == ["2024-06-18 2024-06-18 unknown"])
    }

    @Test func aReviewInTimeIsMetEvenWhereNoReturnSpeaksForTheDay() {
        let child = record(episode("2024-01-10"), review("2024-02-01", "PN1"))
        #expect(told("RV01", child, "2024-03-31", covered([.episodes])) == ["2024-01-10 2024-02-07 met"])
        let late = record(episode("2024-01-10"), review("2024-02-20", "PN1"))
        #expect(told("RV01", late, "2024-03-31", covered([.episodes])) == ["2024-01-10 2024-02-07 unknown"])
    }

    @Test func adoptionHasReviewsOfItsOwn() {
        let child = record(
            episode("2024-01-10", end: "2024-06-01"), episode("2024-06-01", "L", "E1"), review("2024-02-01", "PN1"),
            review("2024-04-01", "PN1"))
        #expect(duties("RV03", child, "2025-03-31").map(\.standing) == [.notApplicable(.placedForAdoption)])
    }

    @Test func everyReviewHeldHasItsOwnWork() {
        let child = record(episode("2024-01-10"), review("2024-02-01", "PN1"))
        for id in ["RV07", "RV11", "RI01", "RI02", "RI03"] {
            #expect(told(id, child, "2024-03-31") == ["2024-02-01 2024-02-01 unknown"], "\(id)")
        }
        #expect(told("RV10", child, "2024-03-31") == ["2024-02-01 - unknown"])
        #expect(told("IR10", child, "2024-03-31") == ["2024-02-01 - unknown"])
        #expect(told("IR06", child, "2024-03-31") == ["2024-02-01 2024-02-08 unknown"])
        #expect(told("IR08", child, "2024-03-31") == ["2024-02-01 2024-02-29 unknown"])
        // Thursday 1 February: Monday is three working days before.
        #expect(told("IR05", child, "2024-03-31") == ["2024-02-01 2024-01-29 unknown"])
    }

    @Test func theReportBeforeAReviewCountsNoHoliday() {
        // Tuesday 2 April 2024 follows Easter Monday; 29 March was Good Friday.
        let child = record(episode("2024-01-10"), review("2024-04-02", "PN1"))
        #expect(told("IR05", child, "2024-04-30") == ["2024-04-02 2024-03-26 unknown"])
    }

    @Test func aReviewAfterCareEndedStartsNothing() {
        let child = record(episode("2024-01-10", end: "2024-02-01", "E4A"), review("2024-02-01", "PN1"))
        #expect(ids(child, "2024-03-31").isDisjoint(with: ["RV07", "RV10", "RV11", "IR05", "IR06", "IR08", "RI01"]))
    }

    @Test func anEarlyReviewComesBeforeSectionTwentyEndsForIndependence() {
        func left(_ ending: CareEnding, _ status: LegalStatus = "V2", born: String = "2007-06-01") -> [String] {
            told(
                "RV04", record(born: born, episode("2023-01-10", "S", status, end: "2024-06-01", ending)), "2024-12-31")
        }
        #expect(left("E5") == ["2024-06-01 2024-06-01 unknown"])
        #expect(left("E4A") == [] && left("E5", "C2") == [])
        #expect(left("E5", born: "2006-06-01") == [])
    }

    @Test func longTermFosteringPastAYearMayMeetLessOften() {
        let child = record(episode("2024-01-10", "S", "C2", "U4"))
        #expect(told("RV05", child, "2025-01-09") == [])
        #expect(told("RV05", child, "2025-01-10") == ["2025-01-10 - unknown"])
        #expect(told("RV05", record(episode("2024-01-10", "S", "C2", "U6")), "2025-03-31") == [])
    }

    @Test func readinessIsAskedInReviewsFromFifteenAndAHalf() {
        let child = record(
            born: "2008-08-01", episode("2023-01-10"), review("2024-01-31", "PN1"), review("2024-02-01", "PN1"))
        #expect(told("LC13", child, "2024-03-31") == ["2024-02-01 2024-02-01 unknown"])
        let unsure = born("2008-08-01", or: "2008-09-01", episode("2023-01-10"), review("2024-02-10", "PN1"))
        #expect(missingFacts("LC13", unsure, "2024-03-31") == [[.pathwayPlan, .birthDate]])
    }
}
