import Casework
import Days
import Standards

/// One child as the indicators see them: what several of them ask is worked out once.
struct Subject {
    let child: ChildAsAt
    let context: Context
    let window: Window
    let duties: OwedDuties
    let member: Member
    /// Looked after on the day, short breaks left out.
    let isLookedAfter: Bool
    /// Continuously looked after for twelve months; worked out on 31 March only, and false on other days.
    let isContinuous: Bool
    /// The yearly outcomes of the window's year.
    let outcomes: YearlyOutcomes?

    init(_ child: ChildAsAt, _ duties: [Duty], _ context: Context, _ window: Window) {
        (self.child, self.context, self.window) = (child, context, window)
        self.duties = OwedDuties(duties, in: window.period)
        member = Member(child.id)
        isLookedAfter = child.isLookedAfter && !child.isOnShortBreaks
        isContinuous = window.isYearEnd && child.wasContinuouslyLookedAfter(in: window.year)
        outcomes =
            window.isYearEnd ? child.record.yearlyOutcomes.last { $0.outcomes.year == window.year }?.outcomes : nil
    }

    /// The legal status under which a period of care began.
    func firstStatus(of period: PeriodOfCare) -> LegalStatus {
        child.record.episodes[period.episodes.lowerBound].episode.legalStatus
    }

    /// The legal status under which it ended or stands.
    func lastStatus(of period: PeriodOfCare) -> LegalStatus {
        child.record.episodes[period.episodes.upperBound - 1].episode.legalStatus
    }

    /// Whether a period of care ended by a return's own word, and not only because the next began.
    func hasEnding(_ period: PeriodOfCare) -> Bool {
        !period.ending.careContinued && child.record.episodes[period.episodes.upperBound - 1].end != nil
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

/// What is owed to a child, and of it the reviews that fell due in a period (RV01 to RV03): standards of the catalogue,
/// found by their ids.
struct OwedDuties {
    private static let first = place("RV01")
    /// Their places in the catalogue.
    static let standards = ["RV01", "RV02", "RV03"].compactMap { place($0) }

    private static func place(_ id: String) -> UInt16? {
        Catalogue.standards.firstIndex { $0.id == id }.map { UInt16($0) }
    }

    /// First reviews: the day each was due, and whether it was in time.
    private(set) var firstReviews: [(due: Day, inTime: Bool?)] = []
    /// Every duty that was worked out.
    let all: [Duty]
    private(set) var due = 0
    private(set) var late = 0
    private(set) var unknown = 0

    init(_ duties: [Duty], in period: DayInterval) {
        all = duties
        guard let low = Self.standards.min(), let high = Self.standards.max() else { return }
        for duty in duties where duty.standard >= low && duty.standard <= high && Self.standards.contains(duty.standard)
        {
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
