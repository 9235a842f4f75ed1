/// The child, worker or authority that an event belongs to. Opaque: it says what kind of stream it is and nothing about
/// whose. Numbers that other systems give a child are facts in the stream, never its name.
public struct StreamID: Hashable, Comparable, Sendable {
    /// The kind in the top byte, the key in the 56 bits below it; never negative, so that it fits a database's integer.
    public let rawValue: Int64

    public enum Kind: UInt8, Sendable, CaseIterable {
        case authority = 1
        case child = 2
        case worker = 3
    }

    @inlinable public init(rawValue: Int64) { self.rawValue = rawValue }

    /// `key` is cut to 56 bits; a caller draws it at random and asks the journal that it is new.
    @inlinable public init(_ kind: Kind, key: UInt64) {
        rawValue = Int64(kind.rawValue) << 56 | Int64(key & 0x00FF_FFFF_FFFF_FFFF)
    }

    /// Nil for a kind that this version does not know.
    @inlinable public var kind: Kind? { Kind(rawValue: UInt8(truncatingIfNeeded: rawValue >> 56)) }
    @inlinable public var key: UInt64 { UInt64(rawValue & 0x00FF_FFFF_FFFF_FFFF) }
    @inlinable public static func < (a: StreamID, b: StreamID) -> Bool { a.rawValue < b.rawValue }

    /// The one stream of the authority itself.
    public static let authority = StreamID(.authority, key: 0)
}

extension StreamID: LosslessStringConvertible {
    private static let letters: [StreamID.Kind: Character] = [.authority: "a", .child: "c", .worker: "w"]

    /// A letter for the kind and the key in hexadecimal: `c-0003f2a97c41be`.
    public var description: String {
        let hex = String(key, radix: 16)
        let letter = kind.flatMap { Self.letters[$0] } ?? "?"
        return "\(letter)-\(String(repeating: "0", count: 14 - hex.utf8.count))\(hex)"
    }

    public init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count == 14, let key = UInt64(parts[1], radix: 16),
            let kind = Self.letters.first(where: { String($0.value) == parts[0] })?.key
        else { return nil }
        self.init(kind, key: key)
    }
}

/// A child, by the name of the child's stream.
public struct ChildID: Hashable, Comparable, Sendable, LosslessStringConvertible {
    public let stream: StreamID

    /// Nil where the stream is not a child's.
    @inlinable public init?(_ stream: StreamID) {
        guard stream.kind == .child else { return nil }
        self.stream = stream
    }

    @inlinable public init(key: UInt64) { stream = StreamID(.child, key: key) }
    @inlinable public static func < (a: ChildID, b: ChildID) -> Bool { a.stream < b.stream }
    public var description: String { stream.description }
    public init?(_ description: String) {
        guard let stream = StreamID(description), let child = ChildID(stream) else { return nil }
        self = child
    }
}
