import Casework
import Days
import TestSupport
import Testing

/// The years ahead of a young person: from when they are shown, of whom, and what they say.
struct YearsAheadTests {
    private static let cared = episode("2020-01-10")

    private static func ahead(_ child: ChildRecord, on when: String) -> YearsAhead? {
        ChildAsAt(child, day(when)).yearsAhead
    }

    @Test func theyBeginAtFifteenAndAHalfAndEndAtTwentyFive() {
        let child = record(born: "2010-05-10", Self.cared)
        #expect(Self.ahead(child, on: "2025-11-09") == nil)
        let ahead = Self.ahead(child, on: "2025-11-10")
        #expect(ahead?.birthdays.map(\.age) == [16, 18, 21, 25])
        #expect(
            ahead?.birthdays.map(\.days) == [
                [day("2026-05-10")], [day("2028-05-10")], [day("2031-05-10")], [day("2035-05-10")],
            ])
        #expect(Self.ahead(child, on: "2035-05-09") != nil && Self.ahead(child, on: "2035-05-10") == nil)
        #expect(Self.ahead(record(born: nil, Self.cared), on: "2026-01-01") == nil)
    }

    @Test func whoeverLeftCareAfterSixteenHasThemAndWhoeverLeftBeforeHasNot() {
        func left(_ end: String, _ ending: CareEnding) -> YearsAhead? {
            Self.ahead(
                record(born: "2010-05-10", episode("2020-01-10", end: end, ending)), on: "2027-06-01")
        }
        #expect(left("2026-05-10", "E4A") == nil && left("2026-05-11", "E4A") != nil)
        for ending: CareEnding in ["E11", "E2", "E3"] { #expect(left("2026-09-01", ending) == nil) }
        let breaks = record(born: "2010-05-10", episode("2020-01-10", "S", "V4"))
        #expect(Self.ahead(breaks, on: "2027-06-01") == nil)
    }

    @Test func whatNobodySaidAnythingOfIsNamedInItsOrder() {
        let said = signed(
            .pathwayPlan, "2026-02-01",
            [.readiness: .rows([AnswerRow([.matter: .choice("savings"), .ready: .choice("they_have_it")])])])
        let child = record(born: "2010-05-10", Self.cared, said)
        #expect(Self.ahead(child, on: "2026-01-31")?.notSaid == ReadyMatter.allCases)
        #expect(Self.ahead(child, on: "2026-02-01")?.notSaid == ReadyMatter.allCases.filter { $0 != .savings })
    }
}
