import GRDB

extension AccessStore {
    /// Throws where nothing can be written here now: without an entry of who looked, no page is shown.
    public func checkWritable() async throws {
        try await pool.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) { .rollback }
        }
    }
}
