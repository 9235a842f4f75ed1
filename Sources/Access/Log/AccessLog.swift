import Casework
import Foundation
import GRDB
import LocalDatabase

/// Where views are kept. A page leaves only once ``record(_:)`` has returned.
public protocol LookKeeping: Sendable {
    /// Keeps an entry. - Throws: where it could not be kept; what it was for must then not be shown.
    func record(_ look: Look) async throws
}

/// Who has looked. An entry is on the disk before ``record(_:)`` returns, and a page leaves only then.
///
/// Waiting for the disk takes longer than all else a page does, so those who wait while one commit is under way share
/// the next. A thread of its own writes them.
public final class AccessLog: LookKeeping {
    let pool: DatabasePool
    private let batches: Batches<Entry>

    private struct Entry: Sendable {
        let look: Look
        let page: CheckedContinuation<Void, any Error>
    }

    init(_ pool: DatabasePool) {
        self.pool = pool
        batches = Batches("throughline.access-log") { batch in
            let outcome = Result { try pool.write { try Self.append(batch.map(\.look), to: $0) } }
            for entry in batch { entry.page.resume(with: outcome) }
        }
    }

    public func record(_ look: Look) async throws {
        try await withCheckedThrowingContinuation { page in batches.add(Entry(look: look, page: page)) }
    }

    private static func append(_ looks: [Look], to db: Database) throws {
        // Read again for each batch: the command line may have written since.
        let last = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT place, digest FROM look ORDER BY place DESC LIMIT 1"))
        var place: Int64 = last?["place"] ?? 0
        var digest: Data = last?["digest"] ?? LookChain.beginning
        for look in looks {
            place += 1
            let row = LookRow(look, place: place)
            digest = LookChain.digest(row, after: digest)
            try keepList(look.shown, row.list, in: db)
            try db.cachedStatement(
                sql: """
                    INSERT INTO look (place, at, account, action, route, child, list, query, reason, digest)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                row.place, row.at, row.account, row.action, row.route, row.child, row.list, row.query, row.reason,
                digest,
            ])
        }
    }

    /// A list is kept once, however often it is shown.
    private static func keepList(_ children: [ChildID], _ digest: Data?, in db: Database) throws {
        guard let digest else { return }
        let known = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT 1 FROM shown WHERE digest = ?"), arguments: [digest])
        guard known == nil else { return }
        try db.cachedStatement(sql: "INSERT INTO shown (digest, children) VALUES (?, ?)")
            .execute(arguments: [digest, LookChain.bytes(children)])
        let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO shown_child (child, list) VALUES (?, ?)")
        for child in children { try statement.execute(arguments: [child.stream.rawValue, digest]) }
    }
}

extension AccessStore {
    /// The tables of the access log. Nothing in them is changed or taken out again. `shown` has each list of children
    /// once, by its digest; `shown_child` finds the lists that a child is in.
    static let looks =
        """
        CREATE TABLE look (
            place   INTEGER PRIMARY KEY,
            at      INTEGER NOT NULL,
            account TEXT NOT NULL,
            action  TEXT NOT NULL,
            route   TEXT NOT NULL,
            child   INTEGER,
            list    BLOB,
            query   TEXT NOT NULL,
            reason  TEXT,
            digest  BLOB NOT NULL
        ) STRICT;
        CREATE INDEX look_child ON look (child) WHERE child IS NOT NULL;
        CREATE INDEX look_list ON look (list) WHERE list IS NOT NULL;
        CREATE INDEX look_account ON look (account);
        CREATE INDEX look_at ON look (at);
        CREATE TABLE shown (digest BLOB PRIMARY KEY, children BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE shown_child (
            child INTEGER NOT NULL, list BLOB NOT NULL, PRIMARY KEY (child, list)
        ) STRICT, WITHOUT ROWID;

        """
        + ["look", "shown", "shown_child"].map { table in
            ["UPDATE", "DELETE"].map { change in
                """
                CREATE TRIGGER \(table)_keeps_\(change.lowercased()) BEFORE \(change) ON \(table)
                BEGIN SELECT RAISE(ABORT, 'the access log is only ever added to'); END;

                """
            }.joined()
        }.joined()
}
