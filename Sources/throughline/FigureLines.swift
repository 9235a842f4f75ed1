import Casework
import Days
import Measures
import Service

/// A figure, or a part of one, as JSON gives it.
struct FigureLine: Encodable {
    let id, title, asAt, unit: String
    let numerator, denominator, unknown: Int
    let numeratorChildren, denominatorChildren, unknownChildren: [String]
    let unknownInDenominator: Bool
    @OrNull var value: Double?
    @OrNull var twin: String?
    @OrNull var part: String?
    @OrNull var absence: String?

    /// - Parameter hidden: children who are counted and not listed.
    init(_ figure: Figure, _ part: String?, hiding hidden: Set<ChildID>) {
        let listed = { (members: [Member]) -> [String] in
            members.map(\.child).filter { !hidden.contains($0) }.map(\.description)
        }
        (id, title, asAt, unit) = (figure.id, figure.title, figure.asAt.description, figure.unit.rawValue)
        (numerator, denominator, unknown) = (figure.numerator.count, figure.denominator.count, figure.unknown.count)
        numeratorChildren = listed(figure.numerator)
        denominatorChildren = listed(figure.denominator)
        unknownChildren = listed(figure.unknown)
        unknownInDenominator = figure.indicator.unknownInDenominator
        value = figure.value
        twin = figure.twin?.words
        self.part = part
        absence = figure.absence
    }
}

/// A point of a figure's chart, as JSON gives it.
struct ChartLine: Encodable {
    let id, asAt, from, to, unit: String
    let numerator, denominator, unknown: Int
    @OrNull var value: Double?
    @OrNull var mean: Double?
    @OrNull var lowerLimit: Double?
    @OrNull var upperLimit: Double?
    let specialCauses: [String]

    init(_ point: RunChart.Point, _ chart: RunChart, _ asAt: Day) {
        (id, self.asAt, unit) = (chart.indicator.id, asAt.description, chart.indicator.unit.rawValue)
        (from, to) = (point.period.start.description, point.period.end.description)
        (numerator, denominator, unknown) = (point.count.numerator, point.count.denominator, point.count.unknown)
        value = point.value
        mean = chart.limits?.mean
        lowerLimit = chart.limits?.lower
        upperLimit = chart.limits?.upper
        specialCauses = point.causes.map(\.key)
    }
}
