import Casework
import Days

/// Care as it went: episodes, reviews, times missing, workers and deprivations of liberty. A child has many rows of each.
extension ReturnBuilder {
    mutating func takeEpisode(_ row: Row, _ child: Int) {
        guard let start = key(row, .decom, child, "when the episode started") else { return }
        findBeforeBirth(row, .decom, start, child)
        let episode = Episode(
            start: start, reason: EpisodeReason(code(row, .rne, child)),
            legalStatus: LegalStatus(code(row, .ls, child)), need: CategoryOfNeed(code(row, .cin, child)),
            placement: PlacementType(code(row, .place, child)),
            provider: PlacementProvider(code(row, .placeProvider, child)),
            homePostcode: postcode(row, .homePost, child), placementPostcode: postcode(row, .plPost, child),
            urn: code(row, .urn, child))
        let end = episodeEnd(row, from: start, child)
        if end == nil { noteUnended(row, child, start) }
        add(ReportedEpisode(episode, end: end), to: \.episodes, row, .decom, child, "an episode that starts on")
    }

    /// How the episode ended. Without a day that can be read there is no end to record, so the child stays looked after
    /// and the finding says why: see `docs/decisions/0007`.
    private mutating func episodeEnd(_ row: Row, from start: Day, _ child: Int) -> EpisodeEnd? {
        let ending = CareEnding(code(row, .rec, child))
        let reason = PlacementChangeReason(code(row, .reasonPlaceChange, child))
        if let day = endDay(row, .dec, from: start, child) {
            return EpisodeEnd(day: day, ending: ending, reason: reason)
        }
        guard row.cell(.dec).isEmpty else { return nil }
        // X1 without a day is how many systems write an episode that goes on.
        if !ending.isBlank, !ending.careContinued {
            setAsideCell(row, .rec, child, .endWithoutDay(of: Column.dec.name))
        } else if !reason.isBlank {
            setAsideCell(row, .reasonPlaceChange, child, .endWithoutDay(of: Column.dec.name))
        }
        return nil
    }

    mutating func takeReview(_ row: Row, _ child: Int) {
        guard let day = key(row, .review, child, "when the review was held") else { return }
        findBeforeBirth(row, .review, day, child)
        let review = Review(day: day, participation: Participation(code(row, .reviewCode, child)))
        add(review, to: \.reviews, row, .review, child, "a review on")
    }

    mutating func takeMissing(_ row: Row, _ child: Int) {
        guard let start = key(row, .misStart, child, "when the child went missing") else { return }
        findBeforeBirth(row, .misStart, start, child)
        let missing = ReportedMissing(
            start: start, kind: MissingKind(code(row, .missing, child)),
            end: endDay(row, .misEnd, from: start, child))
        if missing.kind.isBlank { find(.cellMissing, .kindNotSaid, row, .missing, child) }
        add(missing, to: \.missing, row, .misStart, child, "a missing episode from")
    }

    mutating func takeWorker(_ row: Row, _ child: Int) {
        guard let start = key(row, .swDecom, child, "when the social worker began") else { return }
        let worker = row.text(.swId)
        if worker.isEmpty { return setAside(row, .swId, of: child, .noWorker) }
        let allocation = ReportedAllocation(
            worker: worker, role: .socialWorker, start: start,
            reason: WorkerChangeReason(code(row, .swReason, child)), end: endDay(row, .swDec, from: start, child))
        add(allocation, to: \.socialWorkers, row, .swDecom, child, "this social worker from")
    }

    mutating func takeDeprivation(_ row: Row, _ child: Int) {
        guard let start = key(row, .doloStart, child, "when the order began") else { return }
        let order = ReportedDeprivation(start: start, end: endDay(row, .doloEnd, from: start, child))
        add(order, to: \.deprivations, row, .doloStart, child, "an order from")
    }

    private mutating func findBeforeBirth(_ row: Row, _ column: Column, _ day: Day, _ child: Int) {
        guard let born = result.children[child].birthDates.min(), day < born else { return }
        find(.beforeBirth, .bornLater(day, born), row, column, child)
    }
}
