import Casework
import Days
import JournalStore
import Returns
import TestSupport
import Testing

@testable import Service

/// What taking a return in does, once, twice and corrected.
struct ImportTests {
    private let header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,2,01/06/2012,WBRI,UN1,,\n"
    private func episodes(_ end: String) -> String {
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n1,04/05/2025,S,C1,N1,U6,PR1,\(end),,,\n"
    }
    private let march = Day(2026, 3, 31) ?? Day(ordinal: 0)

    private func child(_ test: TestJournal, through: EventID? = nil) async throws -> ChildAsAt {
        let authority = try await test.journal.authority(through: through)
        return ChildAsAt(try #require(authority.child(ssda903: "1")), march)
    }

    @Test func theSameReturnAgainAppendsNothing() async throws {
        let test = try TestJournal()
        let path = try test.tables(["Header.csv": header, "Episodes.csv": episodes(",,")])
        #expect(try await test.take([path], 2025).eventsAppended == 4)
        #expect(try await test.take([path], 2025).eventsAppended == 0)
        #expect(try await test.journal.verify(head: nil).isSound)
    }

    @Test func anEndFilledInLaterIsAnEndAndNoCorrection() async throws {
        let test = try TestJournal()
        _ = try await test.take([try test.tables(["Header.csv": header, "Episodes.csv": episodes(",,")])], 2025)
        let later = try await test.take(
            [try test.tables(["Header.csv": header, "Episodes.csv": episodes("09/09/2025,E4A,")])], 2025)
        #expect(later.corrections == 0)
        #expect(later.eventsAppended == 2)
        #expect(try await child(test).periods.first?.end == Day(2025, 9, 9))
    }

    @Test func whatAReturnTookBackIsStillKnownAsItWasKnownThen() async throws {
        let test = try TestJournal()
        _ = try await test.take(
            [try test.tables(["Header.csv": header, "Episodes.csv": episodes("09/09/2025,E4A,")])], 2025)
        let then = try await test.journal.head().last
        let corrected = try await test.take(
            [try test.tables(["Header.csv": header, "Episodes.csv": episodes(",,").replacing("C1", with: "C2")])], 2025)
        #expect(corrected.corrections == 2)
        let now = try await child(test)
        #expect(now.isLookedAfter)
        #expect(now.legalStatus == .careOrder)
        let known = try await child(test, through: then)
        #expect(!known.isLookedAfter)
        #expect(known.periods.first?.ending == "E4A")
    }

    @Test func oneBirthDateThatDiffersIsKeptBesideTheOther() async throws {
        let test = try TestJournal()
        _ = try await test.take([try test.tables(["Header.csv": header, "Episodes.csv": episodes(",,")])], 2025)
        let other = header.replacing("01/06/2012", with: "01/07/2012")
        _ = try await test.take([try test.tables(["Header.csv": other, "Episodes.csv": episodes(",,")])], 2025)
        let child = try await child(test)
        #expect(child.record.identity.birthDates == [Day(2012, 6, 1), Day(2012, 7, 1)])
        #expect(child.age(on: Day(2026, 6, 15) ?? march) == nil)
    }

    @Test func aNumberThatNowMeansSomebodyElseIsSetAside() async throws {
        let test = try TestJournal()
        _ = try await test.take([try test.tables(["Header.csv": header, "Episodes.csv": episodes(",,")])], 2025)
        let other = header.replacing("1,2,01/06/2012", with: "1,1,01/07/2009")
        let outcome = try await test.take(
            [try test.tables(["Header.csv": other, "Episodes.csv": episodes("09/09/2025,E4A,")])], 2025)
        #expect(outcome.rowsSetAside == 2)
        let child = try await child(test)
        #expect(child.record.identity.birthDates == [Day(2012, 6, 1)])
        #expect(child.isLookedAfter)
    }

    @Test func aRefusedReturnLeavesNothingBehind() async throws {
        let test = try TestJournal()
        let path = try test.tables(["Header.csv": header, "Episodes.csv": "CHILD,DECOM\n1,\"never closed"])
        await #expect(throws: ReturnError.self) { try await test.take([path], 2025) }
        #expect(try await test.journal.head().seq == 0)
    }

    /// Folding as events come gives what folding from nothing gives, corrections and all.
    @Test func theFoldInStepsIsTheFoldAtOnce() async throws {
        let test = try TestJournal()
        var stepped = Authority()
        for end in [",,", "09/09/2025,E4A,", "10/09/2025,E4B,", ",,"] {
            _ = try await test.take([try test.tables(["Header.csv": header, "Episodes.csv": episodes(end)])], 2025)
            stepped = try await test.journal.authority(from: stepped)
            let whole = try await test.journal.authority()
            #expect(stepped.child(ssda903: "1") == whole.child(ssda903: "1"))
            #expect(stepped.head == whole.head)
        }
    }
}

/// The real, messy return that the validator project made up.
@Suite(.enabled(if: Shared.isWanted, Shared.reason)) struct PeerSampleTests {
    private let march = Day(2018, 3, 31) ?? Day(ordinal: 0)

    @Test func everyChildWithAnOpenEpisodeIsLookedAfter() async throws {
        let test = try TestJournal()
        let outcome = try await test.take([Shared.returns("peer-sample")], 2017)
        let authority = try await test.journal.authority()
        #expect(authority.children.values.count { ChildAsAt($0, march).isLookedAfter } == 1419)
        #expect(outcome.rowsSetAside == outcome.findings.count { $0.kind == .rowSetAside })
        #expect(try await test.take([Shared.returns("peer-sample")], 2017).eventsAppended == 0)
        #expect(try await test.journal.verify(head: nil).isSound)
    }

    @Test func theXMLHolds253Children() async throws {
        let test = try TestJournal()
        let outcome = try await test.take([Shared.returns("peer-sample/fake_903.xml")], 2017)
        #expect(outcome.children == 253)
        let children = try await test.journal.authority().children.values
        #expect(children.reduce(0) { $0 + $1.adoptionDecisions.count } == 3)
        #expect(children.reduce(0) { $0 + $1.adoptionMatches.count } == 3)
        #expect(children.reduce(0) { $0 + $1.leavingCareContacts.count } == 6)
        #expect(try await test.take([Shared.returns("peer-sample/fake_903.xml")], 2017).eventsAppended == 0)
    }
}
