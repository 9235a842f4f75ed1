import Casework
import Days

/// What is done with and for a child in care.
extension Life {
    /// Reviews about when the law wants them, each early, late or left out.
    mutating func beReviewed(from start: Day, until end: Day) {
        guard dice.chance(85) else { return }
        var day = start + dice.pick([20, 28, 29, dice.number(1...120)])
        while day < end, facts.count < 90 {
            if dice.chance(90) { tell(.reviewHeld(Review(day: day, participation: dice.pick(Drawn.participation)))) }
            day = day + dice.pick([90, 92, 181, 183, dice.number(30...260)])
        }
    }

    /// A chain of social workers, sometimes with a gap, and an IRO.
    mutating func beKnownToWorkers(from start: Day, until end: Day) {
        guard dice.chance(85) else { return }
        var day = start
        while day < end {
            let worker = "SW\(dice.number(1...9))"
            let last = day + dice.pick([dice.number(5...90), dice.number(60...700)])
            tell(.worker(.allocated(worker: worker, .socialWorker, day, dice.pick(["MANAGE", "LEFTRL", "TSPROC"]))))
            if last < end || dice.chance(30) {
                tell(.worker(.ended(worker: worker, .socialWorker, started: day, last)))
            }
            day = last + dice.pick([0, 0, 0, dice.number(1...50)])
        }
        if dice.chance(60) { tell(.worker(.allocated(worker: "IRO\(dice.number(1...3))", .iro, start + 3, "MANAGE"))) }
    }

    mutating func goMissing(from start: Day, until end: Day) {
        guard dice.chance(25) else { return }
        var day = start + dice.number(0...200)
        for _ in 0..<dice.number(1...4) where day < end {
            tell(.missing(.started(day, dice.chance(75) ? .missing : .away)))
            let back = day + dice.number(0...9)
            if dice.chance(88) { tell(.missing(.returned(started: day, back))) }
            day = back + dice.pick([dice.number(1...27), dice.number(1...200)])
        }
    }

    mutating func moveTowardsAdoption(from start: Day, until end: Day) {
        let decided = start + dice.number(30...300)
        tell(.adoption(.decided(decided)))
        if dice.chance(30) {
            tell(.adoption(.ceased(decided: decided, decided + dice.number(1...300), dice.pick(["RD1", "RD4"]))))
        } else if dice.chance(60) {
            tell(
                .adoption(
                    .matched(
                        AdoptionMatch(
                            placed: decided + dice.number(20...90), matched: dice.chance(80) ? decided + 20 : nil,
                            wereFosterCarers: dice.chance(20), numberOfAdopters: dice.number(1...2)))))
        }
    }

    mutating func beDeprivedOfLiberty(from start: Day, until end: Day) {
        let first = start + dice.number(0...300)
        tell(.deprivation(.started(first)))
        if dice.chance(60) { tell(.deprivation(.ended(started: first, first + dice.number(1...120)))) }
    }

    /// The yearly outcomes at each 31 March, some years left out.
    mutating func beAskedAbout(from start: Day, until end: Day) {
        var year = CollectionYear(containing: start)
        while year.lastDay <= end {
            if year.lastDay - start >= 365 || dice.chance(10), dice.chance(80) {
                tell(
                    .yearlyOutcomes(
                        YearlyOutcomes(
                            year: year, sdqScore: dice.chance(50) ? dice.number(0...40) : nil,
                            sdqReason: dice.chance(30) ? "SDQ1" : .blank, convicted: said(), developmentChecks: said(),
                            immunisations: said(), dentalCheck: said(), healthAssessment: said(),
                            substanceMisuse: said())))
            }
            year = year.next
        }
    }

    /// Yes, no or not said.
    private mutating func said() -> Bool? { dice.pick([true, true, false, nil]) }

    mutating func leaveCare(on day: Day) {
        guard dice.chance(60) else { return }
        for age in 17...21 where born.birthday(age) > day && dice.chance(80) {
            tell(
                .leavingCareContact(
                    LeavingCareContact(
                        year: CollectionYear(containing: born.birthday(age)),
                        inTouch: dice.pick(["YES", "NO", "RHOM"]),
                        activity: dice.pick(["F2", "G4", "0"]), accommodation: dice.pick(["B1", "W2", "0"]))))
        }
    }

    /// What no life holds and a return may: things out of order, of nothing, or on days that nobody lived.
    mutating func tellImplausibly() {
        for _ in 0..<dice.number(1...4) {
            let day = Histories.days.first + dice.number(-400...5_000)
            switch dice.number(0...8) {
            case 0: tell(.reviewHeld(Review(day: born - 30)))
            case 1: tell(.missing(.returned(started: day, day + 2)))
            case 2: tell(.missing(.started(day, "X")))
            case 3: tell(.episode(.ended(start: day, EpisodeEnd(day: day + 9, ending: "E4A", reason: "CARPL"))))
            case 4:
                tell(
                    .episode(
                        .started(
                            Episode(start: day, reason: dice.pick(["S", "P", ""]), legalStatus: "", placement: ""))))
            case 5:
                tell(.episode(.started(Episode(start: day, reason: "S", legalStatus: "C2", placement: "U6"))))
                tell(.episode(.ended(start: day, EpisodeEnd(day: day - 5, ending: "E99", reason: "QQQ"))))
            case 6: tell(.worker(.ended(worker: "SW99", .socialWorker, started: day, day)))
            case 7: if let again = facts.last { tell(again) }
            default: tell(.deprivation(.ended(started: day, day)))
            }
        }
    }
}
