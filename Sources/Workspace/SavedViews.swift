import GRDB

/// Lists that somebody keeps under a name of their own: the address of the list, which asks again each time it is opened.
public struct SavedViews: Sendable {
    private let workspace: Workspace
    public init(_ workspace: Workspace) { self.workspace = workspace }

    /// How many one account may keep.
    public static let most = 30

    /// `TLW1`: an account's views by their names.
    static let step = """
        CREATE TABLE saved_view (
            account TEXT NOT NULL,
            name    TEXT NOT NULL,
            address TEXT NOT NULL,
            PRIMARY KEY (account, name)
        ) STRICT, WITHOUT ROWID;
        """

    /// The views of an account, by name.
    public func of(_ account: String) async throws -> [(name: String, address: String)] {
        try await workspace.pool.read { db in
            try Row.fetchAll(
                db, sql: "SELECT name, address FROM saved_view WHERE account = ? ORDER BY name COLLATE NOCASE",
                arguments: [account]
            ).map { ($0["name"], $0["address"]) }
        }
    }

    /// Keeps a view under a name, in the place of one that had it. Beyond ``most`` nothing is kept.
    public func keep(_ name: String, _ address: String, for account: String) async throws {
        try await workspace.pool.write { db in
            try db.execute(
                sql: """
                    INSERT INTO saved_view (account, name, address) SELECT ?, ?, ?
                    WHERE (SELECT count(*) FROM saved_view WHERE account = ? AND name <> ?) < ?
                    ON CONFLICT (account, name) DO UPDATE SET address = excluded.address
                    """,
                arguments: [account, name, address, account, name, Self.most])
        }
    }

    public func remove(_ name: String, of account: String) async throws {
        try await workspace.pool.write { db in
            try db.execute(sql: "DELETE FROM saved_view WHERE account = ? AND name = ?", arguments: [account, name])
        }
    }
}
