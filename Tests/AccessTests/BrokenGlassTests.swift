import Casework
import Testing

@testable import Access

@Suite struct BrokenGlassTests {
    private let child = ChildID(key: 7)

    private func glass(_ action: Action = .seeChild, by account: String = "a", after seconds: Int = 0) -> BrokenGlass {
        BrokenGlass(
            account: account, child: child, action: action, reason: "the police ask", at: later(seconds: seconds))
    }

    @Test func itOpensOneRecordForOnePersonForAnHour() async throws {
        try await withStore { store, _ in
            try await store.breakGlass(glass(), telling: [.manager("M")])
            func opens(_ account: String, _ child: ChildID, _ action: Action, _ seconds: Int) async throws -> Bool {
                try await store.openedGlass(account, child, action, at: later(seconds: seconds)) != nil
            }
            #expect(try await opens("a", child, .seeChild, 0))
            #expect(try await opens("a", child, .seeChild, 3599))
            #expect(try await !opens("a", child, .seeChild, 3600))
            #expect(try await !opens("a", child, .seeChild, -1))
            #expect(try await !opens("b", child, .seeChild, 1))
            #expect(try await !opens("a", ChildID(key: 8), .seeChild, 1))
            #expect(try await !opens("a", child, .useEmergencyPage, 1))
        }
    }

    @Test func whoeverIsToldHasItUntilTheySayTheyHaveSeenIt() async throws {
        try await withStore { store, _ in
            try await store.breakGlass(glass(), telling: [.manager("M"), .manager("N")])
            try await store.breakGlass(glass(.useEmergencyPage, after: 60), telling: [.directors])
            #expect(try await store.unseenGlasses(.manager("M")) == 1)
            #expect(try await store.unseenGlasses(.directors) == 1)
            #expect(try await store.unseenGlasses(.manager("O")) == 0)
            #expect(try await store.glasses(toldTo: .manager("N")).map(\.glass) == [glass()])
            #expect(try await store.glasses(toldTo: nil).map(\.glass.at) == [later(seconds: 60), later(seconds: 0)])
            try await store.sawGlass(1, .manager("O"), by: "o", at: later(seconds: 90))
            #expect(try await store.glasses(toldTo: nil).allSatisfy { $0.seen == nil })
            try await store.sawGlass(1, .manager("M"), by: "m", at: later(seconds: 100))
            try await store.sawGlass(1, .manager("M"), by: "m", at: later(seconds: 200))
            #expect(try await store.unseenGlasses(.manager("M")) == 0)
            #expect(try await store.unseenGlasses(.manager("N")) == 1)
            #expect(try await store.glasses(toldTo: .manager("M")).first?.seen == later(seconds: 100))
        }
    }
}
