import Casework
import Days
import Oversight
import Standards
import TestSupport
import Testing

/// What of a child is in the pool of a month: closed by “none, because…”, by “still right”, or within a minute, and nothing else.
struct ClosedItemTests {
    private static let child = ChildID(key: 1)
    private static let month = Month("2024-05")!
    private static let signer = Actor.account("u1")

    /// Events told one after another, each at a time of its own.
    private struct Telling {
        private(set) var events: [Recorded<ChildEvent>] = []

        mutating func tell(
            _ told: [ChildEvent], by author: Actor = signer, at instant: Instant = time("2024-05-10", 600),
            correcting: EventID? = nil
        ) {
            for event in told {
                let seq = Int64(events.count + 1)
                events.append(
                    Recorded(
                        id: EventID(seq), stream: child.stream, version: Int(seq), occurred: Moment(day("2024-05-10")),
                        recorded: instant, author: author, source: .recordedHere, corrects: correcting, event: event))
            }
        }

        func closed(in month: Month = month) -> ClosedItems {
            ClosedItems(of: child, told: events, in: month, covered())
        }
    }

    private static func time(_ iso: String, _ minute: Int, seconds: Int = 0) -> Instant {
        let at = Moment(day(iso), minute: minute).instant.at
        return Instant(milliseconds: at.milliseconds + Int64(seconds) * 1000)
    }

    private let none: [CoreField: Answer] = [.actions: .noneBecause("All is in hand")]

    private func beginning() -> Telling {
        var telling = Telling()
        telling.tell(
            [.identity(.described(ChildDetails(birthDate: day("2014-05-10"), sex: "F")))] + episode("2024-01-10")
                + worker("SW1", "2024-01-10"), by: Actor("cli:import"), at: Self.time("2024-05-01", 60))
        return telling
    }

    @Test func aNoneBecauseOfTheMonthIsInThePoolAndOneOfAnotherIsNot() throws {
        var telling = beginning()
        telling.tell(visit("2024-04-30", none))
        telling.tell(visit("2024-05-01", none), at: Self.time("2024-05-10", 700))
        telling.tell(visit("2024-05-31", [.actions: .noneBecause(" ")]), at: Self.time("2024-05-31", 700))
        let item = try #require(telling.closed().items.first)
        #expect(telling.closed().items.count == 1)
        #expect(item.on == day("2024-05-01") && item.closings == [.noneBecause] && item.fields == [.actions])
        #expect(item.by == Self.signer && item.record == .visit)
        #expect(telling.closed(in: Self.month.previous).items.map(\.on) == [day("2024-04-30")])
    }

    @Test func aRecordThatWasPutRightIsInThePoolAsItStands() {
        var telling = beginning()
        telling.tell(visit("2024-05-01", none))
        let first = telling.events[telling.events.count - 1].id
        guard case .signed(let record) = visit("2024-05-01")[0] else { return }
        telling.tell([.corrected(record, retired: [])], at: Self.time("2024-05-12", 600), correcting: first)
        #expect(telling.closed().items.isEmpty)
    }

    @Test func aStillRightIsInThePoolOfTheMonthItWasSaidInAndALaterIsNot() {
        let answer = { (word: JoinAnswer.Word, at: Instant) in
            ChildEvent.join(
                .answered(
                    JoinAnswer(
                        kind: "change_not_looked_at", about: nil, facts: ["x"], word: word, because: "Next door",
                        by: "u1", at: at)))
        }
        var telling = beginning()
        let at = Self.time("2024-05-20", 600)
        telling.tell([answer(.stillRight(after: day("2024-05-03"), [.plan]), at)], at: at)
        telling.tell([answer(.later(until: day("2024-06-03")), at)], at: at)
        #expect(telling.closed().items.map(\.closings) == [[.stillRight]])
        telling.tell([.retracted], correcting: telling.events[telling.events.count - 2].id)
        #expect(telling.closed().items.isEmpty)
    }

    /// A need with no action, and a plan for it `seconds` after the same person's last word.
    private func mended(after seconds: Int, by author: Actor = signer) -> ClosedItems {
        var telling = beginning()
        telling.tell(assessed("2024-05-10"), by: Self.signer)
        let action = AnswerRow([
            .id: .items([ItemID("A1")!]), .what: .text("Ask nan"), .owner: .text("Ann"), .due: .day(day("2024-06-10")),
            .purpose: .text("Sleep"), .addresses: .items([ItemID("N1")!]),
        ])
        telling.tell(
            signed(.caseNote, "2024-05-10", [.significant: .choice("none"), .actions: .rows([action])]), by: author,
            at: Self.time("2024-05-10", 600, seconds: seconds))
        return telling.closed()
    }

    @Test func whatTheSamePersonMendedWithinAMinuteIsInThePoolAndAMomentLaterIsNot() {
        #expect(mended(after: 60).items.map(\.mended) == [["need_without_action"]])
        #expect(mended(after: 60).items.first?.closings == [.withinAMinute])
        #expect(mended(after: 61).items.isEmpty)
        #expect(mended(after: 30, by: .account("u2")).items.isEmpty, "somebody else had their own time")
    }

    @Test func howLongItTookIsNotKnownOfWhatAProgramWroteDown() {
        #expect(mended(after: 30, by: Actor("cli:ann")).untimed == 1)
        #expect(mended(after: 30).untimed == 0)
    }
}
