import Casework
import Days
import Oversight
import TestSupport
import Testing

/// What is to be joined up where plans answer needs, and adult life, row by row.
struct SettledBreakTests {
    private static func found(_ kind: String, _ child: ChildRecord, on asked: String) -> [Break] {
        Breaks.of(ChildAsAt(child, day(asked)), covered()).filter { $0.rule.id == kind }
    }

    @Test func aNeedThatThePlanLeavesWithAReasonIsNotLeftOpen() {
        let row = AnswerRow([.need: .items([ItemID("N1")!]), .because: .text("Met at home")])
        let plan = signed(.carePlan, "2024-02-02", [.needsAnswered: .rows([row])])
        let child = record(episode("2024-01-10"), assessed("2024-02-01"), plan)
        #expect(
            Self.found(
                "need_without_action",
                record(episode("2024-01-10"), assessed("2024-02-01"), signed(.carePlan, "2024-02-02")), on: "2024-02-03"
            ).count == 1)
        #expect(Self.found("need_without_action", child, on: "2024-02-03").isEmpty)
        let next = record(episode("2024-01-10"), assessed("2024-02-01"), plan, signed(.carePlan, "2024-03-02"))
        #expect(Self.found("need_without_action", next, on: "2024-03-03").map(\.about?.name) == ["N1"])
    }

    // MARK: Adult life

    private static func ready(
        _ when: String, _ matters: [ReadyMatter], by: String? = nil
    ) -> [ChildEvent] {
        let rows = matters.map { matter in
            var cells: [RecordColumn: Answer] = [
                .matter: .choice(matter.rawValue), .ready: .choice(by == nil ? "they_have_it" : "working_on_it"),
            ]
            if let by { (cells[.owner], cells[.due]) = (.text("Ann"), .day(day(by))) }
            return AnswerRow(cells)
        }
        return signed(.pathwayPlan, when, [.adulthood: .text("Words"), .readiness: .rows(rows)])
    }

    private static func young(_ more: [ChildEvent]...) -> ChildRecord {
        record(born: "2008-01-10", episode("2022-01-10"), signed(.caseNote, "2023-01-01"), more.flatMap { $0 })
    }

    @Test func wordsAloneAnswerAdultLifeWholeUntilThePlanGoesOneByOne() {
        let words = signed(.pathwayPlan, "2024-02-01", [.adulthood: .text("A flat, a course")])
        #expect(
            Self.found("adulthood_not_answered", Self.young(), on: "2024-03-01").map(\.since) == [day("2023-07-10")])
        #expect(Self.found("adulthood_not_answered", Self.young(words), on: "2024-03-01").isEmpty)
        let some = Self.ready("2024-02-10", ReadyMatter.allCases.filter { $0 != .savings && $0 != .papers })
        let found = Self.found("adulthood_not_answered", Self.young(words, some), on: "2024-03-01")
        #expect(found.map(\.since) == [day("2024-02-10")])
        #expect(found.first?.facts == ["Nothing is said of: passport or settled status, savings."])
        #expect(found.first?.title == "Something that adult life needs has no answer that stands")
        #expect(Self.found("adulthood_not_answered", Self.young(words, some), on: "2024-02-10").isEmpty, "that day")
    }

    @Test func everyPartAnsweredLeavesNothingUntilADayPasses() {
        let all = Self.ready("2024-02-10", ReadyMatter.allCases.filter { $0 != .savings })
        let savings = Self.ready("2024-02-11", [.savings], by: "2024-03-10")
        let child = Self.young(all, savings)
        #expect(Self.found("adulthood_not_answered", child, on: "2024-03-10").isEmpty)
        let late = Self.found("adulthood_not_answered", child, on: "2024-03-11")
        #expect(late.map(\.since) == [day("2024-03-10")])
        #expect(late.first?.facts == ["Savings was to be there by 10 March 2024."])
        let mended = Self.young(all, savings, Self.ready("2024-03-11", [.savings]))
        #expect(Self.found("adulthood_not_answered", mended, on: "2024-03-12").isEmpty)
    }

    @Test func nobodyIsAskedBeforeFifteenAndAHalf() {
        let child = record(born: "2009-01-10", episode("2022-01-10"), Self.ready("2024-02-10", [.savings]))
        #expect(Self.found("adulthood_not_answered", child, on: "2024-03-01").isEmpty)
        #expect(Self.found("adulthood_not_answered", child, on: "2024-07-11").map(\.since) == [day("2024-07-10")])
    }
}
