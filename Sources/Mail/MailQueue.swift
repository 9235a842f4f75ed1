import Days
import Foundation
import GRDB
import LocalDatabase

/// What is still to be sent: `mail.sqlite`. An email waits here until a mail server has taken it, however long that is, so
/// a server that is down loses nothing; and each is written once, however often its sender is run.
public final class MailQueue: Sendable {
    private let pool: DatabasePool

    public init(directory: URL) throws { pool = try Self.database.open(in: directory) }

    /// `TLM1`.
    private static let database = LocalDatabase(
        fileName: "mail.sqlite", applicationID: 0x544C_4D31, steps: [tables], promise: .everything)

    /// Times are milliseconds since 1970. `once` names what the email is about, so that it is written once. `taken` is until
    /// when another process may be sending it. `noticed` says what somebody has been told is urgent.
    private static let tables = """
        CREATE TABLE email (
            once      TEXT PRIMARY KEY,
            recipient TEXT NOT NULL,
            kind      TEXT NOT NULL,
            subject   TEXT NOT NULL,
            body      TEXT NOT NULL,
            written   INTEGER NOT NULL,
            next      INTEGER NOT NULL,
            attempts  INTEGER NOT NULL DEFAULT 0,
            taken     INTEGER NOT NULL DEFAULT 0,
            sent      INTEGER,
            trouble   TEXT
        ) STRICT;
        CREATE INDEX waiting ON email (next) WHERE sent IS NULL;
        CREATE TABLE noticed (
            account TEXT NOT NULL,
            what    TEXT NOT NULL,
            PRIMARY KEY (account, what)
        ) STRICT, WITHOUT ROWID;
        """

    /// Writes an email, unless one of the same name was written before. - Returns: whether it is new.
    @discardableResult
    public func write(_ notice: Notice, to recipient: String, once: String, at now: Instant) throws -> Bool {
        try pool.write { try Self.write($0, notice, to: recipient, once: once, at: now) }
    }

    /// Tells somebody what is urgent that they were not told of, and forgets what is urgent no more, so that they are told
    /// again should it come back. Both or neither is kept.
    ///
    /// - Parameters:
    ///   - urgent: Everything urgent now, each by a name of its own.
    ///   - notice: Made from those of them that are new.
    @discardableResult
    public func tell(
        _ account: String, at recipient: String, urgent: Set<String>, at now: Instant,
        notice: (_ new: Set<String>) -> Notice?
    ) throws -> Bool {
        try pool.write { db in
            let told = Set(
                try String.fetchAll(db, sql: "SELECT what FROM noticed WHERE account = ?", arguments: [account]))
            for what in told.subtracting(urgent) {
                try db.execute(sql: "DELETE FROM noticed WHERE account = ? AND what = ?", arguments: [account, what])
            }
            let new = urgent.subtracting(told)
            guard !new.isEmpty, let notice = notice(new) else { return false }
            for what in new {
                try db.execute(sql: "INSERT INTO noticed (account, what) VALUES (?, ?)", arguments: [account, what])
            }
            return try Self.write(db, notice, to: recipient, once: "urgent \(UUID().uuidString)", at: now)
        }
    }

    private static func write(
        _ db: Database, _ notice: Notice, to recipient: String, once: String, at now: Instant
    ) throws -> Bool {
        try db.execute(
            sql: """
                INSERT INTO email (once, recipient, kind, subject, body, written, next) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (once) DO NOTHING
                """,
            arguments: [
                once, recipient, notice.kind.rawValue, notice.subject, notice.body, now.milliseconds, now.milliseconds,
            ])
        return db.changesCount == 1
    }
}

extension MailQueue {
    /// What came of a delivery.
    public struct Delivery: Hashable, Sendable {
        public internal(set) var sent = 0
        /// How many were tried and wait to be tried again.
        public internal(set) var failed = 0
        /// Why the last of them was not taken.
        public internal(set) var trouble: String?
        /// How many wait, tried now or not.
        public internal(set) var waiting = 0
    }

    /// Hands over what is due, the urgent first. What is not taken waits longer each time, and never gives up.
    ///
    /// - Parameter evenEarly: Also what is not due again yet.
    public func deliver(by server: MailServer, evenEarly: Bool = false, at now: Instant) throws -> Delivery {
        var delivery = Delivery()
        while let email = try take(evenEarly: evenEarly, at: now) {
            let message = Message(
                from: server.from, to: email.recipient, subject: email.subject, body: email.body, id: email.id,
                date: now)
            do {
                try server.send(message)
                delivery.sent += 1
                try pool.write {
                    try $0.execute(
                        sql: "UPDATE email SET sent = ?, taken = 0, trouble = NULL WHERE once = ?",
                        arguments: [now.milliseconds, email.once])
                }
            } catch let error as MailError {
                delivery.failed += 1
                delivery.trouble = error.description
                let next = now.milliseconds + Self.pause(after: email.attempts + 1)
                // Held until then, so that this delivery goes on to the next one.
                try pool.write {
                    try $0.execute(
                        sql: """
                            UPDATE email SET attempts = attempts + 1, next = ?, taken = ?, trouble = ? WHERE once = ?
                            """,
                        arguments: [next, evenEarly ? now.milliseconds + 1 : 0, error.description, email.once])
                }
            }
        }
        delivery.waiting = try pool.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM email WHERE sent IS NULL") ?? 0
        }
        return delivery
    }

    /// One minute after the first time, then twice as long each time, at most six hours: in milliseconds.
    static func pause(after attempts: Int) -> Int64 { min(60_000 << Int64(min(attempts - 1, 12)), 6 * 3_600_000) }

    private struct Email {
        let once, recipient, subject, body, id: String
        let attempts: Int
    }

    /// The next email that is due, held for five minutes against other processes.
    private func take(evenEarly: Bool, at now: Instant) throws -> Email? {
        try pool.write { db in
            let due = evenEarly ? Int64.max : now.milliseconds
            guard
                let row = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT * FROM email WHERE sent IS NULL AND next <= ? AND taken <= ?
                        ORDER BY kind <> 'urgent', written, once LIMIT 1
                        """, arguments: [due, now.milliseconds])
            else { return nil }
            let once: String = row["once"]
            try db.execute(
                sql: "UPDATE email SET taken = ? WHERE once = ?", arguments: [now.milliseconds + 300_000, once])
            let number: Int64 =
                try Int64.fetchOne(db, sql: "SELECT rowid FROM email WHERE once = ?", arguments: [once]) ?? 0
            let written: Int64 = row["written"]
            return Email(
                once: once, recipient: row["recipient"], subject: row["subject"], body: row["body"],
                id: "throughline.\(written).\(number)", attempts: row["attempts"])
        }
    }

    /// What waits: to whom, since when, how often it was tried and why it was not taken.
    public struct Waiting: Hashable, Sendable {
        public let recipient, kind: String
        public let written: Instant
        public let attempts: Int
        public let trouble: String?
    }

    public func waiting() throws -> [Waiting] {
        try pool.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM email WHERE sent IS NULL ORDER BY written, once").map {
                Waiting(
                    recipient: $0["recipient"], kind: $0["kind"], written: Instant(milliseconds: $0["written"]),
                    attempts: $0["attempts"], trouble: $0["trouble"])
            }
        }
    }

    /// Lets go of what was sent before an instant.
    public func forget(sentBefore instant: Instant) throws {
        try pool.write {
            try $0.execute(sql: "DELETE FROM email WHERE sent < ?", arguments: [instant.milliseconds])
        }
    }
}
