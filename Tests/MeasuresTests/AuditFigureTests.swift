import Casework
import Days
import Measures
import TestSupport
import Testing

/// The figures of what auditors found, counted by hand.
struct AuditFigureTests {
    private let came = episode("2024-01-10", "S", "V2")

    @Test func anAssessmentCountsByItsLastAuditOnThatAuditsDay() {
        let child = record(
            came, assessed("2024-02-01"),
            audited("2024-03-01", of: "2024-02-01", .inadequate), audited("2024-05-01", of: "2024-02-01", .good))
        #expect(counts("K13a", "2024-03-31", child) == [0, 1, 0], "in its own year the first audit is the last")
        #expect(counts("K13a", "2024-04-30", child) == [0, 0, 0], "nobody audited in the new year yet")
        #expect(counts("K13a", "2024-05-01", child) == [1, 1, 0])
    }

    @Test func requiresImprovementIsNotGood() {
        let children = AuditGrade.allCases.enumerated().map { place, grade in
            record(key: UInt64(place + 1), came, assessed("2024-02-01"), audited("2024-03-01", of: "2024-02-01", grade))
        }
        #expect(counts("K13a", "2024-03-31", children[0], children[1], children[2], children[3]) == [2, 4, 0])
    }

    @Test func theAnalysisIsCountedByItself() {
        let child = record(
            came, assessed("2024-02-01"), audited("2024-03-01", of: "2024-02-01", .good, [.analysis: .inadequate]))
        #expect(counts("K13a", "2024-03-31", child) == [1, 1, 0])
        #expect(counts("K13b", "2024-03-31", child) == [0, 1, 0])
    }

    @Test func theyStandBesideWhetherAssessmentsAreCurrent() {
        #expect(Indicators.indicator("K13")?.twin == .figure("K13a"))
        for id in ["K13a", "K13b"] { #expect(Indicators.indicator(id)?.exists == .recordedHere) }
    }
}
