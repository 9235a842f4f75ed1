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

    // MARK: Reviews

    private func reviewed(_ when: String, _ answers: [CoreField: Answer]) -> [ChildEvent] {
        signed(.review, when, [.participation: .choice("PN1")].merging(answers) { $1 })
    }

    @Test func thatTheIROSpokeAloneIsWhatTheReviewSays() {
        let wishes: [CoreField: Answer] = [.wishes: .text("To stay")]
        func stands(_ how: String, _ more: [CoreField: Answer] = [:]) -> String? {
            let answers = more.merging([.spokeAlone: .choice(how)]) { $1 }
            return told("RV07", record(came, reviewed("2024-02-01", answers)), "2024-02-11").last
        }
        #expect(stands("yes", wishes) == "2024-02-01 2024-02-01 met")
        // Spoken with, and what the child wants is not said.
        #expect(stands("yes") == "2024-02-01 2024-02-01 unknown")
        #expect(stands("declined", wishes) == "2024-02-01 2024-02-01 not_applicable")
        #expect(stands("not_appropriate", wishes) == "2024-02-01 2024-02-01 not_applicable")
        #expect(stands("no", wishes) == "2024-02-01 2024-02-01 overdue 10")
        #expect(
            told("RV07", record(came, review("2024-02-01", "PN1")), "2024-02-11") == ["2024-02-01 2024-02-01 unknown"])
    }

    @Test func whatOneReviewLeftAndTheNextDidIsLateAndNotOwedForEver() {
        let child = record(
            came, reviewed("2024-02-01", [.advocacyTold: .flag(false)]),
            reviewed("2024-04-25", [.advocacyTold: .flag(true)]))
        #expect(
            told("RI02", child, "2024-05-01") == ["2024-02-01 2024-02-01 met_late 84", "2024-04-25 2024-04-25 met"])
        #expect(told("RI02", child, "2024-03-01") == ["2024-02-01 2024-02-01 overdue 29"])
    }

    @Test(arguments: [
        ("RI01", CoreField.visitorConsidered, Answer.flag(true)), ("RI02", .advocacyTold, .flag(true)),
        ("RI03", .familyTimeConsidered, .text("Nan on Sundays")),
    ])
    func whatAReviewSaysItLookedAtItLookedAt(_ id: String, _ field: CoreField, _ answer: Answer) {
        #expect(
            told(id, record(came, reviewed("2024-02-01", [field: answer])), "2024-02-11") == [
                "2024-02-01 2024-02-01 met"
            ])
        #expect(told(id, record(came, reviewed("2024-02-01", [:])), "2024-02-11") == ["2024-02-01 2024-02-01 unknown"])
    }

    @Test func fromFifteenAndAHalfAReviewSaysWhatWasSaidOfGrowingUp() {
        func stands(_ born: String, _ answers: [CoreField: Answer]) -> [String] {
            told("LC13", record(born: born, came, reviewed("2024-02-01", answers)), "2024-02-11")
        }
        let said: [CoreField: Answer] = [.adulthood: .text("A bank account")]
        #expect(stands("2008-08-01", said) == ["2024-02-01 2024-02-01 met"])
        #expect(stands("2008-08-01", [:]) == ["2024-02-01 2024-02-01 unknown"])
        #expect(stands("2008-08-02", said) == [])
    }

    @Test func aReviewSaysWhenItHadTheReportAndSentWhatItDecided() {
        func stands(_ id: String, _ field: CoreField, _ said: String?) -> [String] {
            let answers = said.map { [field: Answer.day(day($0))] } ?? [:]
            return told(id, record(came, reviewed("2024-02-01", answers)), "2024-02-20")
        }
        // 1 February 2024 was a Thursday: three working days before it, Monday; five after it, the Thursday after.
        #expect(stands("IR05", .reportHad, "2024-01-29") == ["2024-02-01 2024-01-29 met"])
        #expect(stands("IR05", .reportHad, "2024-01-30") == ["2024-02-01 2024-01-29 met_late 1"])
        #expect(stands("IR05", .reportHad, nil) == ["2024-02-01 2024-01-29 unknown"])
        #expect(stands("IR06", .decisionsSent, "2024-02-08") == ["2024-02-01 2024-02-08 met"])
        #expect(stands("IR06", .decisionsSent, "2024-02-09") == ["2024-02-01 2024-02-08 met_late 1"])
        #expect(stands("IR06", .decisionsSent, "2024-02-21") == ["2024-02-01 2024-02-08 unknown"], "a day to come")
    }

    @Test func theRecordOfAReviewIsGivenOutWhenEverybodyWhoIsToHaveItHasACopy() {
        let parent = AnswerRow([
            .person: .text("Ada"), .relation: .text("mother"), .parentalResponsibility: .choice("yes"),
        ])
        let people = signed(.people, "2024-01-12", [.network: .rows([parent])])
        func given(_ child: String, _ parent: String) -> [ChildEvent] {
            let row = AnswerRow([.person: .text("Ada"), .on: .day(day(parent))])
            return signed(
                .copiesGiven, parent,
                [
                    .copyOf: .choice("review"), .copyOfDay: .day(day("2024-02-01")),
                    .givenToChild: .day(day(child)), .given: .rows([row]),
                ])
        }
        let review = reviewed("2024-02-01", [:])
        // Twenty working days after 1 February 2024: 29 February.
        #expect(
            told("IR08", record(came, people, review, given("2024-02-20", "2024-02-29")), "2024-04-01") == [
                "2024-02-01 2024-02-29 met"
            ])
        #expect(
            told("IR08", record(came, people, review, given("2024-02-20", "2024-03-01")), "2024-04-01") == [
                "2024-02-01 2024-02-29 met_late 1"
            ])
        #expect(told("IR08", record(came, people, review), "2024-04-01") == ["2024-02-01 2024-02-29 unknown"])
        #expect(
            told("IR08", record(came, review, given("2024-02-20", "2024-02-21")), "2024-04-01") == [
                "2024-02-01 2024-02-29 unknown"
            ], "nobody is recorded who holds parental responsibility")
    }

    @Test func theFirstReviewSaysThatTheIROHadSpokenWithTheChild() {
        func stands(_ how: String) -> [String] {
            told("IR03", record(came, reviewed("2024-02-01", [.spokeAlone: .choice(how)])), "2024-03-01")
        }
        #expect(stands("yes") == ["2024-01-10 2024-02-01 met"])
        #expect(stands("no") == ["2024-01-10 2024-02-07 unknown"])
        // A later review says nothing of the first.
        #expect(
            told(
                "IR03",
                record(came, review("2024-01-30", "PN1"), reviewed("2024-02-01", [.spokeAlone: .choice("yes")])),
                "2024-03-01") == ["2024-01-10 2024-02-07 unknown"])
    }

    @Test func thePlacementPlanSaysWhoWasToldOfItAndWhen() {
        func stands(_ id: String, _ answers: [CoreField: String]) -> [String] {
            var plan: [CoreField: Answer] = [.placementFrom: .day(day("2024-01-10"))]
            for (field, said) in answers { plan[field] = .day(day(said)) }
            return told(id, record(came, signed(.placementPlan, "2024-01-12", plan)), "2024-03-01")
        }
        // Five working days after 10 January 2024: the 17th.
        #expect(stands("HE04", [.healthTold: "2024-01-17"]) == ["2024-01-10 2024-01-17 met"])
        #expect(stands("HE04", [.healthTold: "2024-01-18"]) == ["2024-01-10 2024-01-17 met_late 1"])
        #expect(stands("HE04", [.everybodyTold: "2024-01-11"]) == ["2024-01-10 2024-01-17 unknown"])
        #expect(
            stands("CP17", [.healthTold: "2024-01-11", .everybodyTold: "2024-01-18"]) == [
                "2024-01-10 2024-01-17 met_late 1"
            ])
        #expect(stands("CP17", [.everybodyTold: "2024-01-11"]) == ["2024-01-10 2024-01-17 unknown"])
        #expect(stands("IR04", [.moveToldIro: "2024-01-10"]) == [], "coming into care is no move")
    }

    @Test func theIROIsToldOfAMoveOnTheDayItBeginsAtTheLatest() {
        func stands(_ said: String?) -> [String] {
            let plan = signed(
                .placementPlan, "2024-02-20",
                [.placementFrom: .day(day("2024-02-19"))].merging(
                    said.map { [.moveToldIro: .day(day($0))] } ?? [:]
                ) { $1 })
            let moved = Episode(
                start: day("2024-02-19"), reason: "P", legalStatus: "C2", need: "N1", placement: "U6", provider: "PR1",
                homePostcode: .blank, placementPostcode: "SV12AB")
            return told(
                "IR04",
                record(episode("2024-01-10", end: "2024-02-19"), [.episode(.started(moved))], plan), "2024-03-01")
        }
        #expect(stands("2024-02-16") == ["2024-02-19 2024-02-19 met"])
        #expect(stands("2024-02-20") == ["2024-02-19 2024-02-19 met_late 1"])
        #expect(stands(nil) == ["2024-02-19 2024-02-19 unknown"])
    }

    // MARK: Health and leaving care

    @Test func theCarePlanHoldsTheHealthPlan() {
        let plan = signed(.carePlan, "2024-01-20", [.health: .text("Glasses")])
        #expect(told("HE05", record(came, plan), "2024-03-01") == ["2024-01-10 2024-02-07 met"])
        #expect(
            told("HE05", record(came, signed(.carePlan, "2024-01-20")), "2024-03-01") == [
                "2024-01-10 2024-02-07 unknown"
            ])
        #expect(told("HE05", record(came, note), "2024-02-08") == ["2024-01-10 2024-02-07 overdue 1"])
    }

    @Test func aHealthAssessmentWithItsThreeDaysInOrderShowsHowLongEachTook() {
        func stands(_ sent: String, _ held: String, _ back: String?) -> [String] {
            var answers: [CoreField: Answer] = [.consentSent: .day(day(sent)), .appointmentHeld: .day(day(held))]
            if let back { answers[.reportReceived] = .day(day(back)) }
            return told("HE12", record(came, signed(.healthAssessment, "2024-02-20", answers)), "2024-03-01")
        }
        #expect(stands("2024-01-12", "2024-02-01", "2024-02-20") == ["2024-02-01 - met"])
        #expect(stands("2024-01-12", "2024-02-01", nil) == ["2024-02-01 - unknown"])
        #expect(stands("2024-02-12", "2024-02-01", "2024-02-20") == ["2024-02-01 - unknown"])
        #expect(told("HE12", record(came), "2024-03-01") == [])
    }

    @Test func aYoungPersonsNeedsAreAssessedInTimeAndTheirPlanLookedAtAgain() {
        let young = episode("2022-01-10")
        func stands(_ id: String, _ at: String, _ more: [ChildEvent]...) -> [String] {
            told(id, record(born: "2008-01-20", young, more.flatMap { $0 }), at)
        }
        let assessment = signed(.assessment, "2024-03-01", [.assessmentType: .choice("leaving_care")])
        #expect(stands("LC01", "2024-05-01", assessment) == ["2024-01-20 2024-04-20 met"])
        #expect(stands("LC01", "2024-05-01", assessed("2024-03-01")) == ["2024-01-20 2024-04-20 unknown"])
        let plan = signed(.pathwayPlan, "2024-04-01")
        #expect(stands("LC03", "2024-10-01", plan) == ["2024-04-01 2024-10-01 due"])
        #expect(stands("LC03", "2024-10-04", plan) == ["2024-04-01 2024-10-01 overdue 3"])
        #expect(
            stands("LC03", "2024-10-04", plan, signed(.pathwayPlan, "2024-09-30")) == [
                "2024-04-01 2024-10-01 met", "2024-09-30 2025-03-30 due",
            ])
        #expect(
            stands("LC04", "2024-05-01", worker("P1", "2024-01-02", role: .personalAdviser)) == [
                "2024-01-20 2024-01-20 met"
            ])
        // Named later in the staff file: somebody may have been there before.
        #expect(
            stands("LC04", "2024-05-01", worker("P1", "2024-03-02", role: .personalAdviser)) == [
                "2024-01-20 2024-01-20 unknown"
            ])
    }
}
