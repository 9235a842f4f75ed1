import Casework
import Days
import Standards

/// Signals about safeguards that the law or a court gives, and about being heard.
extension Signals {
    static let safeguards = [underSixteen, deprivation, views]

    /// The day from which a child under 16 may not be placed in other arrangements.
    /// Source: CPR 2010 reg 27A, put in by SI 2021/161.
    static let prohibited = Day(2021, 9, 9) ?? .distantFuture

    /// Under 16, by any birth date on record, in accommodation outside the regulation of homes and fostering. What kind
    /// of accommodation a "Z" code stands for a return does not say, so this asks.
    static let underSixteen = SignalRule(
        "U16", "Under 16 in accommodation that may not be regulated: is it, and who agreed to it?",
        reads: [.episodes, .identity], owner: .serviceManager, rung: .openRisk
    ) { child, _, list in
        guard child.day >= prohibited, let placement = child.currentPlacement, placement.type.isOtherArrangement,
            let ages = child.ages(on: child.day), ages.lowerBound < 16
        else { return }
        var facts: [SignalFact] = [.placement(placement.type, since: placement.start), .age(ages.lowerBound)]
        if child.record.identity.birthDates.count > 1 { facts.append(.birthDatesDisagree) }
        list.add(child, since: max(placement.start.day, prohibited), facts)
    }

    /// An order that authorised a deprivation of liberty has ended and the child is still in that placement; or one is
    /// recorded where the return does not expect any (K1, P1, R5, K3). Asked only where a return with the table of
    /// orders speaks for the day.
    static let deprivation = SignalRule(
        "DOL", "Deprivation of liberty: which order authorises it today?", reads: [.deprivation, .episodes],
        owner: .serviceManager, rung: .openRisk
    ) { child, context, list in
        guard context.coverage.covers(.deprivation, on: child.day), let placement = child.currentPlacement,
            let last = child.record.deprivations.last
        else { return }
        let unexpected = (["K1", "P1", "R5", "K3"] as [PlacementType]).contains(placement.type)
        let order = SignalFact.deprivationOrder(from: last.start, until: last.end)
        let place = SignalFact.placement(placement.type, since: placement.start)
        let open = child.record.deprivations.last { $0.end.map { child.day < $0 } ?? true }
        if let open {
            guard unexpected else { return }
            list.add(
                child, since: max(open.start, placement.start.day),
                [.deprivationOrder(from: open.start, until: open.end), place])
        } else if let ended = child.record.deprivations.compactMap(\.end).max(), !unexpected,
            placement.start.day < ended
        {
            list.add(child, since: ended, [order, place])
        }
    }

    /// The last review of a child of four or over was without their views. Reviews in the present time in care; one that
    /// has no code says nothing either way.
    static let views = SignalRule(
        "VIEW", "Review without the child’s views: what did the child want, and who asked?",
        reads: [.reviews, .identity, .episodes, .recorded], owner: .iro
    ) { child, _, list in
        guard let care = child.currentPeriod, let last = child.reviews.last, last.day >= care.start.day,
            last.review.participation.notHeard, (child.ages(on: last.day)?.lowerBound ?? 0) >= 4
        else { return }
        let unheard = child.reviews.reversed().prefix {
            $0.day >= care.start.day && $0.review.participation.notHeard
        }
        var facts = unheard.reversed().map { SignalFact.review($0.day, $0.review.participation) }
        if unheard.count > 1 { facts.append(.viewsMissingAgain(reviews: unheard.count)) }
        list.add(child, since: unheard.last?.day ?? last.day, facts)
    }
}
