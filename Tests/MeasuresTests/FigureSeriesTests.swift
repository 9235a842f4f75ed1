import Casework
import Days
import Measures
import Standards
import TestSupport
import Testing

/// Figures over time, from one record.
struct FigureSeriesTests {
    private let asAt = day("2026-03-31")

    private func series(_ records: [ChildRecord], _ step: FigureSeries.Step = .month, _ context: Context = covered())
        -> FigureSeries
    {
        var series = FigureSeries(asAt: asAt, every: step, context)
        for record in records { series.add(record) }
        return series
    }
    private func counts(_ series: FigureSeries, _ id: String) -> [FigureCount] {
        series.chart(of: id)!.points.map(\.count)
    }

    /// Children of many kinds, no two alike.
    private var children: [ChildRecord] {
        (1...40).map { number in
            let start = day("2023-01-09") + 23 * number
            let move = (start + 90 + number).description
            let end = number % 3 == 0 ? (start + 300).description : nil
            return record(
                key: UInt64(number), born: "20\(10 + number % 9)-05-10",
                episode(start.description, "S", number % 4 == 0 ? "V2" : "C2", end: move, why: "CREQB"),
                episode(move, "P", "C2", "U4", end: end, end == nil ? "X1" : "E4A"),
                review((start + 20 + number % 15).description, number % 2 == 0 ? "PN1" : "PN7"),
                number % 5 == 0 ? missing((start + 200).description, (start + 201).description) : [],
                worker("SW\(number % 3)", start.description))
        }
    }

    @Test func pointsAreTheMonthsOrQuartersThatEndedAndThatReturnsSpeakFor() {
        let months = series([]).chart(of: "K01")!.points.map(\.period)
        #expect(months.count == 24 && months.last == DayInterval(day("2026-03-01"), asAt))
        #expect(months.first == DayInterval(day("2024-04-01"), day("2024-04-30")))
        let quarters = series([], .quarter).chart(of: "K01")!.points.map(\.period)
        // Returns from 2021-22 on: five years.
        #expect(quarters.count == 20 && quarters.last == DayInterval(day("2026-01-01"), asAt))
        let short = FigureSeries(asAt: day("2026-03-30"), every: .month, covered(from: 2025)).chart(of: "K01")!
        #expect(short.points.map(\.period.end).last == day("2026-02-28"), "March is not over")
        #expect(short.points.count == 11)
    }

    @Test func theMonthsOfAYearAddUpToTheYear() {
        var set = FigureSet(asAt: asAt, covered())
        for record in children {
            let child = ChildAsAt(record, asAt)
            set.add(child, duties: Catalogue.duties(of: child, covered()))
        }
        for id in ["K02", "K02b", "K03", "K08", "K20", "K48"] {
            let year = set.figures().first { $0.id == id }!.count
            let months = counts(series(children), id).suffix(12)
            #expect(months.reduce(0) { $0 + $1.numerator } == year.numerator, "\(id)")
            #expect(months.reduce(0) { $0 + $1.denominator } == year.denominator, "\(id)")
        }
    }

    @Test func aPointOfAFigureOfTheDayIsThatFigureOnThatDay() {
        for point in series(children).chart(of: "K04")!.points {
            var set = FigureSet(asAt: point.period.end, covered())
            for record in children { set.add(ChildAsAt(record, point.period.end), duties: []) }
            #expect(set.figures().first { $0.id == "K04" }!.count == point.count)
        }
    }

    @Test func thirtyFirstOfMarchIsAPointAYear() {
        let chart = series(children).chart(of: "K50")!
        #expect(chart.points.map(\.period.end) == (2022...2026).map { Day($0, 3, 31)! })
        #expect(chart.points.last!.count.denominator > 0)
    }

    /// A child put in the place of an earlier version of the record changes no other child's count.
    @Test func takingAChildOutAndPuttingItInAgainIsCountingAnew() {
        var series = series(children)
        let changed = record(key: 7, born: "2012-05-10", episode("2024-06-03", "S", "L2"), missing("2025-01-01"))
        series.remove(children[6])
        series.add(changed)
        let anew = self.series(children.filter { $0.id != changed.id } + [changed])
        for indicator in Indicators.all {
            #expect(counts(series, indicator.id) == counts(anew, indicator.id), "\(indicator.id)")
        }
    }

    @Test func aSetWithoutAChildIsTheSetThatNeverHadIt() {
        func set(_ records: [ChildRecord]) -> FigureSet {
            var set = FigureSet(asAt: asAt, covered())
            for record in records {
                let child = ChildAsAt(record, asAt)
                set.add(child, duties: Catalogue.duties(of: child, covered()))
            }
            return set
        }
        var fewer = set(children)
        fewer.remove(children[4].id)
        let never = set(children.filter { $0.id != children[4].id })
        for (a, b) in zip(fewer.figures(), never.figures()) {
            #expect(a.numerator == b.numerator && a.denominator == b.denominator && a.unknown == b.unknown)
            #expect(a.values == b.values)
        }
    }
}
