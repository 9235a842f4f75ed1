import Casework
import Days
import TestSupport
import Testing

@testable import Website

/// The thread as a page draws it: nothing that is done for a child is left out of it.
struct ThreadStrandTests {
    private static func row(_ cells: [RecordColumn: Answer]) -> AnswerRow { AnswerRow(cells) }
    private static func named(_ ids: String...) -> Answer { .items(ids.map { ItemID($0)! }) }

    private static func action(_ id: String, for addresses: [String], due: String = "2025-06-01") -> AnswerRow {
        row([
            .id: named(id), .what: .text("Do \(id)"), .owner: .text("Ann Worker"), .due: .day(day(due)),
            .addresses: .items(addresses.map { ItemID($0)! }),
        ])
    }

    private static let events: [[ChildEvent]] = [
        episode("2025-01-10"),
        signed(
            .assessment, "2025-02-01",
            [
                .needs: .rows([
                    row([.id: named("N1"), .what: .text("To sleep"), .evidence: .text("Awake at three")]),
                    row([.id: named("N2"), .what: .text("To read")]),
                ]),
                .risks: .rows([
                    row([.id: named("R1"), .what: .text("Traffic"), .level: .choice("low")]),
                    row([.id: named("R2"), .what: .text("A car outside"), .level: .choice("high")]),
                ]),
                .outcomes: .rows([
                    row([
                        .id: named("O1"), .what: .text("Sleeps through"), .need: named("N1"),
                        .baseline: .text("Three wakings"), .target: .text("None"), .measureBy: .day(day("2025-05-01")),
                    ])
                ]),
                .views: .rows([row([.id: named("V1"), .what: .text("I want to see nan")])]),
                .actions: .rows([
                    action("A1", for: ["N1"]), action("A2", for: ["V1"]), action("A3", for: []),
                    action("A4", for: ["O1"]),
                ]),
            ]),
        signed(
            .visit, "2025-03-01",
            [
                .measurements: .rows([
                    row([
                        .outcome: named("O1"), .value: .text("one waking"), .change: .choice("better"),
                        .on: .day(day("2025-03-01")),
                    ])
                ]),
                .progress: .rows([
                    row([
                        .action: named("A1"), .state: .choice("done"), .on: .day(day("2025-03-01")),
                        .effect: .text("She sleeps"),
                    ])
                ]),
                .movedDates: .rows([
                    row([
                        .action: named("A4"), .due: .day(day("2025-07-01")), .because: .text("Nan was ill"),
                    ])
                ]),
                .closed: .rows([row([.item: named("N2"), .because: .text("She reads")])]),
            ]),
    ]

    private static func strands(by: String = "2025-04-01", told: Bool = true) -> [ThreadStrand] {
        let record = record(events[0], events[1], events[2])
        let words = events.flatMap(\.self).enumerated().compactMap { place, event in
            event.record.map { ToldRecord(event: EventID(Int64(place)), record: $0) }
        }
        let child = ChildAsAt(record, day(by))
        return ThreadStrands(
            child, joins: [], words: ThreadWords(told ? words : [], by: day(by), mayRead: { $0 != .privateTalk })
        ).strands()
    }

    @Test func theHighestRiskIsFirstAndWhatIsClosedLast() {
        #expect(
            Self.strands().map(\.title) == [
                "A car outside", "Traffic", "To sleep", "“I want to see nan”",
                "Not joined to a need, a risk or what the child said", "To read",
            ])
        #expect(Self.strands().map(\.isClosed) == [false, false, false, false, false, true])
        #expect(Self.strands(by: "2025-02-10").last?.isClosed == false, "not closed yet on that day")
    }

    @Test func everythingThatIsDoneStandsInTheStrandThatItIsFor() {
        let strands = Self.strands()
        #expect(strands[2].steps.map(\.id.name) == ["A1", "A4"])
        #expect(strands[3].steps.map(\.id.name) == ["A2"])
        #expect(strands[4].steps.map(\.id.name) == ["A3"])
        #expect(Set(strands.flatMap(\.steps).map(\.id.name)) == ["A1", "A2", "A3", "A4"])
        #expect(strands[0].isLeft && !strands[2].isLeft && !strands[5].isLeft)
    }

    @Test func theWordsOfEachPartStandWithItAndAMovedDayKeepsTheFirst() throws {
        let sleep = Self.strands()[2]
        #expect(sleep.evidence == "Awake at three")
        let outcome = try #require(sleep.outcomes.first)
        #expect(outcome.more == ["How it was: Three wakings", "How it should be: None"])
        #expect(outcome.came == "Better on 1 March 2025: one waking" && outcome.state == "Look again by 1 May 2025")
        #expect(sleep.steps[0].came == "She sleeps" && sleep.steps[0].isEnded)
        #expect(sleep.steps[1].state == "Ann Worker, by 1 July 2025")
        #expect(
            sleep.steps[1].more == [
                "First by 1 June 2025", "On 1 March 2025 moved to 1 July 2025, because: Nan was ill",
            ])
        let unread = Self.strands(told: false)[2]
        #expect(unread.evidence == nil && unread.steps[1].more.last == "On 1 March 2025 moved to 1 July 2025")
    }

    @Test(arguments: [
        ("To sleep through the night", 12, 2, ["To sleep", "through the…"]),
        ("Short", 12, 2, ["Short"]), ("", 5, 1, [""]), ("Donaudampfschiff", 6, 2, ["Donau…"]),
    ]) func aTitleBreaksBetweenWords(_ text: String, letters: Int, most: Int, lines: [String]) {
        #expect(text.lines(of: letters, most: most) == lines)
    }
}
