import Days
import Testing

struct MonthTests {
    @Test func aMonthRunsFromItsFirstDayToItsLast() throws {
        let month = try #require(Month("2024-02"))
        #expect("\(month.first)" == "2024-02-01" && "\(month.last)" == "2024-02-29")
        #expect(month.contains(month.first) && month.contains(month.last) && !month.contains(month.last + 1))
        #expect(month.inWords == "February 2024" && "\(month)" == "2024-02")
        #expect("\(month.previous)" == "2024-01" && "\(month.next)" == "2024-03")
    }

    @Test func aYearEndsBetweenTwoMonths() throws {
        #expect("\(try #require(Month("2025-12")).next)" == "2026-01")
        #expect("\(try #require(Month("2026-01")).previous)" == "2025-12")
    }

    @Test(arguments: ["2026-13", "2026-1", "2026-00", "26-01", "2026-01-01", ""])
    func whatIsNoMonthIsNotRead(_ text: String) { #expect(Month(text) == nil) }

    @Test func aMonthIsOverOnItsLastDayAndNotBefore() throws {
        let last = try #require(Day("2026-03-31"))
        #expect("\(Month(overBy: last))" == "2026-03")
        #expect("\(Month(overBy: last - 1))" == "2026-02")
    }
}
