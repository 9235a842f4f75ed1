import Days
import Testing

@Suite struct MonthsTests {
    @Test(arguments: [
        (d(2018, 8, 31), 6, d(2019, 2, 28)), (d(2019, 8, 31), 6, d(2020, 2, 29)), (d(2018, 1, 31), 1, d(2018, 2, 28)),
        (d(2020, 2, 29), 12, d(2021, 2, 28)), (d(2020, 2, 29), 48, d(2024, 2, 29)),
        (d(2018, 11, 30), 3, d(2019, 2, 28)),
        (d(2018, 12, 31), 6, d(2019, 6, 30)), (d(2018, 12, 15), 1, d(2019, 1, 15)),
        (d(2019, 1, 15), -1, d(2018, 12, 15)),
        (d(2020, 3, 31), -1, d(2020, 2, 29)), (d(2018, 9, 30), 1, d(2018, 10, 30)), (d(2018, 5, 15), 0, d(2018, 5, 15)),
    ])
    func theCorrespondingDateIsTheSameNumberOrTheMonthsLastDay(_ from: Day, _ months: Int, _ expected: Day) {
        #expect(from.adding(months: months) == expected)
    }

    @Test func aMonthOnIsNeverIntoTheMonthAfter() {
        var draws = Draws(seed: 4)
        for _ in 0..<10_000 {
            let from = draws.day()
            let months = Int.random(in: -60...60, using: &draws)
            let to = from.adding(months: months)
            #expect(to.parts.year * 12 + to.parts.month == from.parts.year * 12 + from.parts.month + months)
            let last = Day.length(ofMonth: to.parts.month, in: to.parts.year)
            #expect(to.parts.day == min(from.parts.day, last))
        }
    }

    @Test func twelveMonthsAreAYear() { #expect(d(2024, 2, 29).adding(years: 1) == d(2025, 2, 28)) }
}

@Suite struct WeeksTests {
    /// T4, Children Act 1989 s32: the day of issue is the first of the twenty-six weeks.
    @Test func twentySixWeeksBeginningWithTheDayOfIssue() {
        #expect(d(2018, 1, 10).lastDay(ofWeeksBeginningHere: 26) == d(2018, 7, 10))
    }

    /// T6: the six weeks after a visit do not count the day of the visit.
    @Test func sixWeeksAfterAVisit() { #expect(d(2018, 1, 10).adding(weeks: 6) == d(2018, 2, 21)) }

    /// T6: an interval runs from the day it was last done, whether that was early or late.
    @Test func theNextIsCountedFromTheLastActuallyHeld() {
        #expect(d(2018, 1, 8).adding(weeks: 6) == d(2018, 2, 19))
        #expect(d(2018, 1, 15).adding(weeks: 6) == d(2018, 2, 26))
        #expect(d(2018, 11, 30).adding(months: 3) == d(2019, 2, 28))
        #expect(d(2019, 2, 28).adding(months: 3) == d(2019, 5, 28))
    }

    /// T7: once a week is a gap of seven days at most, from the start of the placement to the first review, over the
    /// change of the clock and a bank holiday like any other day.
    @Test func onceAWeekIsSevenDaysFromTheDayBefore() {
        let (placed, review) = (d(2018, 3, 14), d(2018, 4, 11))
        let visits = [d(2018, 3, 21), d(2018, 3, 28), d(2018, 4, 3), d(2018, 4, 10)]
        for (before, next) in zip([placed] + visits, visits + [review]) { #expect(next <= before.adding(weeks: 1)) }
        #expect(d(2018, 4, 5) == d(2018, 3, 29).adding(weeks: 1))
        #expect(d(2018, 4, 6) > d(2018, 3, 29).adding(weeks: 1))
    }

    @Test func beginningHereEndsADayBeforeAfter() {
        for weeks in 1...60 {
            #expect(d(2018, 1, 10).lastDay(ofWeeksBeginningHere: weeks) + 1 == d(2018, 1, 10).adding(weeks: weeks))
        }
    }
}

@Suite struct AgeTests {
    @Test func anAgeIsAttainedAtTheStartOfTheBirthday() {
        let born = d(2008, 10, 17)
        #expect(born.age(on: d(2024, 10, 16)) == 15)
        #expect(born.age(on: d(2024, 10, 17)) == 16)
        #expect(born.birthday(18) == d(2026, 10, 17))
        #expect(born.age(on: born) == 0)
        #expect(born.age(on: born - 1) == -1)
    }

    @Test func aBirthdayOf29FebruaryFallsOn1MarchInACommonYear() {
        let born = d(2008, 2, 29)
        #expect(born.birthday(16) == d(2024, 2, 29))
        #expect(born.birthday(17) == d(2025, 3, 1))
        #expect(born.age(on: d(2025, 2, 28)) == 16)
        #expect(born.age(on: d(2025, 3, 1)) == 17)
        #expect(born.age(on: d(2024, 2, 28)) == 15)
        #expect(born.age(on: d(2024, 2, 29)) == 16)
    }

    @Test func ageAgreesWithTheBirthdays() {
        var draws = Draws(seed: 5)
        for _ in 0..<10_000 {
            let born = draws.day()
            let on = born + Int.random(in: 0...9_000, using: &draws)
            let age = born.age(on: on)
            #expect(born.birthday(age) <= on)
            #expect(born.birthday(age + 1) > on)
        }
    }
}
