import Days

extension Career {
    /// Reviews within 20 working days, then 3 months, then every 6 months of the one before: most on time, some late,
    /// a few not held at all.
    mutating func throwReviews(_ period: Outline.Period) {
        let last = min(period.end - 1, horizon)
        let calendar = WorkingDays.englandAndWales
        var previous = period.start
        var held = 0
        // Some children's reviews slip more than others'.
        let late = random.chance(0.15) ? 0.3 : 0.05
        while true {
            let due =
                switch held {
                case 0: calendar.day(20, after: previous) ?? previous + 28
                case 1: previous.adding(months: 3)
                default: previous.adding(months: 6)
                }
            let room = due - previous
            var day = due - random.below(max(2, room / 8))
            if random.chance(late) { day = due + random.wait(mean: 18) }
            if random.chance(0.012) { day = due + random.within(90...200) }
            guard day <= last else { return }
            let participation: Code = outline.born.age(on: day) < 4 ? "PN0" : random.pick(Tables.participation)
            reviews.append(Review(day: day, participation: participation))
            (previous, held) = (day, held + 1)
        }
    }

    /// Times missing or away: none for most children, a great many for a few.
    mutating func throwAbsences(_ period: Outline.Period) {
        guard !period.path.isShortBreaks else { return }
        let last = min(period.end, horizon)
        var day = max(period.start + 2, outline.born.birthday(10))
        var rate = absencesAYear
        if period.path == .unaccompanied, rate > 1 { rate = 1 }
        while true {
            day = day + random.wait(mean: 365 / rate)
            guard day < last else { return }
            let end = day + (random.chance(0.75) ? random.below(2) : random.wait(mean: 6))
            absences.append(
                Absence(kind: random.chance(0.72) ? "M" : "A", start: day, end: min(end, period.end)))
            day = end + 1
        }
    }
}
