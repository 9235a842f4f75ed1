import Casework
import Days
import Forms

/// What a copy of one record is made of: the record with its words, the form it was written on, and what it is held
/// against.
public struct CopySource: Sendable {
    public let record: SignedRecord
    public let form: Form
    public let rules: CopyRules
    /// What whoever reads it is told of the record before its words: that no manager has approved it yet. Empty where nothing;
    /// what a manager said to the author is between the two.
    public let standing: String
    /// The record’s place in the journal; 0 where it is of none.
    public let event: EventID

    public init(
        record: SignedRecord, form: Form, rules: CopyRules, standing: String = "", event: EventID = EventID(0)
    ) {
        (self.record, self.form, self.rules, self.standing) = (record, form, rules, standing)
        self.event = event
    }

    var thread: ChildThread { rules.thread }
    var childsName: String { rules.childsName }
    var roles: [String: String] { rules.roles }

    /// The copy as it is first written, for its author to read and to change; or what has to be decided first.
    public func draft(_ kind: CopyKind, for reader: CopyReader) -> Result<CopyDraft, CopyRefusal> {
        if let refusal = rules.undecided(of: reader) { return .failure(refusal) }
        guard record.kind.hasCopies else {
            return .failure(
                CopyRefusal(sentences: [
                    "An audit is of the work of whoever wrote the assessment: no copy is made of it."
                ]))
        }
        guard kind != .chronology else {
            return .failure(CopyRefusal(sentences: ["A chronology is of no one record."]))
        }
        guard kind != .minutes || record.kind == .review else {
            return .failure(CopyRefusal(sentences: ["Only a review has minutes."]))
        }
        guard kind != .childsVersion || (reader == .child && record.kind.hasChildsVersion) else {
            return .failure(
                CopyRefusal(sentences: ["The child’s version is for the child alone, of a review, a plan or a visit."]))
        }
        var writing = CopyWriting(self, for: reader)
        switch kind {
        case .childsVersion: writing.childsVersion()
        case .minutes, .record: writing.full(kind)
        case .chronology: break
        }
        var draft = writing.draft
        draft.notice(rules.unmarkedPoliceWords(in: draft.said), of: event, record.kind)
        return .success(draft)
    }
}

extension RecordKind {
    /// Whether copies of it are made for anybody: what is said of the work and not of the child stays with those who do the work.
    public var hasCopies: Bool { !isAuditors }
}

/// Why no copy is made: what has to be decided first, a sentence each.
public struct CopyRefusal: Error, Hashable, Sendable {
    public let sentences: [String]
    public init(sentences: [String]) { self.sentences = sentences }

    /// What is from the police goes no further than they have agreed.
    public static let notAgreed =
        "Say which officer agreed that what is from the police goes to this reader, and on which day"
}

/// A copy as it was generated.
public struct CopyDraft: Hashable, Sendable {
    public internal(set) var parts: [Part] = []
    /// For the author, never for the reader.
    public internal(set) var leftOut: [LeftOut] = []
    /// For the author too: what somebody looks at before it goes.
    public private(set) var unmarkedPolice: [UnmarkedPolice] = []
    /// What people wrote of what goes in, without what the copy itself says around it.
    var said: [String] = []

    public struct Part: Hashable, Sendable {
        public let heading: String
        public let lines: [String]
    }

    /// Something that the record holds and the copy does not: under which question, and why.
    public struct LeftOut: Hashable, Sendable {
        public let place: String
        public let why: String
    }

    /// Asks that somebody looks at a record before it goes; nothing where there are no words that tell of the police.
    mutating func notice(_ words: [String], of event: EventID, _ kind: RecordKind) {
        let before = unmarkedPolice.first { $0.event == event }
        let all = (before?.words ?? []) + words.filter { before?.words.contains($0) != true }
        guard !words.isEmpty else { return }
        unmarkedPolice.removeAll { $0.event == event }
        unmarkedPolice.append(UnmarkedPolice(event: event, kind: kind, words: all))
    }

    /// As it is edited, signed and sent: a heading and its lines, then an empty line.
    public var text: String {
        parts.map { ([$0.heading] + $0.lines).joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }
}
