import Casework
import Days
import Returns
import Testing

/// The DfE's XML, alone and in company.
struct XMLTests {
    private let xml = """
        <?xml version="1.0"?>
        <EXPSSDA903><CHILD><HEADER><CHILDID>1</CHILDID><SEX>2</SEX><DOB>01/06/2012</DOB><UASC>1</UASC><COLOUR>red</COLOUR>
        <AREVIEW><REVIEW>01/03/2018</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW></HEADER>
        <EPISODE><DECOM>04/05/2017</DECOM><RNE>S</RNE><LS>C2</LS><PL>U6</PL></EPISODE></CHILD></EXPSSDA903>
        """
    private let workers = "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n1,01/06/2012,W1,04/05/2017,,\n"

    @Test func theXMLInAFolderIsReadAsTheReturn() throws {
        let reading = try Folder(["return.xml": xml]).read()
        let child = try #require(reading.child("1"))
        #expect(child.episodes.first?.episode.placement == "U6")
        #expect(child.reviews.count == 1)
        #expect(child.unaccompanied == ReportedUnaccompanied(until: nil))
        #expect(reading.findings(.columnNotKnown).map(\.column) == ["COLOUR"])
    }

    @Test func tablesBesideItThatItDoesNotHoldAreReadToo() throws {
        let reading = try Folder(["return.xml": xml, "SWEpisodes.csv": workers]).read()
        #expect(reading.child("1")?.episodes.count == 1)
        #expect(reading.child("1")?.socialWorkers.count == 1)
    }

    @Test func itIsLeftAloneBesideATableOfTheSameName() throws {
        let reading = try Folder([
            "return.xml": xml, "Reviews.csv": "CHILD,DOB,REVIEW,REVIEW_CODE\n2,,01/03/2018,PN1\n",
        ]).read()
        #expect(reading.children.map(\.ssda903) == ["2"])
        #expect(reading.ignored == ["return.xml"])
        #expect(reading.findings(.fileIgnored).first?.message.contains("other files") == true)
    }

    @Test func anotherXMLIsNamedAsIgnored() throws {
        let reading = try Folder(["settings.xml": "<!-- a --><settings/>", "SWEpisodes.csv": workers]).read()
        #expect(reading.findings(.fileIgnored).first?.message.contains("not the DfE’s") == true)
    }

    @Test func itsRowsAreCountedWithinTheirTable() throws {
        let reading = try Folder(["return.xml": xml.replacing("04/05/2017", with: "soon")]).read("return.xml")
        let finding = try #require(reading.findings(.rowSetAside).first)
        #expect((finding.table, finding.line, finding.column) == ("Episodes", 1, "DECOM"))
    }
}
