/// A short code or reference as a return writes it (`C2`, `CREQB`, `GL51 3LH`, `SC012345`): up to eight ASCII characters
/// held in eight bytes, so that a record may hold many and compare them in one step.
///
/// Spaces at either end are dropped and small letters made capital; a code that the product does not know is still
/// held and shown as it stands. Blank is a code too: ``blank``.
public struct Code: Hashable, Sendable {
    /// The characters, first in the lowest byte; unused bytes are zero.
    public let packed: UInt64

    @inlinable public init(packed: UInt64) { self.packed = packed }

    /// No code was given.
    public static let blank = Code(packed: 0)
    @inlinable public var isBlank: Bool { packed == 0 }

    /// Reads a code. Nil where it is longer than eight characters, or holds anything but printable ASCII.
    public init?(bytes: UnsafeRawBufferPointer) {
        var start = 0
        var end = bytes.count
        while start < end, bytes[start] == 32 { start += 1 }
        while end > start, bytes[end - 1] == 32 { end -= 1 }
        guard end - start <= 8 else { return nil }
        var packed: UInt64 = 0
        for index in start..<end {
            var byte = bytes[index]
            guard byte >= 32, byte < 127 else { return nil }
            if byte >= 97, byte <= 122 { byte -= 32 }
            packed |= UInt64(byte) << UInt64((index - start) * 8)
        }
        self.packed = packed
    }

    /// Reads a code from text; nil as in ``init(bytes:)``.
    public init?(_ text: String) {
        var text = text
        guard let code = text.withUTF8({ Code(bytes: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = code
    }

    /// A code written in the source. What does not fit is cut, which a test over every table would show.
    public init(_ text: StaticString) {
        var packed: UInt64 = 0
        text.withUTF8Buffer { bytes in
            for (index, byte) in bytes.prefix(8).enumerated() { packed |= UInt64(byte) << UInt64(index * 8) }
        }
        self.packed = packed
    }

    /// How many characters it has.
    @inlinable public var count: Int { (64 - packed.leadingZeroBitCount + 7) / 8 }

    /// The character at `index`, or 0 past the end.
    @inlinable public subscript(index: Int) -> UInt8 {
        index < 8 ? UInt8(truncatingIfNeeded: packed >> UInt64(index * 8)) : 0
    }

    /// Whether its first characters are `prefix`.
    @inlinable public func hasPrefix(_ prefix: Code) -> Bool {
        let bits = UInt64(prefix.count * 8)
        return bits == 64 ? packed == prefix.packed : packed & (1 << bits - 1) == prefix.packed
    }
}

extension Code: CustomStringConvertible {
    public var description: String {
        String(unsafeUninitializedCapacity: 8) { bytes in
            let count = self.count
            for index in 0..<count { bytes[index] = self[index] }
            return count
        }
    }
}

extension Code: ExpressibleByStringLiteral {
    public init(stringLiteral value: StaticString) { self.init(value) }
}

/// A set of codes with a meaning of its own: legal statuses, placement types, reasons.
///
/// A value may hold a code that the set does not list: a return's code is kept even where nobody knows it.
public protocol CodeSet: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    var code: Code { get }
    init(_ code: Code)
    /// Each code of the set, with what it means in plain words.
    static var meanings: [Code: String] { get }
}

extension CodeSet {
    public init(stringLiteral value: StaticString) { self.init(Code(value)) }
    @inlinable public var isBlank: Bool { code.isBlank }
    public var description: String { code.description }

    /// What the code means in plain words, or "code X (not known)" for one that the set does not list.
    public var meaning: String {
        if isBlank { return "not given" }
        return Self.meanings[code] ?? "code \(code) (not known)"
    }

    /// Whether the set lists the code.
    public var isKnown: Bool { Self.meanings[code] != nil }
}
