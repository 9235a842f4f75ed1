import Casework
import Days
import Foundation
import JournalStore
import Testing

@testable import Service

struct ImportNamesTests {
    /// A journal that knows the children 1, 2 and 3 from a return.
    private func journal() async throws -> TestJournal {
        let test = try TestJournal()
        let tables = try test.tables([
            "Header.csv": """
            CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
            1,F,01/02/2012,WBRI,UN1,0,
            2,M,01/03/2013,WBRI,UN1,,
            3,M,01/04/2014,WBRI,UN1,,
            """,
            "Episodes.csv": """
            CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
            1,01/05/2025,S,V2,N1,U6,PR1,,,,SV1 1AA,SV1 1AB,
            2,01/05/2025,S,V2,N1,U6,PR1,,,,SV1 1AA,SV1 1AB,
            3,01/05/2025,S,V2,N1,U6,PR1,,,,SV1 1AA,SV1 1AB,
            """,
        ])
        _ = try await test.take([tables], 2025)
        return test
    }

    private func take(_ text: String, _ test: TestJournal, sent: UInt64 = 1) async throws -> ImportNames.Outcome {
        let folder = try test.tables(["names.csv": text])
        return try await ImportNames(files: [folder + "/names.csv"]).run(
            into: test.journal, command: CommandID(high: 2, low: sent), by: Actor("test"),
            at: Instant(secondsSince1970: 1_764_100_000))
    }

    private func identity(_ number: String, _ test: TestJournal) async throws -> Identity {
        try #require(try await test.journal.authority().child(ssda903: number)).identity
    }

    @Test func columnsMayStandInAnyOrder() async throws {
        let test = try await journal()
        let outcome = try await take(
            "Former_Names,family_name,SSDA903_ID,known_as,given_names\nEve Wickdale; Eve Marl,Example,1,Evie,Eve  Mae\n",
            test)
        #expect(outcome.problems.isEmpty)
        #expect(outcome.children == 1)
        let names = try await identity("1", test).names
        #expect(names.current == ChildName(given: "Eve Mae", family: "Example", knownAs: "Evie"))
        #expect(names.former == ["Eve Wickdale", "Eve Marl"])
    }

    @Test func theSameFileAgainAppendsNothing() async throws {
        let test = try await journal()
        let file =
            "ssda903_id,given_names,family_name,known_as,former_names\n1,Eve,Example,,Eve Marl\n2,Bob,Example,Bobby,\n"
        #expect(try await take(file, test).eventsAppended == 3)
        #expect(try await take(file, test, sent: 2).eventsAppended == 0)
    }

    @Test func aChangedNameKeepsTheOldAsFormerAndAColumnLeftOutChangesNothing() async throws {
        let test = try await journal()
        _ = try await take("ssda903_id,given_names,family_name,known_as\n1,Eve,Example,Evie\n", test)
        let outcome = try await take("ssda903_id,given_names,family_name\n1,Eve,Thornmere\n", test, sent: 2)
        #expect(outcome.eventsAppended == 1)
        let names = try await identity("1", test).names
        #expect(names.current == ChildName(given: "Eve", family: "Thornmere", knownAs: "Evie"))
        #expect(names.former == ["Eve Example"])
    }

    @Test func aRowThatCannotBeUsedIsSetAsideWithWhereWhatAndHow() async throws {
        let test = try await journal()
        let long = String(repeating: "x", count: 91)
        let outcome = try await take(
            "ssda903_id,given_names,family_name\n1,Eve,Example\n9,No,Body\n,No,Number\n2,,\n3,\(long),Example\n1,Ann,Other\n",
            test)
        #expect(outcome.children == 1 && outcome.eventsAppended == 1)
        #expect(outcome.problems.map(\.line) == [3, 4, 5, 6, 7])
        for problem in outcome.problems {
            #expect(problem.file.hasSuffix("names.csv") && !problem.message.isEmpty && !problem.remedy.isEmpty)
            #expect(!problem.sentence.contains("Ann") && !problem.sentence.contains("Example"), "no name in a report")
        }
        #expect(try await identity("1", test).name == "Eve Example")
        #expect(try await identity("3", test).name == nil)
    }

    @Test(arguments: ["", "a,b\n1,2\n", "ssda903_id,given_names\n1,\"never ends\n"])
    func aFileThatIsNoNamesFileIsRefusedWhole(_ text: String) async throws {
        let test = try await journal()
        let before = try await test.journal.authority().head
        await #expect(throws: ServiceError.self) { try await take(text, test) }
        #expect(try await test.journal.authority().head == before)
    }

    @Test func whoAChildIsMovesWithANameAndNotWithAnythingElse() async throws {
        let test = try await journal()
        let before = try await test.journal.authority()
        _ = try await take("ssda903_id,given_names,family_name\n1,Eve,Example\n", test)
        let named = try await test.journal.authority(from: before)
        #expect(named.identified == named.head)
        #expect(before.identified < named.identified)
        #expect(named.identified == (try await test.journal.authority()).identified)
    }
}
