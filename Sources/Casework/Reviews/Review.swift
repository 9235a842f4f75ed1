import Days

/// A review of a looked-after child's case that was held (SSDA903 `Reviews`).
public struct Review: Hashable, Sendable {
    public var day: Day
    public var participation: Participation
    public init(day: Day, participation: Participation = Participation(.blank)) {
        (self.day, self.participation) = (day, participation)
    }
}

public struct HeldReview: Hashable, Sendable {
    public let review: Review
    public let origin: Origin
    @inlinable public var day: Day { review.day }
}
