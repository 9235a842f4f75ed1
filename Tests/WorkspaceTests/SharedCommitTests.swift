import Foundation
import GRDB
import LocalDatabase
import Testing

/// Writes that share a commit: each whole or not at all, and none at the cost of another.
struct SharedCommitTests {
    private struct Refused: Error {}

    private func withLines(_ body: (SharedCommits, DatabasePool) async throws -> Void) async throws {
        try await withFolder { folder in
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let pool = try DatabasePool(path: folder.appendingPathComponent("lines.sqlite").path)
            try await pool.write { try $0.execute(sql: "CREATE TABLE line (number INTEGER PRIMARY KEY)") }
            try await body(SharedCommits(pool), pool)
        }
    }

    private func insert(_ number: Int, by commits: SharedCommits, thenRefuse: Bool = false) async throws -> Int64 {
        try await commits.write { db in
            try db.execute(sql: "INSERT INTO line (number) VALUES (?)", arguments: [number])
            if thenRefuse { throw Refused() }
            return db.lastInsertedRowID
        }
    }

    @Test func everyWriteOfManyAtOnceIsKeptAndAnswered() async throws {
        try await withLines { commits, pool in
            let answers = try await withThrowingTaskGroup(of: Int64.self) { group in
                for number in 1...200 { group.addTask { try await insert(number, by: commits) } }
                return try await group.reduce(into: Set<Int64>()) { $0.insert($1) }
            }
            #expect(answers == Set(1...200))
            #expect(try await pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM line") } == 200)
        }
    }

    @Test func aWriteThatIsRefusedLeavesNothingAndTheOthersStand() async throws {
        try await withLines { commits, pool in
            let refused = await withTaskGroup(of: Bool.self) { group in
                for number in 1...100 {
                    group.addTask {
                        do {
                            _ = try await insert(number, by: commits, thenRefuse: number % 3 == 0)
                            return false
                        } catch { return error is Refused }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(refused == 33)
            let numbers = try await pool.read { try Int.fetchAll($0, sql: "SELECT number FROM line ORDER BY number") }
            #expect(numbers == (1...100).filter { $0 % 3 != 0 })
        }
    }

    @Test func whereNothingCanBeWrittenEverybodyIsTold() async throws {
        try await withLines { commits, pool in
            try pool.close()
            await withTaskGroup(of: Void.self) { group in
                for number in 1...20 {
                    group.addTask {
                        await #expect(throws: DatabaseError.self) { try await insert(number, by: commits) }
                    }
                }
            }
        }
    }
}
