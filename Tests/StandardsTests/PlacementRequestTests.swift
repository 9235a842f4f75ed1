import Casework
import Days
import Standards
import TestSupport
import Testing

/// What a placement request shows of what is owed before a move; where there is none, nobody can say.
struct PlacementRequestTests {
    /// A move in September 2024.
    private func moved(born: String, at postcode: Code = .blank, _ more: [ChildEvent]) -> ChildRecord {
        record(
            born: born, episode("2024-01-10", end: "2024-09-10", "X1"),
            episode("2024-09-10", "P", "C2", "K2", at: postcode), signed(.caseNote, "2024-01-10"), more)
    }

    private func request(_ answers: [CoreField: Answer], from: String = "2024-09-10") -> [ChildEvent] {
        signed(
            .placementRequest, "2024-09-01",
            [.placementFrom: .day(day(from))].merging(answers) { $1 })
    }

    private func approved(by who: String, on when: String) -> [CoreField: Answer] {
        [.approval: .choice(who), .approvedOn: .day(day(when))]
    }

    @Test func aMoveInKeyStage4IsApprovedBeforeItTakesEffect() {
        let good = moved(born: "2010-08-31", request(approved(by: "nominated_officer", on: "2024-09-09")))
        #expect(told("CP12", good, "2024-12-31") == ["2024-09-10 2024-09-10 met"])
        for other in [
            request(approved(by: "nominated_officer", on: "2024-09-12")), request([.approval: .choice("not_needed")]),
            request(approved(by: "director", on: "2024-09-01"), from: "2024-10-10"), [],
        ] {
            #expect(
                told("CP12", moved(born: "2010-08-31", other), "2024-12-31") == ["2024-09-10 2024-09-10 unknown"])
        }
    }

    @Test func educationIsArrangedBeforeAnyOtherMove() {
        let said = request([.education: .text("The same school; a taxi from the first day.")])
        #expect(told("CP13", moved(born: "2012-01-01", said), "2024-12-31") == ["2024-09-10 2024-09-10 met"])
        #expect(
            told("CP13", moved(born: "2012-01-01", request([:])), "2024-12-31") == ["2024-09-10 2024-09-10 unknown"])
    }
}
