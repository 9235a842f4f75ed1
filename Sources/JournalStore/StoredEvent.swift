import Casework
import Days

/// One event as the journal holds it, lent to whoever is reading. Its bytes lie in the database's own memory, so
/// neither it nor they may be kept after the call it was given to; take a copy of what is needed.
public struct StoredEvent: ~Copyable {
    public let id: EventID
    public let stream: StreamID
    /// Its place in its stream, from 1.
    public let version: Int
    public let occurred: Moment
    public let recorded: Instant
    public let source: Source
    public let corrects: EventID?
    public let kind: UInt16
    public let schema: UInt16
    /// The event's own bytes; empty where ``isWithheld``.
    public let body: UnsafeRawBufferPointer
    /// Its body was lawfully erased. A later event of kind ``StoredBody/erasure`` says when and why.
    public let isErased: Bool
    /// It was sealed: a later event of kind ``StoredBody/seal`` says so, and no reading but ``Journal/open(sealed:each:)``
    /// lends its body or its reason.
    public let isSealed: Bool
    /// Whether there is a body to be read.
    public var isWithheld: Bool { isErased || isSealed }
    /// The author's name, UTF-8. ``author`` is the same as a value.
    public let authorBytes: UnsafeRawBufferPointer
    /// The reason given, UTF-8; nil where none was. ``reason`` is the same as a string.
    public let reasonBytes: UnsafeRawBufferPointer?

    public init(
        id: EventID, stream: StreamID, version: Int, occurred: Moment, recorded: Instant, source: Source,
        corrects: EventID?, kind: UInt16, schema: UInt16, body: UnsafeRawBufferPointer, isErased: Bool,
        isSealed: Bool = false, authorBytes: UnsafeRawBufferPointer, reasonBytes: UnsafeRawBufferPointer?
    ) {
        (self.id, self.stream, self.version) = (id, stream, version)
        (self.occurred, self.recorded, self.source, self.corrects) = (occurred, recorded, source, corrects)
        (self.kind, self.schema, self.body) = (kind, schema, body)
        (self.isErased, self.isSealed) = (isErased, isSealed)
        (self.authorBytes, self.reasonBytes) = (authorBytes, reasonBytes)
    }
}

extension StoredEvent {
    public var author: Actor { Actor(String(decoding: authorBytes, as: UTF8.self)) }
    public var reason: String? { reasonBytes.map { String(decoding: $0, as: UTF8.self) } }

    /// A copy of the body that may be kept.
    public var storedBody: StoredBody { StoredBody(kind: kind, schema: schema, bytes: Array(body)) }

    /// The event with its header copied out, carrying `event` where the bytes were.
    public func recorded<Event>(_ event: Event) -> Recorded<Event> {
        Recorded(
            id: id, stream: stream, version: version, occurred: occurred, recorded: recorded, author: author,
            source: source, corrects: corrects, reason: reason, event: event)
    }
}

extension StoredBody {
    /// The journal's own kind of event: that another's body was lawfully erased. No other writer may use it.
    public static let erasure: UInt16 = 0xFFFF
    /// That another event of the same stream is sealed: what it corrects is lent to nobody from then on. The journal does
    /// not look inside it.
    public static let seal: UInt16 = 225
}
