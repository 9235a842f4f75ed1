import Casework
import Days
import Standards
import TestSupport
import Testing

/// What plans that were signed here say of what the law has in them: yes, no, or so that nobody could tell.
struct PlannedTests {
    private let accommodated = episode("2024-01-10", "S", "V2")

    private static let parts: [CoreField: Answer] = Dictionary(
        uniqueKeysWithValues: [
            CoreField.health, .education, .emotional, .identity, .familyAndSocial, .socialPresentation, .selfCare,
            .wishes,
        ].map { ($0, .text("So")) })

    private static func plan(_ when: String, _ more: [CoreField: Answer] = [:]) -> [ChildEvent] {
        signed(.carePlan, when, parts.merging([.permanence: .choice("kinship")]) { $1 }.merging(more) { $1 })
    }

    private static func home(_ when: String, _ more: [CoreField: Answer] = [:]) -> [ChildEvent] {
        signed(.placementPlan, when, [.placementFrom: .day(day("2024-01-10"))].merging(more) { $1 })
    }

    @Test func withNoPlanSignedNothingIsAskedOfOne() {
        for id in ["CP03", "CP04", "CP05", "CP06", "CP09", "CP10", "CP32", "RV06", "RI05", "LC09"] {
            #expect(told(id, record(accommodated, review("2024-02-01", "PN1")), "2024-03-01") == [])
        }
    }

    // MARK: The care plan

