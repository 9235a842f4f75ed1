import Casework
import Days
import JournalStore

/// A journal that says each time a sealed event of it is opened.
struct Watched: Journal {
    let journal: SQLiteJournal
    let opening: @Sendable (EventID) -> Void

    nonisolated(nonsending) func open(sealed event: EventID, each: (borrowing StoredEvent) throws -> Void) async throws
    {
        opening(event)
        try await journal.open(sealed: event, each: each)
    }

    nonisolated(nonsending) func append(
        _ command: CommandID, by author: Actor, at now: Instant, deciding: (any JournalTransaction) throws -> Void
    ) async throws -> Appended {
        try await journal.append(command, by: author, at: now, deciding: deciding)
    }

    nonisolated(nonsending) func scan(
        after: EventID, through: EventID?, checkingChain: Bool, each: (borrowing StoredEvent) throws -> Void
    ) async throws {
        try await journal.scan(after: after, through: through, checkingChain: checkingChain, each: each)
    }

    nonisolated(nonsending) func scan(stream: StreamID, each: (borrowing StoredEvent) throws -> Void) async throws {
        try await journal.scan(stream: stream, each: each)
    }

    nonisolated(nonsending) func head() async throws -> JournalHead { try await journal.head() }

    nonisolated(nonsending) func dataVersion() async throws -> Int64 { try await journal.dataVersion() }

    nonisolated(nonsending) func verify(head: JournalHead?) async throws -> VerificationReport {
        try await journal.verify(head: head)
    }
}
