import Days
import Testing

@Suite struct WorkingDaysTests {
    let calendar = WorkingDays.englandAndWales

    /// The vectors for rule T3, worked out by hand.
    @Test(arguments: [
        (d(2018, 3, 28), 5, d(2018, 4, 6)), (d(2018, 3, 28), 10, d(2018, 4, 13)), (d(2018, 3, 28), 20, d(2018, 4, 27)),
        (d(2018, 3, 31), 10, d(2018, 4, 16)), (d(2018, 5, 4), 20, d(2018, 6, 5)), (d(2018, 12, 21), 5, d(2019, 1, 2)),
        (d(2018, 12, 21), 10, d(2019, 1, 9)), (d(2018, 12, 21), 20, d(2019, 1, 23)),
        (d(2018, 5, 15), 15, d(2018, 6, 6)),
        (d(2018, 5, 15), 45, d(2018, 7, 18)), (d(2026, 4, 2), 10, d(2026, 4, 20)), (d(2026, 12, 23), 5, d(2027, 1, 4)),
    ])
    func withinWorkingDaysOfADay(_ from: Day, _ count: Int, _ due: Day) {
        #expect(calendar.day(count, after: from) == due)
        #expect(calendar.count(after: from, through: due) == count)
    }

    @Test func aProclaimedHolidayIsNotAWorkingDay() {
        for day in [d(2020, 5, 8), d(2022, 6, 2), d(2022, 6, 3), d(2022, 9, 19), d(2023, 5, 8)] {
            #expect(calendar.isWorkingDay(day) == false)
        }
        #expect(calendar.isWorkingDay(d(2020, 5, 4)) == true)
        #expect(calendar.isWorkingDay(d(2022, 5, 30)) == true)
    }

    @Test func goodFridayAndChristmasAreNotWorkingDaysInAnyYear() {
        for year in calendar.years {
            #expect(calendar.isWorkingDay(d(year, 12, 25)) == false)
            #expect(calendar.isWorkingDay(easter(year) - 2) == false)
            #expect(calendar.isWorkingDay(easter(year) + 1) == false)
            let closed = calendar.holidays.filter { $0.year == year }
            #expect((8...10).contains(closed.count))
            #expect(closed.allSatisfy { $0.weekday < 6 })
        }
    }

    @Test func aYearOutsideTheTableHasNoAnswer() {
        let first = d(calendar.years.lowerBound, 1, 1)
        let last = d(calendar.years.upperBound, 12, 31)
        #expect(calendar.isWorkingDay(first - 1) == nil)
        #expect(calendar.isWorkingDay(last + 1) == nil)
        #expect(calendar.isWorkingDay(first) != nil)
        #expect(calendar.day(1, after: first - 1) == nil)
        #expect(calendar.day(1, after: last) == nil)
        #expect(calendar.day(10, after: last - 7) == nil)
        #expect(calendar.count(after: first - 1, through: last) == nil)
        #expect(calendar.count(after: first, through: last + 1) == nil)
        #expect(calendar.isWorkingDay(.distantFuture) == nil)
    }

    @Test func aCountBelowOneOrBackwardsHasNoAnswer() {
        #expect(calendar.day(0, after: d(2018, 5, 15)) == nil)
        #expect(calendar.day(-3, after: d(2018, 5, 15)) == nil)
        #expect(calendar.count(after: d(2018, 5, 16), through: d(2018, 5, 15)) == nil)
        #expect(calendar.count(after: d(2018, 5, 15), through: d(2018, 5, 15)) == 0)
    }

    @Test func anotherInstrumentsTableGivesAnotherAnswer() {
        let anywhere = WorkingDays(
            name: "working days in any part of the United Kingdom", years: 2018...2018,
            holidays: calendar.holidays.filter { $0.year == 2018 } + [d(2018, 1, 2), d(2018, 3, 19), d(2018, 7, 12)])
        #expect(anywhere.day(1, after: d(2018, 1, 1)) == d(2018, 1, 3))
        #expect(calendar.day(1, after: d(2018, 1, 1)) == d(2018, 1, 2))
        #expect(anywhere.day(1, after: d(2018, 12, 31)) == nil)
        #expect(anywhere.isWorkingDay(d(2017, 6, 1)) == nil)
    }

    @Test func everyCountAgreesWithCountingOnFingers() {
        var draws = Draws(seed: 6)
        for _ in 0..<3_000 {
            let from = draws.day(from: d(2012, 1, 1), to: d(2027, 12, 31))
            let count = Int.random(in: 1...60, using: &draws)
            var (at, left) = (from, count)
            while left > 0 {
                at = at + 1
                if at.weekday < 6, !calendar.holidays.contains(at) { left -= 1 }
            }
            #expect(calendar.day(count, after: from) == at)
            #expect(calendar.count(after: from, through: at) == count)
            #expect(calendar.isWorkingDay(at) == true)
        }
    }

    @Test func aDueDayIsTheFirstWithItsCount() {
        var draws = Draws(seed: 7)
        for _ in 0..<3_000 {
            let from = draws.day(from: d(2012, 1, 1), to: d(2027, 6, 30))
            let to = from + Int.random(in: 1...120, using: &draws)
            let count = calendar.count(after: from, through: to)!
            if count > 0 { #expect(calendar.day(count, after: from)! <= to) }
            #expect(calendar.day(count + 1, after: from)! > to)
        }
    }

    /// Property (a): where both windows hold no holiday, seven days later is due seven days later.
    @Test func movingAWeekMovesTheDueDayAWeekWhereNoHolidayIntervenes() {
        var draws = Draws(seed: 8)
        var tried = 0
        for _ in 0..<3_000 {
            let from = draws.day(from: d(2012, 1, 1), to: d(2027, 6, 30))
            let due = calendar.day(20, after: from)!
            if calendar.holidays.contains(where: { $0 >= from && $0 <= due + 7 }) { continue }
            tried += 1
            #expect(calendar.day(20, after: from + 7) == due + 7)
        }
        #expect(tried > 500)
    }

    /// Western Easter Sunday by the Gregorian computus, so that the table is held against something else than itself.
    func easter(_ year: Int) -> Day {
        let a = year % 19
        let b = year / 100
        let c = year % 100
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114
        return d(year, n / 31, n % 31 + 1)
    }
}
