import Casework
import Days
import Standards
import TestSupport
import Testing

/// What becomes of a review's decisions, and whether it looked at all that it must.
struct ReviewAnswersTests {
    private let came = episode("2024-01-10", "S", "V2")

    // MARK: The decisions of a review (IR07)

    private func reviewed(_ when: String, _ answers: [CoreField: Answer] = [:]) -> [ChildEvent] {
        signed(.review, when, [.participation: .choice("PN1")].merging(answers) { $1 })
    }

    private func answered(_ when: String, _ how: String, of review: String = "2024-02-01") -> [ChildEvent] {
        signed(.managementDecision, when, [.decisionsAnswer: .choice(how), .ofReview: .day(day(review))])
    }

    private func decisions(_ more: [ChildEvent]..., asAt: String = "2024-03-01") -> [String] {
        let sent = reviewed("2024-02-01", [.decisionsSent: .day(day("2024-02-06"))])
        return told("IR07", record(came, sent, more.flatMap { $0 }), asAt)
    }

    @Test func aManagerAnswersTheDecisionsWithinFiveWorkingDays() {
        #expect(decisions(answered("2024-02-13", "agreed")) == ["2024-02-06 2024-02-13 met"])
        #expect(decisions(answered("2024-02-13", "challenged")) == ["2024-02-06 2024-02-13 met"])
        #expect(decisions(answered("2024-02-02", "agreed")) == ["2024-02-06 2024-02-13 met"], "at the meeting, even")
        #expect(decisions(answered("2024-02-14", "challenged")) == ["2024-02-06 2024-02-13 met_late 1"])
    }

