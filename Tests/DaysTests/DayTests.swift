import Days
import Testing

@Suite struct DayTests {
    @Test func everyDayOfTheRangeComesBackFromItsParts() {
        var expected = Int32.min
        for year in 1...9999 {
            for month in 1...12 {
                let length = Day.length(ofMonth: month, in: year)
                for day in [1, 2, 15, length - 1, length] {
                    let made = d(year, month, day)
                    #expect(made.parts == (year, month, day))
                    if day == 1, expected != .min { #expect(made.ordinal == expected) }
                }
                expected = d(year, month, length).ordinal + 1
            }
        }
    }

    @Test func everyDayOfTwoCenturiesFollowsTheOneBefore() {
        var (year, month, day) = (1900, 1, 1)
        var at = d(1900, 1, 1)
        while year < 2101 {
            #expect(at.parts == (year, month, day))
            day += 1
            if day > Day.length(ofMonth: month, in: year) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            at = at + 1
        }
    }

    @Test func theFirstOfJanuary1970IsDayNought() {
        #expect(d(1970, 1, 1).ordinal == 0)
        #expect(d(2000, 3, 1).ordinal == 11_017)
        #expect(d(1969, 12, 31).ordinal == -1)
    }

    @Test(arguments: [
        (2018, 2, 29), (1900, 2, 29), (2100, 2, 29), (2023, 2, 30), (2020, 4, 31), (2020, 0, 1), (2020, 13, 1),
        (2020, 1, 0), (2020, 1, 32), (0, 1, 1), (10_000, 1, 1), (2020, -1, 5),
    ])
    func aDayThatDoesNotExistIsRefused(_ year: Int, _ month: Int, _ day: Int) {
        #expect(Day(year, month, day) == nil)
    }

    @Test(arguments: [2000, 2004, 2024, 2400]) func aLeapYearHasA29February(_ year: Int) {
        #expect(Day(year, 2, 29) != nil)
    }

    @Test func weekdaysAreThoseOfTheCalendar() {
        #expect(d(1970, 1, 1).weekday == 4)
        #expect(d(2018, 3, 28).weekday == 3)
        #expect(d(2018, 3, 31).weekday == 6)
        #expect(d(2026, 4, 2).weekday == 4)
        #expect(d(2026, 11, 24).weekday == 2)
        #expect(d(1914, 8, 4).weekday == 2)
        #expect(d(1752, 9, 14).weekday == 4)
        #expect(d(1, 1, 1).weekday == 1)
    }

    @Test func weekdaysRunMondayToSundayWithoutAGap() {
        for ordinal in Int32(-800_000)..<(-799_000) {
            let today = Day(ordinal: ordinal).weekday
            #expect((1...7).contains(today))
            #expect(Day(ordinal: ordinal + 1).weekday == today % 7 + 1)
        }
        for ordinal in Int32(-10)..<10 {
            #expect(Day(ordinal: ordinal + 1).weekday == Day(ordinal: ordinal).weekday % 7 + 1)
        }
    }

    @Test func daysAddAndSubtractBack() {
        var draws = Draws(seed: 1)
        for _ in 0..<5_000 {
            let (a, b) = (draws.day(), draws.day())
            #expect(b + (a - b) == a)
            #expect(a - (a - b) == b)
            #expect((a < b) == (a - b < 0))
        }
    }
}
