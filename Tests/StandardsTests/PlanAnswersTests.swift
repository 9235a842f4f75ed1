import Casework
import Days
import Standards
import TestSupport
import Testing

/// What plans and assessments answer: yes, no, or so that nobody could tell.
struct PlanAnswersTests {
    private let came = episode("2024-01-10", "S", "V2")

    private func reviewed(_ when: String, _ answers: [CoreField: Answer] = [:]) -> [ChildEvent] {
        signed(.review, when, [.participation: .choice("PN1")].merging(answers) { $1 })
    }

    // MARK: A change of the plan (CP05)

    private func plan(_ when: String, _ permanence: String, _ more: [CoreField: Answer] = [:]) -> [ChildEvent] {
        signed(.carePlan, when, [.permanence: .choice(permanence)].merging(more) { $1 })
    }

    private func changed(_ between: [ChildEvent]..., because: String? = nil, then: [ChildEvent] = []) -> [String] {
        let more: [CoreField: Answer] = because.map { [.changedBecause: .text($0)] } ?? [:]
        return told(
            "CP05",
            record(
                came, plan("2024-02-10", "return_home"), between.flatMap { $0 }, plan("2024-04-10", "kinship", more),
                then), "2024-06-09")
    }

    @Test func aReviewConsidersAnotherLongTermPlanFirst() {
        let considered = reviewed("2024-04-01", [.permanenceConsidered: .text("With grandmother")])
        #expect(changed(considered) == ["2024-04-10 2024-04-10 met"])
        #expect(
            changed(reviewed("2024-04-01")) == ["2024-04-10 2024-04-10 unknown"],
            "of what was looked at it says nothing")
        #expect(changed() == ["2024-04-10 2024-04-10 overdue 60"])
        #expect(changed(then: review("2024-05-01", "PN1")) == ["2024-04-10 2024-04-10 met_late 21"])
        #expect(changed(because: "The court asked") == ["2024-04-10 2024-04-10 late_with_reason"])
    }

    @Test func onlyAnotherLongTermPlanIsAChange() {
        let child = record(
            came, plan("2024-02-10", "not_decided"), plan("2024-03-10", "kinship"), plan("2024-04-10", "kinship"))
        #expect(told("CP05", child, "2024-06-09") == [])
    }

    @Test func whereAReviewMayHaveBeenHeldElsewhereNobodyCanSay() {
        let child = record(came, plan("2024-02-10", "return_home"), plan("2024-04-10", "kinship"))
        #expect(told("CP05", child, "2024-06-09", covered([.episodes])) == ["2024-04-10 2024-04-10 unknown"])
    }

    // MARK: Copies of the plan (CP06)

    @Test func thePlanIsGivenToTheChildAndToWhoeverHoldsParentalResponsibility() {
        let people = signed(
            .people, "2024-01-12",
            [
                .network: .rows([
                    AnswerRow([
                        .person: .text("Ada"), .relation: .text("mother"), .parentalResponsibility: .choice("yes"),
                    ])
                ])
            ])
        func given(_ toMother: Bool) -> [ChildEvent] {
            var answers: [CoreField: Answer] = [
                .copyOf: .choice("care_plan"), .copyOfDay: .day(day("2024-02-10")),
                .givenToChild: .day(day("2024-02-12")),
            ]
            if toMother {
                answers[.given] = .rows([AnswerRow([.person: .text("Ada"), .on: .day(day("2024-02-20"))])])
            }
            return signed(.copiesGiven, "2024-02-20", answers)
        }
        let first = plan("2024-02-10", "kinship")
        #expect(
            duties("CP06", record(came, people, first, given(true)), "2024-06-01").map(\.done) == [day("2024-02-20")])
        #expect(told("CP06", record(came, people, first, given(true)), "2024-06-01") == ["2024-02-10 - met"])
        #expect(told("CP06", record(came, people, first, given(false)), "2024-06-01") == ["2024-02-10 - due"])
        #expect(told("CP06", record(came, people, first), "2024-06-01") == ["2024-02-10 - unknown"])
        #expect(told("CP06", record(came, first, given(true)), "2024-06-01") == ["2024-02-10 - unknown"])
        // A copy of something else tells nothing of a plan from before the first.
        let other = signed(
            .copiesGiven, "2024-05-02",
            [
                .copyOf: .choice("placement_plan"), .copyOfDay: .day(day("2024-05-01")),
                .givenToChild: .day(day("2024-05-02")),
            ])
        #expect(told("CP06", record(came, people, first, other), "2024-06-01") == ["2024-02-10 - unknown"])
        // The next plan is the one that is still to be given.
        let next = record(came, people, first, given(false), plan("2024-04-10", "kinship"))
        #expect(told("CP06", next, "2024-06-01") == ["2024-04-10 - due"])
    }

    // MARK: Who decides (CP09)

    @Test func delegatedAuthorityIsAskedWhereOthersCare() {
        func stands(_ type: PlacementType) -> [String] {
            let home = signed(.placementPlan, "2024-01-12", [.placementFrom: .day(day("2024-01-10"))])
            return told("CP09", record(episode("2024-01-10", "S", "C2", type), home), "2024-01-22")
        }
        for type: PlacementType in ["U6", "U3", "K2"] { #expect(stands(type).count == 1, "\(type)") }
        for type: PlacementType in ["P1", "P2", "A5"] { #expect(stands(type) == [], "\(type)") }
    }

    // MARK: Needs as somebody leaves care (LC09)

    @Test func anAssessmentForLeavingCareSpeaksUnderEachHead() {
        func ready(_ matters: [ReadyMatter]) -> Answer {
            .rows(matters.map { AnswerRow([.matter: .choice($0.rawValue), .ready: .choice("they_have_it")]) })
        }
        let skills = Answer.rows([
            AnswerRow([
                .id: .items([ItemID("N1")!]), .what: .text("To cook for one"),
                .area: .choice(NeedArea.selfCare.rawValue),
            ])
        ])
        let said = Answer.rows([AnswerRow([.id: .items([ItemID("V1")!]), .what: .text("My own front door")])])
        let matters: [ReadyMatter] = [.doctor, .work, .people, .bankAccount, .home]
        func stands(_ answers: [CoreField: Answer], _ more: [ChildEvent] = []) -> [String] {
            let assessment = signed(
                .assessment, "2024-05-01", answers.merging([.assessmentType: .choice("leaving_care")]) { $1 })
            return told("LC09", record(born: "2008-01-10", came, more, assessment), "2024-06-01")
        }
        let whole: [CoreField: Answer] = [.readiness: ready(matters), .needs: skills, .views: said]
        #expect(stands(whole) == ["2024-05-01 2024-05-01 met"])
        #expect(stands(whole.filter { $0.key != .needs }) == ["2024-05-01 2024-05-01 unknown"])
        #expect(stands(whole.filter { $0.key != .views }) == ["2024-05-01 2024-05-01 unknown"])
        for matter in matters {
            let short = whole.merging([.readiness: ready(matters.filter { $0 != matter })]) { $1 }
            #expect(stands(short) == ["2024-05-01 2024-05-01 unknown"], "\(matter)")
        }
        let alone: [ChildEvent] = [.identity(.unaccompanied(until: nil))]
        #expect(stands(whole, alone) == ["2024-05-01 2024-05-01 unknown"])
        #expect(
            stands(whole.merging([.readiness: ready(matters + [.papers])]) { $1 }, alone) == [
                "2024-05-01 2024-05-01 met"
            ])
        // Another assessment is not asked for it.
        let core = signed(.assessment, "2024-05-01", [.assessmentType: .choice("core")])
        #expect(told("LC09", record(born: "2008-01-10", came, core), "2024-06-01") == [])
    }
}
