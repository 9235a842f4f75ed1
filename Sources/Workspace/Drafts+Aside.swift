import GRDB

/// Several drafts of one kind of record for one child: two visits in one week, neither signed. One is at hand, where its form
/// opens; the others are set aside until somebody goes on with them. A page that is still open on one of those saves there.
extension Drafts {
    /// Sets the draft at hand aside, so that its form opens empty.
    public func setAside(_ place: Place) async throws {
        try await workspace.pool.write { db in
            if let draft = try Self.find(place, db) { try Self.call(draft.id, Self.aside(place, draft.id), db) }
        }
    }

    /// Takes up a draft that was set aside; the one at hand is set aside in its turn. Nothing happens where there is no such
    /// draft.
    public func takeUp(_ id: String, in place: Place) async throws {
        try await workspace.pool.write { db in
            guard let draft = try Self.find(id: id, near: place, db), draft.kind != place.kind else { return }
            if let before = try Self.find(place, db) { try Self.call(before.id, Self.aside(place, before.id), db) }
            try Self.call(draft.id, place.kind, db)
        }
    }

    /// Those set aside, the one saved last first.
    public func aside(_ place: Place) async throws -> [Draft] {
        try await workspace.pool.read { db in
            try String.fetchAll(
                db, sql: "SELECT id FROM draft WHERE account = ? AND child = ? AND \(Self.isNear) ORDER BY saved DESC",
                arguments: [place.account, place.child, place.kind, place.kind, place.kind]
            ).compactMap { try Self.find(id: $0, near: place, db) }.filter { $0.kind != place.kind }
        }
    }

    /// A draft by its number, at hand or set aside; nil where it is another person’s, child’s or kind’s.
    public func find(id: String, near place: Place) async throws -> Draft? {
        try await workspace.pool.read { try Self.find(id: id, near: place, $0) }
    }

    static func find(id: String, near place: Place, _ db: Database) throws -> Draft? {
        guard
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: "SELECT * FROM draft WHERE id = ? AND account = ? AND child = ? AND \(isNear)"),
                arguments: [id, place.account, place.child, place.kind, place.kind, place.kind])
        else { return nil }
        return try draft(row, db)
    }

    /// The kind of record that a draft is of, at hand or set aside.
    public static func kind(_ name: String) -> String { String(name.prefix { $0 != "+" }) }

    private static let isNear = "(kind = ? OR substr(kind, 1, length(?) + 1) = ? || '+')"
    private static func aside(_ place: Place, _ id: String) -> String { "\(place.kind)+\(id)" }

    private static func call(_ id: String, _ kind: String, _ db: Database) throws {
        try db.execute(sql: "UPDATE draft SET kind = ? WHERE id = ?", arguments: [kind, id])
    }
}
