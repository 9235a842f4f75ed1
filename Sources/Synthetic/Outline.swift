import Days

/// The outline of a child's time in care: who, by which path, from when to when. Cheap to make, so that the children
/// who left long before the first return cost next to nothing; a ``Career`` fills in what happened between.
struct Outline {
    /// One unbroken time of being looked after.
    struct Period {
        var path: Path
        var outcome: Outcome
        var start: Day
        /// The last day; it may lie in the future of every return.
        var end: Day
        /// The final hearing of proceedings.
        var hearing: Day
        /// Placed for adoption; only on that path.
        var placed: Day
        /// Why it ended, or blank where the last placement decides that.
        var reason: Code
    }

    let number: Int
    /// The number of the first of the brothers and sisters who came together; the child's own where it came alone.
    let family: Int
    let born: Day
    let isMale: Bool
    let first: Period
    let second: Period?
    /// The dice as they lie after the outline was thrown.
    let random: SeededRandom
    /// The dice of the family: what brothers and sisters share.
    let home: SeededRandom

    /// - Parameters:
    ///   - number: the child's place in the authority's list, from 0.
    ///   - entries: the days on which the child may have come into care.
    init(seed: UInt64, number: Int, entries: DayInterval) {
        var random = SeededRandom(seed: seed, stream: UInt64(number) &+ 1)
        var arrival = Arrival(number: number, entries: entries, &random)
        var family = number
        if let (first, years) = Arrival.siblings(seed: seed, number: number) {
            var dice = SeededRandom(seed: seed, stream: UInt64(first) &+ 1)
            if let together = Arrival(number: first, entries: entries, &dice).sibling(years, after: &random) {
                (arrival, family) = (together, first)
            }
        }
        born = arrival.start.adding(years: -arrival.age) - arrival.days
        isMale = random.chance(arrival.path == .unaccompanied || arrival.path == .remand ? 0.92 : 0.54)
        (self.number, self.family) = (number, family)
        home = SeededRandom(seed: seed ^ 0x0048_4F4D_45, stream: UInt64(family))

        let period = Outline.period(arrival.path, arrival.start, born: born, &random)
        first = period
        let isHome = period.reason.first == 69 && period.reason.second == 52
        if isHome, !arrival.path.isShortBreaks, random.chance(0.14) {
            let back = period.end + random.within(20...700)
            if back < born.birthday(17) {
                let again: Path =
                    random.chance(0.5) ? .proceedings : born.age(on: back) >= 13 ? .teenager : .section20
                second = Outline.period(again, back, born: born, &random)
            } else {
                second = nil
            }
        } else {
            second = nil
        }
        self.random = random
    }

    var last: Period { second ?? first }

    /// In care, by any status, on `day`. A day on which care ends is not a day in care at its end.
    func isInCare(on day: Day) -> Bool {
        func holds(_ period: Period) -> Bool {
            guard period.start <= day, day < period.end else { return false }
            return period.path != .shortBreaks
        }
        return holds(first) || second.map(holds) == true
    }

    private static func period(_ path: Path, _ start: Day, born: Day, _ random: inout SeededRandom) -> Period {
        let adult = born.birthday(18)
        var period = Period(
            path: path, outcome: .home, start: start, end: adult, hearing: start, placed: start, reason: .blank)
        func end(after days: Int, _ reason: Code) {
            if start + days < adult { (period.end, period.reason) = (start + max(1, days), reason) }
        }
        switch path {
        case .adoption:
            period.hearing = start + random.within(150...330)
            period.placed = period.hearing + random.within(40...330)
            period.end = period.placed + random.within(90...420)
            period.reason = random.chance(0.45) ? "E11" : "E12"
        case .proceedings:
            period.hearing = start + random.within(140...420)
            let throwOf = random.unit()
            period.outcome = throwOf < 0.27 ? .home : throwOf < 0.52 ? .guardian : .careOrder
            if period.hearing >= adult - 30 { period.outcome = .careOrder }
            switch period.outcome {
            case .home: end(after: period.hearing - start, random.chance(0.85) ? "E4A" : "E13")
            case .guardian:
                end(after: period.hearing - start + random.within(0...60), random.chance(0.85) ? "E45" : "E41")
            case .careOrder:
                if random.chance(0.3) {
                    end(after: period.hearing - start + random.wait(mean: 900) + 90, random.chance(0.7) ? "E4A" : "E45")
                }
            }
        case .briefSection20: end(after: random.wait(mean: 45), random.chance(0.8) ? "E4A" : "E4B")
        case .section20: end(after: 30 + random.wait(mean: 240), random.chance(0.8) ? "E4A" : "E8")
        case .teenager: if random.chance(0.2) { end(after: random.wait(mean: 300), random.chance(0.5) ? "E4A" : "E4B") }
        case .unaccompanied:
            if random.chance(0.12) { end(after: random.wait(mean: 90), random.chance(0.6) ? "E3" : "E15") }
        case .remand: end(after: 5 + random.wait(mean: 60), random.chance(0.35) ? "E9" : "E14")
        case .emergency: end(after: random.within(1...7), "E4A")
        case .shortBreaks: end(after: 120 + random.wait(mean: 700), "E4A")
        case .shortBreakAgreement: end(after: 120 + random.wait(mean: 700), "E8")
        }
        // Rarely a child dies, or care passes to another authority.
        if !path.isShortBreaks, period.end - start > 60, random.chance(0.012) {
            period.end = start + random.within(30...(period.end - start - 1))
            period.reason = random.chance(0.12) ? "E2" : "E3"
        }
        return period
    }
}
