import Days
import Testing

@Suite struct DayTextTests {
    func read(_ text: String, _ layout: Day.Layout) -> Day? {
        var text = text
        return text.withUTF8 { Day(bytes: UnsafeRawBufferPointer($0), layout) }
    }

    @Test func whatIsPrintedIsReadBack() {
        var draws = Draws(seed: 2)
        for _ in 0..<10_000 {
            let day = draws.day(from: .distantPast, to: .distantFuture)
            #expect(Day(day.description) == day)
            let (y, m, dd) = day.parts
            let year = String(repeating: "0", count: 4 - "\(y)".count) + "\(y)"
            #expect(read("\(dd)/\(m)/\(year)", .dayMonthYear) == day)
            #expect(read("\(dd < 10 ? "0" : "")\(dd)/\(m < 10 ? "0" : "")\(m)/\(year)", .dayMonthYear) == day)
        }
    }

    @Test func aDayIsPrintedForRecordsAndForPeople() {
        #expect(d(2018, 5, 15).description == "2018-05-15")
        #expect(d(987, 1, 2).description == "0987-01-02")
        #expect(d(2018, 5, 15).inWords == "15 May 2018")
        #expect(d(2024, 2, 1).inWords == "1 February 2024")
    }

    @Test(arguments: [
        "", "2018", "2018-05", "2018-5-15", "18-05-15", "2018-05-15 ", " 2018-05-15", "2018-05-15T00:00", "2018/05/15",
        "2018-02-29", "2018-13-01", "2018-00-10", "2018-01-00", "-2018-05-15", "+018-05-15", "2018-05-15-",
        "２018-05-15",
        "20180-5-15", "2018--0515", "0000-01-01", "15/05/2018", "today",
    ])
    func textThatIsNotOneWholeDayIsRefused(_ text: String) { #expect(Day(text) == nil) }

    @Test(arguments: [
        "", "15/05", "15/05/18", "15/05/20180", "015/05/2018", "15/005/2018", "15-05-2018", "29/02/2018", "31/04/2018",
        "00/05/2018", "15/13/2018", "15//2018", "/05/2018", "15/05/", "15/05/2018/", "15/05/2018 ", "2018/05/15",
        "15/May/2018", "99999999999999999999/1/2018", "15/05/2018\0",
    ])
    func aReturnsDateThatIsNotOneIsRefused(_ text: String) { #expect(read(text, .dayMonthYear) == nil) }

    @Test func noBytesAtAllMakeReadingFail() {
        var draws = Draws(seed: 3)
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...14, using: &draws)
            let bytes = (0..<length).map { _ in [45, 47, 48, 49, 50, 57, 0, 255].randomElement(using: &draws)! as UInt8
            }
            bytes.withUnsafeBytes { raw in
                if let day = Day(bytes: raw, .iso) { #expect(Array(day.description.utf8) == bytes) }
                if let day = Day(bytes: raw, .dayMonthYear) { #expect((1...9999).contains(day.year)) }
            }
        }
    }

    @Test func aDayOutsideTheFourFigureYearsStillPrints() {
        #expect(Day.distantFuture.adding(months: 1).description == "10000-01-31")
        #expect(Day.distantPast.adding(months: -1).description == "0000-12-01")
        #expect(Day.distantPast.adding(years: -2).description == "-0001-01-01")
    }
}
