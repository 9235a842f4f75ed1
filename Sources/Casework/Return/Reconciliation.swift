import Days

/// What importing a return makes of one child: the events that bring the record up to what the return says.
///
/// Facts are matched by their natural keys (an episode by its first day, a review by its day). A new fact is an event; an
/// end filled in later is an event; a changed value that is not blank is a correction; a fact that the same year's newer
/// version no longer holds is retracted, an absent table retracting nothing. What a worker recorded here, and what a
/// later year's return says, is never overwritten: the disagreement is reported.
public struct Reconciliation: Sendable {
    public private(set) var proposed: [Proposed] = []
    /// How many of them correct or retract an earlier event.
    public private(set) var corrections = 0
    /// What the return says that the record has otherwise from a better source, a sentence each.
    public private(set) var disagreements: [String] = []

    private let stream: StreamID
    private let year: CollectionYear
    private let tables: ReturnTables
    private let source: Source

    /// Compares a child as reported with the record there is; nil where the child is new.
    public init(
        _ reported: ReportedChild, with record: ChildRecord?, as child: ChildID, year: CollectionYear,
        tables: ReturnTables
    ) {
        (stream, self.year, self.tables, source) = (child.stream, year, tables, .ssda903(year))
        if record == nil { propose(.identity(.numbered(ssda903: reported.ssda903)), on: year.firstDay) }
        let known = record ?? ChildRecord(id: child)
        compareIdentity(reported, known)
        compareEpisodes(reported.episodes, known.episodes)
        compareReviews(reported.reviews, known.reviews)
        compareMissing(reported.missing, known.missing)
        compareYearly(reported, known)
        compareAdoption(reported, known)
        comparePermanence(reported, known)
        compareAllocations(reported.socialWorkers, known.allocations)
        compareDeprivations(reported.deprivations, known.deprivations)
        compareSetAside(reported.setAside, known.setAside)
    }

    // MARK: Proposing

    private mutating func propose(_ event: ChildEvent, on day: Day, correcting fact: Origin? = nil) {
        proposed.append(
            Proposed(
                stream: stream, occurred: Moment(day), source: source, corrects: fact?.event, reason: nil,
                body: event.body))
        if fact != nil { corrections += 1 }
    }

    /// Corrects a fact unless a better source said it.
    private mutating func correct(_ fact: Origin, to event: ChildEvent, on day: Day, _ what: @autoclosure () -> String)
    {
        if mayChange(fact) {
            propose(event, on: day, correcting: fact)
        } else {
            disagreements.append("\(what()) differs from what \(fact.source) says, which stands")
        }
    }

    /// A return may change what it or an earlier year's return said, and nothing else.
    private func mayChange(_ fact: Origin) -> Bool { fact.source.collectionYear.map { $0 <= year } ?? false }

    /// Retracts a fact that this year's earlier version alone said.
    private mutating func retract(_ fact: Origin, on day: Day) {
        if fact.source == source { propose(.retracted, on: day, correcting: fact) }
    }

    // MARK: Areas

