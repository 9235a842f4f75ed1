import Casework
import Days
import Standards

/// The day asked about, the period up to it, and what the returns speak for in it: worked out once for all children.
struct Window: Sendable {
    let day: Day
    let year: CollectionYear
    /// Up to and with the day: from 1 April, or from the first day given.
    let period: DayInterval
    let isYearEnd: Bool
    let episodesCovered: Bool
    let missingCovered: Bool
    let workersCovered: Bool
    let hasLeavingCare: Bool
    let isRecordedHere: Bool
    let twoYearsAgo: Day
    let twoYearsCovered: Bool
    let twoAndAHalfYearsAgo: Day
    let threeYearsAgo: Day

    /// - Parameter start: the first day of the period; nil for 1 April of the day's collection year.
    init(_ day: Day, _ context: Context, from start: Day? = nil) {
        self.day = day
        let (year, coverage) = (CollectionYear(containing: day), context.coverage)
        self.year = year
        period = DayInterval(start ?? year.firstDay, day) ?? DayInterval(on: day)
        isYearEnd = day == year.lastDay
        episodesCovered = coverage.covers(.episodes, period)
        missingCovered = coverage.covers(.missing, period)
        workersCovered = coverage.covers(.socialWorkers, period)
        hasLeavingCare = coverage.imports.contains { $0.year == year && $0.tables.contains(.leavingCare) }
        isRecordedHere = context.isRecordedHere
        twoYearsAgo = day.adding(years: -2)
        twoYearsCovered = DayInterval(twoYearsAgo, day).map { coverage.covers(.episodes, $0) } ?? false
        twoAndAHalfYearsAgo = day.adding(months: -30)
        threeYearsAgo = day.adding(years: -3)
    }
}
