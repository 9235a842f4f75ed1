import Days

/// How a child came into care: on which day, by which path, and how old. Brothers and sisters come together.
struct Arrival {
    var start: Day
    var path: Path
    /// Whole years.
    var age: Int
    /// Days past the birthday.
    var days: Int

    /// - Parameter random: the child's own dice.
    init(number: Int, entries: DayInterval, _ random: inout SeededRandom) {
        // Steps of the golden ratio spread any number of entries evenly over the years.
        let place = (UInt64(number) &+ 1) &* 0x9E37_79B9_7F4A_7C15
        start = entries.start + Int(place.multipliedFullWidth(by: UInt64(entries.days)).high)
        path = Path.deal[random.below(Path.deal.count)]
        let ages = path.entry.ages
        age = random.within(ages)
        // Babies come into care at birth far more often than at any other age; unaccompanied children come at 16 and 17.
        if ages.lowerBound == 0, random.chance(path == .adoption ? 0.5 : 0.12) { age = 0 }
        if path == .unaccompanied, random.chance(0.6) { age = random.within(16...17) }
        days = age == 0 && random.chance(0.5) ? random.below(20) : random.below(365)
    }

    /// The first of the family that a child may belong to, and how many years lie between the two; nil for a child who is
    /// the first of one. Families are up to three numbers that follow one another.
    static func siblings(seed: UInt64, number: Int) -> (first: Int, years: Int)? {
        let (first, place) = (number - number % 3, number % 3)
        var dice = SeededRandom(seed: seed ^ 0x5349_4253, stream: UInt64(first))
        let size = dice.chance(0.3) ? 3 : dice.chance(0.4) ? 2 : 1
        guard place > 0, place < size else { return nil }
        return (first, 2 * place)
    }

    /// A brother or sister who came on the same day; nil where nobody of that age would have come by this path.
    func sibling(_ years: Int, after random: inout SeededRandom) -> Arrival? {
        switch path {
        case .proceedings, .section20, .briefSection20, .emergency: break
        default: return nil
        }
        let ages = path.entry.ages
        let other = ages.contains(age + years) ? age + years : age - years
        guard ages.contains(other) else { return nil }
        var arrival = self
        (arrival.age, arrival.days) = (other, random.below(200))
        return arrival
    }
}
