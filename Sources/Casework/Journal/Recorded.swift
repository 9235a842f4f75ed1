import Days

/// Something that happened, and when it was written down. Never changed, never deleted; corrected by a later event.
public struct Recorded<Event: Sendable>: Sendable {
    /// Its place in the journal, which is also its name. Places have no gaps.
    public let id: EventID
    /// The child, worker or authority it belongs to.
    public let stream: StreamID
    /// Its place in its stream, from 1.
    public let version: Int
    /// When it happened: the fact's own date.
    public let occurred: Moment
    /// When it was written down.
    public let recorded: Instant
    public let author: Actor
    public let source: Source
    /// The earlier event that this one replaces or, as a retraction, takes back.
    public let corrects: EventID?
    /// Why, where the writer gave a reason.
    public let reason: String?
    public let event: Event

    public init(
        id: EventID, stream: StreamID, version: Int, occurred: Moment, recorded: Instant, author: Actor, source: Source,
        corrects: EventID? = nil, reason: String? = nil, event: Event
    ) {
        (self.id, self.stream, self.version) = (id, stream, version)
        (self.occurred, self.recorded, self.author, self.source) = (occurred, recorded, author, source)
        (self.corrects, self.reason, self.event) = (corrects, reason, event)
    }
}

/// An event's place in the journal, from 1. One journal, one order, no gaps: so the place is the name.
public struct EventID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let seq: Int64
    @inlinable public init(_ seq: Int64) { self.seq = seq }
    @inlinable public static func < (a: EventID, b: EventID) -> Bool { a.seq < b.seq }
    public var description: String { "\(seq)" }
}

/// Who wrote something down: `cli:<operating-system user>`, a person's sign-in, or a part of the system by its name.
public struct Actor: Hashable, Sendable, CustomStringConvertible {
    public let name: String
    public init(_ name: String) { self.name = name }
    public var description: String { name }
}

extension Actor {
    private static let mark = "account:"
    /// Somebody with an account.
    public static func account(_ id: String) -> Actor { Actor(mark + id) }
    /// The account's id; nil for a program.
    public var account: String? { name.hasPrefix(Self.mark) ? String(name.dropFirst(Self.mark.count)) : nil }
}

/// Where a fact came from: recorded here by a person, read from a year's statutory return, or from the staff or
/// names file.
public struct Source: Hashable, Sendable {
    /// 0 recorded here; 1 the staff file; 2 a names file; 1900 and up, the starting year of the collection it was returned in.
    public let code: UInt16
    @inlinable public init(code: UInt16) { self.code = code }

    public static let recordedHere = Source(code: 0)
    public static let staffFile = Source(code: 1)
    public static let namesFile = Source(code: 2)
    @inlinable public static func ssda903(_ year: CollectionYear) -> Source {
        Source(code: UInt16(clamping: year.start))
    }

    /// The collection year, where a return is the source.
    @inlinable public var collectionYear: CollectionYear? {
        code >= 1900 ? CollectionYear(startingIn: Int(code)) : nil
    }
}

extension Source: CustomStringConvertible {
    public var description: String {
        switch self {
        case .recordedHere: "recorded here"
        case .staffFile: "staff file"
        case .namesFile: "names file"
        default: collectionYear.map { "SSDA903 \($0)" } ?? "source \(code)"
        }
    }
}
