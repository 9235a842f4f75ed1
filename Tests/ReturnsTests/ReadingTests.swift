import Casework
import Days
import Foundation
import Returns
import Testing

/// Returns as they really come, and files that are no returns at all.
struct ReadingTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("returns-\(UUID().uuidString)")

    private func read(_ files: [String: Data], year: Int = 2017, limits: ReadingLimits = ReadingLimits()) throws
        -> Return
    {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, data) in files { try data.write(to: folder.appendingPathComponent(name)) }
        let today = try #require(Day(2026, 11, 24))
        return try ReturnReader(year: CollectionYear(startingIn: year), importedOn: today, limits: limits).read([
            folder.path
        ])
    }

    private func read(_ files: [String: String], year: Int = 2017) throws -> Return {
        try read(files.mapValues { Data($0.utf8) }, year: year)
    }

    @Test func columnsComeInAnyOrderAndCaseAndDatesInTwoForms() throws {
        let reading = try read([
            "placed_for_adoption.csv":
                "date placed,Child,DATE_PLACED_CEASED,reason_placed_ceased,DOB\r\n2017-05-04,7,04/06/2017,rd1,01/01/2015\r\n"
        ])
        let child = try #require(reading.children.first)
        #expect(
            child.decisions == [
                ReportedDecision(decided: try #require(Day(2017, 5, 4)), ceased: Day(2017, 6, 4), reason: "RD1")
            ])
        #expect(child.birthDates == [Day(2015, 1, 1)])
    }

    @Test func aByteOrderMarkBlankLinesAndQuotedNewlinesAreRead() throws {
        let reading = try read([
            "Reviews.csv": "\u{FEFF}CHILD,DOB,REVIEW,REVIEW_CODE\n\n,,,\n\"9\n\",01/01/2010,\"03/04/2017\",PN1\n"
        ])
        #expect(reading.children.map(\.ssda903) == ["9"])
        #expect(reading.children.first?.reviews.count == 1)
    }

    @Test func windows1252IsReadAsItWasMeant() throws {
        let data =
            Data("CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n4,01/01/2010,Zo".utf8) + [0xEB]
            + Data(",04/04/2017,,\n".utf8)
        #expect(try read(["sw_episodes.csv": data]).children.first?.socialWorkers.first?.worker == "Zoë")
    }

    @Test func aRowWithoutItsDayIsSetAsideWholeAndTheRestIsUsed() throws {
        let reading = try read([
            "Reviews.csv": "CHILD,DOB,REVIEW,REVIEW_CODE\n1,01/01/2010,30/02/2017,PN1\n1,01/01/2010,01/03/2018,PN2\n"
        ])
        #expect(reading.rowsRead == 2)
        #expect(reading.rowsSetAside == 1)
        let finding = try #require(reading.findings.first { $0.kind == .rowSetAside })
        #expect(finding.line == 2)
        #expect(finding.column == "REVIEW")
        #expect(finding.value == "30/02/2017")
        #expect(reading.children.first?.setAside.first?.cells.contains("REVIEW=30/02/2017") == true)
        #expect(reading.children.first?.reviews.count == 1)
    }

    @Test func aCodeOfAnotherYearIsKeptWithAFinding() throws {
        let episodes =
            "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n1,04/05/2017,S,C1,N1,K3,PR1,,,,SV1 2AB,,\n"
        let old = try read(["episodes.csv": episodes])
        #expect(old.children.first?.episodes.first?.episode.placement == "K3")
        #expect(old.findings.contains { $0.kind == .codeNotKnown && $0.column == "PLACE" && $0.line == 2 })
        let new = try read(["episodes.csv": episodes.replacing("2017", with: "2025")], year: 2025)
        #expect(!new.findings.contains { $0.kind == .codeNotKnown })
        #expect(new.children.first?.episodes.first?.episode.homePostcode == "SV12AB")
    }

    @Test func rowsAlikeAreReadOnceAndRowsThatDifferAreSetAside() throws {
        let reading = try read([
            "Reviews.csv": "CHILD,DOB,REVIEW,REVIEW_CODE\n1,,01/03/2018,PN1\n1,,01/03/2018,PN1\n1,,01/03/2018,PN7\n"
        ])
        #expect(reading.children.first?.reviews == [Review(day: try #require(Day(2018, 3, 1)), participation: "PN1")])
        #expect(reading.findings.contains { $0.kind == .duplicateRows })
        #expect(reading.rowsSetAside == 1)
    }

    @Test func aFactThatLiesAheadIsSetAsideUnlessItMay() throws {
        let reading = try read([
            "Reviews.csv": "CHILD,DOB,REVIEW,REVIEW_CODE\n1,,01/03/2027,PN1\n1,,01/08/2019,PN1\n",
            "uasc.csv": "CHILD,SEX,DOB,DUC\n1,1,01/01/2010,01/01/2028\n",
        ])
        #expect(reading.children.first?.reviews.map { Optional($0.day) } == [Day(2019, 8, 1)])
        #expect(reading.children.first?.unaccompanied?.until == Day(2028, 1, 1))
    }

    @Test func aFileThatIsNoTableIsNamedAsIgnored() throws {
        let reading = try read(["Header.csv": "CHILD,SEX,DOB\n1,1,01/01/2010\n", "notes.txt": "hello"])
        #expect(reading.ignored == ["notes.txt"])
        #expect(reading.findings.contains { $0.kind == .columnMissing && $0.column == "ETHNIC" })
    }

    @Test(arguments: [
        ("Header.csv", Data("CHILD,SEX\n1,\"never closed".utf8), "never ends"),
        ("Header.csv", Data("CHILD,SEX\n1,".utf8) + Data(repeating: 65, count: 70_000), "longer than"),
        ("Header.csv", Data("CHILD,SEX\n1,\0\n".utf8), "NUL"),
        ("Header.csv", Data([0xFF, 0xFE, 67, 0]), "UTF-16"),
        ("Header.csv", Data("SEX,DOB\n1,01/01/2010\n".utf8), "no CHILD"),
        ("Header.csv", Data(), "no table"),
        ("Header.csv", Data("<!DOCTYPE a [<!ENTITY b \"c\">]><EXPSSDA903/>".utf8), "document type"),
        ("Header.csv", Data("<EXPSSDA903><CHILD>".utf8), "line"),
        ("notes.txt", Data("hello".utf8), "no table"),
    ])
    func aHostileFileIsRefusedWithASentence(_ name: String, _ data: Data, _ word: String) throws {
        let error = #expect(throws: ReturnError.self) { try read([name: data]) }
        #expect(error?.description.contains(word) == true, "\(error?.description ?? "")")
    }
}
