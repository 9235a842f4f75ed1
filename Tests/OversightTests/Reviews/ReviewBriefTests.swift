import Casework
import Days
import Oversight
import Standards
import TestSupport
import Testing

/// What a review has before it.
struct ReviewBriefTests {
    private static let today = day("2026-03-20")

    private static func brief(_ more: [SignedRecord] = []) -> ReviewBrief {
        var child = ChildRecord(id: ChildID(key: 1))
        child.apply(
            .identity(.described(ChildDetails(birthDate: day("2016-05-04"), sex: "F"))),
            origin: Origin(EventID(1), .recordedHere))
        for (place, record) in ([before] + more).enumerated() {
            child.apply(.signed(record), origin: Origin(EventID(Int64(place) + 2), .recordedHere))
        }
        return ReviewBrief(ChildAsAt(child, today), duties: [])
    }

    private static func record(_ kind: RecordKind, _ on: String, _ answers: [CoreField: Answer]) -> SignedRecord {
        SignedRecord(kind: kind, day: day(on), form: FormEdition(version: 1, digest: 1), answers: answers)
    }
    private static func row(_ id: String, _ what: String, _ more: [RecordColumn: Answer] = [:]) -> AnswerRow {
        AnswerRow(more.merging([.id: .items([ItemID(id)!]), .what: .text(what)]) { $1 })
    }

    /// A review with two decisions and a risk each way, and something said before and after it.
    private static let before = record(
        .review, "2026-01-10",
        [
            .decisions: .rows([
                row("D1", "Nan on Sundays", [.owner: .text("Carer"), .due: .day(day("2026-02-01"))]),
                row("D2", "A bicycle", [.owner: .text("Carer"), .due: .day(day("2026-06-01"))]),
            ]),
            .risks: .rows([
                row("R1", "Slips on ice", [.level: .choice("low")]), row("R2", "The park", [.level: .choice("high")]),
            ]),
            .views: .rows([row("V1", "To see nan", [.clearlySaid: .flag(true)])]),
        ])

    @Test func unmetDecisionsAndHighRisksAskForAnAnswerEach() {
        let brief = Self.brief()
        #expect(brief.last == day("2026-01-10"))
        #expect(brief.decisions.map(\.about?.name) == ["D1", "D2"] && brief.decisions.allSatisfy(\.asksForAnAnswer))
        #expect(brief.decisions[0].state.contains("which is past") && !brief.decisions[1].state.contains("past"))
        #expect(brief.risks.map(\.about?.name) == ["R2", "R1"])
        #expect(brief.risks.map(\.asksForAnAnswer) == [true, false])
    }

    @Test func whatIsOverIsNotBroughtUpAgain() {
        let looked = Self.record(
            .review, "2026-03-01",
            [
                .decisionsLooked: .rows([AnswerRow([.decision: .items([ItemID("D1")!]), .state: .choice("done")])]),
                .viewsAnswered: .rows([AnswerRow([.view: .items([ItemID("V1")!]), .done: .text("She comes")])]),
            ])
        let brief = Self.brief([looked])
        #expect(brief.decisions.map(\.about?.name) == ["D2"])
        #expect(brief.views.isEmpty && brief.last == day("2026-03-01"))
    }

    @Test func whatNobodyAnsweredStaysAndWhatIsNewComes() {
        let visit = Self.record(.visit, "2026-03-05", [.views: .rows([Self.row("V2", "A cat")])])
        let brief = Self.brief([visit])
        #expect(brief.views.map(\.about?.name) == ["V1", "V2"])
        #expect(brief.views.map(\.asksForAnAnswer) == [true, false])
    }

    @Test func anOverdueHealthAssessmentAsksAndOneInTimeDoesNot() {
        func health(_ held: String) -> ReviewBrief.Line {
            Self.brief([Self.record(.healthAssessment, "2026-01-11", [.appointmentHeld: .day(day(held))])]).health[0]
        }
        #expect(health("2025-03-19").asksForAnAnswer && !health("2025-03-20").asksForAnAnswer)
        #expect(Self.brief().health.map(\.state) == ["None is recorded here."])
    }
}
