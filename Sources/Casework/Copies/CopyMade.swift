import Days

/// A copy of a signed record that a person made for one reader, frozen as it was sent.
public struct CopyMade: Hashable, Sendable {
    /// The record that it is of; event 0 for what is of no one record.
    public let record: EventID
    public let kind: CopyKind
    /// The person of the child's network whom it is for; empty for the child.
    public let reader: String
    public let day: Day
    public let text: String
    /// What is not ordinary information and was put in all the same: chosen by the copy's author for this reader.
    public let including: [InformationClass]
    /// Which officer agreed that what is from the police goes to this reader, and on which day; empty where none of it does.
    public let agreed: String

    public init(
        record: EventID, kind: CopyKind, reader: String, day: Day, text: String, including: [InformationClass] = [],
        agreed: String = ""
    ) {
        (self.record, self.kind, self.reader) = (record, kind, reader)
        (self.day, self.text, self.including, self.agreed) = (day, text, including, agreed)
    }
}

/// What kind of copy it is.
public enum CopyKind: UInt8, Hashable, Sendable, CaseIterable {
    /// A review, for the child to read.
    case childsVersion = 1
    /// A review, for those who take part in it.
    case minutes
    /// Any record, as it was signed.
    case record
    /// What has happened to the child, on two pages; of no one record.
    case chronology = 20

    /// As addresses and commands name it.
    public var name: String {
        switch self {
        case .childsVersion: "child"
        case .minutes: "minutes"
        case .record: "record"
        case .chronology: "chronology"
        }
    }

    public var title: String {
        switch self {
        case .childsVersion: "The child’s version"
        case .minutes: "Minutes"
        case .record: "Copy"
        case .chronology: "Chronology"
        }
    }

    public init?(name: String) {
        guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }
}

/// What stays of a copy where everybody reads: that there is one, of what, and for whom. Its words stay in the journal.
public struct HeldCopy: Hashable, Sendable {
    public let record: EventID
    public let kind: CopyKind
    public let reader: String
    public let day: Day
    public let origin: Origin

    init(_ copy: CopyMade, _ origin: Origin) {
        (record, kind, reader, day) = (copy.record, copy.kind, copy.reader, copy.day)
        self.origin = origin
    }
}

extension CopyMade {
    func write(to writer: inout ByteWriter) {
        writer.put(integer: record.seq)
        writer.put(kind.rawValue)
        writer.put(reader)
        writer.put(day)
        writer.put(text)
        writer.put(including.map(\.rawValue))
        // Copies were made before anybody was asked: those end here.
        if !agreed.isEmpty { writer.put(agreed) }
    }

    init?(from reader: inout ByteReader) {
        let record = EventID(reader.integer())
        guard let kind = CopyKind(rawValue: reader.byte()) else { return nil }
        let (name, day, text) = (reader.text(), reader.day(), reader.text())
        let including = reader.texts().map(InformationClass.init(rawValue:))
        guard !including.contains(nil) else { return nil }
        self.init(
            record: record, kind: kind, reader: name, day: day, text: text, including: including.compactMap { $0 },
            agreed: reader.isAtEnd ? "" : reader.text())
    }
}
