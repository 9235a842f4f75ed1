import Casework
import Days

/// A sealed record as information governance has it open before it: its events are opened once, and everything else is
/// worked out from them.
public struct OpenedRecord: Sendable {
    let record: EventID
    let events: [Recorded<ChildEvent>]

    /// When it was first signed, and by whom. Nil where it has been erased since.
    public var head: (signed: Instant, author: Actor)? {
        events.first { $0.id == record }.map { ($0.recorded, $0.author) }
    }

    /// For whom copies of it were made, when and by whom; without their words.
    public var readers: [(made: Instant, author: Actor, reader: String)] {
        copies.map { ($0.made, $0.author, $0.copy.reader) }
    }

    fileprivate var copies: [(made: Instant, author: Actor, copy: CopyMade)] {
        events.compactMap { event in
            if case .copyMade(let copy) = event.event { (event.recorded, event.author, copy) } else { nil }
        }
    }
}

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

extension OpenedRecord {
    /// Nil where what was sealed has been erased since.
    public var words: SealedWords? {
        if let versions = RecordVersions(of: record, in: events) {
            return SealedWords(what: .record(versions), copies: copies)
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
}

extension Records {
    /// Opens every event of a sealed record, once each.
    public func opened(_ sealed: SealedRecord) async throws -> OpenedRecord {
        OpenedRecord(record: sealed.record, events: try await sealedEvents(sealed.covers))
    }

    /// What has been written down of a sealed record since, in order.
    public func followed(_ sealed: SealedRecord, of child: ChildID) async throws -> [BreachEntry] {
        try await standingEvents(of: child).compactMap { told in
            guard case .wrongChild(.breach(sealed.record, let entry)) = told.event.event else { return nil }
            return entry
        }
    }
}
