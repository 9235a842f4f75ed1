/// A figure as numbers alone: what is left of it where the children behind it need not be kept.
public struct FigureCount: Hashable, Sendable {
    public var numerator: Int
    public var denominator: Int
    public var unknown: Int
    /// Of the values, where the figure is a mean.
    public var sum: Double

    public init(numerator: Int = 0, denominator: Int = 0, unknown: Int = 0, sum: Double = 0) {
        (self.numerator, self.denominator, self.unknown, self.sum) = (numerator, denominator, unknown, sum)
    }

    /// What is counted of all, per cent; nil where nothing is.
    public var share: Double? { denominator == 0 ? nil : 100 * Double(numerator) / Double(denominator) }

    /// In the indicator's unit; nil where nothing is counted, nothing of what is counted is known, or a rate has no
    /// population.
    public func value(of indicator: Indicator, population: Int? = nil) -> Double? {
        switch indicator.unit {
        case .percent:
            isAllUnknown(indicator) ? nil : share
        case .per10000:
            population.flatMap { $0 > 0 ? 10_000 * Double(numerator) / Double($0) : nil }
        case .meanDays, .meanScore: numerator == 0 ? nil : sum / Double(numerator)
        case .perChild: denominator == 0 ? nil : Double(numerator) / Double(denominator)
        }
    }

    /// Whether somebody is counted and of none of them is the answer known: not "none", but "nobody can say".
    public func isAllUnknown(_ indicator: Indicator) -> Bool {
        indicator.unknownInDenominator
            ? denominator > 0 && numerator == 0 && unknown >= denominator : denominator == 0 && unknown > 0
    }

    /// Whether more than half of those counted are not known, so that the value says more of the record than of practice.
    public func isMostlyUnknown(_ indicator: Indicator) -> Bool {
        2 * unknown > (indicator.unknownInDenominator ? denominator : denominator + unknown)
    }

    static func += (a: inout Self, b: Self) {
        a.numerator += b.numerator
        a.denominator += b.denominator
        a.unknown += b.unknown
        a.sum += b.sum
    }

    static func -= (a: inout Self, b: Self) {
        a += Self(numerator: -b.numerator, denominator: -b.denominator, unknown: -b.unknown, sum: -b.sum)
    }
}
