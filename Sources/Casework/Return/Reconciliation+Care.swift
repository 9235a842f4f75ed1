import Days

/// Care as it went. A fact is known by its first day; its end is a fact of its own.
extension Reconciliation {
    mutating func compareEpisodes(_ reported: [ReportedEpisode], _ known: [HeldEpisode]) {
        let pairs = Pairs(reported, by: \.episode.start, known, by: \.start)
        for (one, held) in pairs.reported {
            guard let held else {
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
            compareEnd(one.end, held.end, held.endOrigin, of: held.start, "episode") { end in
                (.episode(.ended(start: held.start, end)), end.day)
            }
        }
        guard tables.contains(.episodes) else { return }
        for held in pairs.gone { retract(held.origin, and: held.endOrigin, on: held.start) }
    }

    mutating func compareReviews(_ reported: [Review], _ known: [HeldReview]) {
        let pairs = Pairs(reported, by: \.day, known, by: \.day)
        for (review, held) in pairs.reported {
            guard let held else {
                propose(.reviewHeld(review), on: review.day)
                continue
            }
            if held.review.participation != review.participation, !review.participation.isBlank {
                correct(held.origin, to: .reviewHeld(review), on: review.day, "the review of \(review.day.inWords)")
            }
        }
        guard tables.contains(.reviews) else { return }
        for held in pairs.gone { retract(held.origin, on: held.day) }
    }

    mutating func compareMissing(_ reported: [ReportedMissing], _ known: [MissingEpisode]) {
        let pairs = Pairs(reported, by: \.start, known, by: \.start)
        for (one, held) in pairs.reported {
            guard let held else {
                propose(.missing(.started(one.start, one.kind)), on: one.start)
                if let end = one.end { propose(.missing(.returned(started: one.start, end)), on: end) }
                continue
            }
            if held.kind != one.kind, !one.kind.isBlank {
                correct(
                    held.origin, to: .missing(.started(one.start, one.kind)), on: one.start,
                    "the missing episode that started on \(one.start.inWords)")
            }
            compareEnd(one.end, held.end, held.endOrigin, of: held.start, "missing episode") { end in
                (.missing(.returned(started: held.start, end)), end)
            }
        }
        guard tables.contains(.missing) else { return }
        for held in pairs.gone { retract(held.origin, and: held.endOrigin, on: held.start) }
    }

    mutating func compareDeprivations(_ reported: [ReportedDeprivation], _ known: [DeprivationOfLiberty]) {
        let pairs = Pairs(reported, by: \.start, known, by: \.start)
        for (one, held) in pairs.reported {
            if held == nil { propose(.deprivation(.started(one.start)), on: one.start) }
            compareEnd(one.end, held?.end, held?.endOrigin, of: one.start, "order") { end in
                (.deprivation(.ended(started: one.start, end)), end)
            }
        }
        guard tables.contains(.deprivation) else { return }
        for held in pairs.gone { retract(held.origin, and: held.endOrigin, on: held.start) }
    }
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
