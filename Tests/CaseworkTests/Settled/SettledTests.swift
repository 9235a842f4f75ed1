import Casework
import Days
import TestSupport
import Testing

/// What is settled with the people around a child: who agrees, who decides, what is ready, who consents, who came.
struct SettledTests {
    private static func refusals(_ kind: RecordKind, _ field: CoreField, _ cells: [RecordColumn: Answer]) -> [String] {
        RecordingTests.refusals(
            RecordCommand(
                kind: kind, day: RecordingTests.day, form: RecordingTests.form,
                answers: [field: .rows([AnswerRow(cells)])])
        ).filter { $0.hasPrefix(field.name + "[") }
    }

    // MARK: What a row has to say

    @Test func whereTheCarerDoesNotDecideThePlanSaysWhy() {
        func asked(_ decides: String) -> [String] {
            Self.refusals(
                .placementPlan, .delegatedDecisions,
                [.matter: .choice("school"), .what: .text("A trip"), .decides: .choice(decides)])
        }
        #expect(asked("the_carer") == [])
        for other in ["a_parent", "the_council", "the_young_person"] {
            #expect(asked(other) == ["delegated_decisions[1].because"])
        }
    }

    @Test func whoAgreesSaysWhenAndWhoDoesNotSaysWhatTheyThink() {
        func asked(_ said: String) -> [String] {
            Self.refusals(
                .carePlan, .agreements, [.person: .text("Mum"), .role: .choice("parent"), .agreed: .choice(said)])
        }
        #expect(asked("agreed") == ["agreements[1].on"])
        #expect(asked("not_agreed") == ["agreements[1].on", "agreements[1].because"])
        #expect(asked("could_not_be_asked") == ["agreements[1].because"])
    }

