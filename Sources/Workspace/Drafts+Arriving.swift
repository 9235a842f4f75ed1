import Days
import GRDB

/// How much somebody had typed on one opening of a page: `6f0c…:12`, which the page says with all that it sends.
public struct TypedOn: Hashable, Sendable {
    /// The page’s own number, which it makes anew whenever it is opened.
    let page: String
    /// How often something had been typed or chosen.
    let times: Int64

    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].utf8.count), let times = Int64(parts[1]), times >= 0 else {
            return nil
        }
        (page, self.times) = (String(parts[0]), times)
    }

    /// As the page wrote it.
    public var text: String { "\(page):\(times)" }
}

/// How far what was typed on each page has come, so that nothing is called unsent that is here: whatever became of the draft
/// since – signed, set aside, moved to another child, thrown away – its words were taken once
/// (`docs/decisions/0120-the-server-says-what-arrived.md`).
extension Drafts {
    /// `TLW1`: `typed` is the most that was taken of a page, `at` when that was. A draft that is `joined` is known by the
    /// number that its page gave it, and was saved into another.
    static let arriving = """
        CREATE TABLE arrived_page (
            account TEXT NOT NULL,
            page    TEXT NOT NULL,
            typed   INTEGER NOT NULL,
            at      INTEGER NOT NULL,
            PRIMARY KEY (account, page)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE joined_draft (
            id    TEXT PRIMARY KEY,
            draft TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// Those that are here, of what an account typed.
    public func arrived(_ asked: [TypedOn], of account: String) async throws -> [TypedOn] {
        try await workspace.pool.read { db in
            try asked.filter { one in
                let most = try Int64.fetchOne(
                    db.cachedStatement(sql: "SELECT typed FROM arrived_page WHERE account = ? AND page = ?"),
                    arguments: [account, one.page])
                return most.map { $0 >= one.times } ?? false
            }
        }
    }

    /// Remembers that a page’s words are here. One that comes late, with less, takes nothing back.
    static func arrived(_ typed: TypedOn?, of account: String, at now: Instant, _ db: Database) throws {
        guard let typed else { return }
        try db.cachedStatement(
            sql: """
                INSERT INTO arrived_page (account, page, typed, at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET typed = max(typed, excluded.typed), at = excluded.at
                """
        ).execute(arguments: [account, typed.page, typed.times, now.milliseconds])
    }

    /// Forgets pages of which no text can be read on a device any more.
    static func forgetArrived(by oldest: Int64, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM arrived_page WHERE at <= ?", arguments: [oldest])
    }

    /// What is known of a draft that a page sends.
    struct Known {
        /// Its own number, or that of the one it was saved into because somebody had begun one already.
        let id: String
        /// What it was signed as.
        let event: Int64?
        /// The child whose it is now, where it was another's.
        let movedTo: String?
    }

    /// All of it asked at once: a page sends its draft again and again as somebody types.
    static func known(_ id: String, _ db: Database) throws -> Known {
        let sql = """
            SELECT draft.id, signed_draft.event, moved_draft.child
            FROM (SELECT coalesce((SELECT draft FROM joined_draft WHERE id = ?), ?) AS id) AS draft
            LEFT JOIN signed_draft ON signed_draft.id = draft.id LEFT JOIN moved_draft ON moved_draft.id = draft.id
            """
        let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id, id])
        return row.map { Known(id: $0[0], event: $0[1], movedTo: $0[2]) } ?? Known(id: id, event: nil, movedTo: nil)
    }

    static func join(_ id: String, into draft: String, _ db: Database) throws {
        guard id != draft else { return }
        // What was joined to one that is thrown away goes where that one goes now.
        try db.execute(sql: "UPDATE joined_draft SET draft = ? WHERE draft = ?", arguments: [draft, id])
        try db.execute(
            sql: "INSERT OR REPLACE INTO joined_draft (id, draft) VALUES (?, ?)", arguments: [id, draft])
    }
}