    private mutating func compareIdentity(_ reported: ReportedChild, _ known: ChildRecord) {
        var described = reported.details
        if described == nil, known.identity.described == nil, !(reported.birthDates.isEmpty && reported.sexes.isEmpty) {
            described = ChildDetails(birthDate: reported.birthDates.first, sex: reported.sexes.first ?? Sex(.blank))
        }
        if let details = described {
            if let origin = known.identity.described {
                // Birth date and sex are never corrected by a return: a difference is kept beside what is there.
                let filled = known.identity.details.filledIn(from: details)
                if filled != known.identity.details {
                    correct(origin, to: .identity(.described(filled)), on: year.firstDay, "the child’s description")
                }
            } else {
                propose(.identity(.described(details)), on: details.birthDate ?? year.firstDay)
            }
        }
        let standing = known.identity.details.birthDate ?? described?.birthDate
        let sex = (known.identity.described == nil ? described?.sex : known.identity.details.sex) ?? Sex(.blank)
        for day in reported.birthDates where day != standing && !known.identity.birthDates.contains(day) {
            propose(.identity(.alsoDescribed(birthDate: day, sex: Sex(.blank))), on: year.firstDay)
        }
        for other in reported.sexes
        where !other.isBlank && !sex.isBlank && other.asWrittenNow != sex.asWrittenNow
            && !known.identity.otherSexes.contains(where: { $0.sex.asWrittenNow == other.asWrittenNow })
        {
            propose(.identity(.alsoDescribed(birthDate: nil, sex: other)), on: year.firstDay)
        }
        if let unaccompanied = reported.unaccompanied {
            let event = ChildEvent.identity(.unaccompanied(until: unaccompanied.until))
            if let held = known.unaccompanied {
                if let until = unaccompanied.until, until != held.until {
                    correct(held.origin, to: event, on: year.firstDay, "the day unaccompanied status ceases")
                }
            } else {
                propose(event, on: year.firstDay)
            }
        } else if tables.contains(.unaccompanied), let held = known.unaccompanied {
            retract(held.origin, on: year.firstDay)
        }
    }

    private mutating func compareEpisodes(_ reported: [ReportedEpisode], _ known: [HeldEpisode]) {
        for one in reported {
            guard let held = known.first(where: { $0.start == one.episode.start }) else {
                propose(.episode(.started(one.episode)), on: one.episode.start)
                if let end = one.end { propose(.episode(.ended(start: one.episode.start, end)), on: end.day) }
                continue
            }
            let filled = held.episode.filledIn(from: one.episode)
            if filled != held.episode {
                correct(
                    held.origin, to: .episode(.started(filled)), on: one.episode.start,
                    "the episode that started on \(one.episode.start.inWords)")
            }
            compareEnd(
                one.end, held.end, held.endOrigin, .episode(.ended(start: held.start, one.end ?? EpisodeEnd.none)),
                one.end?.day ?? held.start, "the end of the episode that started on \(held.start.inWords)")
        }
        guard tables.contains(.episodes) else { return }
        for held in known where !reported.contains(where: { $0.episode.start == held.start }) {
            if let end = held.endOrigin, held.origin.source == source { retract(end, on: held.start) }
            retract(held.origin, on: held.start)
        }
    }

    /// An end: new, changed or, in a newer version of the same year, no longer given.
    private mutating func compareEnd<End: Equatable>(
        _ reported: End?, _ held: End?, _ origin: Origin?, _ event: ChildEvent, _ day: Day,
        _ what: @autoclosure () -> String
    ) {
        guard reported != held else { return }
        if reported == nil {
            if let origin { retract(origin, on: day) }
        } else if let origin {
            correct(origin, to: event, on: day, what())
        } else {
            propose(event, on: day)
        }
    }

    private mutating func compareReviews(_ reported: [Review], _ known: [HeldReview]) {
        for review in reported {
            guard let held = known.first(where: { $0.day == review.day }) else {
                propose(.reviewHeld(review), on: review.day)
                continue
            }
            if held.review.participation != review.participation, !review.participation.isBlank {
                correct(held.origin, to: .reviewHeld(review), on: review.day, "the review of \(review.day.inWords)")
            }
        }
        guard tables.contains(.reviews) else { return }
        for held in known where !reported.contains(where: { $0.day == held.day }) { retract(held.origin, on: held.day) }
    }

    private mutating func compareMissing(_ reported: [ReportedMissing], _ known: [MissingEpisode]) {
        for one in reported {
            guard let held = known.first(where: { $0.start == one.start }) else {
                propose(.missing(.started(one.start, one.kind)), on: one.start)
                if let end = one.end { propose(.missing(.returned(started: one.start, end)), on: end) }
                continue
            }
            if held.kind != one.kind, !one.kind.isBlank {
                correct(
                    held.origin, to: .missing(.started(one.start, one.kind)), on: one.start,
                    "the missing episode that started on \(one.start.inWords)")
            }
            compareEnd(
                one.end, held.end, held.endOrigin, .missing(.returned(started: one.start, one.end ?? one.start)),
                one.end ?? one.start, "the end of the missing episode that started on \(one.start.inWords)")
        }
        guard tables.contains(.missing) else { return }
        for held in known where !reported.contains(where: { $0.start == held.start }) {
            if let end = held.endOrigin, held.origin.source == source { retract(end, on: held.start) }
            retract(held.origin, on: held.start)
        }
    }

