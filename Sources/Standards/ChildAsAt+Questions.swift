import Casework
import Days

/// What rules ask of a child beyond the record: which law's reviews apply, when a young person became eligible, who was
/// looked after all year. One answer each, here, for standards, signals and figures alike.
extension ChildAsAt {
    public func legalStatus(on day: Day) -> LegalStatus? { legalSpells.last(where: { $0.isOpen(on: day) })?.status }
    public func placement(on day: Day) -> Placement? { placements.last(where: { $0.isOpen(on: day) }) }

    /// The first day that the child's life is recorded here: of a signed record, or of an episode that no return told. Before
    /// it nothing is known to be absent. Nil where nothing is signed here (`docs/decisions/0061`).
    public var keptSince: Day? {
        record.records.first.map { kept(since: $0.day) }
    }

    /// Since when reviews of this child are known to be recorded here: the first that was signed, or the day the child came
    /// into care where no return told of that.
    public var reviewsKeptSince: Day? {
        record.records.first { $0.kind == .review }.map { kept(since: $0.day) }
    }

    private func kept(since signed: Day) -> Day {
        record.episodes.first { $0.origin.source == .recordedHere }.map { min($0.start, signed) } ?? signed
    }

    /// The last day of the health assessment after one that was held, for a child born on a day: six months on under five,
    /// then twelve. Source: CPR 2010 reg 7(3).
    public static func nextHealthAssessment(after held: Day, born: Day) -> Day {
        held.adding(months: born.age(on: held) < 5 ? 6 : 12)
    }

    /// Whether adoption's own reviews (AD05) stand in the place of the ordinary ones on a day: under a placement or
    /// freeing order, or placed for adoption.
    public func hasAdoptionReviews(on day: Day) -> Bool {
        legalStatus(on: day)?.authorisesAdoption ?? false || (placement(on: day)?.type.isAdoptive ?? false)
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

    /// The day the young person became eligible (CA 1989 Sch 2 para 19B; CPR 2010 reg 40), were they born on `born`: 16 or
    /// 17, looked after, and looked after for 13 weeks since 14, some of it after 16. Short breaks never count. Nil where
    /// that day has not come.
    func becameEligible(born: Day, _ stretches: [Stretch]) -> Day? {
        let sixteen = born.birthday(16)
        guard sixteen <= day else { return nil }
        let (fourteen, eighteen) = (born.birthday(14), born.birthday(18))
        var counted = 0
        for stretch in stretches where !stretch.isShortBreaks {
            let first = max(stretch.start.day, fourteen)
            let last = min((stretch.end ?? .distantFuture) - 1, day)
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

extension LegalStatus {
    /// Under a placement or freeing order: authority to place the child for adoption.
    var authorisesAdoption: Bool { self == .placementOrder || self == .freeingOrder }
}
