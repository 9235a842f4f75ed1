import Days
import GRDB

/// A draft that was begun on the wrong child, and drafts about a record that was.
extension Drafts {
    /// Where each draft went that was moved, by its number: a page that is still open on the wrong child must not begin it
    /// there again.
    static let moving = """
        CREATE TABLE moved_draft (
            id    TEXT PRIMARY KEY,
            child TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// Moves a draft to another child, with `fields` as all that it holds. Where the person has such a draft of that child
    /// already, both texts stay.
    ///
    /// - Returns: false where there is no such draft.
    public func move(
        _ place: Place, toChild child: String, holding fields: [String: String], at now: Instant
    ) async throws -> Bool {
        let other = Place(account: place.account, child: child, kind: place.kind)
        return try await workspace.pool.write { db in
            guard let draft = try Self.find(place, db) else { return false }
            var kept = fields
            let before = try Self.find(other, db)
            for (name, value) in before?.fields ?? [:] {
                kept[name] = Self.both(value, fields[name] ?? "")
            }
            try Self.remove(draft.id, db)
            try Self.put(kept, before?.id ?? draft.id, in: other, at: now, db)
            try db.execute(
                sql: "INSERT OR REPLACE INTO moved_draft (id, child) VALUES (?, ?)", arguments: [draft.id, child])
            return true
        }
    }

    /// The child that a draft was moved to; nil where it was not.
    public func child(ofMoved draft: String) async throws -> String? {
        try await workspace.pool.read { try Self.known(draft, $0).movedTo }
    }

    /// Throws away everybody's drafts that put a record of a child right, or copy it: they hold its words.
    ///
    /// - Parameter record: What the record is called by, as the kinds of such drafts name it.
    public func drop(about record: String, of child: String) async throws {
        try await workspace.pool.write { db in
            let rows = try Row.fetchAll(db, sql: "SELECT id, kind FROM draft WHERE child = ?", arguments: [child])
            for row in rows where Self.isAbout(record, row["kind"]) { try Self.remove(row["id"], db) }
        }
    }

    /// Takes out of everybody's drafts of a child what their pages were begun with and the record knows no more.
    ///
    /// - Parameter known: By the kind of record, each field with what stood in it. A field that says something else by now
    ///   stays.
    public func forget(_ known: [String: [String: String]], of child: String) async throws {
        try await workspace.pool.write { db in
            let rows = try Row.fetchAll(db, sql: "SELECT id, kind FROM draft WHERE child = ?", arguments: [child])
            for row in rows {
                for (name, value) in known[Self.kind(row["kind"])] ?? [:] {
                    try db.execute(
                        sql: "DELETE FROM draft_field WHERE draft = ? AND name = ? AND value = ?",
                        arguments: [row["id"] as String, name, value])
                }
            }
        }
    }

    /// `visit:42` puts record 42 right, at hand or set aside, `copy 42 minutes p1` copies it, and a `chronology …` may.
    private static func isAbout(_ record: String, _ kind: String) -> Bool {
        Self.kind(kind).hasSuffix(":" + record) || kind.hasPrefix("copy \(record) ") || kind.hasPrefix("chronology ")
    }

    private static func put(
        _ fields: [String: String], _ id: String, in place: Place, at now: Instant, _ db: Database
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO draft (id, account, child, kind, mark, saved) VALUES (?, ?, ?, ?, 1, ?)
                ON CONFLICT (id) DO UPDATE SET mark = mark + 1, saved = excluded.saved
                """, arguments: [id, place.account, place.child, place.kind, now.milliseconds])
        try db.execute(sql: "DELETE FROM draft_field WHERE draft = ?", arguments: [id])
        for (name, value) in fields {
            try db.execute(
                sql: "INSERT INTO draft_field (draft, name, value) VALUES (?, ?, ?)", arguments: [id, name, value])
        }
    }
}
