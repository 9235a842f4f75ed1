import Casework
import Days
import FormFiles
import Forms
import Testing

/// What two versions of a record say differently, question by question.
struct DifferenceTests {
    static func record(_ answers: [CoreField: Answer], own: [String: String] = [:]) -> SignedRecord {
        SignedRecord(
            kind: .caseNote, day: Day(ordinal: 17_000), form: FormEdition(version: 2, digest: 1), answers: answers,
            own: own)
    }

    @Test func onlyWhatDiffersIsTold() throws {
        let form = try FormFile(FormTests.note, name: "note.yaml").form
        let before = Self.record([.subject: .text("A call"), .significant: .choice("none")])
        let after = Self.record([.subject: .text("Two calls"), .significant: .choice("none")], own: ["mood": "well"])
        let found = form.differences(from: before, to: after)
        #expect(found.map(\.question.id) == ["subject", "mood"])
        #expect(found[0].was == .core(.text("A call"), labels: [:]))
        #expect(found[1].was == nil)
        #expect(form.differences(from: after, to: after).isEmpty)
    }

    @Test func aRowIsKnownByItsNameAndElseByWhatItSays() throws {
        func row(_ id: String?, _ what: String) throws -> AnswerRow {
            var row = AnswerRow([.what: .text(what)])
            if let id { row.cells[.id] = .items([try #require(ItemID(id))]) }
            return row
        }
        let found = RowDifference.between(
            [try row("A1", "Ask nan"), try row("A2", "Ask school"), try row(nil, "Kind")],
            [try row("A3", "Ask grandad"), try row("A1", "Ask her nan"), try row(nil, "Kind")])
        #expect(
            found == [
                RowDifference(was: try row("A1", "Ask nan"), now: try row("A1", "Ask her nan")),
                RowDifference(was: try row("A2", "Ask school"), now: nil),
                RowDifference(was: nil, now: try row("A3", "Ask grandad")),
            ])
    }
}
