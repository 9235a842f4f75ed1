import Casework
import Days
import Foundation
import Testing

@testable import Service

/// A return of a year that is held already: what of it the new version no longer says is told before anything is written.
struct ImportLossesTests {
    private func header(_ children: [Int]) -> String {
        "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n" + children.map { "\($0),2,01/06/2012,WBRI,UN1,,\n" }.joined()
    }
    private func episodes(_ children: [Int], end: String = ",,", year: Int = 2025) -> String {
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
            + children.map { "\($0),04/05/\(year),S,C1,N1,U6,PR1,\(end),,,\n" }.joined()
    }
    private func reviews(_ days: [(Int, String)]) -> String {
        "CHILD,DOB,REVIEW,REVIEW_CODE\n" + days.map { "\($0),01/06/2012,\($1),PN1\n" }.joined()
    }
    private func outcomes(_ score: String) -> String {
        "CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED\n"
            + "1,01/06/2012,\(score),,0,,1,1,1,0,,\n"
    }

    /// What a rehearsal says, and then what the import itself says, which must agree.
    private func losses(_ test: TestJournal, _ tables: [String: String], _ year: Int = 2025) async throws
        -> ImportReturn.Losses?
    {
        let path = try test.tables(tables)
        let before = try await test.journal.head()
        var request = ImportReturn(paths: [path], year: CollectionYear(startingIn: year))
        request.isRehearsal = true
        let said = try await request.run(
            into: test.journal, command: .new, by: Actor("test"), at: Instant(secondsSince1970: 1_765_000_000),
            today: Day(2026, 11, 24) ?? Day(ordinal: 0))
        #expect(try await test.journal.head() == before, "a rehearsal writes nothing")
        let done = try await test.take([path], year)
        #expect(done.losses == said.losses && done.eventsAppended == said.eventsAppended)
        return said.losses
    }

    @Test func aYearThatIsNotHeldLosesNothingAndSaysSo() async throws {
        let test = try TestJournal()
        #expect(try await losses(test, ["Header.csv": header([1]), "Episodes.csv": episodes([1])]) == nil)
    }

    @Test func theSameReturnAgainLosesNothing() async throws {
        let test = try TestJournal()
        let tables = ["Header.csv": header([1]), "Episodes.csv": episodes([1])]
        _ = try await losses(test, tables)
        let again = try #require(try await losses(test, tables))
        #expect(again.children.isEmpty && again.facts == 0 && again.gone == 0)
        #expect(again.sentence() == "No child would lose anything that is held of the year.")
    }

    @Test func eachFactThatIsNoLongerSaidIsCountedForItsChild() async throws {
        let test = try TestJournal()
        _ = try await losses(
            test,
            [
                "Header.csv": header([1, 2, 10, 9]), "Episodes.csv": episodes([1, 2, 10, 9], end: "09/09/2025,E4A,"),
                "Reviews.csv": reviews([(1, "01/06/2025"), (1, "01/08/2025"), (2, "01/06/2025")]),
                "OC2.csv": outcomes("12"),
            ])
        // Child 1: two reviews and a score; 2: nothing, its review moved from one day to another; 10: gone; 9: as it was.
        let lost = try #require(
            try await losses(
                test,
                [
                    "Header.csv": header([1, 2, 9]), "Episodes.csv": episodes([1, 2, 9], end: "09/09/2025,E4A,"),
                    "Reviews.csv": reviews([(2, "02/06/2025")]), "OC2.csv": outcomes(""),
                ]))
        #expect(lost.children == ["1", "2", "10"])
        #expect(lost.facts == 3 + 1 + 2 && lost.gone == 1)
        #expect(
            lost.sentence()
                == "3 children would lose 6 facts that this version no longer has; 1 of them is gone from it.")
    }

    @Test func anAbsentTableLosesNothing() async throws {
        let test = try TestJournal()
        _ = try await losses(
            test,
            [
                "Header.csv": header([1]), "Episodes.csv": episodes([1]), "Reviews.csv": reviews([(1, "01/06/2025")]),
            ])
        let lost = try await losses(test, ["Header.csv": header([1]), "Episodes.csv": episodes([1])])
        #expect(lost?.facts == 0)
    }

    @Test func aChildOfTheYearBeforeWhoIsGoneFromANewerVersionLosesThisYearsFactsOnly() async throws {
        let test = try TestJournal()
        _ = try await losses(
            test, ["Header.csv": header([1, 2]), "Episodes.csv": episodes([1, 2], year: 2024)], 2024)
        let held = ["Header.csv": header([1, 2]), "Episodes.csv": episodes([1, 2], year: 2024)]
        _ = try await losses(
            test, held.merging(["Reviews.csv": reviews([(1, "01/06/2025"), (2, "01/06/2025")])]) { $1 })
        let lost = try #require(
            try await losses(
                test,
                [
                    "Header.csv": header([1]), "Episodes.csv": episodes([1], year: 2024),
                    "Reviews.csv": reviews([(1, "01/06/2025")]),
                ]))
        #expect(lost.children == ["2"] && lost.facts == 1 && lost.gone == 1)
        let record = try #require(try await test.journal.authority(through: nil).child(ssda903: "2"))
        #expect(record.reviews.isEmpty && record.episodes.count == 1, "the year before still says the episode")
    }

    @Test func whatAnOlderVersionOfTheServiceKeptIsStillRead() throws {
        let kept = """
            {"children":1,"rowsRead":2,"rowsSetAside":0,"eventsAppended":4,"corrections":0,"horizon":"2026-03-31",
             "files":["Header.csv"],"ignored":[],"findings":[],"disagreements":[]}
            """
        let report = try JSONDecoder().decode(ReturnReport.self, from: Data(kept.utf8))
        #expect(report.losses == nil && report.children == 1)
    }

    @Test func aDryRunWritesNothingAndSaysWhatItWouldLose() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("throughline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ name: String, _ tables: [String: String]) throws -> String {
            let place = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for (file, text) in tables { try Data(text.utf8).write(to: place.appendingPathComponent(file)) }
            return place.path
        }
        let data = folder.appendingPathComponent("data").path
        func run(_ path: String, _ more: String...) throws -> String {
            let answer = try Program.run(["import", "ssda903", path, "--year", "2025-26", "--data", data] + more)
            #expect(answer.status == 0, "\(answer.error)")
            return answer.out
        }
        let two = try write("two", ["Header.csv": header([1, 2]), "Episodes.csv": episodes([1, 2])])
        let one = try write("one", ["Header.csv": header([1]), "Episodes.csv": episodes([1])])
        #expect(try run(two, "--dry-run").contains("7 events would be appended"))
        #expect(!FileManager.default.fileExists(atPath: data), "nothing is left behind")
        _ = try run(two)
        let told = "1 child would lose 1 fact that this version no longer has; 1 of them is gone from it."
        #expect(try run(one, "--dry-run").contains(told))
        let json = try run(one, "--dry-run", "--format", "json")
        #expect(json.contains("\"losses\"") && json.contains("\"gone\" : 1") || json.contains("\"gone\":1"))
        #expect(try run(one).contains("1 child lost 1 fact"))
    }
}
