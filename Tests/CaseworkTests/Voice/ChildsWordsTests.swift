import Casework
import Days
import TestSupport
import Testing

/// What a child said is read in the child's own words, with what became of it.
struct ChildsWordsTests {
    static let view = ItemID("V1")!

    static let told: [ToldRecord] = [
        ChronologyTests.record(
            101, .visit, "2025-06-01",
            [
                .childsWords: .text("The light helps"),
                .views: .rows([
                    AnswerRow([
                        .id: .items([view]), .what: .text("I want to see nan"), .clearlySaid: .flag(true),
                    ])
                ]),
            ]),
        ChronologyTests.record(
            102, .review, "2025-07-02",
            [
                .viewsAnswered: .rows([
                    AnswerRow([
                        .view: .items([view]), .done: .text("Nan comes on Sundays"), .told: .text("By Ann, at bedtime"),
                    ])
                ])
            ]),
        ChronologyTests.record(
            103, .directWork, "2025-05-01",
            [
                .childsWords: .text("Blue"),
                .classes: .rows([
                    AnswerRow([.question: .text("childs_words"), .informationClass: .choice("private_talk")])
                ]),
            ]),
    ]

    @Test func eachThingSaidStandsWithItsDayAndItsSourceEarliestFirst() {
        let said = ChildsWords.of(Self.told, by: day("2025-12-31"))
        #expect(said.map(\.words) == ["Blue", "The light helps", "I want to see nan"])
        #expect(said.map(\.record.seq) == [103, 101, 101] && said[2].isClearlySaid && !said[1].isClearlySaid)
        #expect(said[0].informationClass == .privateTalk && said[1].informationClass == .ordinary)
    }

    @Test func whatWasDoneAndWhatTheChildWasToldStandWithWhatTheySaid() throws {
        let said = ChildsWords.of(Self.told, by: day("2025-12-31"))
        let answer = try #require(said[2].answers.first)
        #expect(answer.done == "Nan comes on Sundays" && answer.told == "By Ann, at bedtime")
        #expect(answer.day == day("2025-07-02") && answer.record == EventID(102))
        #expect(said[1].answers.isEmpty)
    }

    @Test func anAnswerOfALaterDayIsNotKnownYet() {
        #expect(ChildsWords.of(Self.told, by: day("2025-07-01")).last?.answers.isEmpty == true)
    }
}
