import Crypto
import Days
import Foundation
import GRDB

/// The keys that lock what a person typed on a device while it could not be sent (`docs/decisions/0109-text-on-a-device.md`).
///
/// A key is worked out from a secret that is kept here and one that only the device has, for one person: neither half opens
/// anything, and nobody else is given it. It is gone when the person signs out on the device, when they are signed out
/// everywhere, and after ``hours``; what it locked can then be read by nobody.
public struct DeviceKeys: Sendable {
    private let workspace: Workspace
    public init(_ workspace: Workspace) { self.workspace = workspace }

    /// Hours that a text on a device can be read for, counted from when its key was first given.
    public static let hours = 72
    /// Minutes in which the same key is given again, so that a text lives at least 71 of the hours.
    static let givenAgain = 60

    /// `TLW1`: `device` is the digest of the device's secret, `made` milliseconds since 1970.
    static let step = """
        CREATE TABLE device_key (
            id      TEXT PRIMARY KEY,
            account TEXT NOT NULL,
            device  BLOB NOT NULL,
            secret  BLOB NOT NULL,
            made    INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    public struct Key: Hashable, Sendable {
        /// The ``DeviceKeys/mark(of:on:)`` of the person on the device, a stop and a number.
        public let id: String
        /// 32 bytes.
        public let bytes: Data
    }

    /// A key to lock with: the latest, or a new one where that is older than an hour.
    public func give(_ account: String, on device: SessionKey, at now: Instant) async throws -> Key {
        let oldest = now.milliseconds - Int64(Self.hours) * 3_600_000
        let recent = now.milliseconds - Int64(Self.givenAgain) * 60_000
        let fresh = SessionKey()
        let id = "\(Self.mark(of: account, on: device)).\(fresh.text.prefix(16))"
        let kept = try await workspace.pool.write { db -> (String, Data)? in
            try db.execute(sql: "DELETE FROM device_key WHERE made <= ?", arguments: [oldest])
            try Drafts.forgetArrived(by: oldest, db)
            let row = try Row.fetchOne(
                db,
                sql:
                    "SELECT id, secret FROM device_key WHERE account = ? AND device = ? AND made > ? ORDER BY made DESC",
                arguments: [account, device.digest, recent])
            if let row { return (row["id"], row["secret"]) }
            try db.execute(
                sql: "INSERT INTO device_key (id, account, device, secret, made) VALUES (?, ?, ?, ?, ?)",
                arguments: [id, account, device.digest, fresh.digest, now.milliseconds])
            return nil
        }
        let (name, secret) = kept ?? (id, fresh.digest)
        return Key(id: name, bytes: Self.derive(secret, account, device))
    }

    /// The key that locked something before, for the same person on the same device; nil for everybody else, and once it is
    /// gone.
    public func find(_ id: String, of account: String, on device: SessionKey, at now: Instant) async throws -> Key? {
        let secret = try await workspace.pool.read { db in
            try Data.fetchOne(
                db, sql: "SELECT secret FROM device_key WHERE id = ? AND account = ? AND device = ? AND made > ?",
                arguments: [id, account, device.digest, now.milliseconds - Int64(Self.hours) * 3_600_000])
        }
        return secret.map { Key(id: id, bytes: Self.derive($0, account, device)) }
    }

    /// The person signs out on the device.
    public func end(of account: String, on device: SessionKey) async throws {
        try await workspace.pool.write { db in
            try db.execute(
                sql: "DELETE FROM device_key WHERE account = ? AND device = ?", arguments: [account, device.digest])
        }
    }

    /// The person is signed out everywhere, but on one device that may be kept.
    public func endAll(of account: String, keeping device: SessionKey? = nil) async throws {
        try await workspace.pool.write { db in
            try db.execute(
                sql: "DELETE FROM device_key WHERE account = ? AND device IS NOT ?",
                arguments: [account, device?.digest])
        }
    }

    /// What a person's texts on a device are known by there. It names neither.
    public static func mark(of account: String, on device: SessionKey) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("throughline device mark \(account)".utf8), using: SymmetricKey(data: Data(device.text.utf8)))
        return SessionKey.hexadecimal(code.prefix(16))
    }

    private static func derive(_ secret: Data, _ account: String, _ device: SessionKey) -> Data {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), salt: Data(device.text.utf8),
            info: Data("throughline device text \(account)".utf8), outputByteCount: 32
        ).withUnsafeBytes { Data($0) }
    }
}
