import Casework
import Days
import Returns
import Testing

/// How an episode ends, where the return does not say it in so many words.
struct EndTests {
    private func read(_ rows: String...) throws -> Return {
        try Folder([
            "Episodes.csv":
                "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
                + rows.joined(separator: "\n")
        ]).read()
    }

    @Test func anEndThatIsNoDayLeavesTheEpisodeOpenAndSaysSo() throws {
        let reading = try read("1,30/11/2017,S,V2,N5,H5,PR4,31/04/2018,E4A,,,,")
        let episode = try #require(reading.child("1")?.episodes.first)
        #expect(episode.episode.legalStatus == "V2")
        #expect(episode.end == nil)
        let finding = try #require(reading.findings(.cellSetAside).first)
        #expect((finding.line, finding.column, finding.value) == (2, "DEC", "31/04/2018"))
        #expect(finding.message.contains("not ended"))
        #expect(reading.child("1")?.setAside.first?.cells.contains("REC=E4A") == true)
    }

    @Test(arguments: [(",E4A,", "REC"), (",,CREQB", "REASON_PLACE_CHANGE")])
    func aReasonWithoutADayIsReported(_ end: String, _ column: String) throws {
        let reading = try read("1,30/11/2017,S,V2,N5,U6,PR4,\(end),,,")
        #expect(reading.child("1")?.episodes.first?.end == nil)
        #expect(reading.findings(.cellSetAside).map(\.column) == [column])
    }

    @Test func careContinuedWithoutADayIsAnEpisodeThatGoesOn() throws {
        #expect(try read("1,30/11/2017,S,V2,N5,U6,PR4,,X1,,,,").findings(.cellSetAside).isEmpty)
    }

    @Test func anEpisodeThatNeverEndedBesideOneThatDidIsPointedOut() throws {
        let reading = try read(
            "1,01/05/2017,S,C2,N1,U6,PR1,,,,,,", "1,01/06/2017,P,C2,N1,U6,PR1,01/08/2017,E4A,,,,",
            "2,01/05/2017,S,C2,N1,U6,PR1,01/06/2017,X1,,,,", "2,01/06/2017,P,C2,N1,U6,PR1,,,,,,")
        let finding = try #require(reading.findings(.neverEnded).first)
        #expect(reading.findings(.neverEnded).count == 1)
        #expect((finding.line, finding.column, finding.child) == (2, "DEC", "1"))
        #expect(finding.message.contains("1 June 2017"))
    }

    @Test func anEndBeforeItsStartOrAheadIsSetAside() throws {
        let reading = try read(
            "1,06/06/2017,S,V2,N4,U6,PR1,01/06/2017,E4A,,,,", "2,06/06/2017,S,V2,N4,U6,PR1,01/06/2030,E4A,,,,")
        #expect(reading.children.compactMap(\.episodes.first?.end).isEmpty)
        #expect(reading.findings(.cellSetAside).map(\.line) == [2, 3])
    }
}
