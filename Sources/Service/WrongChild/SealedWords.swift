import Casework
import Days

/// What is sealed, with its words: for information governance, once it has said why.
public struct SealedWords: Sendable {
    public enum What: Sendable {
        case record(RecordVersions)
        case document(Document)
        case urgent(UrgentWord, more: [UrgentEvent])
    }

    public let what: What
    /// The copies that were made of it.
    public let copies: [(made: Instant, author: Actor, copy: CopyMade)]

    /// Its last version, where it is a record.
    public var record: SignedRecord? { if case .record(let versions) = what { versions.newest.record } else { nil } }
}

extension Records {
    /// Nil where what was sealed has been erased since.
    public func words(of sealed: SealedRecord) async throws -> SealedWords? {
        let events = try await sealedEvents(sealed.covers)
        if let versions = RecordVersions(of: sealed.record, in: events) {
            return SealedWords(what: .record(versions), copies: Self.copies(events))
        }
        switch events.first?.event {
        case .document(let said)?: return SealedWords(what: .document(said.document), copies: [])
        case .urgent(.said(let word))?:
            let more = events.compactMap {
                if case .urgent(let said) = $0.event, said.word != nil { said } else { nil }
            }
            return SealedWords(what: .urgent(word, more: more), copies: [])
        default: return nil
        }
    }

    /// For whom copies of it were made, when and by whom; without their words.
    public func readers(of sealed: SealedRecord) async throws -> [(made: Instant, author: Actor, reader: String)] {
        Self.copies(try await sealedEvents(sealed.covers)).map { ($0.made, $0.author, $0.copy.reader) }
    }

    /// When a sealed record was first signed, and by whom. Nil where it has been erased since.
    public func head(of sealed: SealedRecord) async throws -> (signed: Instant, author: Actor)? {
        try await sealedEvents([sealed.record]).first.map { ($0.recorded, $0.author) }
    }

    /// What has been written down of a sealed record since, in order.
    public func followed(_ sealed: SealedRecord, of child: ChildID) async throws -> [BreachEntry] {
        try await standingEvents(of: child).compactMap { told in
            guard case .wrongChild(.breach(sealed.record, let entry)) = told.event.event else { return nil }
            return entry
        }
    }

    private static func copies(
        _ events: [Recorded<ChildEvent>]
    ) -> [(made: Instant, author: Actor, copy: CopyMade)] {
        events.compactMap { event in
            if case .copyMade(let copy) = event.event { (event.recorded, event.author, copy) } else { nil }
        }
    }
}
