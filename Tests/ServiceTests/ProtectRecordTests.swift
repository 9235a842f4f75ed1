import Casework
import Days
import Foundation
import JournalStore
import Service
import TestSupport
import Testing

/// A protection is written whole or not at all, and holds from the next look.
struct ProtectRecordTests {
    private let order = ProtectionEvent.Order(by: "the head of service", reason: "a relative works here")
    private let at = Instant(secondsSince1970: 1_790_000_100)

    private func withJournal(_ body: (SQLiteJournal) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("throughline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let journal = try SQLiteJournal(directory: folder)
        _ = try await journal.append(.new, by: Actor("tests"), at: at) { transaction in
            for (key, number) in [(1, "900001"), (2, "900002")] {
                try transaction.append(
                    contentsOf: ([.identity(.numbered(ssda903: number))] + episode("2025-05-01")).map {
                        Proposed(
                            stream: ChildID(key: UInt64(key)).stream, occurred: Moment(day("2025-05-01")),
                            source: .recordedHere, body: $0.body)
                    })
            }
        }
        try await body(journal)
    }

    private func protect(_ event: ProtectionEvent, _ child: String, _ journal: SQLiteJournal) async throws {
        try await ProtectRecord(event, child: child).run(in: journal, command: .new, by: Actor("cli:ada"), at: at)
    }

    @Test func itIsInTheJournalWithWhoWroteItAndWhoOrderedIt() async throws {
        try await withJournal { journal in
            try await protect(.restricted(Restriction(named: ["SW1"], parties: ["SW2"]), order), "900001", journal)
            let authority = try await journal.authority()
            #expect(authority.protected == [ChildID(key: 1)])
            #expect(authority[ChildID(key: 1)]?.protection?.restrictedBy == order)
            var authors: [String] = []
            try await journal.scan(stream: ChildID(key: 1).stream) { authors.append($0.author.name) }
            #expect(authors.last == "cli:ada")
        }
    }

    @Test func whatMakesNoSenseIsRefusedAndNothingIsWritten() async throws {
        try await withJournal { journal in
            let before = try await journal.head()
            let nobody = ProtectionEvent.Order(by: " ", reason: "x")
            let refused: [(ProtectionEvent, String)] = [
                (.restricted(Restriction(named: []), order), "900001"),
                (.restricted(Restriction(named: ["SW1"], parties: ["SW1"]), order), "900001"),
                (.lifted(order), "900001"), (.unsealed(order), "900001"), (.sealed(.adoption, nobody), "900001"),
                (.sealed(.adoption, ProtectionEvent.Order(by: "x", reason: "")), "900001"),
                (.sealed(.adoption, order), "123456"),
            ]
            for (event, child) in refused {
                await #expect(throws: ServiceError.self) { try await protect(event, child, journal) }
            }
            #expect(try await journal.head() == before)
        }
    }

    @Test func whoIsLeftOutIsInNoListAndFoundByNothing() async throws {
        try await withJournal { journal in
            let question = try #require(Question(try await journal.authority(), asAt: day("2025-06-01")))
            let asked = question.leavingOut([ChildID(key: 1)])
            #expect(asked.children().map(\.id) == [ChildID(key: 2)])
            #expect(asked.everyChild().count == 2)
            #expect(throws: ServiceError.self) { try asked.find("900001") }
            #expect(throws: ServiceError.self) { try asked.find(ChildID(key: 1).description) }
            #expect(try asked.find("900002").id == ChildID(key: 2))
        }
    }
}
