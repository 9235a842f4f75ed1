import Days

extension Career {
    /// Lays the law and the places of a period of care over one another: a new episode wherever either changes.
    mutating func mergeEpisodes(_ period: Outline.Period) {
        var law = 0
        var place = 0
        var day = period.start
        var began: Code = "S"
        guard !legal.isEmpty, !places.isEmpty else { return }
        while true {
            episodes.append(
                Episode(start: day, began: began, legal: legal[law].code, place: places[place].place))
            let nextLaw = law + 1 < legal.count ? legal[law + 1].day : .distantFuture
            let nextPlace = place + 1 < places.count ? places[place + 1].day : .distantFuture
            let next = min(nextLaw, nextPlace)
            let open = episodes.count - 1
            guard next < period.end, next <= horizon else {
                if period.end <= horizon {
                    episodes[open].end = period.end
                    episodes[open].reasonEnded = reasonEnded(period, episodes[open])
                }
                return
            }
            episodes[open].end = next
            episodes[open].reasonEnded = "X1"
            if nextLaw == next { law += 1 }
            if nextPlace == next {
                place += 1
                episodes[open].reasonPlaceChanged = places[place].why
                let isSame = places[place].isSameCarer
                began = nextLaw == next ? (isSame ? "U" : "B") : (isSame ? "T" : "P")
            } else {
                began = "L"
            }
            day = next
        }
    }

    /// The reason that care ended, made to fit where the child was living and how old the young person was.
    private mutating func reasonEnded(_ period: Outline.Period, _ last: Episode) -> Code {
        let kind = last.place.kind
        if period.reason == "E45" {
            return kind.isConnected
                ? "E45" : kind.isFostering && random.chance(0.4) ? "E46" : random.pick(Tables.guardian)
        }
        guard period.reason.isBlank else { return period.reason }
        if isDisabled, random.chance(0.6) { return "E7" }
        if kind.isFostering, random.chance(0.6) { return "E17" }
        let throwOf = random.unit()
        return throwOf < 0.55 ? "E5" : throwOf < 0.7 ? "E6" : throwOf < 0.85 ? "E4A" : "E8"
    }

    /// Breaks of a few days, each its own period of care, well inside 75 days a year.
    mutating func throwShortBreaks(_ period: Outline.Period) {
        let place = Placement(
            kind: random.chance(0.6) ? .foster : .childrensHome, provider: random.chance(0.6) ? "PR1" : "PR4",
            postcode: .blank, urn: .blank)
        var day = period.start
        while day < period.end, day <= horizon {
            var episode = Episode(start: day, began: "S", legal: "V3", place: place)
            let end = day + random.within(1...3)
            if end <= horizon { (episode.end, episode.reasonEnded) = (end, "E4A") }
            episodes.append(episode)
            day = day + random.within(14...35)
        }
    }

    mutating func throwShortBreakAgreement(_ period: Outline.Period) {
        let place = Placement(
            kind: random.chance(0.6) ? .foster : .childrensHome, provider: random.chance(0.6) ? "PR1" : "PR4",
            postcode: .blank, urn: .blank)
        var episode = Episode(start: period.start, began: "S", legal: "V4", place: place)
        if period.end <= horizon { (episode.end, episode.reasonEnded) = (period.end, "E8") }
        episodes.append(episode)
    }
}
