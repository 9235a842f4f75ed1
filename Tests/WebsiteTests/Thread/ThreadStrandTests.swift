import Casework
import Days
import HTML
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

    @Test func whatShowsItStandsWithEachPartLatestFirstWithTheWordsThatMayBeRead() throws {
        func shows(_ when: String, _ what: String, _ class: InformationClass = .ordinary) -> [ChildEvent] {
            let cells: [RecordColumn: Answer] = [
                .item: Self.named("O1", "N1"), .what: .text(what), .informationClass: .choice(`class`.rawValue),
            ]
            return signed(.directWork, when, [.evidences: .rows([Self.row(cells)])])
        }
        let more = [
            shows("2025-03-02", "Two wakings"), shows("2025-03-09", "Asleep by nine"),
            shows("2025-03-16", "What a police officer said", .police), shows("2025-03-23", "Through the night"),
        ]
        let child = record(Self.events[0], Self.events[1], more[0], more[1], more[2], more[3])
        let told = zip(child.records, [Self.events[1]] + more).compactMap { held, events in
            events[0].record.map { ToldRecord(event: held.origin.event, record: $0) }
        }
        func sleep(whole: Bool) -> ThreadStrand? {
            let words = ThreadWords(told, by: day("2025-04-01"), mayRead: { $0 == .ordinary })
            let strands = ThreadStrands(
                ChildAsAt(child, day("2025-04-01")), joins: [], words: words, whole: whole
            ).strands()
            return strands.first { $0.title == "To sleep" }
        }
        let strand = try #require(sleep(whole: false))
        let shown = try #require(strand.outcomes.first).shownBy
        #expect(shown.shown.map(\.words) == ["Through the night", nil, "Asleep by nine"] && shown.earlier == 1)
        #expect(shown.shown[0].name == "direct work of 23 March 2025" && shown.count == 4)
        #expect(sleep(whole: true)?.shownBy.shown.count == 4)
        #expect(strand.steps.map(\.shownBy.isEmpty) == strand.steps.map { _ in true })
        var page = Writer()
        ThreadPicture(strands: [strand]).draw(into: &page)
        #expect(String(decoding: page.bytes, as: UTF8.self).contains("4 records show it"))
    }

    @Test(arguments: [
        ("To sleep through the night", 12, 2, ["To sleep", "through the…"]),
        ("Short", 12, 2, ["Short"]), ("", 5, 1, [""]), ("Donaudampfschiff", 6, 2, ["Donau…"]),
    ]) func aTitleBreaksBetweenWords(_ text: String, letters: Int, most: Int, lines: [String]) {
        #expect(text.lines(of: letters, most: most) == lines)
    }
}
