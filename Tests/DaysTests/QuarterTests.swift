import Days
import Testing

struct QuarterTests {
    @Test func aQuarterRunsFromItsFirstDayToItsLast() throws {
        let quarter = try #require(Quarter("2024-Q1"))
        #expect("\(quarter.first)" == "2024-01-01" && "\(quarter.last)" == "2024-03-31")
        #expect(
            quarter.contains(quarter.first) && quarter.contains(quarter.last) && !quarter.contains(quarter.last + 1))
        #expect(quarter.inWords == "January to March 2024" && "\(quarter)" == "2024-Q1")
        #expect("\(quarter.previous)" == "2023-Q4" && "\(quarter.next)" == "2024-Q2")
        #expect(quarter.previous < quarter)
    }

    @Test(arguments: [("2026-03-31", "2026-Q1"), ("2026-04-01", "2026-Q2"), ("2026-12-31", "2026-Q4")])
    func aDayIsInOne(_ day: String, _ quarter: String) throws {
        #expect("\(Quarter(containing: try #require(Day(day))))" == quarter)
        #expect(Quarter(quarter).map { "\($0)" } == quarter)
    }

    @Test(arguments: ["2026-Q5", "2026-Q0", "2026-Q", "2026-q1", "26-Q1", "2026-01", "2026-Q1-", "-2026Q1", ""])
    func whatIsNoQuarterIsNotRead(_ text: String) { #expect(Quarter(text) == nil) }
}
