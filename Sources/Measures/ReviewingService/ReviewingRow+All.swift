import Casework
import Days
import Standards

extension ReviewingRow {
    /// Every row, function by function in the order of ``ReviewingFunction``. A row of time stands beside one of substance: a
    /// function that is only regular is not met.
    public static let all: [ReviewingRow] = [
        .standards(.appointed, "IR02"),

        .standards(.speaksWithChild, "IR03"),
        .standards(.speaksWithChild, "RV07"),

        .figure(.voice, Indicators.participation),
        .standards(.voice, "RI02"),

        .standards(.consulted, "IR04"),
        .unseen(
            .consulted, "other-changes",
            "Whether officers were told of other changes: school, missing, section 47, prosecution, exclusion"),

        .standards(.reviews, "RV03", "RV01", "RV02", title: "Reviews held in time"),
        .standards(.reviews, "IR05"),
        .standards(.reviews, "RV11"),
        .figure(.reviews, Indicators.reviewsWhole),

        .standards(.recordGiven, "IR06"),
        .standards(.recordGiven, "IR08"),

        .figure(.betweenReviews, Indicators.looksHalfWay),
        .figure(.betweenReviews, Indicators.decisionsInTime),

        .standards(.concerns, "IR16"),
        .standards(.concerns, "IR11"),
        .figure(.concerns, Indicators.concernsSettled),
        .figure(.concerns, Indicators.concernsWithChange),

        .standards(.independentAdvice, "IR12"),
        .unseen(.independentAdvice, "legal-advice", "Whether officers who wanted legal advice of their own had it"),

        .counted(
            .independence, "independent", "The officer is not the child’s worker, and does not manage them", ["IR14"],
            isOfOneDay: true
        ) { subject, tally in
            guard let officer = subject.officer else { return }
            tally.count(subject.member, subject.isIndependent(officer))
        },
        .unseen(
            .independence, "registered",
            "Whether officers are registered social workers, and have no say over the money that a plan costs"),

        .counted(
            .oneOfficer, "siblings", "Brothers and sisters who are both looked after have the same officer", ["IR15"],
            isOfOneDay: true
        ) { subject, tally in
            let others = subject.siblings.filter(\.sibling.isLookedAfter)
            guard subject.isLookedAfter, !others.isEmpty else { return }
            let officers = others.map(\.sibling.iro?.worker)
            guard let officer = subject.officer, !officers.contains(nil) else {
                return tally.count(subject.member, nil)
            }
            tally.count(subject.member, officers.allSatisfy { $0 == officer })
        },
        .counted(
            .oneOfficer, "kept", "The same officer all twelve months, of those looked after for all of them", ["IR15"]
        ) {
            subject, tally in
            guard subject.wasLookedAfterThroughout else { return }
            tally.count(subject.member, subject.keptOfficer)
        },
    ]
}

/// A child as the rows see it that are worked out here.
struct ReviewingSubject {
    let child: ChildAsAt
    let period: DayInterval
    /// Those linked as brothers or sisters, as far as everybody who sees the child may be asked of them.
    let siblings: [SiblingAsAt]
    /// What the staff file says of a worker's code.
    let worker: (String) -> Worker?

    var member: Member { Member(child.id) }
    var isLookedAfter: Bool { child.isLookedAfter && !child.isOnShortBreaks }
    /// The code of the officer on the day; nil where nobody is, or the child is not looked after.
    var officer: String? { isLookedAfter ? child.iro?.worker : nil }

    /// Whether the officer holds the child in no other way, nor manages whoever does; nil where the staff file does not know
    /// the child's worker, or nobody holds the child.
    func isIndependent(_ officer: String) -> Bool? {
        let held = child.record.allocations.filter { $0.isOpen(on: child.day) && $0.role != .iro }.map(\.worker)
        if held.contains(officer) { return false }
        guard let holder = child.socialWorker?.worker, let known = worker(holder) else { return nil }
        return known.manager.isEmpty ? nil : known.manager != officer
    }

    var wasLookedAfterThroughout: Bool {
        isLookedAfter && (child.currentPeriod.map { $0.start.day <= period.start } ?? false)
    }

    /// Whether one officer had the child from the first day of the period to the last; nil where nobody is known for either.
    var keptOfficer: Bool? {
        let held = child.record.allocations.filter { $0.role == .iro }
        guard let first = held.first(where: { $0.isOpen(on: period.start) }), let last = officer else { return nil }
        let others = held.contains {
            $0.worker != first.worker && $0.start <= period.end && ($0.end ?? .distantFuture) > period.start
        }
        return first.worker == last && !others
    }
}
