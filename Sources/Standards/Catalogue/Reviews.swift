import Casework
import Days

/// Reviews of a looked-after child's case: CPR 2010 Part 6, and Part 9 for short breaks.
extension Catalogue {
    static let reviews: [Standard] = [
        review("RV01", "First review within 20 working days", .verified, .cpr2010("33(1)"), .first),
        review("RV02", "Second review within three months of the first", .verified, .cpr2010("33(2)"), .second),
        review("RV03", "Later reviews within six months of the last", .verified, .cpr2010("33(2)"), .later),
        .unseen(
            "RV07", "Child’s views obtained, and the IRO speaks with the child alone, before the review", .regulation,
            .unverified, .cpr2010("36(1)(b)"), .review, .sameDay, .iroRecords, reads: [.reviews]),
        Standard(
            "RV08", "Short breaks: review within three months, then every six", weight: .regulation,
            certainty: .unverified, source: .cpr2010("48(3)"), populations: .shortBreaks, reads: [.episodes, .reviews]
        ) { child, context, list in
            for (index, period) in child.periods.enumerated() where child.isShortBreaks(index) {
                ReviewCycles(child, context, period, ReviewCycles.shortBreaks).run {
                    place, trigger, due, done, standing in
                    list.add(
                        trigger: trigger, due: due, done: done, standing,
                        because: place == .first ? .shortBreaksAgreed : .reviewHeld)
                }
            }
        },
        .unseen(
            "RV10", "Written record of the review on the case record", .regulation, .unverified, .cpr2010("38"),
            .review,
            .unsaid, .reviewRecord, reads: [.reviews]),
    ]

    private static func review(
        _ id: String, _ title: String, _ certainty: Certainty, _ source: Citation, _ wanted: ReviewCycles.Place
    ) -> Standard {
        Standard(
            id, title, weight: .regulation, certainty: certainty, source: source, populations: .lookedAfter,
            reads: [.episodes, .reviews]
        ) { child, context, list in
            for (index, period) in child.periods.enumerated() where !child.isShortBreaks(index) {
                ReviewCycles(child, context, period, ReviewCycles.ordinary).run { place, trigger, due, done, standing in
                    guard place == wanted else { return }
                    list.add(
                        trigger: trigger, due: due, done: done, standing,
                        because: place == .first ? .lookedAfter : .reviewHeld)
                }
            }
        }
    }
}
