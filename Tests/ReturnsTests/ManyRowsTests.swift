import Casework
import Days
import Returns
import Testing

/// A child with as many rows as a hostile return likes: each day once, however many come.
struct ManyRowsTests {
    @Test func manyRowsForOneChildAreToldApart() throws {
        let days = (0..<20_000).map { Day(ordinal: 5000 + $0) }
        var rows = days.reversed().map { "1,,\($0),PN1\n" }
        rows += days.prefix(5000).map { "1,,\($0),PN1\n" } + days.suffix(3000).map { "1,,\($0),PN7\n" }
        let reading = try Folder(["Reviews.csv": "CHILD,DOB,REVIEW,REVIEW_CODE\n" + rows.joined()]).read(year: 2050)
        #expect(reading.child("1")?.reviews.map(\.day) == days)
        #expect(reading.findings(.duplicateRows).count == 1)
        #expect(reading.rowsSetAside == 3000)
    }

    @Test func severalWorkersMayBeginOnOneDay() throws {
        let rows = (0..<100).map { "1,,W\($0),04/05/2017,,\n" }.joined()
        let reading = try Folder(["SWEpisodes.csv": "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n" + rows + rows]).read()
        #expect(reading.child("1")?.socialWorkers.count == 100)
        #expect(reading.rowsSetAside == 0)
    }
}
