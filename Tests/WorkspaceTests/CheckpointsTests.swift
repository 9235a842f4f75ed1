import Foundation
import GRDB
import LocalDatabase
import Testing

/// What is committed is moved out of the write-ahead log by somebody else than whoever commits it, and nothing is lost.
@Suite struct CheckpointsTests {
    @Test func theLogIsMovedBesideThoseWhoCommit() async throws {
        try await withDatabase(due: 10, overdue: 100_000) { pool, path in
            try await write(rows: 200, pool)
            // Until then all of it is in the log: nobody but the thread beside moves anything.
            #expect(try await becomesTrue(pool) { try size(path) > 100 * 4096 })
            #expect(try await pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM kept") ?? 0 } >= 200)
        }
    }

    @Test func aLogThatGrowsWithoutEndIsMovedByWhoeverCommits() async throws {
        try await withDatabase(due: 100_000, overdue: 50) { pool, path in
            try await write(rows: 200, pool)
            #expect(try size(path) > 100 * 4096)
        }
    }

    @Test func aShortLogStays() async throws {
        try await withDatabase(due: 100_000, overdue: 100_000) { pool, path in
            let before = try size(path)
            try await write(rows: 200, pool)
            #expect(try size(path) == before)
        }
    }

    @Test func aLogThatBeginsAnewIsMovedAgain() async throws {
        try await withDatabase(due: 10, overdue: 100_000) { pool, path in
            try await write(rows: 100, pool)
            #expect(try await becomesTrue(pool) { try size(path) > 50 * 4096 })
            _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            let before = try size(path)
            try await write(rows: 100, pool)
            #expect(try await becomesTrue(pool) { try size(path) > before + 50 * 4096 })
        }
    }

    /// One that only ever grew would be as long as all that was written; one that begins anew is never half of it.
    @Test func theLogBeginsAnewThoughSomebodyWritesWithoutAPause() async throws {
        try await withDatabase(due: 10, overdue: 100_000) { pool, path in
            var rows = 0
            repeat {
                try await write(rows: 100, pool)
                rows += 100
            } while try rows < 20_000 && size(path + "-wal") > rows * 4096 / 2
            #expect(try size(path + "-wal") <= rows * 4096 / 2)
        }
    }

    private func write(rows: Int, _ pool: DatabasePool) async throws {
        for _ in 0..<rows {
            try await pool.write { try $0.execute(sql: "INSERT INTO kept VALUES (zeroblob(4000))") }
        }
    }

    private func withDatabase(
        due: Int32, overdue: Int32, _ body: (DatabasePool, String) async throws -> Void
    ) async throws {
        try await withFolder { folder in
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let path = folder.appendingPathComponent("kept.sqlite").path
            let checkpoints = Checkpoints(of: path, due: due, overdue: overdue)
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            configuration.prepareDatabase { checkpoints.watch($0) }
            let pool = try DatabasePool(path: path, configuration: configuration)
            try await pool.write { try $0.execute(sql: "CREATE TABLE kept (what BLOB)") }
            try await body(pool, path)
        }
    }

    private func size(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    }

    /// Waits for what another thread does at the next commits, and is generous about how long that takes.
    private func becomesTrue(_ pool: DatabasePool, _ condition: () throws -> Bool) async throws -> Bool {
        for _ in 0..<3000 {
            if try condition() { return true }
            try await Task.sleep(for: .milliseconds(10))
            try await write(rows: 1, pool)
        }
        return false
    }
}
