import Casework
import FormFiles
import Forms
import Foundation
import Testing

@testable import Website

/// What stands in the fields of a council's own questions is what its form reads.
struct OwnFieldsTests {
    private static func form() throws -> Form { try CouncilForms.library()[.caseNote].map(\.form)! }

    private static func given(_ fields: [String: String]) throws -> [String: Given] {
        try FilledForm(fields: fields.merging(["outing": "true"]) { $1 }).given(form()).filter { $0.key != "outing" }
    }

    @Test func aBlankFieldIsNoAnswer() throws {
        #expect(
            try Self.given([
                "went_with": "", "went_with.somebody_else": " ", "set_off": " ", "stops.none": " ",
                "stops.2.place": " ",
            ]) == [:])
    }

    @Test func aDayWithoutItsTimeIsNotDropped() throws {
        #expect(try Self.given(["set_off": "2026-03-31"]) == ["set_off": .words("2026-03-31T")])
        #expect(try Self.given(["set_off.time": "16:30"]) == ["set_off": .words("T16:30")])
    }

    @Test func twoAnswersToOneQuestionBothGoOn() throws {
        #expect(
            try Self.given(["went_with": "Nan", "went_with.somebody_else": "Mr Pell"]) == [
                "went_with": .names(["person": .words("Nan"), "somebody_else": .words("Mr Pell")])
            ])
        #expect(
            try Self.given(["stops.1.place": "Quay", "stops.none": "None"]) == [
                "stops": .names([
                    "none_because": .words("None"), "answer": .list([.names(["place": .words("Quay")])]),
                ])
            ])
    }

    /// What a record keeps is what its page starts with, and what the page sends is what the record kept.
    @Test func aSignedRecordFillsItsPageAsItWasFilledIn() throws {
        let form = try Self.form()
        let kept = [
            "outing": "true", "set_off": "2026-03-31", "set_off.time": "09:05", "went_with.somebody_else": "Mr Pell",
            "went_for": "N1\nA2", "stops.1.place": "Quay", "stops.1.paid": "false", "stops.2.liked": "well",
            "stops.2.place": "Pier", "bring": "coat\nlunch", "may_collect": "Nan",
        ]
        let record = SignedRecord(
            kind: .caseNote, day: .distantPast, form: FormEdition(version: 3, digest: 1), answers: [:], own: kept)
        var fields = FilledForm.fields(of: record, on: form)
        fields["occurred"] = nil
        #expect(fields == kept)
        #expect(try form.reading(FilledForm(fields: fields).given(form)).get().own == kept)
    }

    /// A choice that the form does not offer any more stands where it stood, in whichever row, until somebody chooses otherwise.
    @Test func aCellWhoseChoiceIsNoLongerOfferedIsKept() throws {
        let form = try Self.form()
        let kept = [
            "outing": "true", "stops.1.place": "Quay", "stops.1.liked": "loved", "stops.1.paid": "sometimes",
            "stops.2.place": "Pier",
        ]
        let record = SignedRecord(
            kind: .caseNote, day: .distantPast, form: FormEdition(version: 3, digest: 1), answers: [:], own: kept)
        var fields = FilledForm.fields(of: record, on: form)
        fields["occurred"] = nil
        #expect(fields == kept)
        fields["stops.1.paid"] = "true"
        let given = FilledForm(fields: fields).given(form)
        let corrected = try form.reading(given, standing: kept).get()
        #expect(corrected.own == kept.merging(["stops.1.paid": "true"]) { $1 })
        #expect(throws: RecordRefusals.self) { try form.reading(given).get() }
        let swapped = FilledForm(fields: [
            "outing": "true", "stops.1.place": "Pier", "stops.2.place": "Quay", "stops.2.liked": "loved",
        ])
        #expect(try form.reading(swapped.given(form), standing: kept).get().own["stops.2.liked"] == "loved")
        // What was no yes or no is not taken for a no.
        #expect(throws: RecordRefusals.self) {
            try form.reading(FilledForm(fields: kept).given(form), standing: kept).get()
        }
    }

    @Test func whatIsKnownIsNobodysWordUntilTheySaySo() throws {
        let form = try Self.form()
        let record = SignedRecord(
            kind: .caseNote, day: .distantPast, form: FormEdition(version: 3, digest: 1), answers: [:],
            own: ["pocket_money": "5 pounds", "may_collect.somebody_else": "Mr Pell"])
        let known = KnownAnswers(form, of: ChildAsAt(ChildRecord(id: ChildID(key: 1)), .distantFuture), told: [record])
        let page = FilledForm.fields(knowing: known, on: form)
        #expect(FilledForm(fields: page).given(form) == [:])
        let right = FilledForm(fields: page.merging(["right": "may_collect"]) { $1 })
        #expect(right.given(form) == ["may_collect": .names(["somebody_else": .words("Mr Pell")])])
        let changed = FilledForm(fields: page.merging(["pocket_money": "6 pounds"]) { $1 })
        #expect(changed.given(form) == ["pocket_money": .words("6 pounds")])
    }

    @Test func onAnotherChildNothingOfTheFirstIsChosen() throws {
        let form = try Self.form()
        let fields = [
            "went_for": "N1", "went_with": "Nan", "went_with.somebody_else": "Mr Pell", "stops.1.place": "Quay",
        ]
        #expect(
            FilledForm(fields: fields).forAnotherChild(on: form, knowing: [:]).fields == [
                "went_with.somebody_else": "Mr Pell", "stops.1.place": "Quay",
            ])
    }
}

/// A council's own case note, with a question of every kind.
enum CouncilForms {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures/council-forms")
    static func library() throws -> FormLibrary { try FormLibrary(folder: folder.path) }
}
