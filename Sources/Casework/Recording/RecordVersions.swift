import Days

/// A signed record with all that it has said: the version that was signed first and, where it was put right, each that
/// stood in its place after. Nobody's words are lost by a correction.
public struct RecordVersions: Sendable {
    /// One signing.
    public struct Version: Sendable {
        public let event: EventID
        public let record: SignedRecord
        /// Who signed it.
        public let author: Actor
        public let recorded: Instant
        /// Why the version before was not right; empty for the first.
        public let because: String
        /// When it was moved here from a child whom it was not about; nil where it was not.
        public let movedHere: Instant?
    }

    /// Earliest first, up to the one that stands; never empty.
    public let versions: [Version]
    /// Every event of it: versions that were taken back again, and what took them back, too.
    public let events: [EventID]

    /// The versions of the record that `event` signed, or corrected. Nil where none of `events` (one child's, in the
    /// journal's order) is such an event, and where the record was taken back.
    public init?(of event: EventID, in events: [Recorded<ChildEvent>]) {
        var fact: [EventID: EventID] = [:]
        for told in events { fact[told.id] = told.corrects.flatMap { fact[$0] } ?? told.id }
        guard let name = fact[event],
            let last = standing(events).first(where: { $0.fact == name })?.event, last.event.record != nil
        else { return nil }
        self.events = events.map(\.id).filter { fact[$0] == name }
        versions = events.compactMap { told in
            guard fact[told.id] == name, told.id <= last.id, let record = told.event.record else { return nil }
            let carried = told.event.carried
            return Version(
                event: told.id, record: record, author: carried?.signedBy ?? told.author,
                recorded: carried?.signedAt ?? told.recorded, because: told.reason ?? "",
                movedHere: carried.map { _ in told.recorded })
        }
    }

    public var first: Version { versions[0] }
    public var newest: Version { versions[versions.count - 1] }
    /// What the record is called by, whatever it says now.
    public var fact: EventID { first.event }

    /// Whether somebody with an account signed it, or put it right.
    public func isWritten(by account: String) -> Bool { versions.contains { $0.author == .account(account) } }

    /// The parts of the thread that any version made, with what they are.
    public var names: [ItemID: ItemKind] {
        versions.reduce(into: [:]) { names, version in names.merge(version.record.made) { $1 } }
    }
}

extension ChildEvent {
    /// Whose words a record that was moved here holds; nil for any other event.
    public var carried: Carried? { if case .wrongChild(.movedHere(_, let carried)) = self { carried } else { nil } }

    /// The record that was signed, first or in the place of an earlier version, or moved here; nil for any other event.
    public var record: SignedRecord? {
        switch self {
        case .signed(let record), .corrected(let record, _), .wrongChild(.movedHere(let record, _)): record
        default: nil
        }
    }
}

extension SignedRecord {
    /// The parts of the thread that its rows make.
    var made: [ItemID: ItemKind] {
        var made: [ItemID: ItemKind] = [:]
        for (field, answer) in answers {
            guard case .rows(let rows) = answer, case .rows(let table) = field.kind, let kind = table.makes else {
                continue
            }
            for row in rows { for id in row.items(.id) { made[id] = kind } }
        }
        return made
    }

    /// The parts of the thread that it speaks of.
    var pointedAt: Set<ItemID> {
        answers.values.reduce(into: []) { all, answer in
            switch answer {
            case .items(let items): all.formUnion(items)
            case .rows(let rows): for row in rows { all.formUnion(row.about) }
            default: break
            }
        }
    }
}
