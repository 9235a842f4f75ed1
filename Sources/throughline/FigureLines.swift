import Days
import Measures

/// A figure, or a part of one, as JSON gives it.
struct FigureLine: Encodable {
    let id, title, asAt, unit: String
    let numerator, denominator, unknown: Int
    let numeratorChildren, denominatorChildren, unknownChildren: [String]
    let unknownInDenominator: Bool
    let value: Double?
    let twin, part, absence: String?

    init(_ figure: Figure, _ part: String?) {
        (id, title, asAt, unit) = (figure.id, figure.title, figure.asAt.description, figure.unit.rawValue)
        (numerator, denominator, unknown) = (figure.numerator.count, figure.denominator.count, figure.unknown.count)
        numeratorChildren = figure.numerator.map(\.child.description)
        denominatorChildren = figure.denominator.map(\.child.description)
        unknownChildren = figure.unknown.map(\.child.description)
        unknownInDenominator = figure.indicator.unknownInDenominator
        value = figure.value
        twin = figure.twin?.words
        (self.part, absence) = (part, figure.absence)
    }

    private enum Key: CodingKey {
        case id, title, asAt, unit, numerator, denominator, unknown, numeratorChildren, denominatorChildren
        case unknownChildren, unknownInDenominator, value, twin, part, absence
    }

    /// `twin` is always there, null for a figure that is not about timeliness.
    func encode(to encoder: any Encoder) throws {
        var line = encoder.container(keyedBy: Key.self)
        try line.encode(id, forKey: .id)
        try line.encode(title, forKey: .title)
        try line.encode(asAt, forKey: .asAt)
        try line.encode(unit, forKey: .unit)
        try line.encode(numerator, forKey: .numerator)
        try line.encode(denominator, forKey: .denominator)
        try line.encode(unknown, forKey: .unknown)
        try line.encode(numeratorChildren, forKey: .numeratorChildren)
        try line.encode(denominatorChildren, forKey: .denominatorChildren)
        try line.encode(unknownChildren, forKey: .unknownChildren)
        try line.encode(unknownInDenominator, forKey: .unknownInDenominator)
        try line.encodeIfPresent(value, forKey: .value)
        try line.encode(twin, forKey: .twin)
        try line.encodeIfPresent(part, forKey: .part)
        try line.encodeIfPresent(absence, forKey: .absence)
    }
}

/// A point of a figure's chart, as JSON gives it.
struct ChartLine: Encodable {
    let id, asAt, from, to, unit: String
    let numerator, denominator, unknown: Int
    let value, mean, lowerLimit, upperLimit: Double?
    let specialCauses: [String]

    init(_ point: RunChart.Point, _ chart: RunChart, _ asAt: Day) {
        (id, self.asAt, unit) = (chart.indicator.id, asAt.description, chart.indicator.unit.rawValue)
        (from, to) = (point.period.start.description, point.period.end.description)
        (numerator, denominator, unknown) = (point.count.numerator, point.count.denominator, point.count.unknown)
        value = point.value
        (mean, lowerLimit, upperLimit) = (chart.limits?.mean, chart.limits?.lower, chart.limits?.upper)
        specialCauses = point.causes.map(\.key)
    }
}
