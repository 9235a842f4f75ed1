import Days

/// Severn Vale: an authority that does not exist, and every child it ever looked after, as the returns it would have
/// sent. For trying the product out, for tests and for benchmarks.
///
/// The same seed, children, years and last year give the same bytes on every machine. Nothing is held but one year's
/// tables at a time: lives are thrown again for each year from dice of their own.
///
/// ```swift
/// let vale = SyntheticAuthority(seed: 7, children: 600, years: 8, lastYear: CollectionYear(startingIn: 2025))
/// vale.returns { path, bytes in write(bytes, to: path) }  // "2018-19/Header.csv", …, "staff.csv"
/// ```
public struct SyntheticAuthority: Sendable {
    public let seed: UInt64
    /// How many children are in care, by any status with an open episode that day, on the last 31 March. Short breaks
    /// recorded one by one (V3) come on top.
    public let children: Int
    public let lastYear: CollectionYear
    /// In order.
    public let years: [CollectionYear]
    /// The share of cells that go wrong, 0 to 1; 0 for a clean return.
    public let mess: Double

    /// - Parameters:
    ///   - children: at least 1.
    ///   - years: how many returns, at least 1, ending with `lastYear`.
    public init(seed: UInt64, children: Int, years: Int, lastYear: CollectionYear, mess: Double = 0) {
        self.seed = seed
        self.children = max(1, children)
        self.lastYear = lastYear
        self.mess = min(1, max(0, mess))
        let count = max(1, years)
        self.years = (0..<count).map { CollectionYear(startingIn: lastYear.start - count + 1 + $0) }
    }

    /// The code of its area in its table of places.
    public static let area = Area.home.code
    /// How many children under 18 would live there.
    public static let population = 78_000

    /// Hands over each file once: a folder a year with the tables of its return, and beside them `staff.csv`,
    /// `allocations.csv`, `names.csv`, `places.bin` with where its postcodes are, for `throughline record`
    /// `records.ndjson` and, for `throughline import reviewing-plan`, two versions of the reviewing service’s plan.
    public func returns(_ emit: (_ path: String, _ bytes: [UInt8]) throws -> Void) rethrows {
        let horizon = lastYear.lastDay
        let firstDay = years[0].firstDay
        // Whoever came into care in the eighteen years before may still be there on the first day.
        let entries = DayInterval(firstDay.adding(years: -18), horizon) ?? DayInterval(on: horizon)
        let workforce = Workforce(seed: seed, children: children, from: firstDay.adding(years: -3), to: horizon)
        let known = childrenKnown(entries: entries, firstDay: firstDay, horizon: horizon)
        var returned: Set<UInt32> = []
        for year in years {
            var sent = ReturnYear(year, seed: seed, mess: mess)
            for number in known {
                let outline = Outline(seed: seed, number: Int(number), entries: entries)
                guard sent.mayHold(outline) else { continue }
                if sent.add(Career(outline, workforce: workforce, horizon: horizon)) { returned.insert(number) }
            }
            for table in ReturnYear.Table.allCases where table.isCollected(in: year) {
                try emit("\(year)/\(table.file.name)", sent[table].bytes)
            }
        }
        let people = People(seed: seed, workforce: workforce)
        try emit("staff.csv", people.staff(from: firstDay))
        let careers = known.lazy.filter { returned.contains($0) }.map {
            Career(Outline(seed: seed, number: Int($0), entries: entries), workforce: workforce, horizon: horizon)
        }
        try emit("allocations.csv", people.allocations(of: careers, from: firstDay, to: horizon))
        try emit("names.csv", people.names(of: careers))
        try emit("places.bin", PlacesTable.bytes)
        let plan = ReviewingPlan(year: lastYear, officers: workforce.officers)
        try emit("reviewing-plan-1.yaml", plan.first)
        try emit("reviewing-plan-2.yaml", plan.second)
        try emit("records.ndjson", Stories.lines(of: careers, with: people, to: horizon))
    }

    /// The numbers of the children whom any return may hold: more and more are thrown until as many as asked are in
    /// care on the last 31 March.
    private func childrenKnown(entries: DayInterval, firstDay: Day, horizon: Day) -> [UInt32] {
        var known: [UInt32] = []
        var inCare = 0
        var number = 0
        while inCare < children {
            let outline = Outline(seed: seed, number: number, entries: entries)
            if outline.isInCare(on: horizon) { inCare += 1 }
            // A care leaver is asked after until 21.
            if outline.last.end >= firstDay || outline.born.birthday(22) >= firstDay { known.append(UInt32(number)) }
            number += 1
        }
        return known
    }
}
