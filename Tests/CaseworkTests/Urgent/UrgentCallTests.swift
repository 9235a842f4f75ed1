import Days
import Testing

@testable import Casework

/// What was said urgently climbs by the clock until somebody acknowledges it, and waits until an action is recorded.
struct UrgentCallTests {
    private static let said = Moment(Day(uncheckedYear: 2026, month: 3, day: 31), minute: 22 * 60 + 30).instant.at

    private func later(_ minutes: Int) -> Instant {
        Instant(milliseconds: Self.said.milliseconds + Int64(minutes) * 60_000)
    }

    private func record(_ more: [UrgentEvent] = []) -> ChildRecord {
        let word = UrgentWord(
            at: Self.said, by: "w", concern: .child, words: "She is not home", way: .manager,
            steps: [["m"], ["h"], ["d", "e"]], minutes: 60)
        var record = ChildRecord(id: ChildID(key: 1))
        for (place, event) in ([.said(word)] + more).enumerated() {
            record.apply(.urgent(event), origin: Origin(EventID(Int64(place + 7)), .recordedHere))
        }
        return record
    }

    private func act(_ minutes: Int) -> UrgentEvent {
        .acted(
            word: EventID(7),
            UrgentAction(
                at: later(minutes), by: "m", id: ItemID("A1")!, what: "Look for her", owner: "Ann",
                due: later(minutes).inLondon.day))
    }

    @Test func aStepIsToldEachHourAndNotAMinuteBefore() throws {
        let call = try #require(record().urgent.first)
        for (minutes, told) in [(0, 1), (59, 1), (60, 2), (119, 2), (120, 3), (5000, 3)] {
            #expect(call.told(by: later(minutes)).count == told, "after \(minutes) minutes")
        }
        #expect(call.told(by: later(200)).map(\.at) == [later(0), later(60), later(120)])
        #expect(call.climbs(after: later(30)) == later(60) && call.climbs(after: later(130)) == nil)
    }

    @Test func whatIsAcknowledgedClimbsNoFurther() throws {
        let call = try #require(record([.acknowledged(word: EventID(7), by: "m", at: later(59))]).urgent.first)
        #expect(call.told(by: later(600)).map(\.accounts) == [["m"]])
        #expect(call.climbs(after: later(59)) == nil)
        #expect(call.isOpen, "no action is recorded")
    }

    @Test func itIsOpenUntilItIsAcknowledgedAndAnActionIsRecorded() {
        let acknowledged = UrgentEvent.acknowledged(word: EventID(7), by: "m", at: later(5))
        #expect(record([act(4)]).urgent.first?.isOpen == true)
        let answered = record([acknowledged, act(9)])
        #expect(answered.urgent.first?.isOpen == false)
        #expect(answered.thread.actions.map(\.owner) == ["Ann"])
        var authority = Authority()
        authority.replace(record([acknowledged]))
        #expect(authority.mayNotBeSafe == [ChildID(key: 1)])
        authority.replace(answered)
        #expect(authority.mayNotBeSafe.isEmpty)
    }

    @Test func asAtADayNothingIsKnownThatCameAfterIt() {
        let day = Self.said.inLondon.day
        let whole = record([.acknowledged(word: EventID(7), by: "m", at: later(100)), act(110)])
        #expect(whole.asAt(day + -1).urgent.isEmpty)
        // An hour and a half later it is the next day.
        #expect(whole.asAt(day).urgent.first?.acknowledged.isEmpty == true)
        #expect(whole.asAt(day).urgent.first?.acted == nil && whole.asAt(day).thread.actions.isEmpty)
        #expect(whole.asAt(day + 1) == whole)
    }

    private func more(_ concern: UrgentConcern, about: [String] = [], steps: [[String]]) -> UrgentEvent {
        .added(
            word: EventID(7),
            UrgentAddition(at: later(70), concern: concern, about: about, words: "More", way: .manager, steps: steps))
    }

