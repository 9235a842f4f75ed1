/// A proportion part by part, of teams or of people, with the limits that chance alone would keep a part of each size within,
/// around the authority's own value. A funnel and not a league: parts stand in the order of the alphabet and get no place among
/// each other.
///
/// Source: Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005), 1185:
/// exact binomial limits at 95 % and 99.8 %, some two and three standard deviations. Why exact, and what the limits leave
/// out, is told in `docs/decisions/0051-funnels.md`.
public struct Funnel: Sendable {
    public struct Point: Sendable {
        public let title: String
        public let count: FigureCount
        /// Per cent.
        public let value: Double
        public let place: Place
    }

    /// Where a part stands to the limits.
    public enum Place: Hashable, Sendable {
        case inside
        case beyond95(isUp: Bool)
        case beyond998(isUp: Bool)

        public var title: String {
            switch self {
            case .inside: "within what chance allows"
            case .beyond95(let isUp): "\(isUp ? "above" : "below") the 95 % limits"
            case .beyond998(let isUp): "\(isUp ? "above" : "below") the 99.8 % limits"
            }
        }

        /// As a program reads it.
        public var key: String {
            switch self {
            case .inside: "within_limits"
            case .beyond95(let isUp): isUp ? "above_95" : "below_95"
            case .beyond998(let isUp): isUp ? "above_998" : "below_998"
            }
        }

        /// Whether it is above what chance allows, or below; nil where it is within.
        public var isUp: Bool? {
            switch self {
            case .inside: nil
            case .beyond95(let isUp), .beyond998(let isUp): isUp
            }
        }
    }

    /// The authority's own value, per cent.
    public let target: Double
    /// In the order that they were given.
    public let points: [Point]
    /// Parts of whom nothing is counted, or nothing known.
    public let without: [String]

    /// Nil where the figure is no proportion, or has no value.
    public init?(_ figure: Figure, _ parts: [Breakdown]) {
        guard figure.unit == .percent, let target = figure.value else { return nil }
        self.init(target, parts.map { ($0.title, $0.figure.count, $0.figure.value) })
    }

    /// Of plain counts around that of the whole; nil where nothing is counted.
    public init?(around whole: FigureCount, _ parts: [(title: String, count: FigureCount)]) {
        guard let target = whole.share else { return nil }
        self.init(target, parts.map { ($0.title, $0.count, $0.count.share) })
    }

    private init(_ target: Double, _ parts: [(title: String, count: FigureCount, value: Double?)]) {
        self.target = target
        var points: [Point] = []
        var without: [String] = []
        for (title, count, value) in parts {
            guard let value else {
                without.append(title)
                continue
            }
            points.append(
                Point(title: title, count: count, value: value, place: Self.place(value, count.denominator, target)))
        }
        (self.points, self.without) = (points, without)
    }

    /// Per cent.
    public struct Limits: Hashable, Sendable {
        public let lower998, lower95, upper95, upper998: Double
    }

    /// The limits for a part of so many; nil for one of none.
    public func limits(for size: Int) -> Limits? { Self.limits(size, target) }

    private static func limits(_ size: Int, _ target: Double) -> Limits? {
        guard let yes = Binomial(size, target / 100), let no = Binomial(size, 1 - target / 100) else { return nil }
        return Limits(
            lower998: 100 * yes.share(below: 0.001), lower95: 100 * yes.share(below: 0.025),
            upper95: 100 - 100 * no.share(below: 0.025), upper998: 100 - 100 * no.share(below: 0.001))
    }

    private static func place(_ value: Double, _ size: Int, _ target: Double) -> Place {
        guard let limits = limits(size, target) else { return .inside }
        if value > limits.upper998 { return .beyond998(isUp: true) }
        if value < limits.lower998 { return .beyond998(isUp: false) }
        if value > limits.upper95 { return .beyond95(isUp: true) }
        return value < limits.lower95 ? .beyond95(isUp: false) : .inside
    }
}

/// How many of `size` chance gives, each with the same probability.
struct Binomial {
    /// The probability of so many or fewer.
    private let cumulative: [Double]

    /// Nil for a size of none or a probability that is none. Sums are worked out outwards from the likeliest number, so
    /// that a large size neither overflows nor needs a logarithm.
    init?(_ size: Int, _ probability: Double) {
        guard size > 0, (0...1).contains(probability) else { return nil }
        var weights = [Double](repeating: 0, count: size + 1)
        let mode = min(size, Int(Double(size + 1) * probability))
        weights[mode] = 1
        if probability > 0, probability < 1 {
            let odds = probability / (1 - probability)
            for k in stride(from: mode + 1, through: size, by: 1) {
                weights[k] = weights[k - 1] * odds * Double(size - k + 1) / Double(k)
            }
            for k in stride(from: mode - 1, through: 0, by: -1) {
                weights[k] = weights[k + 1] / odds * Double(k + 1) / Double(size - k)
            }
        }
        let total = weights.reduce(0, +)
        var sum = 0.0
        cumulative = weights.map {
            sum += $0
            return sum / total
        }
    }

    /// A share of `size` below which chance falls with a probability of at most `p`. It is read between whole numbers
    /// (after Spiegelhalter 2005, appendix A.1), so that the limits narrow smoothly; no whole number lies in between, so
    /// that changes nothing for any part.
    func share(below p: Double) -> Double {
        let place = cumulative.firstIndex { $0 > p } ?? cumulative.count - 1
        let before = place > 0 ? cumulative[place - 1] : 0
        let step = cumulative[place] - before
        let part = step > 0 ? (cumulative[place] - p) / step : 0
        return min(1, max(0, (Double(place) - part) / Double(cumulative.count - 1)))
    }
}
