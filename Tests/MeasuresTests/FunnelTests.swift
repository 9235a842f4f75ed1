import Casework
import Days
import Testing

@testable import Measures

/// The limits of a funnel, against sums worked out another way.
struct FunnelTests {
    private func figure(_ id: String, _ numerator: Int, _ denominator: Int, _ unknown: Int = 0) -> Figure {
        let members = (0..<UInt64(max(denominator, unknown))).map { Member(ChildID(key: $0)) }
        return Figure(
            indicator: Indicators.indicator(id)!, asAt: Day("2025-03-31")!, numerator: Array(members.prefix(numerator)),
            denominator: Array(members.prefix(denominator)), unknown: Array(members.prefix(unknown)), values: [],
            population: nil, absence: nil)
    }
    private func team(_ title: String, _ numerator: Int, _ denominator: Int) -> Breakdown {
        Breakdown(title: title, figure: figure("K18", numerator, denominator))
    }

    /// The binomial coefficients, row by row: another way to the same probabilities.
    private func probabilities(_ size: Int, _ p: Double) -> [Double] {
        var row = [1.0]
        for _ in 0..<size {
            row = (0...row.count).map { ($0 < row.count ? row[$0] * (1 - p) : 0) + ($0 > 0 ? row[$0 - 1] * p : 0) }
        }
        return row
    }

    @Test func tenTossesOfACoin() throws {
        // Of ten: one or fewer 11 in 1,024, two or fewer 56 in 1,024.
        let coin = try #require(Binomial(10, 0.5))
        let expected = (2 - (56.0 / 1024 - 0.025) / (45.0 / 1024)) / 10
        #expect(abs(coin.share(below: 0.025) - expected) < 1e-12)
    }

    @Test func chanceFallsOutsideTheLimitsNoOftenerThanTheySay() throws {
        for percent in [3, 20, 50, 81, 97] {
            for size in 1...60 {
                let funnel = try #require(Funnel(figure("K18", percent, 100), []))
                let limits = try #require(funnel.limits(for: size))
                var outside = (tail95: 0.0, tail998: 0.0)
                for (number, chance) in probabilities(size, Double(percent) / 100).enumerated() {
                    let value = 100 * Double(number) / Double(size)
                    if value < limits.lower95 || value > limits.upper95 { outside.tail95 += chance }
                    if value < limits.lower998 || value > limits.upper998 { outside.tail998 += chance }
                }
                #expect(outside.tail95 <= 0.05 + 1e-9 && outside.tail998 <= 0.002 + 1e-9, "\(size) at \(percent)")
                #expect(limits.lower998 <= limits.lower95 && limits.upper95 <= limits.upper998)
            }
        }
    }

    @Test func aLargeTeamNeitherOverflowsNorLosesItsLimits() throws {
        let limits = try #require(Funnel(figure("K18", 90, 100), [])?.limits(for: 100_000))
        // Two standard deviations: √(0.9 × 0.1 ÷ 100,000) is 0.095 %.
        #expect(abs(limits.lower95 - (90 - 1.96 * 0.0949)) < 0.01)
        #expect(abs(limits.upper95 - (90 + 1.96 * 0.0949)) < 0.01)
    }

    @Test func teamsKeepTheOrderTheyComeInAndAreNotRanked() throws {
        let parts = [team("East", 1, 30), team("North", 27, 30), team("West", 30, 30), team("Young", 0, 0)]
        let funnel = try #require(Funnel(figure("K18", 58, 90), parts))
        #expect(funnel.points.map(\.title) == ["East", "North", "West"])
        #expect(funnel.without == ["Young"])
        #expect(funnel.points[0].place == .beyond998(isUp: false))
        #expect(funnel.points[1].place == .beyond998(isUp: true) || funnel.points[1].place == .beyond95(isUp: true))
        #expect(funnel.points[0].place.title == "below the 99.8 % limits")
    }

    @Test func plainCountsHaveTheFunnelThatAFigureOfThemHas() throws {
        let parts = [("East", 1, 30), ("North", 27, 30), ("Young", 0, 0)]
        let plain = try #require(
            Funnel(
                around: FigureCount(numerator: 58, denominator: 90),
                parts.map { (title: $0.0, count: FigureCount(numerator: $0.1, denominator: $0.2)) }))
        let figures = try #require(Funnel(figure("K18", 58, 90), parts.map { team($0.0, $0.1, $0.2) }))
        #expect(plain.points.map(\.place) == figures.points.map(\.place) && plain.without == ["Young"])
        #expect(plain.limits(for: 30) == figures.limits(for: 30) && plain.target == figures.target)
        #expect(plain.points.map(\.place.isUp) == [false, true])
        #expect(Funnel(around: FigureCount(), []) == nil)
    }

    @Test func onlyAProportionWithAValueHasAFunnel() {
        #expect(Funnel(figure("K01", 3, 3), []) == nil)
        #expect(Funnel(figure("K18", 0, 0), []) == nil)
        #expect(Funnel(figure("K53", 0, 5, 5), []) == nil, "nothing is known")
    }

    @Test func aTeamLikeTheAuthorityIsWithinWhatChanceAllows() throws {
        let funnel = try #require(Funnel(figure("K18", 90, 100), [team("One", 9, 10), team("All", 10, 10)]))
        #expect(funnel.points.allSatisfy { $0.place == .inside })
        #expect(Binomial(0, 0.5) == nil)
        // Where everybody is in time, three of four is less than chance allows.
        #expect(Binomial(4, 1).map { (0.75...1).contains($0.share(below: 0.025)) } == true)
    }
}
