import Crypto
import Days
import Foundation
import GRDB

/// What somebody typed and sent after their session was over. It waits, sealed under a key that only their browser has,
/// for the same person to sign in again; after a day it is gone. A form with a password or a one-time code in it is not
/// kept at all.
public struct HeldForms: Sendable {
    private let workspace: Workspace
    public init(_ workspace: Workspace) { self.workspace = workspace }

    /// A form as it was sent.
    public struct Form: Hashable, Sendable, Codable {
        /// Where it was sent.
        public let path: String
        /// Its fields in order; the token of the session that is over is not among them.
        public let fields: [Field]

        public struct Field: Hashable, Sendable, Codable {
            public let name: String
            public let value: String
            public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
        }

        public init(path: String, fields: [Field]) { (self.path, self.fields) = (path, fields) }
    }

    /// Keeps a form for an account and gives the key to it; nil where the form has a ``SecretField`` and was not kept.
    public func hold(_ form: Form, for account: String, at now: Instant) async throws -> SessionKey? {
        guard !form.fields.contains(where: { SecretField(rawValue: $0.name) != nil }) else { return nil }
        let key = SessionKey()
        let plain = try JSONEncoder().encode(form)
        guard let sealed = try AES.GCM.seal(plain, using: Self.cipherKey(key)).combined else { return key }
        try await workspace.pool.write { db in
            try db.execute(sql: "DELETE FROM held_form WHERE expires <= ?", arguments: [now.milliseconds])
            try db.execute(
                sql: "INSERT INTO held_form (digest, account, sealed, expires) VALUES (?, ?, ?, ?)",
                arguments: [key.digest, account, sealed, now.adding(hours: 24).milliseconds])
        }
        return key
    }

    /// The form of a key, for the account that sent it.
    public func find(_ key: SessionKey, of account: String, at now: Instant) async throws -> Form? {
        let sealed = try await workspace.pool.read { db in
            try Data.fetchOne(
                db, sql: "SELECT sealed FROM held_form WHERE digest = ? AND account = ? AND expires > ?",
                arguments: [key.digest, account, now.milliseconds])
        }
        guard let sealed, let box = try? AES.GCM.SealedBox(combined: sealed),
            let plain = try? AES.GCM.open(box, using: Self.cipherKey(key))
        else { return nil }
        return try? JSONDecoder().decode(Form.self, from: plain)
    }

    /// Lets go of a form that has been sent again, or is no longer wanted.
    public func drop(_ key: SessionKey) async throws {
        try await workspace.pool.write { db in
            try db.execute(sql: "DELETE FROM held_form WHERE digest = ?", arguments: [key.digest])
        }
    }

    private static func cipherKey(_ key: SessionKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Data(key.text.utf8)), info: Data("throughline held form".utf8),
            outputByteCount: 32)
    }
}
