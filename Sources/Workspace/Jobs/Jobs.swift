import Days
import Foundation
import GRDB

/// The rows of jobs in `work.sqlite`. A change of state names the state it starts from, so that two who act at once cannot
/// both succeed.
public struct Jobs: Sendable {
    private let workspace: Workspace
    public init(_ workspace: Workspace) { self.workspace = workspace }

    /// How long a staged file is kept.
    public static let kept: Int64 = 24 * 3_600_000
    /// After this long without a word, whoever worked on a job is taken to be gone.
    static let silence: Int64 = 30_000

    /// For ``Workspace``'s steps. Times are milliseconds since 1970.
    static let step = """
        CREATE TABLE job (
            id        TEXT PRIMARY KEY,
            owner     TEXT NOT NULL,
            state     TEXT NOT NULL,
            request   BLOB NOT NULL,
            outcome   BLOB,
            progress  TEXT NOT NULL,
            created   INTEGER NOT NULL,
            heartbeat INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX job_of_owner ON job (owner, created);
        """

    public func add(_ id: String, of owner: String, request: Data, at now: Instant) async throws {
        try await workspace.pool.write { db in
            try db.execute(
                sql: """
                    INSERT INTO job (id, owner, state, request, progress, created, heartbeat)
                    VALUES (?, ?, 'waiting', ?, '', ?, ?)
                    """,
                arguments: [id, owner, request, now.milliseconds, now.milliseconds])
        }
    }

    /// Somebody's own jobs, latest first.
    public func of(_ owner: String) async throws -> [Job] {
        try await rows("WHERE owner = ? ORDER BY created DESC, id LIMIT 50", [owner])
    }

    /// How far each job is, whoever's.
    public func states() async throws -> [String: Job.State] {
        try await workspace.pool.read { db in
            try Row.fetchAll(db, sql: "SELECT id, state FROM job").reduce(into: [:]) { states, row in
                states[row["id"]] = Job.State(rawValue: row["state"]) ?? .failed
            }
        }
    }

    /// Everybody's, latest first, for whoever looks after the service.
    public func all() async throws -> [Job] { try await rows("ORDER BY created DESC, id LIMIT 200", []) }

    /// A job of `owner`'s; nil for one that is somebody else's.
    public func find(_ id: String, of owner: String) async throws -> Job? {
        try await rows("WHERE id = ? AND owner = ?", [id, owner]).first
    }

    /// What is to be worked on next, the longest wait first: what waits, and what was left behind by somebody who is gone.
    public func next(at now: Instant) async throws -> Job? {
        try await rows(
            """
            WHERE state IN ('waiting', 'queued') OR (state IN ('reading', 'importing') AND heartbeat < ?)
            ORDER BY created, id LIMIT 1
            """, [now.milliseconds - Self.silence]
        ).first
    }

    /// How many stand before a job in the queue.
    public func before(_ job: Job) async throws -> Int {
        try await rows(
            """
            WHERE state IN ('waiting', 'reading', 'queued', 'importing') AND (created < ? OR (created = ? AND id < ?))
            """, [job.created.milliseconds, job.created.milliseconds, job.id]
        ).count
    }

    /// Moves a job from the state it was seen in to another; false where it was no longer in that state.
    @discardableResult
    public func move(
        _ job: Job, to state: Job.State, outcome: Data? = nil, progress: String = "", at now: Instant
    ) async throws -> Bool {
        try await workspace.pool.write { db in
            try db.execute(
                sql: """
                    UPDATE job SET state = ?, outcome = coalesce(?, outcome), progress = ?, heartbeat = ?
                    WHERE id = ? AND state = ?
                    """,
                arguments: [state.rawValue, outcome, progress, now.milliseconds, job.id, job.state.rawValue])
            return db.changesCount == 1
        }
    }

    /// Says that the job is still being worked on, and how far it is; false where it was called off meanwhile.
    public func beat(_ id: String, in state: Job.State, progress: String, at now: Instant) async throws -> Bool {
        try await workspace.pool.write { db in
            try db.execute(
                sql: "UPDATE job SET progress = ?, heartbeat = ? WHERE id = ? AND state = ?",
                arguments: [progress, now.milliseconds, id, state.rawValue])
            return db.changesCount == 1
        }
    }

    /// Forgets jobs whose day is over, and gives their ids, so that what was staged for them goes too. One that is being
    /// imported stays until it is done.
    public func expire(at now: Instant) async throws -> [String] {
        try await workspace.pool.write { db in
            try String.fetchAll(
                db, sql: "DELETE FROM job WHERE created < ? AND state != 'importing' RETURNING id",
                arguments: [now.milliseconds - Self.kept])
        }
    }

    private func rows(_ clause: String, _ arguments: StatementArguments) async throws -> [Job] {
        try await workspace.pool.read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM job \(clause)", arguments: arguments).map { row in
                Job(
                    id: row["id"], owner: row["owner"], state: Job.State(rawValue: row["state"]) ?? .failed,
                    request: row["request"], outcome: row["outcome"], progress: row["progress"],
                    created: Instant(milliseconds: row["created"]), heartbeat: Instant(milliseconds: row["heartbeat"])
                )
            }
        }
    }
}
