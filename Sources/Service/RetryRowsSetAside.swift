import Casework
import Days
import JournalStore
import Returns

/// Reads the rows that stand set aside once more: a day that lay ahead may have come, and a newer version may read what an
/// older one could not.
///
/// A retry adds facts and fills in ends. It never changes a fact that stands, nor who a child is, so a row that another
/// row contradicts stays aside until the return is put right. What it uses it takes off the list, all or nothing.
public struct RetryRowsSetAside: Sendable {
    public let rows: RowsSetAside
    public init(_ rows: RowsSetAside) { self.rows = rows }

    public struct Outcome: Sendable {
        public internal(set) var tried = 0
        public internal(set) var used = 0
        public internal(set) var eventsAppended = 0
    }

    /// - Throws: ``JournalError`` where the journal will not take it.
    nonisolated(nonsending) public func run(
        in journal: some Journal, command: CommandID, by author: Actor, at now: Instant, today: Day
    ) async throws -> Outcome {
        let known = try await journal.authority()
        var outcome = Outcome()
        let appended = try await journal.append(command, by: author, at: now) { transaction in
            let authority = try transaction.authority(from: known)
            for record in rows.records(of: authority) {
                var record = record
                var events = ChildEvents(through: authority.head)
                try transaction.scan(stream: record.id.stream) { events.take($0) }
                for found in rows.rows(of: record, events) {
                    outcome.tried += 1
                    guard let told = Self.told(by: found.row, today, record) else { continue }
                    try Self.append(told, found, transaction, &record)
                    outcome.used += 1
                }
            }
        }
        outcome.eventsAppended = appended.count
        return outcome
    }

    /// What a row adds to a record, now that all of it can be read; nil where it cannot, or would change what stands.
    private static func told(by row: SetAside, _ today: Day, _ record: ChildRecord) -> [Proposed]? {
        let reader = ReturnReader(year: row.year, importedOn: today)
        guard let child = reader.reread(row), child.ssda903 == record.identity.ssda903,
            !record.isSomebodyElse(than: child)
        else { return nil }
        let reconciled = Reconciliation(child, with: record, as: record.id, year: row.year, tables: [])
        guard reconciled.corrections == 0, reconciled.disagreements.isEmpty else { return nil }
        let changesWho = reconciled.proposed.contains {
            if case .identity = $0.event { true } else { false }
        }
        return changesWho ? nil : reconciled.proposed
    }

    private static func append(
        _ told: [Proposed], _ found: RowSetAside, _ transaction: any JournalTransaction, _ record: inout ChildRecord
    ) throws {
        for proposed in told {
            let event = try transaction.append(proposed)
            // The child's next row is held against this one too.
            record.apply(proposed.event, origin: Origin(event, proposed.source))
        }
        try transaction.append(
            Proposed(
                stream: record.id.stream, occurred: Moment(found.row.year.firstDay), source: .ssda903(found.row.year),
                corrects: found.event, body: ChildEvent.retracted.body))
    }
}

extension Proposed {
    fileprivate var event: ChildEvent {
        body.bytes.withUnsafeBytes { ChildEvent(kind: body.kind, schema: body.schema, bytes: $0) }
    }
}
