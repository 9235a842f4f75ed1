import Days
import Testing

@testable import Measures

/// What a run chart says, on values worked out by hand.
struct RunChartTests {
    private let steady: [Double?] = [10, 12, 11, 13, 12, 11, 10, 12, 13, 11, 12, 11]

    private func drawn(_ values: [Double?], _ unit: FigureUnit = .meanDays) -> RunChart.Limits? {
        RunChart.limits(values, unit, nil)
    }
    private func causes(_ values: [Double?]) -> [SpecialCause] {
        SpecialCause.find(values, RunChart.Limits(mean: 10, lower: 4, upper: 16, meanMovingRange: 2.26)).map(\.0)
    }
    private func chart(_ id: String, _ counts: [FigureCount]) -> RunChart {
        var month = day("2024-01-01")
        let points = counts.map { count -> (DayInterval, FigureCount) in
            let period = DayInterval(month, month.adding(months: 1) - 1)!
            month = month.adding(months: 1)
            return (period, count)
        }
        return RunChart(Indicators.indicator(id)!, step: .month, population: nil, points: points)
    }
    private func day(_ iso: String) -> Day { Day(iso)! }

    @Test func limitsAreTheMeanAnd266TimesTheMeanMovingRange() throws {
        // The mean is 138 ÷ 12; the moving ranges add up to 15 over 11 pairs.
        let limits = try #require(drawn(steady))
        #expect(limits.mean == 11.5)
        #expect(abs(limits.meanMovingRange - 15.0 / 11) < 1e-12)
        #expect(abs(limits.lower - (11.5 - 2.66 * 15 / 11)) < 1e-12)
        #expect(abs(limits.upper - (11.5 + 2.66 * 15 / 11)) < 1e-12)
    }

    @Test func elevenPointsAreTooFewAndAGapIsNoPoint() {
        #expect(drawn(Array(steady.dropLast())) == nil)
        #expect(drawn(Array(steady.dropLast()) + [nil, nil]) == nil)
        #expect(drawn(Array(steady.dropLast()) + [nil, 11]) != nil)
    }

    @Test func aMovingRangeDoesNotSpanAGap() throws {
        let limits = try #require(drawn(steady + [nil, 40]))
        #expect(abs(limits.meanMovingRange - 15.0 / 11) < 1e-12)
    }

    @Test func limitsStayWithinWhatTheUnitCanReach() throws {
        let wild: [Double?] = [0, 100, 0, 100, 0, 100, 0, 100, 0, 100, 0, 100]
        let limits = try #require(drawn(wild, .percent))
        #expect(limits.lower == 0 && limits.upper == 100)
        let unbounded = try #require(drawn(wild))
        #expect(unbounded.upper > 100)
    }

    @Test func aPointOutsideTheLimitsStandsOutAndOneOnThemDoesNot() {
        #expect(causes([10, 17, 10]) == [.outside(isUp: true, points: 1)])
        #expect(causes([10, 3, 10]) == [.outside(isUp: false, points: 1)])
        #expect(causes([16, 4, 16]).isEmpty)
        #expect(causes([10, 17, 17, 10]) == [.outside(isUp: true, points: 2)])
    }

    @Test func sevenOnOneSideAreAShiftAndSixAreNot() {
        #expect(causes([11, 12, 11, 12, 11, 12]).isEmpty)
        #expect(causes([11, 12, 11, 12, 11, 12, 11]) == [.shift(isUp: true, points: 7)])
        #expect(causes([9, 8, 9, 8, 9, 8, 9, 8]) == [.shift(isUp: false, points: 8)])
        #expect(causes([11, 12, 11, 10, 12, 11, 12, 11]).isEmpty, "a point on the mean is on neither side")
        #expect(causes([11, 12, 11, nil, 12, 11, 12, 11]).isEmpty, "a gap breaks the run")
    }

    @Test func sevenRisingOrFallingAreATrendAndSixAreNot() {
        #expect(causes([7, 8, 9, 10, 11, 12]).isEmpty)
        #expect(causes([7, 8, 9, 10, 11, 12, 13]) == [.trend(isUp: true, points: 7)])
        #expect(causes([14, 13, 12, 11, 10, 9, 8, 7]) == [.trend(isUp: false, points: 8)])
        #expect(causes([7, 8, 9, 9, 10, 11, 12, 13]).isEmpty, "standing still is not rising")
    }

    @Test func wordsSayWhetherItIsForTheBetter() {
        let counts = [70, 82, 81, 60, 82, 81, 60, 82, 83, 61, 82, 0].map {
            FigureCount(numerator: $0, denominator: 100)
        }
        let late = chart("K18", counts)
        #expect(late.findings.map(\.sentence) == ["special cause, concern: below the lower limit"])
        #expect(late.findings[0].from == day("2024-12-01") && late.findings[0].to == day("2024-12-31"))
        #expect(late.points[11].causes == [.outside(isUp: false, points: 1)])
        #expect(chart("K48", counts).findings[0].sentence == "special cause, improvement: below the lower limit")
        #expect(chart("K04", counts).findings[0].sentence == "special cause: below the lower limit")
    }

    @Test func tooFewPointsSaySoAndClaimNothing() {
        let chart = chart("K18", Array(repeating: FigureCount(numerator: 1, denominator: 2), count: 5))
        #expect(chart.limits == nil && chart.findings.isEmpty)
        #expect(
            chart.tooFew == "Too few points to tell chance from change: 5 months with a value, and limits need 12.")
    }

    @Test func aPointOfWhichMostIsNotKnownIsNotDrawn() {
        let half = FigureCount(numerator: 1, denominator: 10, unknown: 5)
        let most = FigureCount(numerator: 1, denominator: 10, unknown: 6)
        #expect(chart("K45", [half]).points[0].value == 10)
        #expect(chart("K45", [most]).points[0].value == nil)
        #expect(chart("K18", [FigureCount(numerator: 4, denominator: 4, unknown: 5)]).points[0].value == nil)
    }
}
