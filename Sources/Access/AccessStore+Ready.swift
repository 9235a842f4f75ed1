import GRDB

extension AccessStore {
    /// Throws where nothing can be kept here now: without an entry of who looked, no page is shown. It writes what stands
    /// there already, so nothing is changed.
    public func checkWritable() async throws {
        try await pool.write { db in
            let steps = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            try db.execute(sql: "PRAGMA user_version = \(steps)")
        }
    }
}
