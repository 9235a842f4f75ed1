import Casework
import Days
import TestSupport
import Testing

/// What is handed over from one worker to another.
struct HandoverTests {
    private static func item(_ name: String, _ more: [RecordColumn: Answer] = [:]) -> AnswerRow {
        AnswerRow(more.merging([.item: .items([ItemID(name)!])]) { $1 })
    }

    private static func handed(_ when: String, _ items: String...) -> [ChildEvent] {
        signed(.handover, when, [.handedOver: .rows(items.map { item($0) })])
    }

    private static func taken(_ when: String, _ name: String, _ state: String, due: String? = nil) -> [ChildEvent] {
        var more: [RecordColumn: Answer] = [.state: .choice(state)]
        if let due { more[.due] = .day(day(due)) }
        return signed(.takingOver, when, [.takenOver: .rows([item(name, more)])])
    }

    private static func action(_ name: String) -> [ChildEvent] {
        signed(.caseNote, "2026-01-05", [.actions: .rows([item(name, [.id: .items([ItemID(name)!])])])])
    }

    private static func waiting(_ events: [ChildEvent]..., on when: String = "2026-03-01") throws -> [String] {
        let thread = ChildAsAt(
            record([action("A1"), action("A2")].flatMap(\.self) + events.flatMap(\.self)), day(when)
        )
        .record.thread
        return thread.waiting(of: try #require(thread.handovers.last)).map(\.name)
    }

    @Test func eachThingWaitsUntilItIsAccepted() throws {
        let handed = Self.handed("2026-02-01", "A1", "A2")
        #expect(try Self.waiting(handed) == ["A1", "A2"])
        #expect(try Self.waiting(handed, Self.taken("2026-02-03", "A1", "accepted")) == ["A2"])
        #expect(try Self.waiting(handed, Self.taken("2026-02-03", "A1", "sent_back")) == ["A1", "A2"])
    }

    @Test func theLastWordStandsAndADayBeforeItDoesNotKnowIt() throws {
        let said = [
            Self.handed("2026-02-01", "A1"), Self.taken("2026-02-03", "A1", "accepted"),
            Self.taken("2026-02-05", "A1", "sent_back"),
        ].flatMap(\.self)
        #expect(try Self.waiting(said) == ["A1"])
        #expect(try Self.waiting(said, on: "2026-02-04") == [])
        #expect(try Self.waiting(said, on: "2026-02-02") == ["A1"])
    }

    @Test func whatWasDoneSinceNeedsNobodysWord() throws {
        let done = signed(
            .caseNote, "2026-02-10",
            [
                .progress: .rows([
                    AnswerRow([
                        .action: .items([ItemID("A1")!]), .state: .choice("done"), .on: .day(day("2026-02-10")),
                    ])
                ])
            ])
        #expect(try Self.waiting(Self.handed("2026-02-01", "A1", "A2"), done) == ["A2"])
    }

    @Test func aNewDayMovesTheActionAndKeepsTheOneBefore() {
        let child = record(
            Self.action("A1"), Self.handed("2026-02-01", "A1"),
            Self.taken("2026-02-03", "A1", "accepted", due: "2026-05-01"))
        #expect(child.thread.actions.first?.due == day("2026-05-01"))
        #expect(child.thread.actions.first?.dues.map(\.set) == [day("2026-02-03")])
    }

    @Test func aHandoverIsOfTheChangeThatItIsNear() throws {
        let child = record(
            episode("2026-01-01"), worker("SW1", "2026-01-01", "2026-02-20"), worker("SW2", "2026-02-20"),
            Self.action("A1"), Self.handed("2026-02-16", "A1"))
        let now = ChildAsAt(child, day("2026-03-01"))
        let change = try #require(now.lastChangeOfWorker)
        #expect((change.from, change.to, change.day) == ("SW1", "SW2", day("2026-02-20")))
        #expect(now.handover(of: change)?.on == day("2026-02-16"))
        let before = ChildAsAt(child, day("2026-02-18"))
        #expect(before.lastChangeOfWorker == nil)
        let long = record(
            episode("2026-01-01"), worker("SW1", "2026-01-01", "2026-02-20"), worker("SW2", "2026-02-20"),
            Self.action("A1"), Self.handed("2026-01-10", "A1"))
        #expect(ChildAsAt(long, day("2026-03-01")).handover(of: change) == nil)
    }
}
