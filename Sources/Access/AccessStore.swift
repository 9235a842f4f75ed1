import Foundation
import GRDB
import LocalDatabase

/// What is kept of people and of who has looked: `access.sqlite`. Nothing of it ever enters the journal.
public final class AccessStore: Sendable {
    let pool: DatabasePool
    /// Whether the records beside it are made up. Fictional accounts open nothing else.
    public let isFictional: Bool
    /// Who has looked at whom.
    public let log: AccessLog
    let unseen = UnseenGlasses()

    /// Opens the file in `directory`, making it where it is not there.
    public init(directory: URL, isFictional: Bool = false) throws {
        pool = try Self.database.open(in: directory)
        self.isFictional = isFictional
        log = AccessLog(pool)
    }

    /// `TLA1`.
    static let database = LocalDatabase(
        fileName: "access.sqlite", applicationID: 0x544C_4131, steps: [accounts, looks, glasses], promise: .everything)

    /// Times are milliseconds since 1970, days are counted as in ``Day/ordinal``. `email` is kept as people write it and
    /// compared by `email_key`. `last_step` is the last step of time that a one-time code was used in.
    private static let accounts = """
        CREATE TABLE account (
            id            TEXT PRIMARY KEY,
            email         TEXT NOT NULL,
            email_key     TEXT NOT NULL UNIQUE,
            name          TEXT NOT NULL,
            roles         TEXT NOT NULL,
            worker        TEXT,
            ends          INTEGER,
            disabled      INTEGER NOT NULL DEFAULT 0,
            fictional     INTEGER NOT NULL DEFAULT 0,
            password      TEXT,
            second_factor BLOB,
            last_step     INTEGER NOT NULL DEFAULT 0,
            added         INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE invitation (
            digest  BLOB PRIMARY KEY,
            account TEXT,
            expires INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE attempt (
            subject  TEXT PRIMARY KEY,
            failures INTEGER NOT NULL,
            last     INTEGER NOT NULL,
            until    INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}

/// What a person who keeps the accounts can act on.
public enum AccessError: Error, CustomStringConvertible, Sendable {
    case noSuchAccount(String)
    case emailTaken(String)
    case notAnEmail(String)
    case noRole
    case notFictional
    case lastAdministrator
    /// The reason is one of ``PasswordAdvice``.
    case passwordRefused(String)
    /// More people are signing in at this moment than can be served.
    case busy

    public var description: String {
        switch self {
        case .noSuchAccount(let who): "nobody here has the email or id \(who); throughline user list shows who there is"
        case .emailTaken(let email): "\(email) has an account already; change it, or use another email"
        case .notAnEmail(let text): "\(text) is not an email address; write it as name@council.gov.uk"
        case .noRole: "an account needs a role; name one of \(Role.ofAccounts.map(\.rawValue).joined(separator: ", "))"
        case .notFictional: "these records are not fictional, so no fictional sign-ins are made for them"
        case .lastAdministrator: "nobody else is an administrator; make another one first"
        case .passwordRefused(let why): why
        case .busy: "too many people are signing in at this moment; wait a minute and try again"
        }
    }
}
