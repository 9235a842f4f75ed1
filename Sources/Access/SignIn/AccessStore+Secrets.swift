import Days
import Foundation
import GRDB

/// A link that lets somebody choose a password: good once, for a day. Only its digest is kept.
public struct Invitation: Hashable, Sendable {
    /// Whom it is for; nil for whoever becomes the first administrator.
    public let account: Account?
    static let hours = 24
}

extension AccessStore {
    /// A token for a one-time link to choose a password. Earlier ones of the account no longer work.
    ///
    /// - Parameter account: nil for the first administrator, while there is no account at all.
    public func invite(_ account: Account?, at now: Instant) async throws -> String {
        let token = Secret.token()
        try await pool.write { db in
            try db.execute(
                sql: "DELETE FROM invitation WHERE account IS ? OR expires <= ?",
                arguments: [account?.id, now.milliseconds])
            try db.execute(
                sql: "INSERT INTO invitation (digest, account, expires) VALUES (?, ?, ?)",
                arguments: [
                    Secret.digest(token), account?.id, now.adding(hours: Invitation.hours).milliseconds,
                ])
        }
        return token
    }

    /// What a token is good for; nil where it is used up, out of date or never was one.
    public func invitation(_ token: String, at now: Instant) async throws -> Invitation? {
        try await pool.read { try Self.invitation($0, token, at: now) }
    }

    private static func invitation(_ db: Database, _ token: String, at now: Instant) throws -> Invitation? {
        guard
            let row = try Row.fetchOne(
                db, sql: "SELECT account FROM invitation WHERE digest = ? AND expires > ?",
                arguments: [Secret.digest(token), now.milliseconds])
        else { return nil }
        guard let id = row["account"] as String? else {
            let isFirst = try Int.fetchOne(db, sql: "SELECT 1 FROM account LIMIT 1") == nil
            return isFirst ? Invitation(account: nil) : nil
        }
        return try account(db, id: id).map { Invitation(account: $0) }
    }

    /// Uses a token up: keeps the hash of the chosen password, and makes the first administrator where it was for one.
    ///
    /// - Parameter first: the email and the name of the first administrator.
    public func accept(
        _ token: String, hash: String, first: (email: String, name: String)? = nil, at now: Instant
    ) async throws -> Account? {
        let (email, name) = (first?.email, first?.name)
        if let email, !EmailAddress.isOne(email) { throw AccessError.notAnEmail(email) }
        return try await pool.write { db in
            guard let invitation = try Self.invitation(db, token, at: now) else { return nil }
            let account: Account
            if let invited = invitation.account {
                account = invited
            } else {
                guard let email, let name else { return nil }
                account = try Self.insert(
                    db, email: email, name: name, roles: [.administrator], worker: nil, ends: nil, isFictional: false,
                    at: now)
            }
            try db.execute(sql: "UPDATE account SET password = ? WHERE id = ?", arguments: [hash, account.id])
            try db.execute(sql: "DELETE FROM invitation WHERE digest = ?", arguments: [Secret.digest(token)])
            return try Self.account(db, id: account.id)
        }
    }

    /// Keeps another password's hash.
    public func setPassword(hash: String, of account: Account) async throws {
        try await pool.write { db in
            try db.execute(sql: "UPDATE account SET password = ? WHERE id = ?", arguments: [hash, account.id])
        }
    }

    /// Takes the password and the second factor away; the account is opened again by a new invitation.
    public func reset(_ account: Account) async throws {
        try await pool.write { db in
            try db.execute(
                sql: "UPDATE account SET password = NULL, second_factor = NULL, last_step = 0 WHERE id = ?",
                arguments: [account.id])
        }
    }

    /// The hash of the account's password.
    public func passwordHash(of account: Account) async throws -> String? {
        try await pool.read { db in
            try String.fetchOne(db, sql: "SELECT password FROM account WHERE id = ?", arguments: [account.id])
        }
    }

    /// Keeps the secret of a second factor once a code has shown that the telephone has it too.
    public func setSecondFactor(_ secret: [UInt8], code: String, of account: Account, at now: Instant) async throws
        -> Bool
    {
        guard let step = OneTimeCode.step(of: code, secret, atSecond: now.milliseconds / 1000, after: 0) else {
            return false
        }
        try await pool.write { db in
            try db.execute(
                sql: "UPDATE account SET second_factor = ?, last_step = ? WHERE id = ?",
                arguments: [Data(secret), step, account.id])
        }
        return true
    }
}
