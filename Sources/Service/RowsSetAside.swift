import Casework
import Days
import JournalStore

/// A row of a return that was set aside and stands so.
public struct RowSetAside: Sendable {
    /// The event that set it aside.
    public let event: EventID
    /// The child it is about; nil where it names none, or a number that means somebody else.
    public let child: ChildID?
    /// The child's number in the return, where the row has one.
    public let ssda903: String?
    /// When it was set aside.
    public let recorded: Instant
    public let row: SetAside
}

/// Which of the rows set aside are asked for.
public struct RowsSetAside: Sendable {
    /// The child's number in the return, or the id that `children` lists.
    public var child: String?
    public var year: CollectionYear?
    public var table: ReturnTable?

    public init(child: String? = nil, year: CollectionYear? = nil, table: ReturnTable? = nil) {
        (self.child, self.year, self.table) = (child, year, table)
    }

    /// The rows that stand set aside as far as `authority` knows, in the order they were set aside.
    ///
    /// - Throws: ``JournalError``.
    nonisolated(nonsending) public func rows(
        of authority: Authority, in journal: some Journal
    ) async throws -> [RowSetAside] {
        var rows: [RowSetAside] = []
        for record in records(of: authority) {
            var events = ChildEvents(through: authority.head)
            try await journal.scan(stream: record.id.stream) { events.take($0) }
            rows += self.rows(of: record, events)
        }
        var nobodys: [RowSetAside] = []
        try await journal.scan(stream: .authority) { event in
            guard authority.setAside[event.id] != nil,
                case .setAside(let row) = AuthorityEvent(kind: event.kind, schema: event.schema, bytes: event.body)
            else { return }
            nobodys.append(
                RowSetAside(
                    event: event.id, child: nil, ssda903: row.columns.first { $0.name == "CHILD" }?.value,
                    recorded: event.recorded, row: row))
        }
        rows += nobodys.filter { isAskedFor($0) && (child == nil || $0.ssda903 == child) }
        return rows.sorted { $0.event < $1.event }
    }

    /// The children who have rows set aside, of those asked for.
    func records(of authority: Authority) -> [ChildRecord] {
        authority.children.values.filter { record in
            !record.setAside.isEmpty
                && (child.map { $0 == record.identity.ssda903 || $0 == record.id.description } ?? true)
        }.sorted { $0.id < $1.id }
    }

    /// The rows of one child that stand, each with the event that first set it aside.
    func rows(of record: ChildRecord, _ events: ChildEvents) -> [RowSetAside] {
        effective(events.events).compactMap { event in
            guard case .setAside(let row) = event.event else { return nil }
            let found = RowSetAside(
                event: event.id, child: record.id, ssda903: record.identity.ssda903, recorded: event.recorded, row: row)
            return isAskedFor(found) ? found : nil
        }
    }

    private func isAskedFor(_ found: RowSetAside) -> Bool {
        (year.map { $0 == found.row.year } ?? true) && (table.map { $0.rawValue == found.row.table } ?? true)
    }
}
