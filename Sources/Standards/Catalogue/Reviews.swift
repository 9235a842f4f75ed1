import Casework
import Days

/// Reviews of a looked-after child's case: CPR 2010 Part 6.
extension Catalogue {
    static let reviews: [Standard] = [firstReview]

    /// First review of a looked-after child.
    ///
    /// The review must be held within 20 working days of the day the child became looked after; day one is the next
    /// working day. Source: CPR 2010 reg 33(1).
    static let firstReview = Standard(
        "RV01", "First review within 20 working days", weight: .regulation, certainty: .verified,
        source: .cpr2010("33(1)"), populations: [.lookedAfter], reads: [.episodes, .reviews]
    ) { child, context, list in
        for care in child.periods {
            list.addClock(
                from: care.start, due: context.day(20, workingDaysAfter: care.start.day),
                done: child.record.reviews.first { $0.day >= care.start.day }?.day, stop: nil, seenIn: .reviews,
                missing: .reviewsOutsideReturn, because: .lookedAfter, asAt: child.day, context)
        }
    }
}
