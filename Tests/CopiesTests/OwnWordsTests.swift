import Casework
import Days
import FormFiles
import Forms
import Foundation
import Testing

@testable import Copies

/// What was answered to a council's own questions is in a copy as far as its reader may know it.
struct OwnWordsTests {
    private typealias Base = WithholdingTests

    private static func form() throws -> Form {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/council-forms/case_note.yaml")
        return try FormFile(String(contentsOf: file, encoding: .utf8), name: "case_note.yaml").form
    }

    private static func copy(
        _ own: [String: String], subject: String = "", strangers: [String] = [], thread: ChildThread? = nil,
        discussed: [AnswerRow] = []
    ) throws -> CopyDraft {
        let thread = thread ?? Base.thread([ChronologyCopyTests.kay, Base.nobody])
        let rules = CopyRules(
            thread: thread, childsName: "Ada", childsNames: "Ada Example", roles: ["Ann Worker": "social worker"],
            secrets: Base.secrets, marked: [], strangers: strangers)
        var answers: [CoreField: Casework.Answer] = subject.isEmpty ? [:] : [.subject: .text(subject)]
        if !discussed.isEmpty { answers[.discussed] = .rows(discussed) }
        let record = SignedRecord(
            kind: .caseNote, day: Base.day, form: FormEdition(version: 3, digest: 1), answers: answers, own: own)
        let reader = try #require(CopyReader("Kay Example", in: thread))
        return try CopySource(record: record, form: try form(), rules: rules).draft(.record, for: reader).get()
    }

    @Test func everyKindIsSaidInWords() throws {
        let text = try Self.copy([
            "set_off": "2026-03-31", "set_off.time": "09:05", "went_with": "Ann Worker", "bring": "coat\nlunch",
            "stops.1.place": "The quay", "stops.1.paid": "false", "stops.1.liked": "well", "went_for.none": "For fun",
        ]).text
        for words in [
            "31 March 2026 at 09:05.", "Ann Worker, social worker.", "A coat, A packed lunch.",
            "Where? The quay. Did we pay? No. How did they like it? Very much.", "None, because: For fun.",
        ] { #expect(text.contains(words), "\(words) in \(text)") }
    }

    @Test func somebodyWhoIsNotToBeNamedIsLeftOutOfEveryKind() throws {
        let draft = try Self.copy([
            "went_with": "Darren Oakes", "went_for.none": "Darren asked. She was glad.",
            "stops.1.place": "Oakes’ garage", "stops.1.paid": "true", "may_collect.somebody_else": "Mr Oakes",
            "pocket_money": "5 pounds",
        ])
        #expect(!draft.text.contains("Oakes") && !draft.text.contains("Darren"))
        #expect(draft.text.contains("She was glad.") && draft.text.contains("Did we pay? Yes."))
        #expect(!draft.text.contains("Who went with them?") && draft.text.contains("5 pounds"))
        #expect(draft.leftOut.map(\.place).contains("Who went with them?"))
    }

    /// Of somebody who is named here and nowhere else nobody has decided who may read the name; so it is nowhere in the copy.
    @Test func aStrangersNameIsLeftOutWhereverItStands() throws {
        let draft = try Self.copy(
            ["went_with.somebody_else": "Mr Tobias Pell"], subject: "Pell drove. They saw the sea.",
            strangers: ["Mr Tobias Pell"])
        #expect(!draft.text.contains("Pell") && draft.text.contains("They saw the sea."))
        #expect(draft.leftOut.contains { $0.why.contains("not among the people around the child") })
        let dentist = try Self.copy(
            ["went_with.somebody_else": "The dentist"], subject: "A dentist is a person.", strangers: ["The dentist"])
        #expect(dentist.text.contains("A dentist is a person."), "a role is no name")
        let worker = try Self.copy(
            ["went_with.somebody_else": "Ann Worker"], strangers: ["Ann Worker"])
        #expect(worker.text.contains("Ann Worker"), "who works with the child is known")
    }

    private static let kay = AnswerRow([
        .person: .text("Kay Example"), .relation: .text("mother"), .address: .choice("yes"), .school: .choice("yes"),
        .health: .choice("yes"), .carers: .choice("yes"), .named: .choice("everybody"),
    ])

    /// A thread with one need, of the child whom Kay may read of.
    private static func thread(_ need: AnswerRow) -> ChildThread {
        var child = ChildRecord(id: ChildID(key: 1))
        for (number, kind, answers) in [
            (1, RecordKind.people, [CoreField.network: Casework.Answer.rows([kay])]),
            (2, .assessment, [.needs: .rows([need])]),
        ] {
            child.apply(
                .signed(
                    SignedRecord(
                        kind: kind, day: Base.day, form: FormEdition(version: 1, digest: 1), answers: answers)),
                origin: Origin(EventID(Int64(number)), .recordedHere))
        }
        return child.thread
    }

    @Test func whatIsNotOrdinaryIsNotReachedThroughALink() throws {
        let id = try #require(ItemID("N1"))
        let need = AnswerRow([
            .id: .items([id]), .what: .text("A need that the police know of"), .informationClass: .choice("police"),
        ])
        let draft = try Self.copy(["went_for": "N1"], thread: Self.thread(need))
        #expect(!draft.text.contains("police"))
    }

    @Test func whatWasTalkedAboutApartIsNotReachedThroughALink() throws {
        let id = try #require(ItemID("N1"))
        let thread = Self.thread(AnswerRow([.id: .items([id]), .what: .text("Somewhere quiet to do homework")]))
        let inTheMeeting = try Self.copy(["went_for": "N1"], thread: thread)
        #expect(inTheMeeting.text.contains("homework"))
        let apart = try Self.copy(
            ["went_for": "N1"], thread: thread,
            discussed: [AnswerRow([.item: .items([id]), .setting: .choice("separately")])])
        #expect(!apart.text.contains("homework"))
        #expect(apart.leftOut.map(\.why).contains("It was not talked about in the meeting."))
    }
}
