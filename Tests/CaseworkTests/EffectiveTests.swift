import Casework
import Days
import Testing

/// What stands after corrections and retractions.
struct EffectiveTests {
    private func recorded(_ seq: Int64, _ event: ChildEvent, corrects: Int64? = nil) -> Recorded<ChildEvent> {
        Recorded(
            id: EventID(seq), stream: ChildID(key: 7).stream, version: Int(seq), occurred: Moment(Day(ordinal: 0)),
            recorded: Instant(milliseconds: seq), author: Actor("test"), source: .recordedHere,
            corrects: corrects.map { EventID($0) }, event: event)
    }

    private func review(_ ordinal: Int32) -> ChildEvent { .reviewHeld(Review(day: Day(ordinal: ordinal))) }

    private func days(_ events: [Recorded<ChildEvent>]) -> [Int32] {
        ChildRecord(id: ChildID(key: 7), folding: events).reviews.map(\.day.ordinal)
    }

    @Test func aChainOfCorrectionsResolvesToItsLast() {
        #expect(
            days([recorded(1, review(1)), recorded(2, review(2), corrects: 1), recorded(3, review(3), corrects: 2)])
                == [3])
        #expect(
            days([recorded(1, review(1)), recorded(2, review(2), corrects: 1), recorded(3, review(3), corrects: 1)])
                == [3])
    }

    @Test func retractingACorrectionBringsBackTheOneBefore() {
        let events = [
            recorded(1, review(1)), recorded(2, review(2), corrects: 1), recorded(3, .retracted, corrects: 2),
        ]
        #expect(days(events) == [1])
    }

    @Test func retractingTheFactTakesItOffTheRecordAndRetractingThatBringsItBack() {
        var events = [
            recorded(1, review(1)), recorded(2, review(2), corrects: 1), recorded(3, .retracted, corrects: 1),
        ]
        #expect(days(events) == [])
        events.append(recorded(4, .retracted, corrects: 3))
        #expect(days(events) == [2])
    }

    @Test func aCorrectionNamesTheFactByItsFirstEvent() {
        let record = ChildRecord(
            id: ChildID(key: 7), folding: [recorded(1, review(1)), recorded(2, review(2), corrects: 1)])
        #expect(record.reviews.map(\.origin.event) == [EventID(1)])
    }

    /// One took the review back, another undid that, and a third undid the undoing.
    @Test func aRetractionOfARetractionOfARetractionIsARetraction() {
        var events = [
            recorded(1, review(1)), recorded(2, .retracted, corrects: 1), recorded(3, .retracted, corrects: 2),
        ]
        #expect(days(events) == [1])
        events.append(recorded(4, .retracted, corrects: 3))
        #expect(days(events) == [])
        events.append(recorded(5, .retracted, corrects: 4))
        #expect(days(events) == [1])
    }

    @Test func undoingTheRetractionOfACorrectionBringsTheCorrectionBack() {
        let events = [
            recorded(1, review(1)), recorded(2, review(2), corrects: 1), recorded(3, .retracted, corrects: 2),
            recorded(4, .retracted, corrects: 3),
        ]
        #expect(days(events) == [2])
    }

    @Test func aCorrectionAfterARetractionBringsTheFactBack() {
        let events = [
            recorded(1, review(1)), recorded(2, .retracted, corrects: 1), recorded(3, review(3), corrects: 1),
        ]
        #expect(days(events) == [3])
        #expect(days(events + [recorded(4, .retracted, corrects: 3)]) == [])
    }

    @Test func aCorrectionOfWhatIsNotHereStandsByItselfAndSoDoesItsRetraction() {
        #expect(days([recorded(5, review(5), corrects: 2)]) == [5])
        #expect(days([recorded(5, .retracted, corrects: 2)]) == [])
        #expect(days([recorded(5, review(5), corrects: 2), recorded(6, .retracted, corrects: 5)]) == [])
    }
}
