import Casework
import Days

/// A made-up life, fact by fact: mostly as lives in care go, sometimes as no life goes but a return may tell it.
///
/// ``live()`` draws it; the facts come out in the order of practice, not of dates.
struct Life {
    private(set) var facts: [ChildEvent] = []
    var dice: Seeded
    let born: Day

    init(_ dice: inout Seeded) {
        self.dice = Seeded(state: dice.next())
        born = Histories.days.first + self.dice.number(-5_000...3_800)
    }

    mutating func tell(_ event: ChildEvent) { facts.append(event) }

    mutating func live() {
        describe()
        var day = max(born + dice.number(0...5_500), Histories.days.first + dice.number(0...600))
        for _ in 0..<dice.pick([0, 1, 1, 1, 1, 2, 2, 3]) where day < Histories.days.last {
            day = beInCare(from: day) + dice.pick([0, 1, 30, dice.number(2...900)])
        }
        if dice.chance(8) {
            tell(.previousPermanence(PreviousPermanence(option: dice.pick(["P1", "P2", "Z1"]), day: day)))
        }
        if dice.chance(25) { tellImplausibly() }
        if dice.chance(6) { tell(.setAside(setAsideRow())) }
        if dice.chance(4) {
            tell(.unrecognised(StoredBody(kind: 65_000, schema: 1, bytes: [UInt8(dice.number(0...255))])))
        }
    }

    /// Who the child is: now and then without a birth date, or with two.
    private mutating func describe() {
        tell(.identity(.numbered(ssda903: "\(dice.number(100_000...999_999))")))
        let sex = dice.pick(Drawn.sexes)
        if dice.chance(95) {
            tell(
                .identity(
                    .described(
                        ChildDetails(
                            birthDate: dice.chance(95) ? born : nil, sex: sex,
                            ethnicity: dice.pick(["WBRI", "BCRB", "AOTH"]),
                            upn: dice.chance(50) ? "A123456789012" : "UN1", isMother: dice.chance(3)))))
        }
        if dice.chance(7) {
            tell(.identity(.alsoDescribed(birthDate: born + dice.pick([-365, -31, -1, 1, 9, 365]), sex: sex)))
        }
        if dice.chance(7) {
            tell(.identity(.unaccompanied(until: dice.chance(70) ? born.birthday(18) : nil)))
        }
    }

    /// One period of care and what belongs to it; gives the day it ended, or the last day drawn from.
    private mutating func beInCare(from start: Day) -> Day {
        let law = dice.pick(Drawn.waysIntoCare)
        let (episodes, end) = episodes(from: start, under: law)
        for event in episodes { tell(event) }
        let until = min(end ?? Histories.days.last, Histories.days.last)
        guard start < until else { return until }
        beReviewed(from: start, until: until)
        beKnownToWorkers(from: start, until: until)
        goMissing(from: start, until: until)
        if dice.chance(12) { moveTowardsAdoption(from: start, until: until) }
        if dice.chance(8) { beDeprivedOfLiberty(from: start, until: until) }
        if dice.chance(40) { beWrittenAbout(from: start, until: until) }
        beAskedAbout(from: start, until: until)
        if let end { leaveCare(on: end) }
        return until
    }

    /// The pieces into which a return cuts one period of care.
    private mutating func episodes(from first: Day, under law: [LegalStatus]) -> (events: [ChildEvent], end: Day?) {
        var events: [ChildEvent] = []
        var start = first
        var status = law[0]
        var place = dice.pick(Drawn.placements)
        var reason: EpisodeReason = dice.chance(94) ? "S" : dice.pick(Drawn.changes)
        let count = dice.pick([1, 1, 2, 2, 3, 4, 6])
        for number in 1...count {
            let home: Code = dice.pick(["AA11AA", "BB22BB", .blank])
            events.append(
                .episode(
                    .started(
                        Episode(
                            start: start, reason: reason, legalStatus: status, need: "N1", placement: place,
                            provider: dice.pick(["PR0", "PR1", "PR4"]), homePostcode: home,
                            placementPostcode: dice.pick(["AA11AA", "BB22BB", .blank])))))
            let last = start + dice.pick([1, 17, dice.number(1...40), dice.number(20...400), dice.number(100...900)])
            let why: PlacementChangeReason = dice.chance(30) ? .init(.blank) : dice.pick(Drawn.whyPlacementsEnd)
            if number == count {
                guard dice.chance(60) else { return (events, nil) }
                let ending = dice.pick(Drawn.endings)
                events.append(.episode(.ended(start: start, EpisodeEnd(day: last, ending: ending, reason: why))))
                return (events, last)
            }
            events.append(.episode(.ended(start: start, EpisodeEnd(day: last, ending: "X1", reason: why))))
            reason = dice.pick(Drawn.changes)
            if !reason.keepsCarer || reason == "T" || reason == "U" { place = dice.pick(Drawn.placements) }
            if reason == "L" || reason == "B" || reason == "U" { status = dice.pick(law) }
            start = last
        }
        return (events, nil)
    }

    private mutating func setAsideRow() -> SetAside {
        SetAside(
            table: dice.pick(["Reviews", "Episodes"]), year: CollectionYear(startingIn: dice.number(2017...2026)),
            cells: "CHILD=\(dice.number(1...9))", why: "no day")
    }
}
