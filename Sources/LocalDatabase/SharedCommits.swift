import GRDB
import Synchronization

/// Writes that wait for one another together: those that come while a commit is under way share the next. Each is made whole
/// or not at all, and answered once the commit that holds it is done. A thread of its own makes them.
public final class SharedCommits: Sendable {
    private let batches: Batches<any SharedWrite>

    public init(_ pool: DatabasePool) {
        batches = Batches("throughline.commits") { batch in
            do {
                try pool.write { db in for write in batch { try write.carryOut(db) } }
                for write in batch { write.answer(nil) }
            } catch {
                for write in batch { write.answer(error) }
            }
        }
    }

    /// - Throws: what `body` throws, nothing of it being kept; or why the commit could not be made.
    public func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in batches.add(OneWrite(body, caller)) }
    }
}

/// One of the writes that share a commit.
private protocol SharedWrite: Sendable {
    func carryOut(_ db: Database) throws
    func answer(_ failure: (any Error)?)
}

private final class OneWrite<Value: Sendable>: SharedWrite {
    private let body: @Sendable (Database) throws -> Value
    private let caller: CheckedContinuation<Value, any Error>
    private let outcome = Mutex<Result<Value, any Error>?>(nil)

    init(_ body: @escaping @Sendable (Database) throws -> Value, _ caller: CheckedContinuation<Value, any Error>) {
        (self.body, self.caller) = (body, caller)
    }

    /// Throws only where the whole commit cannot go on: an error of `body` is its caller's, and undoes what it wrote.
    func carryOut(_ db: Database) throws {
        func say(_ sql: String) throws { try db.cachedStatement(sql: sql).execute() }
        try say("SAVEPOINT one")
        let made = Result { try body(db) }
        outcome.withLock { $0 = made }
        if case .failure = made { try say("ROLLBACK TO one") }
        try say("RELEASE one")
    }

    func answer(_ failure: (any Error)?) {
        if let failure {
            caller.resume(throwing: failure)
        } else if let made = outcome.withLock({ $0 }) {
            caller.resume(with: made)
        }
    }
}
