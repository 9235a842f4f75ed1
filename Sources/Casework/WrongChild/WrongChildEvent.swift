import Days

/// What is said where somebody signed a record on a child whom it is not about
/// (`docs/decisions/0083-a-record-on-the-wrong-child.md`).
public enum WrongChildEvent: Hashable, Sendable {
    /// Takes one event of the record, the one that this event corrects, out of every view of the child: the journal lends
    /// its bytes to nobody any more, whatever instant a page is asked as known on. One for the signing, one for each
    /// version that put it right, one for each copy that was made.
    case sealed(Sealing)
    /// The record, newest version, on the child whom it is about.
    case movedHere(SignedRecord, Carried)
    /// What came of it, for information governance alone.
    case breach(record: EventID, BreachEntry)
}

/// On whose word an event is sealed, and of which record it is. It holds nothing of what was recorded.
public struct Sealing: Hashable, Sendable {
    /// What the record was called by: the event that signed it first.
    public let record: EventID
    /// The event that is sealed: the same one, a later version, or a copy.
    public let covers: EventID
    /// The account, or the user of the command line.
    public let by: String
    public let at: Instant
    /// Names of parts of the thread that the record made. Nothing else is ever called so.
    public let retired: [ItemID]

    public init(record: EventID, covers: EventID, by: String, at: Instant, retired: [ItemID]) {
        (self.record, self.covers, self.by, self.at, self.retired) = (record, covers, by, at, retired)
    }
}

/// Whose words a moved record holds. The child it was taken from is not named.
public struct Carried: Hashable, Sendable {
    /// The record that is sealed elsewhere, for information governance to find.
    public let from: EventID
    /// Who had signed it, and when.
    public let signedBy: Actor
    public let signedAt: Instant

    public init(from: EventID, signedBy: Actor, signedAt: Instant) {
        (self.from, self.signedBy, self.signedAt) = (from, signedBy, signedAt)
    }
}

/// One step of what came of a record on the wrong child.
public enum BreachEntry: Hashable, Sendable {
    /// What whoever found it wrote of it.
    case said(by: String, at: Instant, words: String)
    /// It was moved, to this child.
    case moved(by: String, at: Instant, to: ChildID)
    /// The assessment, whole, as it was written down this time. The latest stands; the earlier can be read.
    case assessed(by: String, at: Instant, BreachAssessment)
}

extension WrongChildEvent {
    /// In a sentence that tells nothing of what was recorded, nor of the other child.
    public var sentence: String {
        switch self {
        case .sealed: "a record that is about another child was taken off and sealed"
        case .movedHere(let record, _):
            "\(record.kind.title.lowercased()) of \(record.day.inWords) moved here, where it belongs"
        case .breach(_, .said): "what was found out about the record that is sealed was written down"
        case .breach(_, .moved): "the record that is sealed was moved to the child it is about"
        case .breach(_, .assessed): "what may have come of the record that is sealed was assessed"
        }
    }
}
