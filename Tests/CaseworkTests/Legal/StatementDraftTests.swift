import Casework
import Days
import TestSupport
import Testing

/// A statement for court says what the records say, and nothing else.
struct StatementDraftTests {
    static let told: [ToldRecord] = [
        ChronologyTests.record(
            101, .visit, "2025-06-01",
            [
                .seen: .flag(true), .alone: .choice("alone"), .observations: .text("Chatty. The bedroom is warm."),
                .childsWords: .text("I like the dog"), .purpose: .text("How nights go"),
                .views: .rows([
                    AnswerRow([.what: .text("I want to see nan")]),
                    AnswerRow([.what: .text("I am afraid"), .informationClass: .choice("private_talk")]),
                ]),
            ]),
        ChronologyTests.record(
            102, .caseNote, "2025-07-02",
            [
                .subject: .text("A call from the police"), .observations: .text("A man was arrested"),
                .classes: .rows([
                    AnswerRow([.question: .text("observations"), .informationClass: .choice("police")])
                ]),
            ]),
        ChronologyTests.record(103, .legalPlanning, "2025-07-03", [.decided: .text("To wait")]),
        ChronologyTests.record(
            104, .personalEducationPlan, "2025-08-03", [.school: .text("Larkrise"), .attendance: .text("Every day")]),
        ChronologyTests.record(105, .carePlan, "2025-09-03", [.permanence: .choice("return_home")]),
        ChronologyTests.record(
            106, .placementPlan, "2025-09-04",
            [
                .agreements: .rows([
                    AnswerRow([
                        .person: .text("Kay Example"), .role: .choice("parent"), .agreed: .choice("not_agreed"),
                        .because: .text("Wants Sundays too"),
                    ])
                ])
            ]),
    ]

    static func draft(_ names: String...) -> StatementDraft {
        let child = ChildAsAt(TestSupport.record(episode("2025-01-10")), day("2025-12-31"))
        return StatementDraft(
            from: names.compactMap { ItemID($0) }, of: Chronology(child, told: told), told: told)
    }

    @Test func itsFactsAreTheRecordsOwnWordsWithTheirDayAndSource() {
        let draft = Self.draft("record-101", "care-2025-01-10")
        #expect(
            draft.facts.map(\.what) == [
                "Came into care, to live in: \(PlacementType("U6").meaning); under: full care order",
                "The child said: “I like the dog”", "Chatty. The bedroom is warm.",
                "The child said: “I want to see nan”",
            ])
        #expect(draft.facts[0].source == "Care record, 10 January 2025")
        #expect(draft.facts[1].source == "Visit of 1 June 2025, record 101" && draft.facts[1].day == day("2025-06-01"))
    }

    @Test func whatIsNotOrdinaryIsPassedOverAndCountedAndThePrivateTalkNotEvenThat() {
        let draft = Self.draft("record-101", "record-102", "record-103")
        let words = draft.facts.map(\.what).joined(separator: " ")
        for secret in ["arrested", "To wait", "afraid"] { #expect(!words.contains(secret)) }
        #expect(draft.passedOver == 2 && words.contains("A call from the police"))
    }

    @Test func whereTheChildLearnsIsNotDrawn() {
        #expect(Self.draft("record-104").facts.map(\.what) == ["Every day"])
    }

    @Test func aChoiceIsSaidWithWhatItAnswers() {
        #expect(Self.draft("record-105").facts.map(\.what) == ["Permanence: return home"])
    }

    @Test func whoAgreedIsDrawnWithWhatTheySaid() {
        #expect(Self.draft("record-106").facts.map(\.what) == ["Kay Example: not agreed: Wants Sundays too"])
    }

    @Test func whatWasNotChosenIsNotInIt() {
        #expect(Self.draft().facts.isEmpty)
        #expect(Self.draft("record-999").facts.isEmpty)
    }
}
