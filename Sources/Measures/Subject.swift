import Casework
import Days
import Standards

/// The day asked about, the period up to it, and what the returns speak for in it: worked out once for all children.
struct Window: Sendable {
    let day: Day
    let year: CollectionYear
    /// 1 April up to and with the day.
    let period: DayInterval
    let episodesCovered: Bool
    let missingCovered: Bool
    let workersCovered: Bool
    let hasLeavingCare: Bool
    let twoYearsAgo: Day
    let twoYearsCovered: Bool
    let twoAndAHalfYearsAgo: Day
    let threeYearsAgo: Day

    init(_ day: Day, _ context: Context) {
        self.day = day
        year = CollectionYear(containing: day)
        period = DayInterval(year.firstDay, day) ?? DayInterval(on: day)
        episodesCovered = context.coverage.covers(.episodes, period)
        missingCovered = context.coverage.covers(.missing, period)
        workersCovered = context.coverage.covers(.socialWorkers, period)
        hasLeavingCare = context.coverage.latest(of: year)?.tables.contains(.leavingCare) ?? false
        twoYearsAgo = day.adding(years: -2)
        twoYearsCovered = DayInterval(twoYearsAgo, day).map { context.coverage.covers(.episodes, $0) } ?? false
        twoAndAHalfYearsAgo = day.adding(months: -30)
        threeYearsAgo = day.adding(years: -3)
    }
}

/// One child as the indicators see them: what several of them ask is worked out once.
struct Subject {
    let child: ChildAsAt
    let context: Context
    let window: Window
    let duties: ReviewDuties
    let member: Member
    /// Looked after on the day, short breaks left out.
    let isLookedAfter: Bool
    /// Continuously looked after for twelve months; worked out on 31 March only, and false on other days.
    let isContinuous: Bool
    /// The yearly outcomes of the window's year.
    let outcomes: YearlyOutcomes?

    init(_ child: ChildAsAt, _ duties: [Duty], _ context: Context, _ window: Window) {
        (self.child, self.context, self.window) = (child, context, window)
        self.duties = ReviewDuties(duties, in: window.period)
        member = Member(child.id)
        isLookedAfter = child.isLookedAfter && !child.isOnShortBreaks
        let isYearEnd = window.day == window.year.lastDay
        isContinuous = isYearEnd && child.wasContinuouslyLookedAfter(in: window.year)
        outcomes = isYearEnd ? child.record.yearlyOutcomes.last { $0.outcomes.year == window.year }?.outcomes : nil
    }

    /// The legal status under which a period of care began.
    func firstStatus(of period: PeriodOfCare) -> LegalStatus {
        child.record.episodes[period.episodes.lowerBound].episode.legalStatus
    }

    /// The legal status under which it ended or stands.
    func lastStatus(of period: PeriodOfCare) -> LegalStatus {
        child.record.episodes[period.episodes.upperBound - 1].episode.legalStatus
    }

    /// Calls `body` with each period of care that began in the window, short breaks left out. The flag is false where the
    /// record shows only that care began on or before that day.
    func forEachEntry(_ body: (_ index: Int, PeriodOfCare, _ isKnown: Bool) -> Void) {
        for (index, care) in child.periods.enumerated()
        where window.period.contains(care.start.day) && !firstStatus(of: care).isShortBreak {
            body(index, care, care.start.isKnown)
        }
    }
}

/// The reviews that fell due in a period (RV01 to RV03): standards of the catalogue, found by their ids.
struct ReviewDuties {
    private static let first = place("RV01")
    private static let all = ["RV01", "RV02", "RV03"].compactMap { place($0) }

    private static func place(_ id: String) -> UInt16? {
        Catalogue.standards.firstIndex { $0.id == id }.map { UInt16($0) }
    }

    /// First reviews: the day each was due, and whether it was in time.
    private(set) var firstReviews: [(due: Day, inTime: Bool?)] = []
    private(set) var due = 0
    private(set) var late = 0
    private(set) var unknown = 0

    init(_ duties: [Duty], in period: DayInterval) {
        guard let low = Self.all.min(), let high = Self.all.max() else { return }
        for duty in duties where duty.standard >= low && duty.standard <= high && Self.all.contains(duty.standard) {
            guard let day = duty.due, period.contains(day) else { continue }
            let inTime: Bool?
            switch duty.standing {
            case .met: inTime = true
            case .metLate, .overdue, .lateWithReason: inTime = false
            case .unknown: inTime = nil
            case .due, .notApplicable: continue
            }
            due += 1
            if inTime == false { late += 1 }
            if inTime == nil { unknown += 1 }
            if duty.standard == Self.first { firstReviews.append((day, inTime)) }
        }
    }
}
