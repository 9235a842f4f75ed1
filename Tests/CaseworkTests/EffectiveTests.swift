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

    /// Over histories of random corrections, the fold of a prefix never depends on what came after.
    @Test func whatComesLaterChangesNoEarlierAnswer() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            var events: [Recorded<ChildEvent>] = []
            for seq in 1...Int64.random(in: 2...12, using: &random) {
                let target = Bool.random(using: &random) && seq > 1 ? Int64.random(in: 1..<seq, using: &random) : nil
                let retracts = target != nil && Int.random(in: 0..<3, using: &random) == 0
                events.append(recorded(seq, retracts ? .retracted : review(Int32(seq)), corrects: target))
            }
            let cut = Int.random(in: 1...events.count, using: &random)
            let before = days(Array(events.prefix(cut)))
            #expect(days(events.filter { $0.id.seq <= Int64(cut) }) == before)
            #expect(effective(events).allSatisfy { $0.event != .retracted })
        }
    }
}
