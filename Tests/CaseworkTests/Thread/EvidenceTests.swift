import Casework
import Days
import TestSupport
import Testing

/// What in a record shows how a part of the thread stands.
struct EvidenceTests {
    private static func row(_ cells: [RecordColumn: Answer]) -> Answer { .rows([AnswerRow(cells)]) }
    private static func shows(_ ids: String...) -> Answer {
        row([.item: .items(ids.map { ItemID($0)! }), .what: .text("She slept")])
    }
    /// A child with a part of each kind in the thread.
    private static let known = record(
        signed(
            .review, "2026-02-01",
            [
                .needs: row([.id: .items([ItemID("N1")!]), .what: .text("To sleep")]),
                .outcomes: row([.id: .items([ItemID("O1")!]), .what: .text("Sleeps"), .need: .items([ItemID("N1")!])]),
                .risks: row([.id: .items([ItemID("R1")!]), .what: .text("The road"), .level: .choice("low")]),
                .actions: row([.id: .items([ItemID("A1")!]), .what: .text("A night light")]),
                .views: row([.id: .items([ItemID("V1")!]), .what: .text("I like it dark")]),
            ]))

    @Test(arguments: [("N1", true), ("O1", true), ("A1", true), ("R1", false), ("V1", false), ("N9", false)])
    func aNeedAnOutcomeAndAnActionHaveEvidenceAndNothingElseHas(_ id: String, _ mayHaveIt: Bool) {
        let note = RecordingTests.note([.evidences: Self.shows(id)])
        #expect(RecordingTests.refusals(note, of: Self.known) == (mayHaveIt ? [] : ["evidences[1].item"]))
    }

    @Test func whatItShowsIsSaid() {
        let note = RecordingTests.note([.evidences: Self.row([.item: .items([ItemID("N1")!])])])
        #expect(RecordingTests.refusals(note, of: Self.known) == ["evidences[1].what"])
    }

    @Test func eachRecordStandsOnceWithEachPartFromItsDayOn() {
        let child = record(
            signed(.caseNote, "2026-02-01", [.needs: Self.row([.id: .items([ItemID("N1")!]), .what: .text("Sleep")])]),
            signed(
                .visit, "2026-02-09",
                [
                    .evidences: .rows([
                        AnswerRow([.item: .items([ItemID("N1")!, ItemID("A1")!]), .what: .text("Asleep at nine")]),
                        AnswerRow([.item: .items([ItemID("N1")!]), .what: .text("And at ten")]),
                    ])
                ]),
            signed(.directWork, "2026-03-09", [.evidences: Self.shows("N1")]))
        #expect(child.evidence[ItemID("N1")!]?.map(\.kind) == [.visit, .directWork])
        #expect(child.evidence[ItemID("A1")!]?.map(\.kind) == [.visit])
        #expect(ChildAsAt(child, day("2026-03-01")).record.evidence[ItemID("N1")!]?.count == 1)
    }
}
