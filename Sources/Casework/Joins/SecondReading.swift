import Days

/// A way of closing something that takes no time and leaves no trace of a thought, so that a second reader looks at a
/// sample of each month's (`docs/decisions/0094-a-second-reader-reads-a-sample.md`).
public enum Closing: UInt8, Hashable, Sendable, CaseIterable, Comparable {
    /// A record says of something that there is none, and why.
    case noneBecause = 1
    /// A change in the child's life, after which something was said to be still right.
    case stillRight
    /// Something to join up, mended within a minute of what the same person wrote of the child before.
    case withinAMinute

    /// As files and commands name it.
    public var name: String {
        switch self {
        case .noneBecause: "none_because"
        case .stillRight: "still_right"
        case .withinAMinute: "within_a_minute"
        }
    }

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// What a second reader says of one thing that was closed so: whether it was right to close it.
public struct SecondReading: Hashable, Sendable {
    /// The record, by the event that signed it first, or the answer.
    public let closed: EventID
    /// The version that was read; of an answer, the answer.
    public let version: EventID
    /// The day of what was closed: the sample that it is in is that month's.
    public let on: Day
    public let closings: [Closing]
    /// What the record says that there is none of.
    public let fields: [CoreField]
    public let agrees: Bool
    /// Why not, where the reader does not agree; may be empty where they do.
    public let because: String
    /// The account that read it.
    public let by: String
    public let at: Instant

    public init(
        closed: EventID, version: EventID, on: Day, closings: [Closing], fields: [CoreField], agrees: Bool,
        because: String, by: String, at: Instant
    ) {
        (self.closed, self.version, self.on) = (closed, version, on)
        (self.closings, self.fields) = (closings, fields)
        (self.agrees, self.because, self.by, self.at) = (agrees, because, by, at)
    }

    /// The day it was read.
    public var day: Day { at.inLondon.day }
}

extension ChildRecord {
    /// The first reading of a thing counts.
    mutating func apply(_ reading: SecondReading) {
        guard !readings.contains(where: { $0.version == reading.version }) else { return }
        readings.insertInOrder(reading, by: \.at)
    }
}

/// How it is written.
extension SecondReading {
    func write(to writer: inout ByteWriter) {
        writer.put(closed)
        writer.put(version)
        writer.put(on)
        writer.put(UInt8(clamping: closings.count))
        for closing in closings { writer.put(closing.rawValue) }
        writer.put(fields.map(\.name))
        writer.put(agrees)
        writer.put(because)
        writer.put(by)
        writer.put(at)
    }

    /// Nil for a way of closing, or a field, that this version does not know.
    init?(from reader: inout ByteReader) {
        let (closed, version, on) = (reader.event(), reader.event(), reader.day())
        var closings: [Closing] = []
        for _ in 0..<reader.byte() where !reader.failed {
            guard let closing = Closing(rawValue: reader.byte()) else { return nil }
            closings.append(closing)
        }
        var fields: [CoreField] = []
        for name in reader.texts() {
            guard let field = CoreField.named[name] else { return nil }
            fields.append(field)
        }
        guard let agrees = reader.flag() else { return nil }
        self.init(
            closed: closed, version: version, on: on, closings: closings, fields: fields, agrees: agrees,
            because: reader.text(), by: reader.text(), at: reader.instant())
    }
}