    @Test func aCarePlanIsWholeWithThePlanOfTheHomeAndAnIRO() {
        let iro = worker("I1", "2024-01-11", role: .iro)
        let whole = record(accommodated, iro, Self.home("2024-01-12"), Self.plan("2024-01-20"))
        #expect(told("CP03", whole, "2024-03-01") == ["2024-01-20 2024-01-20 met"])
        #expect(
            missingFacts("CP03", record(accommodated, Self.plan("2024-01-20")), "2024-03-01") == [
                [.placementPlan, .iroAppointment]
            ])
        let bare = signed(.carePlan, "2024-01-20", [.health: .text("Well")])
        #expect(told("CP03", record(accommodated, bare), "2024-01-25") == ["2024-01-20 2024-01-20 overdue 5"])
        #expect(
            told(
                "CP03", record(accommodated, iro, Self.home("2024-01-12"), bare, Self.plan("2024-01-27")), "2024-03-01")
                == ["2024-01-20 2024-01-20 met_late 7", "2024-01-27 2024-01-27 met"])
    }

    @Test func aCarePlanSaysWhatTheChildWantsAndWhoTheyAre() {
        #expect(
            told("RI05", record(accommodated, Self.plan("2024-01-20")), "2024-02-01") == ["2024-01-20 2024-01-20 met"])
        for field in [CoreField.wishes, .identity] {
            let bare = signed(.carePlan, "2024-01-20", Self.parts.filter { $0.key != field })
            #expect(
                told("RI05", record(accommodated, bare), "2024-02-01") == ["2024-01-20 2024-01-20 overdue 12"],
                "\(field)")
        }
    }

    @Test func theLongTermPlanIsDecidedOrStillOwed() {
        let open = Self.plan("2024-01-20", [.permanence: .choice("not_decided")])
        #expect(told("CP32", record(accommodated, open), "2024-02-01") == ["2024-01-20 2024-01-20 overdue 12"])
        #expect(
            told("CP32", record(accommodated, open, Self.plan("2024-02-20")), "2024-03-01") == [
                "2024-01-20 2024-01-20 met_late 31", "2024-02-20 2024-02-20 met",
            ])
        // The next plan owes it, and this one no more.
        let again = Self.plan("2024-02-20", [.permanence: .choice("not_decided")])
        #expect(told("CP32", record(accommodated, open, again), "2024-03-01") == ["2024-02-20 2024-02-20 overdue 10"])
    }

    private static func said(_ rows: (Around, Agreement)...) -> [CoreField: Answer] {
        [
            .agreements: .rows(
                rows.map { role, said in
                    AnswerRow([
                        .person: .text(role.title), .role: .choice(role.rawValue), .agreed: .choice(said.rawValue),
                    ])
                })
        ]
    }

    private func agreed(_ answers: [CoreField: Answer], born: String = "2015-05-10") -> [String] {
        told("CP04", record(born: born, accommodated, Self.plan("2024-01-20", answers)), "2024-01-30")
            .map { String($0.dropFirst("2024-01-20 2024-01-20 ".count)) }
    }

    @Test func aPlanIsAgreedWithAParentAndOfACarersAgreementNobodyCanSay() {
        #expect(agreed(Self.said((.parent, .agreed))) == ["met"])
        #expect(agreed(Self.said((.parent, .notAgreed), (.parent, .agreed))) == ["met"])
        #expect(agreed(Self.said((.parent, .notAgreed), (.carer, .agreed))) == ["overdue 10"])
        #expect(agreed(Self.said((.parent, .notAsked), (.carer, .agreed))) == ["unknown"], "it may be today's carer")
        #expect(agreed(Self.said((.parent, .notAsked))) == ["unknown"])
        #expect(agreed([.agreement: .text("Mum agreed.")]) == ["unknown"], "of words alone nobody can say")
    }

    @Test func fromSixteenTheYoungPersonMayAgreeAlone() {
        let own = Self.said((.child, .agreed))
        #expect(agreed(own) == ["unknown"])
        #expect(agreed(own, born: "2008-01-20") == ["met"])
        #expect(agreed(own, born: "2008-01-21") == ["unknown"])
        // Sixteen by one of two birth dates: nobody can say.
        let other: [ChildEvent] = [.identity(.alsoDescribed(birthDate: day("2008-06-01"), sex: ""))]
        let either = record(born: "2007-06-01", accommodated, other, Self.plan("2024-01-20", own))
        #expect(told("CP04", either, "2024-01-30") == ["2024-01-20 2024-01-20 unknown"])
        #expect(agreed(Self.said((.child, .agreed), (.parent, .notAgreed)), born: "2007-01-20") == ["unknown"])
    }

    @Test func inCareNobodyIsAskedToAgree() {
        let child = record(episode("2024-01-10", "S", "C2"), Self.plan("2024-01-20", Self.said((.parent, .notAgreed))))
        #expect(told("CP04", child, "2024-01-30") == [])
    }

    // MARK: The placement plan

    @Test func whoDecidesIsSaidForEachHeadThatTheLawNames() {
        func stands(_ answers: [CoreField: Answer]) -> [String] {
            told("CP09", record(accommodated, Self.home("2024-01-12", answers)), "2024-01-22")
        }
        func rows(_ matters: [DelegatedMatter]) -> [CoreField: Answer] {
            [
                .delegatedDecisions: .rows(
                    matters.map {
                        AnswerRow([
                            .matter: .choice($0.rawValue), .what: .text("Yes"), .decides: .choice("the_carer"),
                        ])
                    })
            ]
        }
        #expect(stands(rows(DelegatedMatter.needed)) == ["2024-01-12 2024-01-12 met"])
        #expect(stands(rows(DelegatedMatter.needed.dropLast())) == ["2024-01-12 2024-01-12 overdue 10"])
        #expect(stands([.delegatedAuthority: .text("Haircuts")]) == ["2024-01-12 2024-01-12 unknown"])
        #expect(stands([:]) == ["2024-01-12 2024-01-12 overdue 10"])
    }

    @Test func thePlanOfAnotherHomeMendsNothing() {
        let later = signed(
            .placementPlan, "2024-02-12",
            [.placementFrom: .day(day("2024-02-10")), .familyAndSocial: .text("Saturdays")])
        #expect(
            told("CP10", record(accommodated, Self.home("2024-01-12"), later), "2024-03-01") == [
                "2024-01-12 2024-01-12 overdue 49", "2024-02-12 2024-02-12 met",
            ])
    }

    // MARK: Reviews, and after care

    @Test func aReviewInSeveralMeetingsEndsWithinTwentyWorkingDays() {
        func stands(_ first: String) -> [String] {
            let answers: [CoreField: Answer] = [.participation: .choice("PN1"), .firstMeeting: .day(day(first))]
            return told("RV06", record(accommodated, signed(.review, "2024-02-29", answers)), "2024-03-10")
        }
        // Twenty working days after 1 February 2024: the 29th.
        #expect(stands("2024-02-01") == ["2024-02-01 2024-02-29 met"])
        #expect(stands("2024-01-31") == ["2024-01-31 2024-02-28 met_late 1"])
        #expect(stands("2024-02-29") == [], "one meeting is no series")
    }
}
