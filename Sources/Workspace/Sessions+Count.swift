import Days
import GRDB

extension Sessions {
    /// How many sessions are open.
    public func count(at now: Instant) async throws -> Int {
        let (idle, absolute) = (Int64(limits.idle) * 60_000, Int64(limits.absolute) * 60_000)
        return try await workspace.pool.read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM session WHERE stage = 2 AND seen > ? AND started > ?",
                arguments: [now.milliseconds - idle, now.milliseconds - absolute]) ?? 0
        }
    }
}
