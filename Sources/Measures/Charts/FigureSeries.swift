import Casework
import Days
import Standards

/// Every figure over time: as numbers alone, at the end of each month or quarter that the returns speak for, from one and
/// the same record. One pass over the children serves every figure and every point, and a child whose record has changed
/// is taken out and put in again without counting the others anew.
///
/// ```swift
/// var series = FigureSeries(asAt: day, every: .month, context)
/// for record in authority.children.values { series.add(record) }
/// let chart = series.chart(of: "K18")
/// ```
public struct FigureSeries: Sendable {
    /// How far apart the points are. A figure of 31 March has a point a year either way.
    public enum Step: String, Sendable, CaseIterable {
        case month, quarter

        public var months: Int { self == .month ? 1 : 3 }
        public var title: String { rawValue }
    }

    /// How many points are drawn at most: two years of months, six of quarters.
    public static let longest = 24

    public let asAt: Day
    public let step: Step
    private let context: Context
    private let spots: [Spot]
    private let years: [Spot]
    /// Row by row: the points of each figure, in the order of the table.
    private var counts: [[FigureCount]]
    private var scratch = Tally(Indicators.all[0])
    private var duties = DutyList()

    /// A point's day with what looks at it: the figures whose points have a period of their own, and those that look back
    /// over twelve months.
    private struct Spot: Sendable {
        let period: DayInterval
        let within: Window
        let twelveMonths: Window

        init(_ period: DayInterval, _ context: Context) {
            self.period = period
            within = Window(period.end, context, from: period.start)
            twelveMonths = Window(period.end, context, from: period.end.adding(months: -12) + 1)
        }
    }

    /// Points for the months or quarters that ended by `asAt` and that returns speak for, none counted yet.
    public init(asAt: Day, every step: Step, _ context: Context) {
        (self.asAt, self.step, self.context) = (asAt, step, context)
        let isCovered = { (period: DayInterval) in context.coverage.covers(.episodes, period) }
        spots = Self.periods(endingBy: asAt, step.months).filter(isCovered).map { Spot($0, context) }
        years = Self.years(endingBy: asAt).filter { isCovered(DayInterval(on: $0.end)) }.map { Spot($0, context) }
        let (spotCount, yearCount) = (spots.count, years.count)
        counts = Indicators.all.map {
            Array(repeating: FigureCount(), count: $0.charting == .eachYear ? yearCount : spotCount)
        }
    }

    public mutating func add(_ record: ChildRecord) { count(record) { $0 += $1 } }

    /// Takes out what the same record had put in.
    public mutating func remove(_ record: ChildRecord) { count(record) { $0 -= $1 } }

    private mutating func count(_ record: ChildRecord, _ put: (inout FigureCount, FigureCount) -> Void) {
        for (place, spot) in spots.enumerated() where record.isKnown(by: spot.period.end) {
            let child = ChildAsAt(record, spot.period.end)
            duties.removeAll()
            // Beside reviews, figures ask only for what signed records show.
            if child.record.records.isEmpty {
                Catalogue.addReviewDuties(of: child, context, to: &duties)
            } else {
                Catalogue.addDuties(of: child, context, to: &duties)
            }
            let within = Subject(child, duties.duties, context, spot.within)
            let twelveMonths = Subject(child, [], context, spot.twelveMonths)
            for (index, indicator) in Indicators.all.enumerated() where indicator.charting != .eachYear {
                let isLong = indicator.charting == .twelveMonths
                count(isLong ? twelveMonths : within, index, indicator, place, put)
            }
        }
        for (place, spot) in years.enumerated() where record.isKnown(by: spot.period.end) {
            let subject = Subject(ChildAsAt(record, spot.period.end), [], context, spot.within)
            guard subject.isContinuous else { continue }
            for (index, indicator) in Indicators.all.enumerated() where indicator.charting == .eachYear {
                count(subject, index, indicator, place, put)
            }
        }
    }

    private mutating func count(
        _ subject: Subject, _ index: Int, _ indicator: Indicator, _ place: Int,
        _ put: (inout FigureCount, FigureCount) -> Void
    ) {
        guard indicator.exists.absence(in: subject.window) == nil else { return }
        scratch.clear(for: indicator)
        indicator.count(subject, &scratch)
        guard !scratch.isEmpty else { return }
        let count = scratch.count
        put(&counts[index][place], count)
    }

    /// The chart of a figure; nil where no figure has the id.
    public func chart(of id: String) -> RunChart? {
        guard let index = Indicators.all.firstIndex(where: { $0.id == id }) else { return nil }
        let indicator = Indicators.all[index]
        let spots = indicator.charting == .eachYear ? years : spots
        return RunChart(
            indicator, step: step, population: context.settings.population,
            points: zip(spots, counts[index]).map { spot, count in
                (spot.period, indicator.exists.absence(in: spot.within) == nil ? count : FigureCount())
            })
    }

    /// The last months, or so many months together, that ended by a day; the earliest first.
    private static func periods(endingBy day: Day, _ months: Int) -> [DayInterval] {
        var periods: [DayInterval] = []
        let (year, month, _) = (day + 1).parts
        // The first day of the month, or of the quarter of the collection year, that is not over.
        guard var next = Day(year, month - (month - 1) % months, 1) else { return [] }
        while periods.count < longest {
            let start = next.adding(months: -months)
            if let period = DayInterval(start, next - 1) { periods.append(period) }
            next = start
        }
        return periods.reversed()
    }

    private static func years(endingBy day: Day) -> [DayInterval] {
        var year = CollectionYear(containing: day)
        if year.lastDay > day { year = year.previous }
        var years: [DayInterval] = []
        while years.count < longest {
            years.append(year.days)
            year = year.previous
        }
        return years.reversed()
    }
}

extension ChildRecord {
    /// Whether anything that a figure counts may have happened by a day. Cheap, and in doubt yes.
    fileprivate func isKnown(by day: Day) -> Bool {
        (episodes.first.map { $0.start <= day } ?? false) || !leavingCareContacts.isEmpty || !records.isEmpty
    }
}
