import Days

/// A record that a person signed: what it says in the fields that rules read, and in the council's own questions.
///
/// One record is one event of one child. A correction is a later version of it, which names the first; the words before
/// stay in the journal.
public struct SignedRecord: Hashable, Sendable {
    public let kind: RecordKind
    /// The day it is about.
    public let day: Day
    /// The form it was written on, by the digest of what was published.
    public let form: FormEdition
    /// Whose work it is, where somebody else wrote it down; else empty.
    public let onBehalfOf: String
    public let answers: [CoreField: Answer]
    /// What was answered to questions that the form adds, by question. No rule reads them.
    public let own: [String: String]

    public init(
        kind: RecordKind, day: Day, form: FormEdition, onBehalfOf: String = "", answers: [CoreField: Answer],
        own: [String: String] = [:]
    ) {
        (self.kind, self.day, self.form, self.onBehalfOf) = (kind, day, form, onBehalfOf)
        (self.answers, self.own) = (answers, own)
    }
}

/// Which version of a form: its number and the first eight bytes of its content's digest.
public struct FormEdition: Hashable, Sendable {
    public let version: UInt16
    public let digest: UInt64
    public init(version: UInt16, digest: UInt64) { (self.version, self.digest) = (version, digest) }
}

/// What stays of a signed record where everybody reads: its structured answers. Of text, that there is some.
public struct HeldRecord: Hashable, Sendable {
    public let kind: RecordKind
    /// How many days after its day it was first signed, in room that the layout leaves free; ``notSaid`` where no instant is
    /// known.
    private let lag: UInt16
    public let day: Day
    public let origin: Origin
    public let form: FormEdition
    /// The event of the version that stands; the record's own where it was never corrected.
    public let version: EventID
    private static let notSaid = UInt16.max
    /// The day it was first signed, whatever was put right since; nil where that is not known.
    public var signed: Day? { lag == Self.notSaid ? nil : day + Int(lag) }
    /// Whether it is a later version than the one that was signed first.
    public var isCorrected: Bool { version != origin.event }
    /// Whether it was corrected after something else was written down.
    public func isCorrected(since event: EventID) -> Bool { isCorrected && version > event }
    /// Fields that are answered in words.
    private let texts: FieldSet
    /// Other answers that rules read: a few, in the order of their fields, in less room than a dictionary takes.
    private let facts: [Held]

    private struct Held: Hashable, Sendable {
        let fact: RecordFact
        // Last, where it takes no room of its own.
        let field: CoreField
    }

    public subscript(_ field: CoreField) -> RecordFact? {
        texts.contains(field) ? .text : facts.first { $0.field == field }?.fact
    }
    /// Whether the field says anything.
    public func says(_ field: CoreField) -> Bool { texts.contains(field) || facts.contains { $0.field == field } }
    public func day(_ field: CoreField) -> Day? { if case .day(let day) = self[field] { day } else { nil } }
    /// What the field's rows, or its list, point at.
    public func about(_ field: CoreField) -> [ItemID] {
        switch self[field] {
        case .rows(_, let items), .items(let items): items
        default: []
        }
    }
    /// A choice by what it is named; nil where nothing is chosen.
    func named<Choice: RawRepresentable<String>>(_ field: CoreField) -> Choice? {
        if case .choice(let name) = self[field] { Choice(rawValue: name) } else { nil }
    }
    public func isChoice(_ field: CoreField, _ name: String) -> Bool { self[field] == .choice(name) }
    public func isFlag(_ field: CoreField, _ value: Bool) -> Bool { self[field] == .flag(value) }

    /// - Parameter signed: when its first version was signed; nil where nobody can say.
    init(_ record: SignedRecord, _ origin: Origin, version: EventID, signed: Instant? = nil) {
        (kind, day, self.origin, form) = (record.kind, record.day, origin, record.form)
        self.version = version
        // What is dated later than it was signed was signed on its day at the latest.
        lag = signed.map { UInt16(clamping: min($0.inLondon.day - record.day, Int(Self.notSaid) - 1)) } ?? Self.notSaid
        var texts = FieldSet()
        var facts: [Held] = []
        for (field, answer) in record.answers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where !answer.isBlank {
            let fact = RecordFact(answer)
            if fact == .text { texts.insert(field) } else { facts.append(Held(fact: fact, field: field)) }
        }
        // Held in no more room than they take.
        (self.texts, self.facts) = (texts, facts.map(\.self))
    }
}

/// What a rule may know of an answer.
public enum RecordFact: Hashable, Sendable {
    /// There is text.
    case text
    case choice(String)
    case flag(Bool)
    case day(Day)
    case items([ItemID])
    /// How many rows there are, and what they point at.
    case rows(Int32, about: [ItemID])
    case noneBecause

    init(_ answer: Answer) {
        self =
            switch answer {
            case .text: .text
            case .choice(let name): .choice(name)
            case .flag(let flag): .flag(flag)
            case .day(let day): .day(day)
            case .items(let items): .items(items)
            // In no more room than they take.
            case .rows(let rows): .rows(Int32(clamping: rows.count), about: rows.flatMap(\.about).map(\.self))
            case .noneBecause: .noneBecause
            }
    }
}

extension SignedRecord {
    /// What a field of words says; empty where it says nothing.
    public func text(_ field: CoreField) -> String {
        if case .text(let text) = answers[field] { text } else { "" }
    }

    func day(_ field: CoreField) -> Day? { answers.day(field) }
    func rows(_ field: CoreField) -> [AnswerRow] { answers.rows(field) }
}

extension [CoreField: Answer] {
    func day(_ field: CoreField) -> Day? { if case .day(let day)? = self[field] { day } else { nil } }

    /// The rows of a field that is a table; none where it says nothing.
    func rows(_ field: CoreField) -> [AnswerRow] { if case .rows(let rows)? = self[field] { rows } else { [] } }
}