    private mutating func compareYearly(_ reported: ReportedChild, _ known: ChildRecord) {
        let outcomes = known.yearlyOutcomes.last { $0.outcomes.year == year }
        if let said = reported.outcomes {
            if let outcomes {
                if outcomes.outcomes != said {
                    correct(outcomes.origin, to: .yearlyOutcomes(said), on: year.lastDay, "the year’s outcomes")
                }
            } else {
                propose(.yearlyOutcomes(said), on: year.lastDay)
            }
        } else if tables.contains(.outcomes), let outcomes {
            retract(outcomes.origin, on: year.lastDay)
        }
        let contact = known.leavingCareContacts.last { $0.contact.year == year }
        if let said = reported.contact {
            if let contact {
                if contact.contact != said {
                    correct(
                        contact.origin, to: .leavingCareContact(said), on: year.lastDay, "the care leaver’s contact")
                }
            } else {
                propose(.leavingCareContact(said), on: year.lastDay)
            }
        } else if tables.contains(.leavingCare), let contact {
            retract(contact.origin, on: year.lastDay)
        }
    }

    private mutating func compareAdoption(_ reported: ReportedChild, _ known: ChildRecord) {
        for one in reported.decisions {
            let held = known.adoptionDecisions.first { $0.decided == one.decided }
            if held == nil { propose(.adoption(.decided(one.decided)), on: one.decided) }
            let end = one.ceased.map { AdoptionEnd(day: $0, reason: one.reason) }
            let heldEnd = held?.ceased.map { AdoptionEnd(day: $0, reason: held?.ceasedReason ?? one.reason) }
            compareEnd(
                end, heldEnd, held?.ceasedOrigin,
                .adoption(.ceased(decided: one.decided, one.ceased ?? one.decided, one.reason)),
                one.ceased ?? one.decided, "the end of the adoption decision of \(one.decided.inWords)")
        }
        if tables.contains(.placedForAdoption) {
            for held in known.adoptionDecisions
            where !reported.decisions.contains(where: { $0.decided == held.decided }) {
                if let end = held.ceasedOrigin, held.origin.source == source { retract(end, on: held.decided) }
                retract(held.origin, on: held.decided)
            }
        }
        let held = known.adoptionMatches.last
        if let match = reported.match {
            let day = match.matched ?? match.placed ?? year.lastDay
            if let held {
                if held.match != match { correct(held.origin, to: .adoption(.matched(match)), on: day, "the match") }
            } else {
                propose(.adoption(.matched(match)), on: day)
            }
        } else if tables.contains(.adoption), let held {
            retract(held.origin, on: year.lastDay)
        }
    }

    private mutating func comparePermanence(_ reported: ReportedChild, _ known: ChildRecord) {
        let held = known.previousPermanence.last
        if let said = reported.permanence {
            if let held {
                if held.permanence != said {
                    correct(
                        held.origin, to: .previousPermanence(said), on: said.day ?? year.firstDay, "previous permanence"
                    )
                }
            } else {
                propose(.previousPermanence(said), on: said.day ?? year.firstDay)
            }
        } else if tables.contains(.previousPermanence), let held {
            retract(held.origin, on: year.firstDay)
        }
    }

