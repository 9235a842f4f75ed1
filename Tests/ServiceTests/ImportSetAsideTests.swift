import Casework
import Days
import JournalStore
import Returns
import Testing

@testable import Service

/// Rows that could not be used: listed, mended by a later return, or read once more.
struct ImportSetAsideTests {
    private let header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,2,01/06/2012,WBRI,UN1,,\n"
    private func reviews(_ rows: String...) -> String {
        "CHILD,DOB,REVIEW,REVIEW_CODE\n" + rows.joined(separator: "\n") + "\n"
    }

    private func rows(_ test: TestJournal, _ asked: RowsSetAside = RowsSetAside()) async throws -> [RowSetAside] {
        try await asked.rows(of: try await test.journal.authority(), in: test.journal)
    }

    @Test func rowsSetAsideAreListedWithTheirCellsAndWhy() async throws {
        let test = try TestJournal()
        let path = try test.tables([
            "Header.csv": header, "Reviews.csv": reviews("1,,soon,PN1", ",,01/03/2026,PN1"),
        ])
        #expect(try await test.take([path], 2025).rowsSetAside == 2)
        let listed = try await rows(test)
        #expect(listed.map(\.ssda903) == ["1", nil])
        #expect(listed.first?.row.why == "soon is not a day")
        #expect(listed.first?.row.columns.map(\.value) == ["1", "soon", "PN1"])
        #expect(try await rows(test, RowsSetAside(child: "1")).count == 1)
        #expect(try await rows(test, RowsSetAside(year: CollectionYear(startingIn: 2024))).isEmpty)
        #expect(try await rows(test, RowsSetAside(table: .header)).isEmpty)
    }

    @Test func rowsMendedInALaterReturnLeaveTheList() async throws {
        let test = try TestJournal()
        let bad = reviews("1,,soon,PN1", ",,01/03/2026,PN1")
        _ = try await test.take([try test.tables(["Header.csv": header, "Reviews.csv": bad])], 2025)
        let good = reviews("1,,01/02/2026,PN1", "1,,01/03/2026,PN1")
        let outcome = try await test.take([try test.tables(["Header.csv": header, "Reviews.csv": good])], 2025)
        #expect(outcome.corrections == 2)
        #expect(try await rows(test).isEmpty)
        #expect(try await test.journal.authority().child(ssda903: "1")?.reviews.count == 2)
        #expect(try await test.journal.verify(head: nil).isSound)
    }

    @Test func rowsOfATableThatALaterReturnLacksStayOnTheList() async throws {
        let test = try TestJournal()
        let bad = reviews("1,,soon,PN1", ",,01/03/2026,PN1")
        _ = try await test.take([try test.tables(["Header.csv": header, "Reviews.csv": bad])], 2025)
        _ = try await test.take([try test.tables(["Header.csv": header + "2,1,01/01/2010,WBRI,,,\n"])], 2025)
        #expect(try await rows(test).count == 2)
    }

    private func retry(_ test: TestJournal, on day: Day) async throws -> RetryRowsSetAside.Outcome {
        try await RetryRowsSetAside(RowsSetAside()).run(
            in: test.journal, command: CommandID(high: 2, low: .random(in: 0 ... .max)), by: Actor("test"),
            at: Instant(secondsSince1970: 1_900_000_000), today: day)
    }

    @Test func aDayThatLayAheadIsTakenInOnceItHasCome() async throws {
        let test = try TestJournal()
        let ahead = reviews("1,,01/03/2027,PN1", "1,,01/03/2027,PN7", "1,,soon,PN1")
        _ = try await test.take([try test.tables(["Header.csv": header, "Reviews.csv": ahead])], 2025)
        let early = try await retry(test, on: try #require(Day(2027, 2, 28)))
        #expect((early.tried, early.used, early.eventsAppended) == (3, 0, 0))
        let later = try await retry(test, on: try #require(Day(2027, 3, 1)))
        #expect((later.tried, later.used, later.eventsAppended) == (3, 1, 2), "the second code contradicts the first")
        let record = try #require(try await test.journal.authority().child(ssda903: "1"))
        #expect(record.reviews.map(\.review.participation) == ["PN1"])
        #expect(try await rows(test).count == 2)
        #expect(try await retry(test, on: try #require(Day(2027, 3, 2))).eventsAppended == 0)
    }

    @Test func aRetryNeverChangesWhoAChildIs() async throws {
        let test = try TestJournal()
        let two = header + "1,2,01/06/2012,BCRB,UN1,,\n"
        _ = try await test.take([try test.tables(["Header.csv": two])], 2025)
        let outcome = try await retry(test, on: try #require(Day(2027, 3, 1)))
        #expect((outcome.tried, outcome.used) == (1, 0))
        let record = try await test.journal.authority().child(ssda903: "1")
        #expect(record?.identity.details.ethnicity == "WBRI")
    }

    @Test func everyRowOfSomebodyElseIsReportedWhereItStands() async throws {
        let test = try TestJournal()
        _ = try await test.take([try test.tables(["Header.csv": header])], 2025)
        let other = header.replacing("1,2,01/06/2012", with: "1,1,01/07/2009")
        let path = try test.tables(["Header.csv": other, "Reviews.csv": reviews("1,01/07/2009,01/03/2026,PN1")])
        let outcome = try await test.take([path], 2025)
        #expect(outcome.rowsSetAside == 2)
        #expect(outcome.findings.filter { $0.kind == .rowSetAside }.map(\.file) == ["Header.csv", "Reviews.csv"])
        #expect(try await test.journal.authority().child(ssda903: "1")?.reviews.isEmpty == true)
        #expect(try await rows(test).map(\.ssda903) == ["1", "1"])
        let again = try await test.take([path], 2025)
        #expect((again.rowsSetAside, again.eventsAppended) == (2, 0))
        #expect(try await retry(test, on: try #require(Day(2027, 3, 1))).used == 0)
    }

    @Test func manyRowsForOneChildAreComparedOneByOne() async throws {
        let test = try TestJournal()
        let days = (0..<5000).map { Day(ordinal: 10_000 + $0) }
        let all = days.map { "1,,\($0),PN1" }.joined(separator: "\n")
        _ = try await test.take([try test.tables(["Reviews.csv": reviews(all)])], 2025)
        let fewer = days.dropFirst(10).map { "1,,\($0),PN1" }.joined(separator: "\n")
        let outcome = try await test.take([try test.tables(["Reviews.csv": reviews(fewer)])], 2025)
        #expect(outcome.corrections == 10)
        #expect(try await test.journal.authority().child(ssda903: "1")?.reviews.count == 4990)
    }
}
