import Casework
import Days

/// What somebody wrote of a child after a record that is not about them was signed there, and how much of it is that
/// record's own words.
public struct QuotedSince: Sendable {
    public enum What: Hashable, Sendable {
        case record(RecordKind, Day)
        /// An answer to something to join up, or a second person's word on one.
        case joinAnswer
        case urgent
        case copy(reader: String)
        /// The title of a document.
        case document
    }

    /// What it is called by, in its newest version.
    public let event: EventID
    public let what: What
    public let written: Instant
    /// The most words in a row that are the sealed record's; 0 where it has no run of ``RepeatedWords/least``.
    public let wordsInARow: Int
}

extension Records {
    /// Everything that may quote a sealed record: what was signed while it stood there, and whatever was written since then
    /// that repeats it. What repeats most comes first.
    ///
    /// - Parameter opened: the sealed record itself.
    public func quoting(
        _ sealed: SealedRecord, _ opened: OpenedRecord, of child: ChildID
    ) async throws -> [QuotedSince] {
        let said = RepeatedWords(
            of: opened.events.filter { $0.event.record != nil }.flatMap(\.event.textsWritten))
        return try await standingEvents(of: child).compactMap { fact, told -> QuotedSince? in
            guard told.id > sealed.record, let what = QuotedSince.What(told.event) else { return nil }
            let longest = told.event.textsWritten.map(said.longest).max() ?? 0
            let stoodBeside = told.event.record != nil && fact > sealed.record && told.id < sealed.sealing
            guard longest > 0 || stoodBeside else { return nil }
            return QuotedSince(event: fact, what: what, written: told.recorded, wordsInARow: longest)
        }.sorted { ($1.wordsInARow, $0.event) < ($0.wordsInARow, $1.event) }
    }
}

extension QuotedSince.What {
    fileprivate init?(_ event: ChildEvent) {
        switch event {
        case .join: self = .joinAnswer
        case .urgent: self = .urgent
        case .copyMade(let copy): self = .copy(reader: copy.reader)
        case .document: self = .document
        default:
            guard let record = event.record else { return nil }
            self = .record(record.kind, record.day)
        }
    }
}
