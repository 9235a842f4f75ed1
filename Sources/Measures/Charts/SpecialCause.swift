/// A pattern that chance would seldom make, so that it is worth asking what changed. It says that something did, never
/// what.
///
/// Source: NHS England, Making Data Count, with the numbers that the NHS-R Community's implementation of it uses
/// (NHSRplotthedots: a point outside the limits; seven points on one side of the mean; seven points rising or falling).
/// Its fourth rule, two of three points near a limit, is left out: the more rules, the more false alarms.
public enum SpecialCause: Hashable, Sendable {
    /// Astronomical points: outside the limits, one or several in a row.
    case outside(isUp: Bool, points: Int)
    /// Points in a row on one side of the mean.
    case shift(isUp: Bool, points: Int)
    /// Points in a row each higher, or each lower, than the one before.
    case trend(isUp: Bool, points: Int)

    /// How many points make a shift or a trend.
    public static let run = 7

    public var isUp: Bool {
        switch self {
        case .outside(let isUp, _), .shift(let isUp, _), .trend(let isUp, _): isUp
        }
    }

    public var title: String {
        switch self {
        case .outside(let isUp, let points):
            "\(points == 1 ? "" : "\(points) points in a row ")\(isUp ? "above the upper" : "below the lower") limit"
        case .shift(let isUp, let points): "\(points) points in a row \(isUp ? "above" : "below") the mean"
        case .trend(let isUp, let points): "\(points) points in a row \(isUp ? "rising" : "falling")"
        }
    }

    /// As a program reads it.
    public var key: String {
        switch self {
        case .outside(let isUp, _): isUp ? "above_upper_limit" : "below_lower_limit"
        case .shift(let isUp, _): isUp ? "shift_above" : "shift_below"
        case .trend(let isUp, _): isUp ? "trend_rising" : "trend_falling"
        }
    }

    /// Every pattern among `values`, with the places it takes, by its first place. A point without a value breaks a run.
    static func find(_ values: [Double?], _ limits: RunChart.Limits) -> [(SpecialCause, Range<Int>)] {
        var found: [(SpecialCause, Range<Int>)] = []
        let beyond = values.map { value in value.map { $0 > limits.upper ? 1 : $0 < limits.lower ? -1 : 0 } ?? 0 }
        for (sign, places) in runs(beyond) {
            found.append((.outside(isUp: sign > 0, points: places.count), places))
        }
        let sides = values.map { value in value.map { $0 > limits.mean ? 1 : $0 < limits.mean ? -1 : 0 } ?? 0 }
        for (sign, places) in runs(sides) where places.count >= run {
            found.append((.shift(isUp: sign > 0, points: places.count), places))
        }
        let steps = zip(values, values.dropFirst()).map { a, b in
            if let a, let b { b > a ? 1 : b < a ? -1 : 0 } else { 0 }
        }
        for (sign, places) in runs(steps) where places.count + 1 >= run {
            let points = places.lowerBound..<(places.upperBound + 1)
            found.append((.trend(isUp: sign > 0, points: points.count), points))
        }
        return found.sorted { $0.1.lowerBound < $1.1.lowerBound }
    }

    /// Stretches of one sign; a zero belongs to none.
    private static func runs(_ signs: [Int]) -> [(Int, Range<Int>)] {
        var runs: [(Int, Range<Int>)] = []
        for (place, sign) in signs.enumerated() where sign != 0 {
            if let last = runs.last, last.0 == sign, last.1.upperBound == place {
                runs[runs.count - 1].1 = last.1.lowerBound..<(place + 1)
            } else {
                runs.append((sign, place..<(place + 1)))
            }
        }
        return runs
    }
}
