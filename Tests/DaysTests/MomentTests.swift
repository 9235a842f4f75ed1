import Days
import Testing

@Suite struct MomentTests {
    func at(_ y: Int, _ m: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Moment {
        Moment(d(y, m, day), minute: hour * 60 + minute)
    }

    @Test func aWinterTimeIsUTCAndASummerTimeAnHourAhead() {
        #expect(at(2018, 1, 15, 9, 30).instant.at.description == "2018-01-15T09:30:00.000Z")
        #expect(at(2018, 7, 15, 9, 30).instant.at.description == "2018-07-15T08:30:00.000Z")
        #expect(at(2018, 7, 15, 0, 30).instant.at.description == "2018-07-14T23:30:00.000Z")
    }

    /// The last Sundays of March and October of known years, at 01:00 UTC.
    @Test(arguments: [
        (2018, 25, 28), (2019, 31, 27), (2020, 29, 25), (2021, 28, 31), (2022, 27, 30), (2023, 26, 29), (2024, 31, 27),
        (2025, 30, 26), (2026, 29, 25), (2027, 28, 31),
    ])
    func theClocksChangeOnTheLastSundays(_ year: Int, _ march: Int, _ october: Int) {
        let spring = Instant(secondsSince1970: Int64(d(year, 3, march).ordinal) * 86_400 + 3_600)
        let autumn = Instant(secondsSince1970: Int64(d(year, 10, october).ordinal) * 86_400 + 3_600)
        #expect(Instant(milliseconds: spring.milliseconds - 1).inLondon == at(year, 3, march, 0, 59))
        #expect(spring.inLondon == at(year, 3, march, 2))
        #expect(Instant(milliseconds: autumn.milliseconds - 1).inLondon == at(year, 10, october, 1, 59))
        #expect(autumn.inLondon == at(year, 10, october, 1))
    }

    @Test func theRepeatedHourMeansItsFirstPassAndTheSkippedHourIsReadLater() {
        #expect(at(2024, 10, 27, 1, 30).instant.at.description == "2024-10-27T00:30:00.000Z")
        #expect(at(2024, 10, 27, 2, 0).instant.at.description == "2024-10-27T02:00:00.000Z")
        let skipped = at(2024, 3, 31, 1, 30).instant.at
        #expect(skipped.description == "2024-03-31T01:30:00.000Z")
        #expect(skipped.inLondon == at(2024, 3, 31, 2, 30))
    }

    /// T8: hours of the clock; the change of the clock neither shortens nor lengthens them.
    @Test func seventyTwoHoursRunOverBothChangesOfTheClock() {
        #expect(at(2024, 3, 29, 18).instant.at.adding(hours: 72).inLondon == at(2024, 4, 1, 19))
        #expect(at(2024, 10, 25, 18).instant.at.adding(hours: 72).inLondon == at(2024, 10, 28, 17))
        #expect(at(2024, 5, 24, 18).instant.at.adding(hours: 72).inLondon == at(2024, 5, 27, 18))
    }

    @Test func aTimeNotRecordedIsReadAsMidnightAndSaysSo() {
        let (instant, assumed) = Moment(d(2018, 5, 15)).instant
        #expect(assumed)
        #expect(instant.inLondon == at(2018, 5, 15, 0))
        #expect(at(2018, 5, 15, 0).instant.assumedTime == false)
        #expect(instant.adding(hours: 72).inLondon == at(2018, 5, 18, 0))
    }

    @Test func aTimeThatNoClockShowsIsNotKept() {
        #expect(Moment(d(2018, 5, 15), minute: 1440).minute == nil)
        #expect(Moment(d(2018, 5, 15), minute: -1).minute == nil)
        #expect(Moment(d(2018, 5, 15), minute: 1439).minute == 1439)
    }

    @Test func londonTimeComesBackFromItsInstantExceptInTheSkippedHour() {
        var draws = Draws(seed: 10)
        for _ in 0..<20_000 {
            let moment = Moment(
                draws.day(from: d(1950, 1, 1), to: d(2080, 1, 1)), minute: Int.random(in: 0..<1440, using: &draws))
            let back = moment.instant.at.inLondon
            let isSkipped =
                moment.day.parts.month == 3 && moment.day.weekday == 7 && (60..<120).contains(moment.minute!)
            if isSkipped, back != moment {
                #expect(back == Moment(moment.day, minute: moment.minute! + 60))
            } else {
                #expect(back == moment)
            }
        }
    }

    @Test func anInstantBefore1970HasItsDayAndPrints() {
        let before = Instant(milliseconds: -1)
        #expect(before.description == "1969-12-31T23:59:59.999Z")
        #expect(before.inLondon == at(1969, 12, 31, 23, 59))
        #expect(Instant(milliseconds: 7).description == "1970-01-01T00:00:00.007Z")
        #expect(Instant(milliseconds: 1) < Instant(milliseconds: 2))
    }
}