    private mutating func compareAllocations(_ reported: [ReportedAllocation], _ known: [Allocation]) {
        for one in reported {
            let found = known.first { $0.start == one.start && $0.role == one.role && $0.worker == one.worker }
            guard let held = found else {
                propose(.worker(.allocated(worker: one.worker, one.role, one.start, one.reason)), on: one.start)
                if let end = one.end {
                    propose(.worker(.ended(worker: one.worker, one.role, started: one.start, end)), on: end)
                }
                continue
            }
            if held.reason != one.reason, !one.reason.isBlank {
                correct(
                    held.origin, to: .worker(.allocated(worker: one.worker, one.role, one.start, one.reason)),
                    on: one.start, "the allocation of \(one.start.inWords)")
            }
            compareEnd(
                one.end, held.end, held.endOrigin,
                .worker(.ended(worker: one.worker, one.role, started: one.start, one.end ?? one.start)),
                one.end ?? one.start, "the end of the allocation of \(one.start.inWords)")
        }
        guard tables.contains(.socialWorkers) else { return }
        for held in known
        where !reported.contains(where: { $0.start == held.start && $0.role == held.role && $0.worker == held.worker })
        {
            if let end = held.endOrigin, held.origin.source == source { retract(end, on: held.start) }
            retract(held.origin, on: held.start)
        }
    }

    private mutating func compareDeprivations(_ reported: [ReportedDeprivation], _ known: [DeprivationOfLiberty]) {
        for one in reported {
            let held = known.first { $0.start == one.start }
            if held == nil { propose(.deprivation(.started(one.start)), on: one.start) }
            compareEnd(
                one.end, held?.end, held?.endOrigin, .deprivation(.ended(started: one.start, one.end ?? one.start)),
                one.end ?? one.start, "the end of the order of \(one.start.inWords)")
        }
        guard tables.contains(.deprivation) else { return }
        for held in known where !reported.contains(where: { $0.start == held.start }) {
            if let end = held.endOrigin, held.origin.source == source { retract(end, on: held.start) }
            retract(held.origin, on: held.start)
        }
    }

    private mutating func compareSetAside(_ reported: [SetAside], _ known: [HeldSetAside]) {
        let now = Set(reported.map(\.fingerprint))
        let before = Set(known.map(\.fingerprint))
        var told: Set<UInt64> = []
        for row in reported where !before.contains(row.fingerprint) && told.insert(row.fingerprint).inserted {
            propose(.setAside(row), on: year.firstDay)
        }
        for held in known where !now.contains(held.fingerprint) { retract(held.origin, on: year.firstDay) }
    }
}

private struct AdoptionEnd: Equatable {
    let day: Day
    let reason: AdoptionCeasedReason
}

extension EpisodeEnd {
    /// Stands where an event is built that will not be sent.
    fileprivate static let none = EpisodeEnd(
        day: .distantPast, ending: CareEnding(.blank), reason: PlacementChangeReason(.blank))
}

extension Episode {
    /// This episode with every value that `newer` gives; a blank says nothing.
    fileprivate func filledIn(from newer: Episode) -> Episode {
        var episode = self
        if !newer.reason.isBlank { episode.reason = newer.reason }
        if !newer.legalStatus.isBlank { episode.legalStatus = newer.legalStatus }
        if !newer.need.isBlank { episode.need = newer.need }
        if !newer.placement.isBlank { episode.placement = newer.placement }
        if !newer.provider.isBlank { episode.provider = newer.provider }
        if !newer.homePostcode.isBlank { episode.homePostcode = newer.homePostcode }
        if !newer.placementPostcode.isBlank { episode.placementPostcode = newer.placementPostcode }
        if !newer.urn.isBlank { episode.urn = newer.urn }
        return episode
    }
}

extension ChildDetails {
    /// These details with what `newer` gives of everything but an existing birth date and sex.
    fileprivate func filledIn(from newer: ChildDetails) -> ChildDetails {
        var details = self
        if birthDate == nil { details.birthDate = newer.birthDate }
        // 1 and M are one sex: a collection that writes it anew changes nothing.
        if sex.isBlank { details.sex = newer.sex }
        if !newer.ethnicity.isBlank { details.ethnicity = newer.ethnicity }
        if !newer.upn.isEmpty { details.upn = newer.upn }
        if newer.isMother != nil { details.isMother = newer.isMother }
        if newer.motherOfChildBorn != nil { details.motherOfChildBorn = newer.motherOfChildBorn }
        return details
    }
}
