import Days

/// What a person said of two children being brother or sister, as it stands in the record of one of them. The same is
/// written into the other's at once.
///
/// It is no record of either child that whoever sees that child may read: who is somebody's brother is told only to those
/// who may see both (docs/decisions/0086).
public struct SiblingSaid: Hashable, Sendable {
    /// The other of the two.
    public let other: ChildID
    /// What was filled in, without whom it names.
    public let record: SignedRecord

    public init(of other: ChildID, _ record: SignedRecord) {
        var answers = record.answers
        answers[.sibling] = nil
        self.other = other
        self.record = SignedRecord(
            kind: record.kind, day: record.day, form: record.form, onBehalfOf: record.onBehalfOf, answers: answers,
            own: record.own)
    }
}

/// Brother or sister to a child, as the last word about the two has it. Its words stay in the journal.
public struct SiblingLink: Hashable, Sendable {
    public let other: ChildID
    public let relation: SiblingRelation
    /// Whether it says why the two live apart.
    public let saysWhyApart: Bool
    /// Whether it says how the two see each other.
    public let saysHowTheyMeet: Bool
    /// When it is to be looked at again.
    public let nextLook: Day?
    public let since: Day
    public let origin: Origin

    init(_ said: SiblingSaid, _ origin: Origin) {
        let answers = said.record.answers
        other = said.other
        relation = answers[.siblingRelation].flatMap(SiblingRelation.init(answer:)) ?? .like
        saysWhyApart = answers[.reason]?.isBlank == false
        saysHowTheyMeet = answers[.arrangements]?.isBlank == false
        nextLook = said.record.day(.nextLook)
        (since, self.origin) = (said.record.day, origin)
    }
}

/// What two children are to each other.
public enum SiblingRelation: String, Hashable, Sendable, CaseIterable {
    case full, half, step
    /// They grew up as brothers and sisters, whatever their parents are to each other.
    case like
    /// That they were linked was a mistake.
    case none = "not_siblings"
    static let names = allCases.map(\.rawValue)

    init?(answer: Answer) {
        guard case .choice(let name) = answer else { return nil }
        self.init(rawValue: name)
    }

    public var title: String {
        switch self {
        case .full: "brother or sister"
        case .half: "half-brother or half-sister"
        case .step: "stepbrother or stepsister"
        case .like: "as a brother or sister"
        case .none: "not a brother or sister"
        }
    }
}

extension ChildRecord {
    /// The latest day that anything somebody signed of the child is about.
    var lastSigned: Day? { [records.last?.day, siblings.last?.since].compactMap(\.self).max() }

    /// The last word about each child who was ever linked to this one, in the order in which they were said.
    public var lastSaidOfSiblings: [SiblingLink] {
        var latest: [SiblingLink] = []
        for link in siblings {
            latest.removeAll { $0.other == link.other }
            latest.append(link)
        }
        return latest
    }

    /// The brothers and sisters of the child, as somebody linked them.
    public var linkedSiblings: [SiblingLink] { lastSaidOfSiblings.filter { $0.relation != .none } }

    /// Whether the record shows that the child was adopted, or is closed for it.
    public var wasAdopted: Bool {
        protection?.seal == .adoption || episodes.contains { $0.end?.ending.outcome == .adopted }
    }
}

extension SiblingSaid {
    func write(to writer: inout ByteWriter) {
        writer.put(integer: other.stream.key)
        record.write(to: &writer)
    }

    /// Nil where the record is one that this version does not know: the event is then kept whole.
    init?(from reader: inout ByteReader) {
        let key: UInt64 = reader.integer()
        guard let record = SignedRecord(from: &reader), record.answers[.sibling] == nil else { return nil }
        let other = ChildID(key: key)
        // A key has 56 bits; what is cut could not be written again as it was.
        guard other.stream.key == key else { return nil }
        self.init(of: other, record)
    }
}
