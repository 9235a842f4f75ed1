import Days

/// A review of a looked-after child's case that was held (SSDA903 `Reviews`).
public struct Review: Hashable, Sendable {
    public var day: Day
    public var participation: Participation
    public init(day: Day, participation: Participation = Participation(.blank)) {
        (self.day, self.participation) = (day, participation)
    }
}

extension ChildRecord {
    /// What a return tells of a day goes before what was signed here of the same.
    var reviewsHeld: [HeldReview] {
        var held = reviews
        for record in records where record.kind == .review && !reviews.contains(where: { $0.day == record.day }) {
            var review = Review(day: record.day)
            if case .choice(let name) = record[.participation] {
                review.participation = Participation(Code(name) ?? .blank)
            }
            held.insertInOrder(HeldReview(review: review, origin: record.origin), by: \.day)
        }
        return held
    }
}

public struct HeldReview: Hashable, Sendable {
    public let review: Review
    public let origin: Origin
    @inlinable public var day: Day { review.day }
}
