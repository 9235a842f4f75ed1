import Days

/// An event as the journal holds it: which kind and which shape of it, and its bytes. The journal keeps bodies whole and
/// never looks inside.
public struct StoredBody: Hashable, Sendable {
    /// Which kind of event; a number that is never reused.
    public let kind: UInt16
    /// Which shape of that kind's bytes.
    public let schema: UInt16
    public let bytes: [UInt8]

    public init(kind: UInt16, schema: UInt16, bytes: [UInt8]) {
        (self.kind, self.schema, self.bytes) = (kind, schema, bytes)
    }
}

/// An event that a decision would like written: everything but its place, which the journal gives.
public struct Proposed: Hashable, Sendable {
    public let stream: StreamID
    public let occurred: Moment
    public let source: Source
    public let corrects: EventID?
    public let reason: String?
    public let body: StoredBody

    public init(
        stream: StreamID, occurred: Moment, source: Source, corrects: EventID? = nil, reason: String? = nil,
        body: StoredBody
    ) {
        (self.stream, self.occurred, self.source) = (stream, occurred, source)
        (self.corrects, self.reason, self.body) = (corrects, reason, body)
    }
}

/// A number that the sender of a command makes once. Sent again, the command is answered with its first outcome.
public struct CommandID: Hashable, Sendable {
    public let high: UInt64
    public let low: UInt64
    public init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }
}

extension CommandID {
    /// 32 hexadecimal digits.
    public var text: String {
        func digits(_ number: UInt64) -> String {
            let short = String(number, radix: 16)
            return String(repeating: "0", count: 16 - short.count) + short
        }
        return digits(high) + digits(low)
    }

    /// Reads what ``text`` wrote; nil for anything else.
    public init?(text: String) {
        guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
            let low = UInt64(text.suffix(16), radix: 16)
        else { return nil }
        self.init(high: high, low: low)
    }
}
