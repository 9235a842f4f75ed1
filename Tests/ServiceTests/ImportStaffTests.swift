import Casework
import Days
import JournalStore
import Testing

@testable import Service

/// The staff file: what can be used is used, and each row that cannot is named with its file and line.
struct ImportStaffTests {
    private func take(_ test: TestJournal, _ text: String, _ sent: UInt64 = 1) async throws -> ImportStaff.Outcome {
        let file = try test.tables(["staff.csv": text]) + "/staff.csv"
        return try await ImportStaff(files: [file]).run(
            into: test.journal, command: CommandID(high: 3, low: sent), by: Actor("test"),
            at: Instant(secondsSince1970: 1_900_000_000))
    }

    private let headings = "code,name,role,team,manager,from,to,agency\n"

    @Test func badRowsAreNamedWithTheirLineAndTheRestIsUsed() async throws {
        let test = try TestJournal()
        let outcome = try await take(
            test,
            headings
                + "W1,A Name,social worker,North,,2020-01-01,,no\n,B,,,,,,\nW2,C,,,,soon,,\nW3,D,,,,,,maybe\nW4,E,,,,2020-02-01,2020-01-01,\nW1,Other,,,,,,\n"
        )
        #expect(outcome.workers == 1)
        #expect(outcome.eventsAppended == 1)
        #expect(
            outcome.problems.map { $0.split(separator: "/").last.map(String.init) ?? "" }.map { $0.prefix(18) } == [
                "staff.csv, line 3,", "staff.csv, line 4,", "staff.csv, line 5,", "staff.csv, line 6,",
                "staff.csv, line 7,",
            ])
    }

    @Test func theSameFileAgainAppendsNothingEvenWithTwoRowsForOneWorker() async throws {
        let test = try TestJournal()
        let text = headings + "W1,A,,,,,,\nW1,B,,,,,,\n"
        #expect(try await take(test, text, 1).eventsAppended == 1)
        #expect(try await take(test, text, 2).eventsAppended == 0)
    }

    @Test func oneFileMayHoldWorkersAndAllocations() async throws {
        let test = try TestJournal()
        _ = try await test.take([try test.tables(["Header.csv": "CHILD,SEX,DOB\n1,2,01/06/2012\n"])], 2025)
        let text =
            "code,name,role,team,manager,from,to,agency,ssda903_id,worker\nW1,A Name,,North,,,,,,\n,,IRO,,,01/05/2025,,,1,W1\n,,IRO,,,01/05/2025,,,1,W1\n,,IRO,,,01/05/2025,01/06/2025,,1,W1\n,,IRO,,,01/05/2025,,,9,W1\n"
        let outcome = try await take(test, text, 1)
        #expect((outcome.workers, outcome.allocations, outcome.eventsAppended) == (1, 2, 2))
        #expect(outcome.problems.count == 2)
        #expect(outcome.problems.last?.contains("line 6: no child here has the number 9") == true)
        #expect(try await test.journal.authority().child(ssda903: "1")?.allocations.first?.role == .iro)
        #expect(try await take(test, text, 2).eventsAppended == 0)
    }

    @Test(arguments: ["", "colour,size\n1,2\n", "code,name\n\"W1,A"])
    func aFileThatIsNoStaffFileIsRefused(_ text: String) async throws {
        let test = try TestJournal()
        await #expect(throws: ServiceError.self) { try await take(test, text) }
        #expect(try await test.journal.head().seq == 0)
    }
}
