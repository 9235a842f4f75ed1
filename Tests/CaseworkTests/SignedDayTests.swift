import Days
import TestSupport
import Testing

@testable import Casework

/// The day on which a record was first signed.
struct SignedDayTests {
    private static func told(
        _ seq: Int64, _ event: ChildEvent, on when: String, corrects: Int64? = nil
    ) -> Recorded<ChildEvent> {
        Recorded(
            id: EventID(seq), stream: ChildID(key: 1).stream, version: Int(seq), occurred: Moment(day("2024-02-01")),
            recorded: Moment(day(when)).instant.at, author: Actor("a worker"), source: .recordedHere,
            corrects: corrects.map { EventID($0) }, event: event)
    }

    private static let note = SignedRecord(
        kind: .caseNote, day: day("2024-02-01"), form: FormEdition(version: 1, digest: 1),
        answers: [.subject: .text("School")])

    private static func signed(_ events: [Recorded<ChildEvent>]) -> [Day?] {
        ChildRecord(id: ChildID(key: 1), folding: events).records.map(\.signed)
    }

    @Test func itIsTheDayOfTheFirstVersionWhateverWasPutRightSince() {
        let first = Self.told(1, .signed(Self.note), on: "2024-02-05")
        #expect(Self.signed([first]) == [day("2024-02-05")])
        let corrected = Self.told(2, .corrected(Self.note, retired: []), on: "2024-03-01", corrects: 1)
        #expect(Self.signed([first, corrected]) == [day("2024-02-05")])
    }

    @Test func whatWasMovedHereWasSignedWhereItWasWritten() {
        let carried = Carried(
            from: EventID(9), signedBy: Actor("a worker"), signedAt: Moment(day("2024-02-03")).instant.at)
        let moved = Self.told(1, .wrongChild(.movedHere(Self.note, carried)), on: "2024-05-01")
        #expect(Self.signed([moved]) == [day("2024-02-03")])
        let corrected = Self.told(2, .corrected(Self.note, retired: []), on: "2024-06-01", corrects: 1)
        #expect(Self.signed([moved, corrected]) == [day("2024-02-03")])
    }

    /// An erased version is not among the events.
    @Test func whereTheFirstVersionIsErasedNobodyKnows() {
        let second = Self.told(2, .corrected(Self.note, retired: []), on: "2024-03-01", corrects: 1)
        let third = Self.told(3, .corrected(Self.note, retired: []), on: "2024-04-01", corrects: 2)
        #expect(Self.signed([second]) == [nil])
        #expect(Self.signed([second, third]) == [nil])
    }

    @Test func withoutTheInstantNobodyKnowsAndNoDayIsBeforeItsOwn() {
        var record = ChildRecord(id: ChildID(key: 1))
        record.apply(.signed(Self.note), origin: Origin(EventID(1), .recordedHere))
        record.apply(
            .signed(Self.note), origin: Origin(EventID(2), .recordedHere),
            recorded: Moment(day("2024-01-01")).instant.at)
        #expect(record.records.map(\.signed) == [nil, day("2024-02-01")])
    }

    /// An authority holds hundreds of thousands of them.
    @Test func itTakesNoRoomOfItsOwn() { #expect(MemoryLayout<HeldRecord>.size == 80) }
}
