import Days
import Foundation
import GRDB

/// Signing in: an email and a password, then a code for those who can open the most.
///
/// Whether an email has an account cannot be told from the answer, nor from how long it takes: an unknown one is checked
/// against a hash of nothing, and both are slowed down alike.
public struct SignIn: Sendable {
    private let store: AccessStore
    private let hashing: PasswordHashing

    public init(_ store: AccessStore, _ hashing: PasswordHashing) { (self.store, self.hashing) = (store, hashing) }

    public enum Outcome: Hashable, Sendable {
        case signedIn(Account)
        /// Not the password, not an account, or one that is closed: it is not said which.
        case refused
        /// Too many attempts; none is looked at before then.
        case wait(until: Instant)
    }

    /// - Parameter address: of the network, from which the attempt comes.
    public func attempt(email: String, password: String, from address: String, at now: Instant) async throws -> Outcome
    {
        let (account, place) = (Self.subject(email: email), "address:\(address)")
        if let until = try await store.begin([(account, .account), (place, .address)], at: now) {
            return .wait(until: until)
        }
        let found = try await store.pool.read { db in
            try Row.fetchOne(
                db, sql: "SELECT * FROM account WHERE email_key = ?", arguments: [EmailAddress.key(email)]
            )
            .map { (Account($0), $0["password"] as String?) }
        }
        guard try await hashing.check(typed: password, against: found?.1), let found,
            isOpen(found.0, now)
        else { return .refused }
        try await store.succeeded(account: account, address: place)
        return .signedIn(found.0)
    }

    /// Whether an account opens anything now.
    public func isOpen(_ account: Account, _ now: Instant) -> Bool {
        account.isOpen(on: now.inLondon.day) && (!account.isFictional || store.isFictional)
    }

    /// Whether a code is the account's at this moment. One that has been used is not.
    public func check(code: String, of id: String, at now: Instant) async throws -> Outcome {
        let subject = Self.subject(codeOf: id)
        if let until = try await store.begin([(subject, .account)], at: now) { return .wait(until: until) }
        let account: Account? = try await store.pool.write { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM account WHERE id = ?", arguments: [id]),
                let secret = row["second_factor"] as Data?,
                let step = OneTimeCode.step(
                    of: code, Array(secret), atSecond: now.milliseconds / 1000, after: row["last_step"])
            else { return nil }
            try db.execute(sql: "UPDATE account SET last_step = ? WHERE id = ?", arguments: [step, id])
            return Account(row)
        }
        guard let account, isOpen(account, now) else { return .refused }
        try await store.succeeded(account: subject, address: "")
        return .signedIn(account)
    }

    static func subject(email: String) -> String { "account:" + Secret.digest(EmailAddress.key(email)).hexadecimal }
    static func subject(codeOf id: String) -> String { "code:" + id }
}

extension PasswordHashing {
    /// The hash of what somebody typed: one sequence of characters however a keyboard composed them.
    public func hash(typed password: String) async throws -> String { try await hash(Self.composed(password)) }

    func check(typed password: String, against hash: String?) async throws -> Bool {
        try await check(Self.composed(password), against: hash)
    }

    private static func composed(_ password: String) -> String { password.precomposedStringWithCompatibilityMapping }
}
