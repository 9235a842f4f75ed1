import Casework
import Days
import Testing

/// What may be signed, and what is made of it.
struct RecordingTests {
    static let day = Day(uncheckedYear: 2026, month: 2, day: 3)
    static let today = day + 100
    static let form = FormEdition(version: 1, digest: 7)

    static func note(_ answers: [CoreField: Answer], on day: Day = day) -> RecordCommand {
        var all: [CoreField: Answer] = [.subject: .text("A call"), .significant: .choice("none")]
        all.merge(answers) { $1 }
        return RecordCommand(kind: .caseNote, day: day, form: form, answers: all)
    }

    static func record(signing commands: [RecordCommand]) throws -> ChildRecord {
        var child = ChildRecord(id: ChildID(key: 1))
        for (index, command) in commands.enumerated() {
            let signed = try command.decided(for: child, today: today).get()
            child.apply(.signed(signed), origin: Origin(EventID(Int64(index + 1)), .recordedHere))
        }
        return child
    }

    static func refusals(_ command: RecordCommand, of child: ChildRecord = ChildRecord(id: ChildID(key: 1))) -> [String]
    {
        guard case .failure(let refusals) = command.decided(for: child, today: today) else { return [] }
        return refusals.all.map(\.field)
    }

    static func action(_ what: String, _ more: [RecordColumn: Answer] = [:]) -> AnswerRow {
        AnswerRow(more.merging([.what: .text(what)]) { $1 })
    }

    @Test func aRowWithoutANameGetsTheNextThatIsFree() throws {
        let named = Self.action("First", [.id: .text("A2")])
        let child = try Self.record(signing: [
            Self.note([.actions: .rows([named, Self.action("Second"), Self.action("Third")])])
        ])
        #expect(child.thread.actions.map(\.id.name) == ["A2", "A1", "A3"])
    }

    @Test func aNameIsUsedOnce() throws {
        let child = try Self.record(signing: [Self.note([.actions: .rows([Self.action("One", [.id: .text("A1")])])])])
        let again = Self.note([.actions: .rows([Self.action("Two", [.id: .text("A1")])])])
        #expect(Self.refusals(again, of: child) == ["actions[1].id"])
    }

    @Test func aMovedDateKeepsTheOneBefore() throws {
        let due = Self.day + 10
        let child = try Self.record(signing: [
            Self.note([.actions: .rows([Self.action("One", [.due: .day(due)])])]),
            Self.note(
                [
                    .movedDates: .rows([
                        AnswerRow([
                            .action: .items([try #require(ItemID("A1"))]), .due: .day(due + 30),
                            .because: .text("The aunt is away"),
                        ])
                    ])
                ], on: Self.day + 9),
        ])
        #expect(child.thread.actions[0].dues.map(\.due) == [due, due + 30])
        #expect(ChildAsAt(child, Self.day + 8).record.thread.actions[0].due == due)
    }

    @Test func whatIsNeededToSignIsAskedFor() {
        let visit = RecordCommand(
            kind: .visit, day: Self.day, form: Self.form, answers: [.seen: .flag(true), .alone: .choice("not_alone")])
        #expect(Self.refusals(visit) == ["not_alone_because", "place", "observations", "significant"])
    }

    @Test func aDayToComeIsRefused() {
        #expect(Self.refusals(Self.note([:], on: Self.today + 1)) == ["occurred"])
    }

    @Test func aFieldOfAnotherKindIsRefused() {
        #expect(Self.refusals(Self.note([.bedroomSeen: .choice("seen")])) == ["bedroom_seen"])
    }

    @Test func theThreadAsAtADayKnowsNothingLater() throws {
        let child = try Self.record(signing: [
            Self.note([.actions: .rows([Self.action("One")])]),
            Self.note(
                [
                    .progress: .rows([
                        AnswerRow([
                            .action: .items([try #require(ItemID("A1"))]), .state: .choice("done"),
                            .on: .day(Self.day + 5), .effect: .text("Better"),
                        ])
                    ])
                ], on: Self.day + 6),
        ])
        #expect(ChildAsAt(child, Self.day + 4).record.thread.actions[0].closed == nil)
        #expect(ChildAsAt(child, Self.day + 5).record.thread.actions[0].closed != nil)
        #expect(ChildAsAt(child, Self.day - 1).record.thread.isEmpty)
    }

    @Test func whatIsDatedAfterItsOwnRecordIsNotKnownBefore() throws {
        let planned = AnswerRow([.person: .text("Mum"), .on: .day(Self.day + 5), .happened: .flag(true)])
        let session = RecordCommand(
            kind: .directWork, day: Self.day, form: Self.form,
            answers: [
                .aim: .text("Play"), .tool: .text("Cards"), .childsWords: .text("More"), .effectOnPlan: .text("None"),
                .contacts: .rows([planned]),
            ])
        let child = try Self.record(signing: [session])
        #expect(ChildAsAt(child, Self.day + 4).record.thread.contacts.isEmpty)
        #expect(ChildAsAt(child, Self.day + 5).record.thread.contacts.count == 1)
    }

    @Test func theFoldKeepsOfTextOnlyThatThereIsSome() throws {
        let child = try Self.record(signing: [Self.note([.observations: .text("A secret")])])
        #expect(child.records[0][.observations] == .text)
    }

    @Test func everyKindOfAnswerIsWrittenAndReadBack() throws {
        let all = SignedRecord(
            kind: .review, day: Self.day, form: Self.form, onBehalfOf: "Ann",
            answers: [
                .participation: .choice("PN1"), .wishes: .text("Nan’s"), .seen: .flag(false), .target: .day(Self.day),
                .purposeActions: .items([try #require(ItemID("A1"))]),
                .decisions: .rows([Self.action("x", [.due: .day(Self.day)])]), .risks: .noneBecause("None"),
            ], own: ["colour": "blue"])
        #expect(ChildEvent(ChildEvent.signed(all).body) == .signed(all))
    }

    @Test func everyNameIsItsOwn() {
        #expect(Set(CoreField.allCases.map(\.name)).count == CoreField.allCases.count)
        #expect(Set(RecordColumn.allCases.map(\.name)).count == RecordColumn.allCases.count)
        #expect(CoreField.childsWords.name == "childs_words")
    }
}
