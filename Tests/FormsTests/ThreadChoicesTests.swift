import Casework
import Days
import Forms
import Testing

/// What a row may be joined to: what is near stands first, and nothing is lost behind it.
struct ThreadChoicesTests {
    private static let day = KnownAnswersTests.day

    /// Ten needs, a later one each day; a risk and an outcome for the oldest need; an action for the outcome.
    private static func thread() throws -> ChildThread {
        let needs = (1...10).map { number in
            KnownAnswersTests.record(
                .assessment, day - 100 + number,
                [
                    .needs: .rows([
                        AnswerRow([
                            .id: .items([ItemID("N\(number)")!]), .what: .text("Need \(number)"),
                            .area: .choice("health"),
                        ])
                    ])
                ])
        }
        let plan = KnownAnswersTests.record(
            .carePlan, day - 50,
            [
                .risks: .rows([
                    AnswerRow([
                        .id: .items([ItemID("R1")!]), .what: .text("The quay"), .level: .choice("high"),
                    ])
                ]),
                .outcomes: .rows([
                    AnswerRow([
                        .id: .items([ItemID("O1")!]), .what: .text("Sleeps"), .need: try KnownAnswersTests.item("N2"),
                    ])
                ]),
                .actions: .rows([
                    AnswerRow([
                        .id: .items([ItemID("A1")!]), .what: .text("Light"),
                        .addresses: .items([ItemID("O1")!, ItemID("R1")!]),
                    ])
                ]),
            ])
        return KnownAnswersTests.child(needs + [plan]).record.thread
    }

    private static func names(_ choices: [ThreadChoices.Choice]) -> [String] { choices.map(\.id.name) }

    @Test func aShortListIsShownWholeLatestFirst() throws {
        let choices = ThreadChoices([.outcome], of: try Self.thread())
        #expect(Self.names(choices.near) == ["O1"] && choices.more.isEmpty)
    }

    @Test func ofALongListTheLatestAreShownAndTheRestIsAStepAway() throws {
        let choices = ThreadChoices([.need], of: try Self.thread(), few: 6)
        #expect(Self.names(choices.near) == ["N10", "N9", "N8", "N7", "N6"])
        #expect(Self.names(choices.more) == ["N5", "N4", "N3", "N2", "N1"])
    }

    @Test func whatThePurposeIsForComesFirstWithTheNeedBehindAnOutcome() throws {
        let a1 = try #require(ItemID("A1"))
        let choices = ThreadChoices(
            [], of: try Self.thread(), purpose: [a1], named: [try #require(ItemID("N5"))], few: 6)
        #expect(Self.names(choices.near) == ["O1", "N2", "R1", "A1", "N5"])
        #expect(choices.more.count == 8)
    }

    @Test func whatIsChosenIsSeenAndStaysWhereItIsClosed() throws {
        let n1 = try #require(ItemID("N1"))
        #expect(Self.names(ThreadChoices([.need], of: try Self.thread(), chosen: [n1]).near).first == "N1")
        var thread = try Self.thread()
        let over = KnownAnswersTests.record(
            .caseNote, Self.day,
            [.closed: .rows([AnswerRow([.item: .items([n1]), .because: .text("Met")])])])
        thread =
            KnownAnswersTests.child([
                KnownAnswersTests.record(
                    .assessment, Self.day - 9,
                    [
                        .needs: .rows([
                            AnswerRow([.id: .items([n1]), .what: .text("Need 1"), .area: .choice("health")])
                        ])
                    ]), over,
            ]).record.thread
        #expect(ThreadChoices([.need], of: thread).near.isEmpty)
        #expect(Self.names(ThreadChoices([.need], of: thread, chosen: [n1]).near) == ["N1"])
    }

    @Test func nothingIsOfferedTwiceAndNothingIsLeftOut() throws {
        let thread = try Self.thread()
        let all = Set(Self.names(ThreadChoices([], of: thread).near + ThreadChoices([], of: thread).more))
        let near = ["A1", "N3", "N3", "O1"].compactMap { ItemID($0) }
        let choices = ThreadChoices([], of: thread, chosen: near, purpose: near, named: near)
        let names = Self.names(choices.near + choices.more)
        #expect(Set(names) == all && names.count == all.count)
    }

    @Test func amongSeveralKindsEachSaysWhatItIs() throws {
        let choices = ThreadChoices([], of: try Self.thread(), few: 20).near
        let words = Dictionary(uniqueKeysWithValues: choices.map { ($0.id.name, $0.what) })
        #expect(words["N1"] == "Need: Need 1" && words["R1"] == "Risk: The quay")
        #expect(words["O1"] == "Wanted: Sleeps" && words["A1"] == "Action: Light")
        #expect(
            ThreadChoices([.outcome], of: try Self.thread()).near.map(\.what) == ["Sleeps"], "the question has said it")
        let closed = try #require(ItemID("N1"))
        let named = ThreadChoices([.need, .outcome], of: try Self.thread(), chosen: [closed]).near.first
        #expect(named?.what == "Need: Need 1")
    }

    @Test func whatIsChosenAndNotOpenAnyMoreSaysItsKindToo() throws {
        let n1 = try #require(ItemID("N1"))
        let closing = KnownAnswersTests.record(
            .caseNote, Self.day, [.closed: .rows([AnswerRow([.item: .items([n1]), .because: .text("Met")])])])
        let need = KnownAnswersTests.record(
            .assessment, Self.day - 9,
            [.needs: .rows([AnswerRow([.id: .items([n1]), .what: .text("To sleep"), .area: .choice("health")])])])
        let thread = KnownAnswersTests.child([need, closing]).record.thread
        #expect(ThreadChoices([], of: thread, chosen: [n1]).near.map(\.what) == ["Need: To sleep"])
    }
}
