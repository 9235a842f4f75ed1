import Days
import Foundation
import GRDB
import Synchronization

/// Who is signed in. Kept in `work.sqlite`, so that a restart signs nobody out; what was read a moment ago is not read
/// again, so that a page does not wait for the disk.
public final class Sessions: Sendable {
    let workspace: Workspace
    public let limits: SessionLimits
    private let recent = Mutex<[Data: Recent]>([:])

    private struct Recent {
        var session: Session
        /// When it was last read from the disk, and when its use was last written there.
        var read: Instant
        var written: Instant
    }

    /// Another process that ends a session is noticed within this time, in milliseconds.
    private static let trusted: Int64 = 1000
    /// Use is written to the disk this often, in milliseconds.
    private static let written: Int64 = 60_000
    private static let mostRecent = 10_000

    public init(_ workspace: Workspace, limits: SessionLimits = SessionLimits()) {
        (self.workspace, self.limits) = (workspace, limits)
    }

    public enum Found: Hashable, Sendable {
        case none
        case open(Session)
        /// Over, but not yet forgotten: whose it was is still known.
        case over(Session)
    }

    /// Starts a session and gives its key, which is shown to the browser once and kept nowhere.
    public func start(
        _ account: String, _ stage: Session.Stage, address: String, browser: String, at now: Instant
    ) async throws -> SessionKey {
        let key = SessionKey()
        let session = Session(
            id: key.digest, account: account, stage: stage, started: now, seen: now, address: address,
            browser: String(browser.prefix(200)))
        try await workspace.pool.write { db in
            try db.execute(
                sql: "DELETE FROM session WHERE max(seen, started) <= ?",
                arguments: [now.milliseconds - SessionLimits.forgottenAfter - Int64(self.limits.absolute) * 60_000])
            try db.execute(
                sql: """
                    INSERT INTO session (digest, account, stage, started, seen, address, browser)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    session.id, account, stage.rawValue, now.milliseconds, now.milliseconds, address, session.browser,
                ])
        }
        keep(session, read: now, written: now)
        return key
    }

    /// The session of a key; using it keeps it open.
    public func find(_ key: SessionKey, at now: Instant) async throws -> Found {
        let digest = key.digest
        let known = recent.withLock { recent -> Recent? in
            guard let known = recent[digest], now.milliseconds - known.read.milliseconds < Self.trusted else {
                return nil
            }
            return known
        }
        guard var session = known?.session else { return try await read(digest, at: now) }
        guard !limits.isOver(session, at: now) else { return .over(session) }
        session.seen = now
        let written = known?.written ?? now
        keep(session, read: known?.read ?? now, written: written)
        try await noteUse(of: session, written, at: now)
        return .open(session)
    }

    private func read(_ digest: Data, at now: Instant) async throws -> Found {
        let kept = try await workspace.pool.read { db in
            try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM session WHERE digest = ?"), arguments: [digest]
            ).flatMap(Session.init)
        }
        guard var session = kept else {
            recent.withLock { $0[digest] = nil }
            return .none
        }
        let written = session.seen
        // What this process has seen since the last writing counts too.
        if let earlier = recent.withLock({ $0[digest]?.session.seen }), earlier > session.seen {
            session.seen = earlier
        }
        guard !limits.isOver(session, at: now) else { return .over(session) }
        session.seen = now
        keep(session, read: now, written: written)
        try await noteUse(of: session, written, at: now)
        return .open(session)
    }

    private func noteUse(of session: Session, _ written: Instant, at now: Instant) async throws {
        guard now.milliseconds - written.milliseconds >= Self.written else { return }
        keep(session, read: now, written: now)
        try await workspace.pool.write { db in
            try db.execute(
                sql: "UPDATE session SET seen = ? WHERE digest = ?", arguments: [now.milliseconds, session.id])
        }
    }

    private func keep(_ session: Session, read: Instant, written: Instant) {
        recent.withLock { recent in
            if recent.count >= Self.mostRecent, recent[session.id] == nil { recent.removeAll() }
            recent[session.id] = Recent(session: session, read: read, written: written)
        }
    }

    /// Ends one session, by its id.
    public func end(_ id: Data) async throws {
        recent.withLock { $0[id] = nil }
        try await workspace.pool.write { try $0.execute(sql: "DELETE FROM session WHERE digest = ?", arguments: [id]) }
    }

    /// Ends every session of an account, but the one that may be kept. Where none is, what the person has on any device can be
    /// read no more (``DeviceKeys``).
    public func endAll(of account: String, keeping kept: Data? = nil) async throws {
        recent.withLock { recent in recent = recent.filter { $0.key == kept || $0.value.session.account != account } }
        try await workspace.pool.write { db in
            try db.execute(
                sql: "DELETE FROM session WHERE account = ? AND digest IS NOT ?", arguments: [account, kept])
            if kept == nil { try db.execute(sql: "DELETE FROM device_key WHERE account = ?", arguments: [account]) }
        }
    }

    /// Where an account is signed in, the latest first.
    public func open(of account: String, at now: Instant) async throws -> [Session] {
        let kept = try await workspace.pool.read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM session WHERE account = ? ORDER BY seen DESC", arguments: [account]
            ).compactMap(Session.init)
        }
        return kept.filter { $0.stage == .signedIn && !limits.isOver($0, at: now) }
    }
}

extension Session {
    fileprivate init?(_ row: Row) {
        guard let stage = Stage(rawValue: row["stage"]) else { return nil }
        self.init(
            id: row["digest"], account: row["account"], stage: stage,
            started: Instant(milliseconds: row["started"]), seen: Instant(milliseconds: row["seen"]),
            address: row["address"], browser: row["browser"])
    }
}