    @Test func whatIsBeingWorkedOnSaysWithWhomAndByWhen() {
        func asked(_ state: String, _ more: [RecordColumn: Answer] = [:]) -> [String] {
            Self.refusals(
                .pathwayPlan, .readiness,
                [.matter: .choice("savings"), .ready: .choice(state)].merging(more) { $1 })
        }
        #expect(asked("they_have_it") == [])
        #expect(asked("working_on_it") == ["readiness[1].owner", "readiness[1].due"])
        #expect(asked("not_needed") == ["readiness[1].because"])
        #expect(
            asked("working_on_it", [.owner: .text("The team"), .due: .day(RecordingTests.day)]) == [
                "readiness[1].owner"
            ], "one person, as of every action")
    }

    @Test func aNeedIsAnsweredByAnActionOrByWhyThereIsNone() {
        let need: [RecordColumn: Answer] = [.need: .items([ItemID("N1")!])]
        #expect(Self.refusals(.carePlan, .needsAnswered, need).contains("needs_answered[1].because"))
        let said = need.merging([.because: .text("Met at home")]) { $1 }
        #expect(!Self.refusals(.carePlan, .needsAnswered, said).contains("needs_answered[1].because"))
    }

    @Test func aPlanNamesWhoAgreesInRowsOrAsBeforeInWords() {
        func lacks(_ answers: [CoreField: Answer]) -> Bool {
            RecordingTests.refusals(
                RecordCommand(
                    kind: .carePlan, day: RecordingTests.day, form: RecordingTests.form, answers: answers)
            ).contains("agreements")
        }
        #expect(lacks([:]))
        #expect(!lacks([.agreement: .text("Mum agreed.")]))
        let row = AnswerRow([
            .person: .text("Mum"), .role: .choice("parent"), .agreed: .choice("agreed"), .on: .day(RecordingTests.day),
        ])
        #expect(!lacks([.agreements: .rows([row])]))
    }

    // MARK: What a need is answered with

    private static func plan(_ when: String, _ cells: [RecordColumn: Answer]...) -> [ChildEvent] {
        let rows = cells.map { AnswerRow([.need: .items([ItemID("N1")!])].merging($0) { $1 }) }
        return signed(.carePlan, when, rows.isEmpty ? [:] : [.needsAnswered: .rows(rows)])
    }

    private static func left(_ child: ChildRecord, on when: String) -> [String] {
        let asAt = ChildAsAt(child, day(when))
        return asAt.record.needsUnanswered(on: asAt.day).map(\.id.name)
    }

    @Test func theReasonOfThePlanInForceStandsAndTheNextPlanIsAskedAgain() {
        let child = record(
            assessed("2026-01-05"), Self.plan("2026-01-10", [.because: .text("Met at home")]), Self.plan("2026-03-01"))
        #expect(Self.left(child, on: "2026-01-09") == ["N1"])
        #expect(Self.left(child, on: "2026-02-28") == [])
        #expect(Self.left(child, on: "2026-03-01") == ["N1"])
        // Before it is signed the next plan of the kind lists it; a plan of another kind does not.
        let asAt = ChildAsAt(child, day("2026-02-28")).record
        #expect(asAt.needsToAnswer(in: .carePlan, on: day("2026-02-28")).map(\.id.name) == ["N1"])
        #expect(asAt.needsToAnswer(in: .pathwayPlan, on: day("2026-02-28")) == [])
    }

    @Test func anActionThatAPlanNamesForANeedIsForItFromThatDay() {
        let action = AnswerRow([
            .id: .items([ItemID("A1")!]), .what: .text("A night light"), .owner: .text("Carer"),
        ])
        let child = record(
            assessed("2026-01-05"), signed(.caseNote, "2026-01-06", [.actions: .rows([action])]),
            Self.plan("2026-01-10", [.action: .items([ItemID("A1")!])]))
        #expect(Self.left(child, on: "2026-01-09") == ["N1"])
        #expect(ChildAsAt(child, day("2026-01-09")).record.thread.actions[0].addresses == [])
        #expect(Self.left(child, on: "2026-01-10") == [])
        #expect(ChildAsAt(child, day("2026-01-10")).record.thread.actions[0].addresses.map(\.name) == ["N1"])
        // A later plan need not say it again: the action is for it.
        #expect(Self.left(record(assessed("2026-01-05"), Self.plan("2026-01-10")), on: "2026-01-10") == ["N1"])
    }

    // MARK: The last word

    private static func consent(_ when: String, _ person: String, _ said: String, until: String? = nil) -> [ChildEvent]
    {
        var cells: [RecordColumn: Answer] = [
            .matter: .choice("photographs"), .person: .text(person), .consent: .choice(said), .on: .day(day(when)),
        ]
        if let until { cells[.until] = .day(day(until)) }
        return signed(.people, when, [.consents: .rows([AnswerRow(cells)])])
    }

    @Test func ofEachPersonTheLastWordOnAConsentStandsUntilItsDay() {
        let child = record(
            Self.consent("2026-01-05", "Kay  Example", "given", until: "2026-06-30"),
            Self.consent("2026-01-06", "Sam Example", "refused"), Self.consent("2026-02-01", "kay example", "withdrawn")
        )
        #expect(
            child.thread.consents.map(\.what) == [.consent(.photos, .withdrawn), .consent(.photos, .refused)])
        let before = ChildAsAt(child, day("2026-01-31")).record.thread.consents
        #expect(before.map(\.what) == [.consent(.photos, .given), .consent(.photos, .refused)])
        #expect(before[0].holds(on: day("2026-06-30")) && !before[0].holds(on: day("2026-07-01")))
    }

    @Test func whereAYoungPersonStandsIsTheLastWordOfEachPart() {
        func said(_ kind: RecordKind, _ when: String, _ state: String) -> [ChildEvent] {
            signed(
                kind, when, [.readiness: .rows([AnswerRow([.matter: .choice("savings"), .ready: .choice(state)])])])
        }
        let child = record(
            said(.pathwayPlan, "2026-01-05", "working_on_it"), said(.review, "2026-02-05", "they_have_it"))
        #expect(child.thread.readiness.mapValues(\.what) == [.savings: .readiness(.savings, .have)])
        #expect(child.thread.readiness[.savings]?.from == .review)
    }

    @Test func whatTheChildToldAloneIsNotKeptWhereEverybodyReads() {
        let row = AnswerRow([
            .matter: .choice("school"), .what: .text("A secret"), .decides: .choice("the_carer"),
            .informationClass: .choice("private_talk"),
        ])
        let child = record(signed(.placementPlan, "2026-01-05", [.delegatedDecisions: .rows([row])]))
        #expect(child.thread.settled.map(\.words) == [""])
        #expect(child.thread.settled.map(\.what) == [.decision(.education, .carer)])
    }
}
