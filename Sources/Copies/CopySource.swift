import Casework
import Days
import Forms

/// Everything that a copy is made of: the record with its words, the form it was written on, and the child's thread and
/// people.
public struct CopySource: Sendable {
    public let record: SignedRecord
    public let form: Form
    /// As it stands now: names of what the record speaks of, and who may know what.
    public private(set) var thread: ChildThread
    /// What the child is called.
    public let childsName: String
    /// Every name the child has or had.
    public let childsNames: String
    /// Who does what for the child, by the name people write: `Ann Worker` is the social worker.
    public let roles: [String: String]
    public let secrets: [Secret: [String]]
    /// Words of any of the child's records that are not ordinary information.
    public let marked: [(InformationClass, String)]
    /// Those of this record that its author chose to put in.
    public let chosen: [String]
    /// What is put in besides what is ordinary, chosen by the author for this reader.
    public let including: Set<InformationClass>

    public init(
        record: SignedRecord, form: Form, thread: ChildThread, childsName: String, childsNames: String,
        roles: [String: String], secrets: [Secret: [String]], marked: [(InformationClass, String)],
        chosen: [String] = [], including: Set<InformationClass> = []
    ) {
        (self.record, self.form, self.thread) = (record, form, thread)
        (self.childsName, self.childsNames, self.roles) = (childsName, childsNames, roles)
        (self.secrets, self.marked, self.chosen) = (secrets, marked, chosen)
        self.including = including.filter(\.mayBeChosen)
    }

    public func withholding(for reader: CopyReader) -> Withholding {
        Withholding(
            for: reader, people: thread.people, secrets: secrets, marked: marked, chosen: chosen,
            childsName: childsNames)
    }

    /// The copy as it is first written, for its author to read and to change; or what has to be decided first.
    public func draft(_ kind: CopyKind, for reader: CopyReader) -> Result<CopyDraft, CopyRefusal> {
        let undecided = reader.undecided(among: thread.people)
        guard undecided.isEmpty else { return .failure(CopyRefusal(sentences: undecided)) }
        guard kind != .childsVersion || reader == .child, kind == .record || record.kind == .review else {
            return .failure(
                CopyRefusal(sentences: ["Only a review has minutes, and only the child their own version."]))
        }
        var writing = CopyWriting(self, for: reader)
        switch kind {
        case .childsVersion: writing.childsVersion()
        case .minutes, .record: writing.full(kind)
        }
        return .success(writing.draft)
    }
}

extension CopySource {
    /// The same as somebody knows it who has read the thread again.
    public func knowing(_ thread: ChildThread) -> CopySource {
        var source = self
        source.thread = thread
        return source
    }

    /// Why a text, as its author leaves it, may not go to a reader; nil where it may.
    public func refusal(of text: String, for reader: CopyReader) -> CopyRefusal? {
        let undecided = reader.undecided(among: thread.people)
        if !undecided.isEmpty { return CopyRefusal(sentences: undecided) }
        if text.saysNothing { return CopyRefusal(sentences: ["The copy is empty. Write something, or throw it away."]) }
        let found = withholding(for: reader).found(in: text)
        return found.isEmpty ? nil : CopyRefusal(sentences: found.map { "Take it out: \($0.sentence.lowercasedFirst)" })
    }
}

/// Why no copy is made: what has to be decided first, a sentence each.
public struct CopyRefusal: Error, Hashable, Sendable {
    public let sentences: [String]
    public init(sentences: [String]) { self.sentences = sentences }
}

/// A copy as it was generated.
public struct CopyDraft: Hashable, Sendable {
    public internal(set) var parts: [Part] = []
    /// For the author, never for the reader.
    public internal(set) var leftOut: [LeftOut] = []

    public struct Part: Hashable, Sendable {
        public let heading: String
        public let lines: [String]
    }

    /// Something that the record holds and the copy does not: under which question, and why.
    public struct LeftOut: Hashable, Sendable {
        public let place: String
        public let why: String
    }

    /// As it is edited, signed and sent: a heading and its lines, then an empty line.
    public var text: String {
        parts.map { ([$0.heading] + $0.lines).joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }
}
