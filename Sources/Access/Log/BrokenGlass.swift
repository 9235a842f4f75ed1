import Casework
import Days
import GRDB
import Synchronization

/// A record opened with a reason, for an hour: one that is restricted to others, or any by somebody who may open records
/// only so.
public struct BrokenGlass: Hashable, Sendable {
    public let account: String
    public let child: ChildID
    /// What it opens: the record, or its emergency page. It does not open the other.
    public let action: Action
    public let reason: String
    public let at: Instant

    public init(account: String, child: ChildID, action: Action, reason: String, at: Instant) {
        (self.account, self.child, self.action, self.reason, self.at) = (account, child, action, reason, at)
    }

    /// Hours that a reason opens a record for.
    public static let hours = 1
    /// The least that counts as a reason, in characters.
    public static let shortestReason = 10

    /// From when on the reason opens nothing any more.
    public var until: Instant { at.adding(hours: Self.hours) }
}

/// One that somebody is to know of.
public struct ToldGlass: Hashable, Sendable {
    public let id: Int64
    public let glass: BrokenGlass
    /// When the one it was told to said that they have seen it; nil where nobody has.
    public let seen: Instant?
}

/// Whom a broken glass is told to.
public enum Told: Hashable, Sendable {
    /// The child's manager, by the worker's code.
    case manager(String)
    /// The directors: no manager is known, or the manager is the one who opened it, or a party to it.
    case directors

    fileprivate var key: String { if case .manager(let code) = self { code } else { "" } }
}

extension AccessStore {
    /// `told` has a row for each who is to know, by the worker's code; an empty code is the directors'.
    static let glasses = """
        CREATE TABLE glass (
            id INTEGER PRIMARY KEY, account TEXT NOT NULL, child INTEGER NOT NULL, action TEXT NOT NULL,
            reason TEXT NOT NULL, at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX glass_account ON glass (account, child, at);
        CREATE TABLE told (
            worker TEXT NOT NULL, glass INTEGER NOT NULL, seen INTEGER, seen_by TEXT, PRIMARY KEY (worker, glass)
        ) STRICT, WITHOUT ROWID;
        """

    /// Keeps why, and who is to know of it; both or neither.
    public func breakGlass(_ glass: BrokenGlass, telling told: Set<Told>) async throws {
        defer { unseen.forget() }
        try await pool.write { db in
            try db.execute(
                sql: "INSERT INTO glass (account, child, action, reason, at) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    glass.account, glass.child.stream.rawValue, glass.action.rawValue, glass.reason,
                    glass.at.milliseconds,
                ])
            let id = db.lastInsertedRowID
            for each in told {
                try db.execute(sql: "INSERT INTO told (worker, glass) VALUES (?, ?)", arguments: [each.key, id])
            }
        }
    }

    /// What still opens the record for somebody at an instant; nil where they have to say why.
    public func openedGlass(
        _ account: String, _ child: ChildID, _ action: Action, at now: Instant
    ) async throws -> BrokenGlass? {
        try await pool.read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT * FROM glass WHERE account = ? AND child = ? AND action = ? AND at > ? AND at <= ?
                    ORDER BY id DESC
                    """,
                arguments: [
                    account, child.stream.rawValue, action.rawValue,
                    now.adding(hours: -BrokenGlass.hours).milliseconds, now.milliseconds,
                ])
            return row.flatMap { BrokenGlass($0) }
        }
    }

    /// What was told to somebody, latest first; everything, where nobody is given.
    public func glasses(toldTo told: Told?, limit: Int = 200) async throws -> [ToldGlass] {
        try await pool.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT glass.*, max(seen) AS seen FROM glass LEFT JOIN told ON glass = id
                    WHERE :worker IS NULL OR worker = :worker GROUP BY id ORDER BY id DESC LIMIT :limit
                    """,
                arguments: ["worker": told?.key, "limit": limit]
            ).compactMap { row in
                BrokenGlass(row).map {
                    ToldGlass(id: row["id"], glass: $0, seen: (row["seen"] as Int64?).map(Instant.init(milliseconds:)))
                }
            }
        }
    }

    /// How many were told to somebody who has not said that they have seen them. Asked for each front page, so it is read
    /// again only once this process has written; no other does.
    public func unseenGlasses(_ told: Told) async throws -> Int {
        let (known, reading) = unseen.count(told)
        if let known { return known }
        let count = try await pool.read { db in
            try Int.fetchOne(
                db.cachedStatement(sql: "SELECT count(*) FROM told WHERE worker = ? AND seen IS NULL"),
                arguments: [told.key]) ?? 0
        }
        unseen.keep(count, told, reading)
        return count
    }

    /// Keeps that somebody has seen what was told to them. The first to say so counts.
    public func sawGlass(_ id: Int64, _ told: Told, by account: String, at now: Instant) async throws {
        defer { unseen.forget() }
        try await pool.write { db in
            try db.execute(
                sql: "UPDATE told SET seen = ?, seen_by = ? WHERE worker = ? AND glass = ? AND seen IS NULL",
                arguments: [now.milliseconds, account, told.key, id])
        }
    }
}

/// How many opened records somebody has not said that they have seen, as it was read since the last writing.
final class UnseenGlasses: Sendable {
    private let state = Mutex((writings: 0, counts: [Told: Int]()))

    /// What is known, and the reading that would be kept where it is not.
    func count(_ told: Told) -> (known: Int?, reading: Int) { state.withLock { ($0.counts[told], $0.writings) } }

    /// Keeps what was read, unless something was written meanwhile.
    func keep(_ count: Int, _ told: Told, _ reading: Int) {
        state.withLock { if $0.writings == reading { $0.counts[told] = count } }
    }

    func forget() { state.withLock { $0 = ($0.writings + 1, [:]) } }
}

extension BrokenGlass {
    /// Nil for a child or an action that this version does not know.
    fileprivate init?(_ row: Row) {
        guard let child = ChildID(StreamID(rawValue: row["child"])), let action = Action(rawValue: row["action"])
        else { return nil }
        self.init(
            account: row["account"], child: child, action: action, reason: row["reason"],
            at: Instant(milliseconds: row["at"]))
    }
}
