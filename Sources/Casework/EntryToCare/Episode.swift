import Days

/// An episode of care: the days on which one legal status and one placement held (SSDA903 `Episodes`). The return cuts a
/// child's care at each change; periods of care, placements and legal statuses are read back out of the pieces.
public struct Episode: Hashable, Sendable {
    public var start: Day
    public var reason: EpisodeReason
    public var legalStatus: LegalStatus
    public var need: CategoryOfNeed
    public var placement: PlacementType
    public var provider: PlacementProvider
    /// Postcodes without their space, as ``Code`` holds them.
    public var homePostcode: Code
    public var placementPostcode: Code
    /// Ofsted's unique reference number of the home or provider.
    public var urn: Code

    public init(
        start: Day, reason: EpisodeReason = EpisodeReason(.blank), legalStatus: LegalStatus = LegalStatus(.blank),
        need: CategoryOfNeed = CategoryOfNeed(.blank), placement: PlacementType = PlacementType(.blank),
        provider: PlacementProvider = PlacementProvider(.blank), homePostcode: Code = .blank,
        placementPostcode: Code = .blank, urn: Code = .blank
    ) {
        (self.start, self.reason, self.legalStatus, self.need) = (start, reason, legalStatus, need)
        (self.placement, self.provider, self.urn) = (placement, provider, urn)
        (self.homePostcode, self.placementPostcode) = (homePostcode, placementPostcode)
    }
}

/// How and when an episode ended: a fact of its own, so that a question about June does not know of September.
public struct EpisodeEnd: Hashable, Sendable {
    public var day: Day
    public var ending: CareEnding
    public var reason: PlacementChangeReason

    public init(day: Day, ending: CareEnding, reason: PlacementChangeReason) {
        (self.day, self.ending, self.reason) = (day, ending, reason)
    }
}

/// An episode as the record holds it.
public struct HeldEpisode: Hashable, Sendable {
    public let episode: Episode
    public let origin: Origin
    public internal(set) var end: EpisodeEnd?
    public internal(set) var endOrigin: Origin?

    @inlinable public var start: Day { episode.start }

    /// Whether the child was looked after under it on `day`: from its first day until the day before its end.
    @inlinable public func isOpen(on day: Day) -> Bool { start <= day && (end.map { day < $0.day } ?? true) }
}

/// What can be said of episodes. An end names its episode by the day it started.
public enum EpisodeEvent: Hashable, Sendable {
    case started(Episode)
    case ended(start: Day, EpisodeEnd)
}
