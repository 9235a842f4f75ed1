import Days
import Testing

/// Whether somebody is at a desk, by the clock in London.
struct OfficeHoursTests {
    private func isOpen(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> Bool? {
        guard let day = Day(year, month, day) else { return nil }
        return OfficeHours().isOpen(Moment(day, minute: hour * 60 + minute).instant.at, .englandAndWales)
    }

    @Test func fromNineToTheMinuteBeforeFive() {
        #expect(isOpen(2026, 3, 30, 8, 59) == false && isOpen(2026, 3, 30, 9, 0) == true)
        #expect(isOpen(2026, 3, 30, 16, 59) == true && isOpen(2026, 3, 30, 17, 0) == false)
    }

    @Test func notAtWeekendsNorOnBankHolidays() {
        #expect(isOpen(2026, 3, 28, 12, 0) == false && isOpen(2026, 4, 3, 12, 0) == false)
        #expect(isOpen(2026, 4, 2, 12, 0) == true)
    }

    @Test func aYearOutsideTheTableHasNoAnswerOnAWeekdayByDay() {
        #expect(isOpen(2090, 3, 30, 12, 0) == nil, "a Thursday")
        #expect(isOpen(2090, 3, 30, 3, 0) == false && isOpen(2090, 4, 1, 12, 0) == false)
    }

    @Test func theClockIsLondonsAlsoInSummer() throws {
        let noonInUTC = try #require(Day(2026, 7, 1))
        let eight = Instant(secondsSince1970: Int64(noonInUTC.ordinal) * 86_400 + 8 * 3_600)
        #expect(OfficeHours().isOpen(eight, .englandAndWales) == true, "09:00 by the clock")
    }
}
