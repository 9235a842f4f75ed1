import Casework
import Days
import Foundation
import Returns
import Testing

/// What `Tests/Fixtures/messy-2017-18/README.md` says a reader should make of each oddity, line by line.
struct MessyReturnTests {
    private let reading: Return

    init() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/messy-2017-18").path
        reading = try ReturnReader(year: CollectionYear(startingIn: 2017), importedOn: Folder.today).read([path])
    }

    @Test func tablesThatAreThereAreReadAndTheRestIsAbsent() {
        #expect(reading.ignored.contains("notes.txt"))
        #expect(!reading.tables.contains(.unaccompanied))
        #expect(reading.tables.contains(.leavingCare))
        #expect(!reading.tables.contains(.socialWorkers))
    }

    @Test(arguments: [
        ("header.csv", 4, "DOB", Finding.Kind.cellSetAside), ("header.csv", 5, "ETHNIC", .codeNotKnown),
        ("header.csv", 9, "CHILD", .duplicateRows), ("header.csv", 11, "DOB", .birthDateDiffers),
        ("header.csv", 12, "SEX", .codeNotKnown),
        ("header.csv", 14, "CHILD", .rowSetAside), ("header.csv", 15, "ETHNIC", .cellSetAside),
        ("EPISODES.CSV", 1, "NOTES", .columnNotKnown), ("EPISODES.CSV", 9, "DEC", .cellSetAside),
        ("EPISODES.CSV", 10, "DEC", .cellSetAside), ("EPISODES.CSV", 11, "PLACE", .codeNotKnown),
        ("EPISODES.CSV", 13, "CHILD", .duplicateRows), ("EPISODES.CSV", 14, "DECOM", .rowSetAside),
        ("EPISODES.CSV", 15, "DECOM", .beforeBirth), ("EPISODES.CSV", 19, "DECOM", .rowSetAside),
        ("EPISODES.CSV", 20, "DECOM", .rowSetAside), ("reviews.csv", 4, "CHILD", .duplicateRows),
        ("reviews.csv", 5, "REVIEW_CODE", .codeNotKnown), ("reviews.csv", 6, "REVIEW", .rowSetAside),
        ("reviews.csv", 7, "DOB", .cellSetAside), ("reviews.csv", 8, "REVIEW", .rowSetAside),
        ("reviews.csv", 10, "REVIEW", .rowSetAside), ("reviews.csv", 11, "CHILD", .noEpisode),
        ("reviews.csv", 12, "REVIEW", .rowSetAside), ("missing.csv", 3, "MIS_END", .cellSetAside),
        ("missing.csv", 5, "MISSING", .codeNotKnown), ("missing.csv", 6, "MISSING", .cellMissing),
        ("placed_for_adoption.csv", 3, "REASON_PLACED_CEASED", .codeNotKnown),
        ("Previous Permanence.csv", 2, "DATE_PERM", .cellSetAside), ("oc2.csv", 3, "SDQ_SCORE", .cellSetAside),
        ("oc2.csv", 3, "HEALTH_ASSESSMENT", .cellSetAside), ("oc2.csv", 4, "CHILD", .rowSetAside),
    ])
    func eachOddityIsReportedWhereItStands(_ file: String, _ line: Int, _ column: String, _ kind: Finding.Kind) {
        let found = reading.findings.filter { $0.file == file && $0.line == line && $0.column == column }
        #expect(found.map(\.kind) == [kind])
    }

    @Test func nothingElseIsReported() {
        let other = Set(reading.findings.map(\.kind)).subtracting([.fileIgnored, .columnMissing])
        #expect(reading.findings.count { other.contains($0.kind) } == 32)
    }

    @Test func whatCanBeUsedIs() throws {
        #expect(reading.child("800004")?.episodes.first?.episode.legalStatus == "C2")
        #expect(reading.child("800005")?.episodes.first?.end == nil)
        #expect(reading.child("800003")?.reviews.map(\.day) == [try #require(Day(2018, 1, 4))])
        #expect(reading.child("800009")?.episodes.first?.episode.homePostcode == "SV29DE")
        #expect(reading.child("800009")?.details?.birthDate == Day(2012, 4, 2))
        #expect(reading.child("800010")?.birthDates == [try #require(Day(2007, 3, 3))])
        #expect(reading.child("800007")?.details != nil)
        #expect(reading.child("800006")?.episodes.last?.episode.placement == "Q9")
    }

    @Test func everyFindingSaysWhatIsWrongAndHowToMendIt() {
        for finding in reading.findings {
            #expect(!finding.message.isEmpty && !finding.message.hasSuffix("."))
            #expect(finding.message.split(whereSeparator: \.isNewline).count == 1)
            #expect(finding.remedy.hasSuffix("."))
            #expect(!finding.file.isEmpty && finding.year == reading.year)
        }
    }
}
