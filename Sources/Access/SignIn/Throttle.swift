import Days
import GRDB

/// How attempts to sign in are slowed down: for the account that is tried and for the address that tries, known or not.
public struct Throttle: Hashable, Sendable {
    /// How many failures cost nothing.
    let allowance: Int
    /// After so many hours without an attempt all is forgotten.
    let forgottenAfter: Int

    static let account = Throttle(allowance: 5, forgottenAfter: 24)
    /// A council's offices may share one address.
    static let address = Throttle(allowance: 30, forgottenAfter: 1)

    /// In seconds: 15 after the first failure too many, and twice as long after each one, up to 15 minutes.
    func wait(after failures: Int) -> Int64 {
        let beyond = failures - allowance
        return beyond < 0 ? 0 : min(15 << Int64(min(beyond, 10)), 900)
    }
}

extension AccessStore {
    /// Counts an attempt before it is looked at, so that many at once gain nothing.
    ///
    /// - Returns: When the next may be made, where this one comes too soon; nil where it may go on.
    func begin(_ subjects: [(String, Throttle)], at now: Instant) async throws -> Instant? {
        try await pool.write { db in
            var until: Int64 = 0
            for (subject, throttle) in subjects {
                let row = try Row.fetchOne(db, sql: "SELECT * FROM attempt WHERE subject = ?", arguments: [subject])
                if let row, row["last"] as Int64 + Int64(throttle.forgottenAfter) * 3_600_000 > now.milliseconds {
                    until = max(until, row["until"])
                } else if row != nil {
                    try db.execute(sql: "DELETE FROM attempt WHERE subject = ?", arguments: [subject])
                }
            }
            guard until <= now.milliseconds else { return Instant(milliseconds: until) }
            for (subject, throttle) in subjects {
                let failures =
                    try Int.fetchOne(db, sql: "SELECT failures FROM attempt WHERE subject = ?", arguments: [subject])
                    ?? 0
                try db.execute(
                    sql: "INSERT OR REPLACE INTO attempt (subject, failures, last, until) VALUES (?, ?, ?, ?)",
                    arguments: [
                        subject, failures + 1, now.milliseconds,
                        now.milliseconds + throttle.wait(after: failures + 1) * 1000,
                    ])
            }
            return nil
        }
    }

    /// Takes back what ``begin(_:at:)`` counted: all of it for an account, one attempt for an address.
    func succeeded(account: String, address: String) async throws {
        try await pool.write { db in
            try db.execute(sql: "DELETE FROM attempt WHERE subject = ?", arguments: [account])
            try db.execute(
                sql: "UPDATE attempt SET failures = max(failures - 1, 0), until = 0 WHERE subject = ?",
                arguments: [address])
        }
    }

    /// Lets an account be tried again at once.
    public func unlock(_ account: Account) async throws {
        try await pool.write { db in
            for subject in [SignIn.subject(email: account.email), SignIn.subject(codeOf: account.id)] {
                try db.execute(sql: "DELETE FROM attempt WHERE subject = ?", arguments: [subject])
            }
        }
    }
}
