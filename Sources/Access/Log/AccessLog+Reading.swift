import Casework
import Days
import Foundation
import GRDB

extension AccessLog {
    /// Who has looked at a child: at the record, or at a list that the child was in. Latest first.
    ///
    /// - Parameter place: Only entries before this one; nil for all.
    public func looks(
        at child: ChildID, before place: Int64? = nil, limit: Int = 500
    ) async throws -> [LoggedLook] {
        try await read(
            sql: """
                SELECT * FROM look WHERE (child = :child
                    OR list IN (SELECT list FROM shown_child WHERE child = :child))
                    AND (:before IS NULL OR place < :before)
                ORDER BY place DESC LIMIT :limit
                """, ["child": child.stream.rawValue, "before": place, "limit": limit])
    }

    /// The latest entries, of one account and of one day in England where they are given.
    public func latest(
        account: String? = nil, day: Day? = nil, before place: Int64? = nil, limit: Int = 500
    ) async throws -> [LoggedLook] {
        let (start, end) = (day.map { Moment($0).instant.at }, day.map { Moment($0 + 1).instant.at })
        return try await read(
            sql: """
                SELECT * FROM look WHERE (:account IS NULL OR account = :account)
                    AND (:start IS NULL OR (at >= :start AND at < :end))
                    AND (:before IS NULL OR place < :before)
                ORDER BY place DESC LIMIT :limit
                """,
            [
                "account": account, "start": start?.milliseconds, "end": end?.milliseconds, "before": place,
                "limit": limit,
            ])
    }

    private func read(sql: String, _ arguments: StatementArguments) async throws -> [LoggedLook] {
        try await pool.read { db in
            let lists = try db.cachedStatement(sql: "SELECT children FROM shown WHERE digest = ?")
            return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).compactMap { row in
                guard let row = LookRow(row) else { return nil }
                let shown = try row.list.flatMap { try Data.fetchOne(lists, arguments: [$0]) } ?? Data()
                return row.logged(shown: LookChain.children(shown))
            }
        }
    }
}
