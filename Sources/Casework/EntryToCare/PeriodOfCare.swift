import Days

/// A day that is known, or known only to be no later than one on record.
public struct StartDay: Hashable, Sendable {
    /// The day, or the earliest day on which it was already so.
    public let day: Day
    /// False where it was so on or before ``day`` and nobody can say since when: durations then read "at least".
    public let isKnown: Bool
    @inlinable public init(_ day: Day, isKnown: Bool) { (self.day, self.isKnown) = (day, isKnown) }
}

/// A time during which a child was looked after without a break.
public struct PeriodOfCare: Hashable, Sendable {
    public let start: StartDay
    /// The day it ceased; nil where it goes on.
    public let end: Day?
    /// How it ceased; blank while it goes on.
    public let ending: CareEnding
    /// Places of its episodes in the record.
    public let episodes: Range<Int>

    /// From the first day until the day before the end.
    @inlinable public func isOpen(on day: Day) -> Bool { start.day <= day && (end.map { day < $0 } ?? true) }
}

extension ChildAsAt {
    /// The day on which the care ended in which the child was on a day, by death or otherwise; nil where it goes on.
    public func endOfCare(from day: Day) -> Day? { periods.last { $0.start.day <= day }?.end }
}

/// A time in one placement, episodes that change only the legal status taken together.
public struct Placement: Hashable, Sendable {
    public let start: StartDay
    public let end: Day?
    /// Why it ended; blank while it goes on, or where nobody said.
    public let endReason: PlacementChangeReason
    public let type: PlacementType
    public let provider: PlacementProvider
    public let homePostcode: Code
    public let postcode: Code
    public let urn: Code
    /// Whether its start kept the carers of the placement before.
    public let keepsCarer: Bool
    /// Whether the child came into care with it.
    public let opensCare: Bool
    /// Whether care ended with it.
    public let closesCare: Bool
    public let episodes: Range<Int>
    /// The period of care it belongs to.
    public let period: Int

    @inlinable public func isOpen(on day: Day) -> Bool { start.day <= day && (end.map { day < $0 } ?? true) }
    /// Days it has lasted by `day`, its first day counted.
    @inlinable public func days(by day: Day) -> Int { min(end ?? day, day) - start.day }
}

/// A time under one legal status within a period of care.
public struct LegalSpell: Hashable, Sendable {
    public let start: StartDay
    public let end: Day?
    public let status: LegalStatus
    public let period: Int

    @inlinable public func isOpen(on day: Day) -> Bool { start.day <= day && (end.map { day < $0 } ?? true) }
}

/// A child's care read back out of its episodes.
///
/// Returns are not always consistent, so: an episode that has no end is taken to end where the next begins; a gap between
/// an episode that says care continues and a next one that does not start care is no break in care; an ending other than
/// X1, or a next episode that starts care, is one. Where the earliest episode does not start care, or one follows an
/// ending without starting care anew, the start is "on or before".
struct CareHistory {
    private(set) var periods: [PeriodOfCare] = []
    private(set) var placements: [Placement] = []
    private(set) var spells: [LegalSpell] = []

    init(_ episodes: [HeldEpisode]) {
        guard !episodes.isEmpty else { return }
        var periodStart = 0
        var placementStart = 0
        var spellStart = 0
        for index in episodes.indices {
            let isLast = index == episodes.count - 1
            let end = CareHistory.end(of: index, in: episodes)
            let closesPeriod = isLast || CareHistory.ceases(episodes[index], before: episodes[index + 1])
            let next = isLast ? nil : episodes[index + 1].episode
            if closesPeriod || next.map(\.reason.startsPlacement) ?? true {
                placements.append(
                    placement(
                        placementStart..<(index + 1), end, closes: closesPeriod && end != nil, of: episodes, periodStart
                    ))
                placementStart = index + 1
            }
            if closesPeriod || next?.legalStatus != episodes[index].episode.legalStatus {
                spells.append(
                    LegalSpell(
                        start: start(spellStart, of: episodes, periodStart, isNew: \.startsLegalStatus), end: end,
                        status: episodes[index].episode.legalStatus, period: periods.count))
                spellStart = index + 1
            }
            if closesPeriod {
                periods.append(
                    PeriodOfCare(
                        start: start(periodStart, of: episodes, periodStart, isNew: { $0 == .startedToBeLookedAfter }),
                        end: end,
                        ending: end == nil ? CareEnding(.blank) : episodes[index].end?.ending ?? CareEnding(.blank),
                        episodes: periodStart..<(index + 1)))
                periodStart = index + 1
            }
        }
        reopen(episodes)
    }

    /// An episode that never ended, though a later one ended care, leaves the child looked after: the return says both, and
    /// the safer reading stands until it is put right.
    private mutating func reopen(_ episodes: [HeldEpisode]) {
        guard periods.last?.end != nil, let index = episodes.lastIndex(where: { $0.end == nil }),
            let place = periods.lastIndex(where: { $0.episodes.contains(index) })
        else { return }
        let period = periods[place]
        periods[place] = PeriodOfCare(
            start: period.start, end: nil, ending: CareEnding(.blank), episodes: period.episodes)
        let episode = episodes[index].episode
        let start = StartDay(episode.start, isKnown: true)
        placements.append(
            Placement(
                start: start, end: nil, endReason: PlacementChangeReason(.blank), type: episode.placement,
                provider: episode.provider, homePostcode: episode.homePostcode, postcode: episode.placementPostcode,
                urn: episode.urn, keepsCarer: episode.reason.keepsCarer, opensCare: false, closesCare: false,
                episodes: index..<(index + 1), period: place))
        spells.append(LegalSpell(start: start, end: nil, status: episode.legalStatus, period: place))
    }

    /// The day something began with an episode. Inside a period each change has its own day; what opens the period may have
    /// begun before it, unless the episode's own reason says that this is what changed.
    private func start(
        _ index: Int, of episodes: [HeldEpisode], _ periodStart: Int, isNew: (EpisodeReason) -> Bool
    ) -> StartDay {
        StartDay(episodes[index].start, isKnown: index > periodStart || isNew(episodes[index].episode.reason))
    }

    private func placement(
        _ range: Range<Int>, _ end: Day?, closes: Bool, of episodes: [HeldEpisode], _ periodStart: Int
    ) -> Placement {
        let first = episodes[range.lowerBound].episode
        let last = episodes[range.upperBound - 1]
        return Placement(
            start: start(range.lowerBound, of: episodes, periodStart, isNew: { $0.isKnown && $0.startsPlacement }),
            end: end,
            endReason: last.end?.reason ?? PlacementChangeReason(.blank), type: last.episode.placement,
            provider: last.episode.provider, homePostcode: last.episode.homePostcode,
            postcode: last.episode.placementPostcode, urn: last.episode.urn, keepsCarer: first.reason.keepsCarer,
            opensCare: range.lowerBound == periodStart, closesCare: closes, episodes: range, period: periods.count)
    }

    /// When an episode stopped holding: its own end or, if that is missing or late, where the next begins.
    private static func end(of index: Int, in episodes: [HeldEpisode]) -> Day? {
        let own = episodes[index].end?.day
        guard index + 1 < episodes.count else { return own }
        let next = episodes[index + 1].start
        return own.map { min($0, next) } ?? next
    }

    private static func ceases(_ episode: HeldEpisode, before next: HeldEpisode) -> Bool {
        if next.episode.reason == .startedToBeLookedAfter { return true }
        guard let end = episode.end else { return false }
        // An ending that is not X1 ends care, unless the return itself goes on the same day without a new start.
        return !end.ending.careContinued && !end.ending.isBlank && end.day < next.start
    }
}
