import Days
import Foundation
import GRDB

extension AccessStore {
    /// Everybody, by name.
    public func accounts() async throws -> [Account] {
        try await pool.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM account ORDER BY name, email_key").map(Account.init)
        }
    }

    /// Whether anybody may sign in at all.
    public func isEmpty() async throws -> Bool {
        try await pool.read { try Int.fetchOne($0, sql: "SELECT 1 FROM account LIMIT 1") == nil }
    }

    public func account(id: String) async throws -> Account? {
        try await pool.read { try Self.account($0, id: id) }
    }

    /// The account that an email or an id means.
    public func account(named name: String) async throws -> Account {
        let found = try await pool.read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM account WHERE email_key = ? OR id = ?",
                arguments: [EmailAddress.key(name), name]
            ).map(Account.init)
        }
        guard let found else { throw AccessError.noSuchAccount(name) }
        return found
    }

    /// Adds somebody, who can sign in once they have chosen a password.
    @discardableResult
    public func add(
        email: String, name: String, roles: [Role], worker: String? = nil, ends: Day? = nil, isFictional: Bool = false,
        at now: Instant
    ) async throws -> Account {
        guard EmailAddress.isOne(email) else { throw AccessError.notAnEmail(email) }
        guard !roles.isEmpty else { throw AccessError.noRole }
        return try await pool.write { db in
            try Self.insert(
                db, email: email, name: name, roles: roles, worker: worker, ends: ends, isFictional: isFictional,
                at: now)
        }
    }

    static func insert(
        _ db: Database, email: String, name: String, roles: [Role], worker: String?, ends: Day?, isFictional: Bool,
        at now: Instant
    ) throws -> Account {
        let key = EmailAddress.key(email)
        guard try Int.fetchOne(db, sql: "SELECT 1 FROM account WHERE email_key = ?", arguments: [key]) == nil else {
            throw AccessError.emailTaken(email)
        }
        let id = "u-" + Secret.random(bytes: 8).hexadecimal
        try db.execute(
            sql: """
                INSERT INTO account (id, email, email_key, name, roles, worker, ends, fictional, added)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, email.trimmingCharacters(in: .whitespacesAndNewlines), key, name, roles.stored, worker,
                ends?.ordinal, isFictional, now.milliseconds,
            ])
        guard let account = try self.account(db, id: id) else { throw AccessError.noSuchAccount(id) }
        return account
    }

    /// Puts roles, worker, end, name and whether it is disabled as `account` has them. The last administrator
    /// stays one.
    public func update(_ account: Account) async throws {
        guard !account.roles.isEmpty else { throw AccessError.noRole }
        try await pool.write { db in
            let had = try Self.administrators(db) > 0
            try db.execute(
                sql: "UPDATE account SET name = ?, roles = ?, worker = ?, ends = ?, disabled = ? WHERE id = ?",
                arguments: [
                    account.name, account.roles.stored, account.worker, account.ends?.ordinal, account.isDisabled,
                    account.id,
                ])
            guard db.changesCount == 1 else { throw AccessError.noSuchAccount(account.id) }
            if had, try Self.administrators(db) == 0 { throw AccessError.lastAdministrator }
        }
    }

    private static func administrators(_ db: Database) throws -> Int {
        try Row.fetchAll(db, sql: "SELECT * FROM account").map(Account.init)
            .count { $0.roles.contains(.administrator) && !$0.isDisabled }
    }

    static func account(_ db: Database, id: String) throws -> Account? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM account WHERE id = ?"), arguments: [id])
            .map(Account.init)
    }
}

extension Account {
    init(_ row: Row) {
        self.init(
            id: row["id"], email: row["email"], name: row["name"], roles: [Role](stored: row["roles"]),
            worker: row["worker"], ends: (row["ends"] as Int32?).map { Day(ordinal: $0) }, isDisabled: row["disabled"],
            isFictional: row["fictional"], hasPassword: row["password"] != nil,
            hasSecondFactor: row["second_factor"] != nil)
    }
}

extension [Role] {
    /// Their names with a blank between. A role that this version does not know opens nothing.
    init(stored: String) { self = stored.split(separator: " ").compactMap { Role(rawValue: String($0)) } }
    var stored: String { map(\.rawValue).joined(separator: " ") }
}
