import Casework
import Days
import Standards
import TestSupport
import Testing

/// What signed records show of what is owed: met where they say so, late only where the record was kept here already.
struct RecordedTests {
    private let came = episode("2024-01-10")
    private let note = signed(.caseNote, "2024-01-10")

    @Test func withNothingSignedEverythingIsAsTheReturnsHaveIt() {
        #expect(told("VI01", record(came), "2024-03-01") == ["2024-01-10 2024-01-17 unknown"])
        #expect(told("VI11", record(came), "2024-03-01") == [])
    }

    // MARK: Visits

    @Test func aVisitWithinTheWeekMeetsItAndTheNextIsSixWeeksOn() {
        let child = record(came, visit("2024-01-15"), visit("2024-02-20"))
        #expect(
            told("VI01", child, "2024-04-20") == [
                "2024-01-10 2024-01-17 met", "2024-01-15 2024-02-26 met", "2024-02-20 2024-04-02 overdue 18",
            ])
        #expect(told("VI01", child, "2024-04-02").last == "2024-02-20 2024-04-02 due")
    }

    @Test func aVisitAfterTheWeekIsLateWhereTheRecordWasKeptHere() {
        #expect(
            told("VI01", record(came, note, visit("2024-01-20")), "2024-02-01").first
                == "2024-01-10 2024-01-17 met_late 3")
        #expect(told("VI01", record(came, note), "2024-02-01") == ["2024-01-10 2024-01-17 overdue 15"])
        // Somebody may have gone before, and written it down elsewhere.
        #expect(
            told("VI01", record(came, visit("2024-01-20")), "2024-02-01") == [
                "2024-01-10 2024-01-17 unknown", "2024-01-20 2024-03-02 due",
            ])
    }

    @Test(arguments: [[CoreField.seen: Answer.flag(false)], [.place: .choice("online")]])
    func aVisitAtWhichNobodySawTheChildIsNone(_ answers: [CoreField: Answer]) {
        let child = record(came, note, visit("2024-01-15", answers))
        #expect(told("VI01", child, "2024-02-01") == ["2024-01-10 2024-01-17 overdue 15"])
    }

    @Test func pastAYearBetweenTheTwoIntervalsNobodyCanSay() {
        let child = record(episode("2023-01-10", "S", "C2", "K2"), visit("2023-01-12"), visit("2024-01-05"))
        #expect(told("VI03", child, "2024-02-16") == ["2024-01-05 2024-02-16 due"])
        #expect(told("VI03", child, "2024-04-05") == ["2024-01-05 2024-02-16 unknown"])
        #expect(missingFacts("VI03", child, "2024-04-05") == [.placementIntention])
        #expect(told("VI03", child, "2024-04-06") == ["2024-01-05 2024-02-16 overdue 50"])
    }

    @Test func withARelativeWhoseApprovalMayBeTemporaryOnlyTheShorterIntervalIsSurelyInTime() {
        let child = record(
            episode("2024-01-10", "S", "C2", "U3"), visit("2024-01-12"), visit("2024-01-19"), visit("2024-02-12"))
        #expect(
            told("VI01", child, "2024-04-01") == [
                "2024-01-10 2024-01-17 met", "2024-01-12 2024-02-23 met", "2024-01-19 2024-03-01 unknown",
                "2024-02-12 2024-03-25 overdue 7",
            ])
        #expect(missingFacts("VI01", child, "2024-04-01") == [.temporaryApproval])
    }

    @Test func atHomeOnAnInterimOrderTheWeeklyVisitsBecomeMonthlyWithTheFirstReview() {
        let child = record(
            episode("2024-01-10", "S", "C1", "P1"), visit("2024-01-11"), visit("2024-02-05"),
            review("2024-02-05", "PN1"))
        #expect(
            told("VI06", child, "2024-02-20") == [
                "2024-01-10 2024-01-17 met", "2024-01-11 2024-01-18 met_late 18", "2024-02-05 2024-03-04 due",
            ])
    }

    @Test func eachVisitAsksWhetherTheChildWasAloneAndWhatItLedTo() {
        let because: [CoreField: Answer] = [
            .alone: .choice("not_alone"), .notAloneBecause: .text("she did not want to"),
        ]
        #expect(told("VI11", record(came, visit("2024-01-15")), "2024-02-01") == ["2024-01-15 2024-01-15 met"])
        #expect(
            told("VI11", record(came, visit("2024-01-15", because)), "2024-02-01") == [
                "2024-01-15 2024-01-15 late_with_reason"
            ])
        let whole: [CoreField: Answer] = [
            .purpose: .text("school"), .childsWords: .text("I like it"), .actions: .noneBecause("nothing new"),
        ]
        #expect(told("VI17", record(came, visit("2024-01-15", whole)), "2024-02-01") == ["2024-01-15 2024-01-15 met"])
        #expect(told("VI17", record(came, visit("2024-01-15")), "2024-02-01") == ["2024-01-15 2024-01-15 overdue 17"])
    }

    // MARK: Plans

    @Test func aCarePlanBeforeTheFirstPlacementMeetsBothItsDays() {
        let child = record(episode("2024-01-10", "S", "V2"), signed(.carePlan, "2024-01-09"))
        #expect(told("CP01", child, "2024-03-01") == ["2024-01-10 2024-01-10 met"])
        #expect(told("CP02", child, "2024-03-01") == ["2024-01-10 2024-01-24 met"])
    }

    @Test func whetherItCouldHaveBeenPreparedBeforeNobodySays() {
        let child = record(episode("2024-01-10", "S", "V2"), note, signed(.carePlan, "2024-01-20"))
        #expect(missingFacts("CP01", child, "2024-03-01") == [.practicability])
        #expect(told("CP02", child, "2024-03-01") == ["2024-01-10 2024-01-24 met"])
        let late = record(episode("2024-01-10", "S", "V2"), note, signed(.carePlan, "2024-02-01"))
        #expect(told("CP02", late, "2024-03-01") == ["2024-01-10 2024-01-24 met_late 8"])
        let none = record(episode("2024-01-10", "S", "V2"), note)
        #expect(told("CP02", none, "2024-01-24") == ["2024-01-10 2024-01-24 due"])
        #expect(told("CP02", none, "2024-01-25") == ["2024-01-10 2024-01-24 overdue 1"])
    }

    @Test func aPlacementPlanIsOfThePlacementThatItNames() {
        let moved = record(
            episode("2024-01-10", end: "2024-02-01", "X1"), episode("2024-02-01", "P", "C2", "U6"), note,
            signed(.placementPlan, "2024-01-12", [.placementFrom: .day(day("2024-01-10"))]))
        #expect(
            told("CP08", moved, "2024-03-01") == [
                "2024-01-10 2024-01-17 met", "2024-02-01 2024-02-08 overdue 22",
            ])
    }

    // MARK: Health, reviews

    @Test func theFirstHealthAssessmentCountsOnTheDayItWasHeld() {
        let sent = signed(
            .healthAssessment, "2024-03-01",
            [.consentSent: .day(day("2024-01-11")), .appointmentHeld: .day(day("2024-02-05"))])
        #expect(told("HE01", record(came, sent), "2024-03-01") == ["2024-01-10 2024-02-07 met"])
    }

    @Test func underFiveTheNextIsSixMonthsOnAndThenTwelve() {
        func held(_ when: String) -> [ChildEvent] {
            signed(.healthAssessment, when, [.appointmentHeld: .day(day(when))])
        }
        let young = record(born: "2021-01-01", came, held("2024-02-05"), held("2024-09-01"))
        #expect(
            told("HE02", young, "2024-10-01") == [
                "2024-02-05 2024-08-05 met_late 27", "2024-09-01 2025-03-01 due",
            ])
        let older = record(born: "2010-01-01", came, held("2024-02-05"))
        #expect(told("HE02", older, "2024-10-01") == ["2024-02-05 2025-02-05 due"])
    }

    @Test func aReviewSignedHereCountsAndSoDoesWhatFollowsIt() {
        let child = record(
            came, review("2024-02-01", "PN1"), signed(.review, "2024-04-20", [.participation: .choice("PN1")]))
        // The returns speak for no day after 31 March.
        let context = covered(through: 2023)
        #expect(
            told("RV02", child, "2024-06-01", context) == ["2024-02-01 2024-05-01 met"])
        #expect(told("RV03", child, "2024-06-01", context) == ["2024-04-20 2024-10-20 due"])
        #expect(told("RV03", child, "2024-11-01", context) == ["2024-04-20 2024-10-20 overdue 12"])
        #expect(told("RV10", child, "2024-06-01", context).last == "2024-04-20 - met")
    }

    @Test func aReviewThatAReturnAlsoTellsIsOne() {
        let child = record(came, review("2024-02-01", "PN1"), signed(.review, "2024-02-01"))
        #expect(ChildAsAt(child, day("2024-03-01")).reviews.map(\.review.participation) == ["PN1"])
    }
}
