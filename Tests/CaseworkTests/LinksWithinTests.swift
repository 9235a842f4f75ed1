import Casework
import Days
import Testing

/// What one record names, its other rows may be joined to.
struct LinksWithinTests {
    private static func item(_ name: String) throws -> Answer { .items([try #require(ItemID(name))]) }

    private static func note(risk: String = "here-R1", action: String = "here-R1") throws -> RecordCommand {
        RecordingTests.note([
            .risks: .rows([
                AnswerRow([.id: .text(risk), .what: .text("Goes to the quay at night"), .level: .choice("high")])
            ]),
            .actions: .rows([
                AnswerRow([.id: .text("here-A1"), .what: .text("Meet at the quay"), .addresses: try item(action)])
            ]),
        ])
    }

    @Test func anActionIsJoinedToARiskOfTheSameRecord() throws {
        let child = try RecordingTests.record(signing: [try Self.note()])
        #expect(child.thread.risks.map(\.id.name) == ["R1"] && child.thread.actions.map(\.id.name) == ["A1"])
        #expect(child.thread.actions[0].addresses.map(\.name) == ["R1"])
        #expect(child.thread.isAnswered(child.thread.risks[0].id, on: RecordingTests.day, byLiveOnly: true))
    }

    @Test func aRecordSignedMeanwhileTakesNobodysName() throws {
        // Both drafts call their first risk the same; each is joined to its own.
        let child = try RecordingTests.record(signing: [try Self.note(), try Self.note()])
        #expect(child.thread.risks.map(\.id.name) == ["R1", "R2"])
        #expect(child.thread.actions.map { $0.addresses.map(\.name) } == [["R1"], ["R2"]])
    }

    @Test func aNameWithinTheRecordIsNeverKept() throws {
        let signed = try Self.note().decided(for: ChildRecord(id: ChildID(key: 1)), today: RecordingTests.today).get()
        #expect(!"\(signed.answers)".contains("here-"))
    }

    @Test func aRowThatIsNotThereIsNothingToPointAt() throws {
        #expect(RecordingTests.refusals(try Self.note(action: "here-R2")) == ["actions[1].addresses"])
        // Nor one of another record.
        let child = try RecordingTests.record(signing: [try Self.note()])
        #expect(RecordingTests.refusals(try Self.note(action: "here-R9"), of: child) == ["actions[1].addresses"])
    }

    @Test func twoRowsAreNotCalledTheSame() throws {
        let row = { AnswerRow([.id: .text("here-A1"), .what: .text($0)]) }
        let both = RecordingTests.note([.actions: .rows([row("Ring"), row("Write")])])
        #expect(RecordingTests.refusals(both) == ["actions[2].id"])
    }

    @Test func anOutcomeIsForANeedOfTheSameRecord() throws {
        var plan = RecordCommand(kind: .carePlan, day: RecordingTests.day, form: RecordingTests.form, answers: [:])
        for required in RecordKind.carePlan.fields where required.need == .toSign {
            plan.answers[required.field] = .text("As agreed")
        }
        plan.answers[.permanence] = .choice("return_home")
        plan.answers[.agreement] = .text("Mum agreed")
        plan.answers[.needs] = .rows([
            AnswerRow([.id: .text("here-N1"), .what: .text("Calm nights"), .area: .choice("emotional")])
        ])
        plan.answers[.outcomes] = .rows([
            AnswerRow([.id: .text("here-O1"), .what: .text("Sleeps through"), .need: try Self.item("here-N1")])
        ])
        plan.answers[.actions] = .rows([
            AnswerRow([.id: .text("here-A1"), .what: .text("A night light"), .addresses: try Self.item("here-O1")])
        ])
        let thread = try RecordingTests.record(signing: [plan]).thread
        #expect(thread.outcomes[0].needs.map(\.name) == ["N1"] && thread.actions[0].addresses.map(\.name) == ["O1"])
    }
}
