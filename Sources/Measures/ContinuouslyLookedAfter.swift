import Casework
import Days

extension ChildAsAt {
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
}
