import Casework
import Days
import Foundation
import GRDB
import Testing

@testable import Access

@Suite struct LookTests {
    private let ann = ChildID(key: 1)
    private let ben = ChildID(key: 2)

    private func look(_ number: Int, at child: ChildID? = nil, shown: [ChildID] = []) -> Look {
        Look(
            at: later(seconds: number), account: "u-\(number % 3)", action: child == nil ? .seeMyWork : .seeChild,
            route: child == nil ? "/" : "/children/:id", child: child, shown: shown, query: "page=\(number)",
            reason: number % 2 == 0 ? "a reason" : nil)
    }

    @Test func whoLookedIsFoundAtTheRecordAndInLists() async throws {
        try await withStore { store, _ in
            try await store.log.record(look(1, at: ann))
            try await store.log.record(look(2, shown: [ben, ann]))
            try await store.log.record(look(3, at: ben))
            try await store.log.record(look(4, shown: [ben, ann]))
            #expect(try await store.log.looks(at: ann).map(\.place) == [4, 2, 1])
            #expect(
                try await store.log.looks(at: ben).map(\.look)
                    == [4, 3, 2].map { number in
                        number == 3 ? look(3, at: ben) : look(number, shown: [ben, ann])
                    })
            #expect(try await store.log.latest(account: "u-1").map(\.place) == [4, 1])
            #expect(try await store.log.latest(day: start.inLondon.day).count == 4)
            #expect(try await store.log.latest(day: start.inLondon.day + 1).isEmpty)
        }
    }

    @Test func askingWhetherItCanBeWrittenChangesNothing() async throws {
        try await withStore { store, _ in
            try await store.log.record(look(1, at: ann))
            try await store.checkWritable()
            try await store.log.record(look(2, at: ann))
            #expect(try await store.log.verify().isSound)
            #expect(try await store.log.latest(account: "u-1").count == 1)
        }
    }

    /// Many at once, and another process writing to the same file.
    @Test func everyEntryHasItsPlaceHoweverManyWriteAtOnce() async throws {
        try await withStore { store, folder in
            let other = try AccessStore(directory: folder)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<300 {
                    let log = number % 4 == 0 ? other.log : store.log
                    group.addTask { try await log.record(self.look(number, at: self.ann)) }
                }
                try await group.waitForAll()
            }
            let report = try await store.log.verify()
            #expect(report.isSound && report.entries == 300)
        }
    }

    @Test func anEntryOutlastsAPowerCut() async throws {
        try await withStore { store, _ in
            // 2 is FULL: a commit waits for the disk.
            let synchronous = try await store.pool.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
            #expect(synchronous == 2)
        }
    }

    @Test func nothingIsChangedOrTakenOut() async throws {
        try await withStore { store, _ in
            try await store.log.record(look(1, shown: [ann]))
            for table in ["look", "shown", "shown_child"] {
                for statement in ["DELETE FROM \(table)", "UPDATE \(table) SET rowid = 7"] {
                    let sql =
                        table == "look" ? statement : statement.replacing("rowid = 7", with: "\(column(table)) = 7")
                    await #expect(throws: DatabaseError.self) {
                        try await store.pool.write { try $0.execute(sql: sql) }
                    }
                }
            }
        }
    }

    private func column(_ table: String) -> String { table == "shown" ? "children" : "child" }

    @Test func whatCannotBeWrittenIsSaid() async throws {
        try await withStore { store, _ in
            try await store.refuseLooks()
            await #expect(throws: (any Error).self) { try await store.log.record(look(1, at: ann)) }
            #expect(try await store.log.verify().entries == 0)
        }
    }

    /// One bit in any column of any entry, or of the lists they show, and the entry is named; it and no other.
    @Test(arguments: ["at", "account", "action", "route", "child", "list", "query", "reason", "digest"])
    func aBitThatTurnedIsNamed(column: String) async throws {
        for place in Int64(1)...5 {
            let report = try await damaged { db in
                try db.execute(sql: Self.turning(column), arguments: [place])
            }
            #expect(report.places == [place], "\(column) of entry \(place): \(report.faults)")
        }
    }

    @Test func anEntryOrAListThatIsGoneIsNamed() async throws {
        let gone = try await damaged { try $0.execute(sql: "DELETE FROM look WHERE place = 3") }
        #expect(gone.places.first == 3 && gone.faults.first?.hasSuffix("entry 3: is gone") == true)
        for harm in [
            "DELETE FROM shown", "DELETE FROM shown_child WHERE child = (SELECT min(child) FROM shown_child)",
            "UPDATE shown SET children = zeroblob(16)", "UPDATE shown_child SET child = child + 16",
        ] {
            let report = try await damaged { try $0.execute(sql: harm) }
            #expect(report.places == [1, 2, 3, 4, 5], "\(harm)")
        }
    }

    /// Five entries, each about a child and a list, harmed by somebody who has the file.
    private func damaged(_ harm: @escaping @Sendable (Database) throws -> Void) async throws -> AccessLogReport {
        try await withStore { store, _ in
            for number in 1...5 {
                let look = Look(
                    at: later(seconds: number), account: "u", action: .seeChild, route: "/children/:id", child: ann,
                    shown: [ann, ben], query: "q", reason: "why")
                try await store.log.record(look)
            }
            #expect(try await store.log.verify().isSound)
            try await store.pool.write { db in
                for table in ["look", "shown", "shown_child"] {
                    for change in ["update", "delete"] { try db.execute(sql: "DROP TRIGGER \(table)_keeps_\(change)") }
                }
                try harm(db)
            }
            return try await store.log.verify()
        }
    }

    private static func turning(_ column: String) -> String {
        switch column {
        case "at", "child": "UPDATE look SET \(column) = \(column) + 1 - 2 * (\(column) & 1) WHERE place = ?"
        case "list", "digest":
            "UPDATE look SET \(column) = CAST(X'00' || substr(\(column), 2) AS BLOB) WHERE place = ?"
        default:
            "UPDATE look SET \(column) = char(unicode(\(column)) + 1 - 2 * (unicode(\(column)) & 1)) || substr(\(column), 2) WHERE place = ?"
        }
    }
}

extension AccessStore {
    /// From now on no view can be kept.
    func refuseLooks() async throws {
        try await pool.write {
            try $0.execute(sql: "CREATE TRIGGER refuses BEFORE INSERT ON look BEGIN SELECT RAISE(ABORT, 'full'); END")
        }
    }
}
