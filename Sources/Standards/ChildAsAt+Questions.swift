import Casework
import Days

/// What rules ask of a child beyond the record: which law's reviews apply, when a duty stopped being owed, who is in which
/// population. One answer each, here, for standards, signals and figures alike.
extension ChildAsAt {
    /// The day a period of care stopped, with what that does to a duty; nil while it goes on.
    public func stop(of period: PeriodOfCare) -> (day: Day, why: Exemption)? {
        guard let end = period.end else { return nil }
        switch period.ending.outcome {
        case .died: return (end, .died)
        case .adopted: return (end, .adopted)
        default: return (end, .ceasedBeforeDue)
        }
    }

    public func legalStatus(on day: Day) -> LegalStatus? { legalSpells.last(where: { $0.isOpen(on: day) })?.status }
    public func placement(on day: Day) -> Placement? { placements.last(where: { $0.isOpen(on: day) }) }

    /// Whether a period of care is a series of short breaks (V3, V4), judged by how it began.
    public func isShortBreaks(_ period: Int) -> Bool {
        legalSpells.first(where: { $0.period == period })?.status.isShortBreak ?? false
    }

    /// Whether adoption's own reviews (AD05) stand in the place of the ordinary ones on a day: under a placement or
    /// freeing order, or placed for adoption.
    public func hasAdoptionReviews(on day: Day) -> Bool {
        let status = legalStatus(on: day)
        return status == .placementOrder || status == .freeingOrder || (placement(on: day)?.type.isAdoptive ?? false)
    }

    /// Whether the child was looked after continuously for the twelve months to 31 March: whom the yearly outcomes are
    /// about.
    ///
    /// No, if any episode of the year has V3 or V4, starts in the year after 1 April with S, or ends in the year before
    /// 31 March with anything but X1; and no, if there is no episode in the year. Care that ends on 31 March itself still
    /// counts. Source: SSDA903 validation rules, the denominator of OC2.
    public func wasContinuouslyLookedAfter(in year: CollectionYear) -> Bool {
        let (first, last) = (year.firstDay, year.lastDay)
        var wasInCare = false
        for held in record.episodes where held.start <= last && (held.end.map { $0.day >= first } ?? true) {
            wasInCare = true
            if held.episode.legalStatus.isShortBreak { return false }
            if held.start > first, held.episode.reason == .startedToBeLookedAfter { return false }
            if let end = held.end, end.day < last, !end.ending.careContinued { return false }
        }
        return wasInCare
    }

    /// The day the young person became eligible (CA 1989 Sch 2 para 19B; CPR 2010 reg 40): 16 or 17, looked after, and
    /// looked after for 13 weeks since 14, some of it after 16. Short breaks never count. Nil where that day has not come,
    /// or the birth date is not known.
    public var becameEligible: Day? {
        guard let fourteen = birthday(14), let sixteen = birthday(16), let eighteen = birthday(18) else { return nil }
        var counted = 0
        for (index, period) in periods.enumerated() where !isShortBreaks(index) {
            let first = max(period.start.day, fourteen)
            let last = min((period.end ?? .distantFuture) - 1, day)
            guard first <= last else { continue }
            // The first day after thirteen weeks.
            let thirteenWeeks = first + (91 - counted)
            let reached = max(thirteenWeeks, sixteen)
            if counted + (last - first + 1) >= 91, reached <= last, reached < eighteen { return reached }
            counted += last - first + 1
        }
        return nil
    }
}
