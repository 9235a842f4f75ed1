import Days
import Testing

@Suite struct DayIntervalTests {
    let june = DayInterval(d(2018, 6, 1), d(2018, 6, 30))!

    @Test func bothEndsAreIn() {
        #expect(june.days == 30)
        #expect(june.contains(d(2018, 6, 1)) && june.contains(d(2018, 6, 30)))
        #expect(!june.contains(d(2018, 5, 31)) && !june.contains(d(2018, 7, 1)))
        #expect(DayInterval(on: d(2018, 6, 1)).days == 1)
    }

    @Test func anIntervalNeverRunsBackwards() { #expect(DayInterval(d(2018, 6, 2), d(2018, 6, 1)) == nil) }

    @Test func anOpenIntervalHoldsEveryLaterDay() {
        let open = DayInterval(from: d(2018, 6, 1))
        #expect(open.contains(d(2090, 1, 1)) && !open.contains(d(2018, 5, 31)))
        #expect(open.contains(june))
        #expect(open.description == "2018-06-01/..")
        #expect(june.description == "2018-06-01/2018-06-30")
    }

    @Test func overlapAndIntersectionAgreeDayByDay() {
        var draws = Draws(seed: 9)
        let first = d(2018, 1, 1)
        for _ in 0..<3_000 {
            func interval() -> DayInterval {
                let start = first + Int.random(in: 0...20, using: &draws)
                return DayInterval(start, start + Int.random(in: 0...10, using: &draws))!
            }
            let (a, b) = (interval(), interval())
            let shared = (0...40).map { first + $0 }.filter { a.contains($0) && b.contains($0) }
            #expect(a.overlaps(b) == !shared.isEmpty)
            #expect(b.overlaps(a) == a.overlaps(b))
            #expect(a.intersection(b)?.days ?? 0 == shared.count)
            #expect(a.intersection(b)?.start == shared.first)
            #expect(a.contains(b) == (shared.count == b.days))
        }
    }
}

@Suite struct CollectionYearTests {
    @Test func aYearRunsFromAprilToMarch() {
        let year = CollectionYear("2025-26")!
        #expect(year.start == 2025)
        #expect(year.firstDay == d(2025, 4, 1))
        #expect(year.lastDay == d(2026, 3, 31))
        #expect(year.days.days == 365)
        #expect(CollectionYear("2023-24")!.days.days == 366)
        #expect(year.previous.description == "2024-25" && year.next.description == "2026-27")
        #expect(year.previous < year)
    }

    @Test func everyDayFallsInOneYear() {
        #expect(CollectionYear(containing: d(2026, 3, 31)).description == "2025-26")
        #expect(CollectionYear(containing: d(2026, 4, 1)).description == "2026-27")
        for start in 1990...2050 {
            let year = CollectionYear(startingIn: start)
            #expect(CollectionYear(year.description) == year)
            #expect(year.lastDay + 1 == year.next.firstDay)
        }
        #expect(CollectionYear("1999-00")?.start == 1999)
    }

    @Test(arguments: [
        "", "2025", "2025-27", "2025-2026", "25-26", "2025/26", "2025-26 ", "2025-", "+025-26", "2005-+6",
    ])
    func whatIsNotAYearIsRefused(_ text: String) { #expect(CollectionYear(text) == nil) }
}
