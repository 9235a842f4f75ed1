import Days
import Testing

@testable import Casework

/// A need, a risk or an outcome is closed, with why; what ends otherwise is refused, with how.
struct ClosingTests {
    private static let day = RecordingTests.day

    /// One part of each kind, named N1, R1, O1, A1, V1 and D1.
    private func child(_ more: [RecordCommand] = []) throws -> ChildRecord {
        func row(_ name: String, _ more: [RecordColumn: Answer] = [:]) -> Answer {
            .rows([AnswerRow(more.merging([.id: .text(name), .what: .text("So")]) { $1 })])
        }
        let assessment = RecordCommand(
            kind: .assessment, day: Self.day, form: RecordingTests.form,
            answers: [
                .assessmentType: .choice("core"), .target: .day(Self.day), .targetReason: .text("So"),
                .needs: row("N1", [.area: .choice("health")]), .risks: row("R1", [.level: .choice("low")]),
            ])
        let plan = RecordCommand(
            kind: .pathwayPlan, day: Self.day, form: RecordingTests.form,
            answers: [
                .adulthood: .text("So"), .health: .text("So"), .education: .text("So"), .wishes: .text("So"),
                .familyAndSocial: .text("So"), .outcomes: row("O1", [.need: .items([ItemID("N1")!])]),
                .actions: row("A1"),
            ])
        let review = RecordCommand(
            kind: .review, day: Self.day, form: RecordingTests.form,
            answers: [
                .participation: .choice("PN1"), .spokeAlone: .choice("yes"), .wishes: .text("So"),
                .chairsView: .text("So"), .decisions: row("D1", [.owner: .text("Ann"), .due: .day(Self.day)]),
            ])
        let note = RecordingTests.note([.views: row("V1")])
        return try RecordingTests.record(signing: [assessment, plan, review, note] + more)
    }

    private func closing(_ names: String...) -> RecordCommand {
        RecordingTests.note(
            [
                .closed: .rows(
                    names.map { AnswerRow([.item: .items([ItemID($0)!]), .because: .text("It is over")]) })
            ], on: Self.day + 5)
    }

    @Test func aNeedARiskAndAnOutcomeEnd() throws {
        let child = try child([closing("N1", "R1", "O1")])
        #expect(child.thread.needs[0].closed == Self.day + 5)
        #expect(child.thread.risks[0].closed == Self.day + 5)
        #expect(child.thread.outcomes[0].closed == Self.day + 5)
        #expect(!child.thread.outcomes[0].isOpen(on: Self.day + 5))
        let before = ChildAsAt(child, Self.day + 4).record.thread
        #expect(before.outcomes[0].closed == nil && before.outcomes[0].isOpen(on: Self.day + 4))
    }

    @Test(arguments: [("A1", "progress"), ("D1", "decisions_looked"), ("V1", "views_answered")])
    func whatEndsOtherwiseIsRefusedWithHow(_ name: String, _ instead: String) throws {
        guard case .failure(let refusals) = closing(name).decided(for: try child(), today: RecordingTests.today) else {
            Issue.record("\(name) was closed")
            return
        }
        #expect(refusals.all.map(\.field) == ["closed[1].item"])
        #expect(refusals.all[0].remedy.contains(instead))
    }

    /// Earlier versions signed it; nothing of it ever ended anything.
    @Test func whatWasSignedBeforeStandsAsItDid() throws {
        var child = try child()
        let old = SignedRecord(
            kind: .caseNote, day: Self.day + 1, form: RecordingTests.form, answers: closing("A1", "D1", "V1").answers)
        child.apply(.signed(old), origin: Origin(EventID(50), .recordedHere))
        #expect(child.thread.actions[0].closed == nil && !child.thread.decisions[0].isEnded)
        #expect(child.thread.views[0].answered == nil && child.records.count == 5)
    }
}
