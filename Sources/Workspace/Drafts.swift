import Days
import GRDB

/// What somebody has written of a record and not signed yet: a row a field, kept as they type. One draft is at hand for each
/// person, child and kind of record; its number is the command that signs it, so that signing twice signs once.
public struct Drafts: Sendable {
    let workspace: Workspace
    public init(_ workspace: Workspace) { self.workspace = workspace }

    /// `TLW1`: `mark` counts how often it was saved, so that a page knows whether another device has written since.
    static let step = """
        CREATE TABLE draft (
            id      TEXT PRIMARY KEY,
            account TEXT NOT NULL,
            child   TEXT NOT NULL,
            kind    TEXT NOT NULL,
            mark    INTEGER NOT NULL,
            saved   INTEGER NOT NULL,
            UNIQUE (account, child, kind)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE draft_field (
            draft TEXT NOT NULL,
            name  TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (draft, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE signed_draft (
            id    TEXT PRIMARY KEY,
            event INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    public struct Draft: Hashable, Sendable {
        public let id: String
        public let child: String
        public let kind: String
        public let mark: Int64
        public let saved: Instant
        /// Several values of one name stand a line each.
        public let fields: [String: String]
    }

    /// Whose draft of what.
    public struct Place: Hashable, Sendable {
        let account, child, kind: String
        public init(account: String, child: String, kind: String) {
            (self.account, self.child, self.kind) = (account, child, kind)
        }
    }

    public func find(_ place: Place) async throws -> Draft? {
        try await workspace.pool.read { try Self.find(place, $0) }
    }

    /// The drafts of an account, latest first, without their fields.
    public func of(_ account: String) async throws -> [Draft] {
        try await workspace.pool.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM draft WHERE account = ? ORDER BY saved DESC", arguments: [account]
            ).map { Self.draft($0, fields: [:]) }
        }
    }

    /// Saves what a page holds. Where another page has saved since this one was loaded, both texts of each field stay.
    ///
    /// - Parameters:
    ///   - id: The number of a draft that is new.
    ///   - seen: The mark that the page was loaded with; nil for a new one.
    ///   - typed: Which page it was typed on, and how much; nil where a page does not say.
    public func save(
        _ fields: [String: String], in place: Place, id: String, seen: Int64?, typed: TypedOn? = nil, at now: Instant
    ) async throws -> Draft {
        try await workspace.commits.write { db in
            try Self.arrived(typed, of: place.account, at: now, db)
            return try Self.save(fields, in: place, id: Self.known(id, db).id, seen: seen, at: now, db)
        }
    }

    /// What became of a draft that a page sends.
    public enum Kept: Hashable, Sendable {
        case saved(Draft)
        /// It was signed before, as this event, and nothing is saved.
        case signed(Int64)
        /// It was moved to this other child, and nothing is saved.
        case moved(String)
    }

    /// The same, where the draft was neither signed nor moved to another child since the page was loaded: asked and saved at
    /// once, because a page sends it again and again as somebody types.
    public func keep(
        _ fields: [String: String], in place: Place, id: String, seen: Int64?, typed: TypedOn? = nil, at now: Instant
    ) async throws -> Kept {
        try await workspace.commits.write { db in
            let known = try Self.known(id, db)
            if let event = known.event { return .signed(event) }
            if let child = known.movedTo, child != place.child { return .moved(child) }
            try Self.arrived(typed, of: place.account, at: now, db)
            return .saved(try Self.save(fields, in: place, id: known.id, seen: seen, at: now, db))
        }
    }

    private static func save(
        _ fields: [String: String], in place: Place, id: String, seen: Int64?, at now: Instant, _ db: Database
    ) throws -> Draft {
        let before = try find(id: id, near: place, db) ?? find(place, db)
        // A page that was loaded with another draft knows nothing of this one.
        let isBehind = before.map { $0.id != id || $0.mark != seen } ?? false
        var kept = fields
        if let before, isBehind {
            for (name, value) in before.fields { kept[name] = both(value, fields[name] ?? "") }
        }
        let saved = Draft(
            id: before?.id ?? id, child: place.child, kind: before?.kind ?? place.kind, mark: (before?.mark ?? 0) + 1,
            saved: now, fields: kept)
        if before == nil {
            try db.cachedStatement(
                sql: "INSERT INTO draft (id, account, child, kind, mark, saved) VALUES (?, ?, ?, ?, ?, ?)"
            ).execute(arguments: [saved.id, place.account, place.child, place.kind, saved.mark, now.milliseconds])
        } else {
            try join(id, into: saved.id, db)
            try db.cachedStatement(sql: "UPDATE draft SET mark = ?, saved = ? WHERE id = ?")
                .execute(arguments: [saved.mark, now.milliseconds, saved.id])
        }
        for (name, value) in kept where before?.fields[name] != value {
            try db.cachedStatement(
                sql: "INSERT OR REPLACE INTO draft_field (draft, name, value) VALUES (?, ?, ?)"
            ).execute(arguments: [saved.id, name, value])
        }
        // What the page no longer has was taken out there; on a page that was behind it may only be unknown.
        for name in before?.fields.keys.filter({ kept[$0] == nil }) ?? [] {
            try db.cachedStatement(sql: "DELETE FROM draft_field WHERE draft = ? AND name = ?")
                .execute(arguments: [saved.id, name])
        }
        return saved
    }

    /// Throws a draft away: the one of this number, or the one at hand where none is named. What was typed on the page that
    /// says so goes with it.
    public func drop(_ place: Place, id: String = "", typed: TypedOn? = nil, at now: Instant) async throws {
        try await workspace.pool.write { db in
            try Self.arrived(typed, of: place.account, at: now, db)
            let draft =
                id.isEmpty ? try Self.find(place, db) : try Self.find(id: Self.known(id, db).id, near: place, db)
            if let draft { try Self.remove(draft.id, db) }
        }
    }

    /// Lets go of a draft that was signed, and remembers which event it became: a page that sends it again, or saves it a
    /// moment too late, must not begin another.
    public func signed(_ draft: String, as event: Int64) async throws {
        try await workspace.pool.write { db in
            try Self.remove(draft, db)
            try db.execute(
                sql: "INSERT OR IGNORE INTO signed_draft (id, event) VALUES (?, ?)", arguments: [draft, event])
        }
    }

    /// The event that a draft became; nil where it was not signed.
    public func event(of draft: String) async throws -> Int64? {
        try await workspace.pool.read { try Self.known(draft, $0).event }
    }

    static func remove(_ draft: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM draft_field WHERE draft = ?", arguments: [draft])
        try db.execute(sql: "DELETE FROM draft WHERE id = ?", arguments: [draft])
    }

    /// Two people's, or two devices', words for one field: one where one holds the other, else both.
    static func both(_ first: String, _ second: String) -> String {
        if second.isEmpty || first.holds(second) { return first }
        if first.isEmpty || second.holds(first) { return second }
        return first + "\n\n" + second
    }

    static func find(_ place: Place, _ db: Database) throws -> Draft? {
        guard
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM draft WHERE account = ? AND child = ? AND kind = ?"),
                arguments: [place.account, place.child, place.kind])
        else { return nil }
        return try draft(row, db)
    }

    static func draft(_ row: Row, _ db: Database) throws -> Draft {
        let fields = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT name, value FROM draft_field WHERE draft = ?"),
            arguments: [row["id"] as String]
        ).map { ($0["name"] as String, $0["value"] as String) }
        return draft(row, fields: Dictionary(fields) { first, _ in first })
    }

    private static func draft(_ row: Row, fields: [String: String]) -> Draft {
        Draft(
            id: row["id"], child: row["child"], kind: row["kind"], mark: row["mark"],
            saved: Instant(milliseconds: row["saved"]), fields: fields)
    }
}

extension String {
    /// Whether another text stands in it, and not only in the middle of a word: the ticked `A1` is not in `A12`. Prose that is
    /// written on is: it was saved half-way through a word.
    fileprivate func holds(_ other: String) -> Bool {
        if other.contains(" "), hasPrefix(other) { return true }
        return ranges(of: other).contains { range in
            let before = range.lowerBound == startIndex ? nil : self[index(before: range.lowerBound)]
            let after = range.upperBound == endIndex ? nil : self[range.upperBound]
            return ![before, after].contains { $0.map { $0.isLetter || $0.isNumber } ?? false }
        }
    }
}
