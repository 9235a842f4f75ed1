import Days

/// A figure over time with what can be read from it: an XmR chart by the rules of NHS England's Making Data Count.
///
/// The limits are the mean and, on each side of it, 2.66 times the mean moving range (the mean distance of neighbouring
/// points): three estimated standard deviations, since 3 ÷ 1.128 = 2.66. Why XmR and not a p-chart, and where the numbers
/// come from, is told in `docs/decisions/0050-run-charts.md`.
public struct RunChart: Sendable {
    public struct Point: Sendable {
        public let period: DayInterval
        public let count: FigureCount
        /// Nil where nothing was counted, or less than half of it is known.
        public let value: Double?
        public internal(set) var causes: [SpecialCause] = []
    }

    /// What the points vary around, and how far they do.
    public struct Limits: Hashable, Sendable {
        public let mean: Double
        /// Never beyond what the unit can reach: 0, and 100 for a percentage.
        public let lower: Double
        public let upper: Double
        public let meanMovingRange: Double
    }

    public let indicator: Indicator
    public let step: FigureSeries.Step
    public private(set) var points: [Point]
    /// Nil where there are too few points.
    public let limits: Limits?
    /// Every run of points that chance would seldom make, the earliest first.
    public private(set) var findings: [Finding] = []

    /// Points that limits need: below that they would move with each new point. Source: the NHS-R Community's
    /// implementation of Making Data Count (NHSRplotthedots), which calls limits from fewer than 12 points "trial".
    public static let fewest = 12

    init(
        _ indicator: Indicator, step: FigureSeries.Step, population: Int?,
        points counted: [(period: DayInterval, count: FigureCount)]
    ) {
        (self.indicator, self.step) = (indicator, step)
        points = counted.map {
            Point(
                period: $0.period, count: $0.count,
                value: Self.value($0.count, indicator, population))
        }
        limits = Self.limits(points.map(\.value), indicator.unit, population)
        guard let limits else { return }
        findings = SpecialCause.find(points.map(\.value), limits).map { cause, places in
            Finding(cause, points[places.lowerBound].period.start, points[places.upperBound - 1].period.end, indicator)
        }
        for (cause, places) in SpecialCause.find(points.map(\.value), limits) {
            for place in places { points[place].causes.append(cause) }
        }
    }

    /// A rate without a population is drawn as the count.
    private static func value(_ count: FigureCount, _ indicator: Indicator, _ population: Int?) -> Double? {
        if count.isMostlyUnknown(indicator) { return nil }
        return indicator.unit == .per10000 && population == nil
            ? Double(count.numerator) : count.value(of: indicator, population: population)
    }

    static func limits(_ values: [Double?], _ unit: FigureUnit, _ population: Int?) -> Limits? {
        let known = values.compactMap { $0 }
        guard known.count >= fewest else { return nil }
        let ranges = zip(values, values.dropFirst()).compactMap { a, b in
            if let a, let b { abs(b - a) } else { nil }
        }
        guard !ranges.isEmpty else { return nil }
        let mean = known.reduce(0, +) / Double(known.count)
        let range = ranges.reduce(0, +) / Double(ranges.count)
        let (lower, upper) = (mean - 2.66 * range, mean + 2.66 * range)
        return Limits(
            mean: mean, lower: max(0, lower), upper: unit == .percent ? min(100, upper) : upper, meanMovingRange: range)
    }

    /// Why there are no limits; nil where there are.
    public var tooFew: String? {
        guard limits == nil else { return nil }
        let known = points.count { $0.value != nil }
        let unit = indicator.charting == .eachYear ? "year" : step.title
        return
            "Too few points to tell chance from change: \(known) \(known == 1 ? unit : unit + "s") with a value, and limits need \(Self.fewest)."
    }

    /// What the values are measured in.
    public func unit(hasPopulation: Bool) -> String {
        indicator.unit == .per10000 && !hasPopulation ? "children" : indicator.unit.title
    }
}

/// A run of points that chance would seldom make, in words.
public struct Finding: Sendable {
    public let cause: SpecialCause
    public let from: Day
    public let to: Day
    private let polarity: Polarity

    init(_ cause: SpecialCause, _ from: Day, _ to: Day, _ indicator: Indicator) {
        (self.cause, self.from, self.to, polarity) = (cause, from, to, indicator.polarity)
    }

    /// `special cause, concern: 8 points in a row above the mean`.
    public var sentence: String {
        let meaning =
            switch (polarity, cause.isUp) {
            case (.neither, _): ""
            case (.higherIsBetter, true), (.lowerIsBetter, false): ", improvement"
            default: ", concern"
            }
        return "special cause\(meaning): \(cause.title)"
    }
}
