import Casework
import Days
import TestSupport
import Testing

/// What was asked of homes, and what came of each.
struct PlacementRequestTests {
    private static func home(_ name: String, _ answer: String) -> AnswerRow {
        AnswerRow([
            .home: .text(name), .answer: .choice(answer), .because: .text("One room"), .by: .text("T. Manager"),
            .on: .day(day("2026-02-01")),
        ])
    }
    private static let asked = AnswerRow([.need: .items([ItemID("N1")!]), .what: .text("Nobody up and down stairs")])

    @Test func whatCameOfEachHomeIsKeptAndWhoseItIsStaysInTheJournal() throws {
        let child = record(
            assessed("2026-01-05"),
            signed(
                .placementRequest, "2026-02-02",
                [
                    .neededBy: .day(day("2026-02-10")), .askedOfHome: .rows([Self.asked]), .wishes: .text("A dog."),
                    .homesConsidered: .rows([Self.home("The Weirs", "home_said_no"), Self.home("Moat", "chosen")]),
                    .decidedBy: .text("T. Manager"), .placementFrom: .day(day("2026-02-09")),
                ]))
        let request = try #require(child.thread.requests.first)
        #expect(request.answers == [.homeSaidNo, .chosen])
        #expect(request.needs.map(\.name) == ["N1"])
        #expect(request.movesIn == day("2026-02-09") && request.neededBy == day("2026-02-10"))
        #expect(request.saysWhoDecided)
        #expect(ChildAsAt(child, day("2026-02-01")).record.thread.requests.isEmpty)
    }

    @Test func otherChildrenAndOtherPeoplesHomesAreNoOrdinaryInformation() {
        #expect(RecordKind.placementRequest.leastClass(of: .homesConsidered) == .anotherPerson)
        #expect(RecordKind.placementRequest.leastClass(of: .togetherWith) == .anotherPerson)
    }

    @Test func aHomeThatWasRefusedSaysWhyAndWhoDecided() {
        let bare = AnswerRow([.home: .text("Moat"), .answer: .choice("does_not_suit"), .on: .day(day("2026-02-01"))])
        let command = RecordCommand(
            kind: .placementRequest, day: day("2026-02-02"), form: RecordingTests.form,
            answers: [
                .neededBy: .day(day("2026-02-10")), .askedOfHome: .noneBecause("An emergency"),
                .wishes: .text("Not asked yet."),
                .homesConsidered: .rows([bare]),
            ])
        #expect(
            Set(RecordingTests.refusals(command)) == ["homes_considered[1].because", "homes_considered[1].by"])
    }
}