    @Test func silenceAgrees() {
        #expect(decisions(asAt: "2024-02-13") == ["2024-02-06 2024-02-13 due"])
        #expect(decisions(asAt: "2024-02-14") == ["2024-02-06 2024-02-13 not_applicable"])
        #expect(decisions(answered("2024-02-20", "agreed")) == ["2024-02-06 2024-02-13 not_applicable"])
        #expect(
            decisions(answered("2024-02-12", "agreed", of: "2023-08-01")) == ["2024-02-06 2024-02-13 not_applicable"])
    }

    @Test func withoutTheDayTheyWereSentNobodyCanSay() {
        #expect(told("IR07", record(came, reviewed("2024-02-01")), "2024-03-01") == ["2024-02-01 - unknown"])
        #expect(told("IR07", record(came, review("2024-02-01", "PN1")), "2024-03-01") == ["2024-02-01 - unknown"])
        let nothing = reviewed("2024-02-01", [.decisions: .noneBecause("nothing new")])
        #expect(told("IR07", record(came, nothing), "2024-03-01") == [])
    }

    // MARK: What was decided is carried out (RV09)

    /// A decision of 1 February, to be done by 1 March, and what later reviews found of it.
    private func carriedOut(_ found: (String, ActionState)..., asAt: String, ended: String? = nil) -> [String] {
        let decided = reviewed(
            "2024-02-01",
            [
                .decisions: .rows([
                    AnswerRow([
                        .id: .items([ItemID("D1")!]), .what: .text("Swimming"), .owner: .text("Ann Worker"),
                        .due: .day(day("2024-03-01")),
                    ])
                ])
            ])
        let later = found.flatMap { when, state in
            let row = AnswerRow([.decision: .items([ItemID("D1")!]), .state: .choice(state.rawValue)])
            return reviewed(when, [.decisionsLooked: .rows([row])])
        }
        let care = ended.map { episode("2024-01-10", "S", "V2", end: $0, "E4A") } ?? came
        return told("RV09", record(care, decided, later), asAt)
    }

    @Test func aDecisionIsOwedByItsDayAndALaterReviewFindsItDoneOrNot() {
        #expect(carriedOut(asAt: "2024-03-01") == ["2024-02-01 2024-03-01 due"])
        #expect(carriedOut(asAt: "2024-03-02") == ["2024-02-01 2024-03-01 unknown"], "nobody has looked")
        #expect(
            carriedOut(("2024-02-20", .goingOn), asAt: "2024-03-02") == ["2024-02-01 2024-03-01 unknown"],
            "nobody has looked since its day")
        for state in [ActionState.goingOn, .partly, .notDone] {
            #expect(
                carriedOut(("2024-04-01", state), asAt: "2024-04-10") == ["2024-02-01 2024-03-01 overdue 40"],
                "\(state)")
        }
        #expect(carriedOut(("2024-04-01", .done), asAt: "2024-04-10") == ["2024-02-01 2024-03-01 met"])
        #expect(
            carriedOut(("2024-04-01", .notDone), ("2024-05-01", .done), asAt: "2024-05-10") == [
                "2024-02-01 2024-03-01 met_late 61"
            ])
        #expect(carriedOut(("2024-04-01", .stopped), asAt: "2024-04-10") == ["2024-02-01 2024-03-01 not_applicable"])
    }

    @Test func nothingIsOwedOnceCareHasEnded() {
        #expect(carriedOut(asAt: "2024-04-10", ended: "2024-02-20") == ["2024-02-01 2024-03-01 not_applicable"])
        #expect(
            carriedOut(("2024-03-05", .notDone), asAt: "2024-05-10", ended: "2024-03-11") == [
                "2024-02-01 2024-03-01 overdue 10"
            ])
    }

    // MARK: Schedule 7 (RV11)

    @Test func aReviewThatSpeaksOfEachMatterConsideredThem() {
        let all: [CoreField: Answer] = [
            .changesConsidered: .text("A new school"), .permanenceConsidered: .text("Still right"),
            .familyTimeConsidered: .text("Saturdays"), .placementConsidered: .text("Likes it"),
            .educationConsidered: .text("Reads"), .healthConsidered: .text("Well"),
            .identityConsidered: .text("Church"),
            .advocacyTold: .flag(true), .wishes: .text("To stay"),
        ]
        func stands(_ answers: [CoreField: Answer], born: String = "2015-05-10", _ more: [ChildEvent]...) -> String? {
            told("RV11", record(born: born, came, reviewed("2024-05-01", answers), more.flatMap { $0 }), "2024-06-01")
                .last
        }
        #expect(stands(all) == "2024-05-01 2024-05-01 met")
        for field in all.keys {
            #expect(stands(all.filter { $0.key != field }) == "2024-05-01 2024-05-01 unknown", "\(field)")
        }
        // Under four nobody goes to school; from sixteen growing up is looked at too.
        #expect(
            stands(all.filter { $0.key != .educationConsidered }, born: "2020-05-02") == "2024-05-01 2024-05-01 met")
        #expect(stands(all, born: "2008-05-01") == "2024-05-01 2024-05-01 unknown")
        #expect(
            stands(all.merging([.adulthood: .text("A bank account")]) { $1 }, born: "2008-05-01")
                == "2024-05-01 2024-05-01 met")
    }

    @Test func whatTheReviewBeforeDecidedIsLookedAt() {
        let decided = Answer.rows([
            AnswerRow([
                .id: .items([ItemID("D1")!]), .what: .text("Swimming"), .owner: .text("Ann Worker"),
                .due: .day(day("2024-03-01")),
            ])
        ])
        let all: [CoreField: Answer] = Dictionary(
            uniqueKeysWithValues: [
                CoreField.changesConsidered, .permanenceConsidered, .familyTimeConsidered, .placementConsidered,
                .educationConsidered, .healthConsidered, .identityConsidered, .wishes,
            ].map { ($0, .text("So")) }
        ).merging([.advocacyTold: .flag(true)]) { $1 }
        let first = reviewed("2024-02-01", [.decisions: decided])
        func stands(_ more: [CoreField: Answer]) -> String? {
            told("RV11", record(came, first, reviewed("2024-05-01", all.merging(more) { $1 })), "2024-06-01").last
        }
        #expect(stands([:]) == "2024-05-01 2024-05-01 unknown")
        let looked = Answer.rows([
            AnswerRow([.decision: .items([ItemID("D1")!]), .state: .choice(ActionState.done.rawValue)])
        ])
        #expect(stands([.decisionsLooked: looked]) == "2024-05-01 2024-05-01 met")
    }
}