    @Test func whatIsAddedChangesNobodyWhereItIsAboutNobody() throws {
        let call = try #require(record([more(.child, steps: [["m"], ["h"], ["d", "e"]])]).urgent.first)
        #expect(call.hasWords && call.told(by: later(200)).map(\.at) == [later(0), later(60), later(120)])
    }

    @Test func whoeverItTurnsOutToBeAboutIsPassedOverFromThen() throws {
        let acknowledged = UrgentEvent.acknowledged(word: EventID(7), by: "m", at: later(5))
        let whole = record([acknowledged, act(9), more(.staff, about: ["m"], steps: [["h"], ["d", "e"]])])
        let call = try #require(whole.urgent.first)
        #expect(call.acknowledged.isEmpty && call.isOpen && call.concern == .staff && call.about == ["m"])
        #expect(call.told(by: later(131)).map(\.accounts) == [["m"], ["h"], ["d", "e"]], "who was told is kept")
        #expect(call.told(by: later(131)).map(\.at) == [later(0), later(70), later(130)])
        #expect(whole.thread.actions.isEmpty, "they may read the thread")
        // Nothing said later takes it back.
        let again = record([more(.staff, about: ["m"], steps: [["h"]]), more(.child, steps: [["m"]])])
        #expect(again.urgent.first?.concern == .staff && again.urgent.first?.about == ["m"])
    }

    /// Whoever was told may be another than those of the ladder now: it stays as it was, and what they answered does not.
    @Test func theAnswerOfWhoeverItIsAboutCountsForNothingThoughTheLadderIsTheSame() throws {
        let acknowledged = UrgentEvent.acknowledged(word: EventID(7), by: "x", at: later(5))
        let steps = [["m"], ["h"], ["d", "e"]]
        let call = try #require(record([acknowledged, more(.staff, about: ["x"], steps: steps)]).urgent.first)
        #expect(call.acknowledged.isEmpty && call.isOpen)
        #expect(call.told(by: later(131)).map(\.accounts) == [["m"], ["m"], ["h"]])
        #expect(call.told(by: later(131)).map(\.at) == [later(0), later(70), later(130)], "it begins again")
        let other = UrgentEvent.acknowledged(word: EventID(7), by: "m", at: later(5))
        let answered = try #require(record([other, more(.staff, about: ["x"], steps: steps)]).urgent.first)
        #expect(answered.acknowledged.map(\.by) == ["m"] && answered.told(by: later(131)).count == 1)
    }

    @Test func whatIsTakenBackClimbsNoFurtherAndWaitsToBeSeen() throws {
        let taken = UrgentEvent.takenBack(
            word: EventID(7), UrgentTakenBack(at: later(10), by: "w", because: "My sleeve"))
        let call = try #require(record([taken]).urgent.first)
        #expect(call.told(by: later(600)).map(\.accounts) == [["m"]] && call.climbs(after: later(10)) == nil)
        #expect(call.isOpen, "nobody has seen it")
        let seen = record([taken, .acknowledged(word: EventID(7), by: "m", at: later(20))])
        #expect(seen.urgent.first?.isOpen == false && seen.thread.actions.isEmpty)
        #expect(!taken.sentence.contains("sleeve"))
    }

    @Test func anAnswerToWhatWasNeverSaidChangesNothing() {
        let event = UrgentEvent.acknowledged(word: EventID(99), by: "m", at: later(5))
        #expect(record([event]).urgent == record().urgent)
    }

    @Test func noSentenceTellsWhatWasSaid() {
        let word = UrgentWord(
            at: Self.said, by: "w", concern: .staff, about: ["SW1"], who: "Bo", words: "hits", way: .nobody, steps: [],
            minutes: 60)
        for event in [UrgentEvent.said(word), act(1)] {
            for secret in ["hits", "Bo", "SW1", "Look"] { #expect(!event.sentence.contains(secret)) }
        }
    }
}
