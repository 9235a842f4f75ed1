import Days

/// Writes an event's fields one after another, smallest form first: a byte for a flag, four for a day, eight for a code.
/// Bodies stay in their order for ever; a new field makes a new schema, or stands last, where a body that ends before it has
/// none.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(72) }

    mutating func put(_ value: UInt8) { bytes.append(value) }

    mutating func put<Value: FixedWidthInteger>(integer value: Value) {
        var rest = value.littleEndian
        withUnsafeBytes(of: &rest) { bytes.append(contentsOf: $0) }
    }

    mutating func put(_ day: Day) { put(integer: day.ordinal) }
    /// No day is the lowest number.
    mutating func put(_ day: Day?) { put(integer: day?.ordinal ?? .min) }

    /// A length and then the characters, so that short codes stay short.
    mutating func put(_ code: Code) {
        put(UInt8(code.count))
        for index in 0..<code.count { put(code[index]) }
    }

    mutating func put(_ set: some CodeSet) { put(set.code) }

    /// 0 no, 1 yes, 2 not said.
    mutating func put(_ flag: Bool?) { put(flag.map { $0 ? 1 : 0 } ?? 2) }
    /// 255 is none.
    mutating func put(small value: Int?) { put(value.map { UInt8(clamping: min($0, 254)) } ?? 255) }
    mutating func put(_ texts: [String]) {
        put(integer: UInt32(clamping: texts.count))
        for text in texts { put(text) }
    }
    mutating func put(_ year: CollectionYear) { put(integer: UInt16(clamping: year.start)) }

    /// A length of four bytes and then the characters.
    mutating func put(_ text: String) {
        var text = text
        text.withUTF8 {
            put(integer: UInt32($0.count))
            bytes.append(contentsOf: $0)
        }
    }
}

/// Reads what ``ByteWriter`` wrote. Bytes that end early are noted in ``failed`` and read as blanks, so that reading
/// never traps; the caller then keeps the event as one it does not recognise.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0
    private(set) var failed = false

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Whether everything was read and nothing was missing.
    var isComplete: Bool { !failed && offset == bytes.count }

    /// Whether nothing is left to read.
    var isAtEnd: Bool { offset == bytes.count }

    mutating func byte() -> UInt8 {
        guard offset < bytes.count else {
            failed = true
            return 0
        }
        offset += 1
        return bytes[offset - 1]
    }

    mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) -> Value {
        let size = MemoryLayout<Value>.size
        guard offset + size <= bytes.count else {
            failed = true
            offset = bytes.count
            return 0
        }
        defer { offset += size }
        return Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Value.self))
    }

    mutating func day() -> Day { Day(ordinal: integer()) }

    mutating func optionalDay() -> Day? {
        let ordinal: Int32 = integer()
        return ordinal == .min ? nil : Day(ordinal: ordinal)
    }

    mutating func code() -> Code {
        let count = Int(byte())
        guard count <= 8, offset + count <= bytes.count else {
            failed = true
            return .blank
        }
        var packed: UInt64 = 0
        for index in 0..<count { packed |= UInt64(bytes[offset + index]) << UInt64(index * 8) }
        offset += count
        return Code(packed: packed)
    }

    mutating func set<Codes: CodeSet>(_ type: Codes.Type = Codes.self) -> Codes { Codes(code()) }

    mutating func flag() -> Bool? {
        switch byte() {
        case 0: false
        case 1: true
        default: nil
        }
    }

    mutating func small() -> Int? {
        let value = byte()
        return value == 255 ? nil : Int(value)
    }

    mutating func year() -> CollectionYear { CollectionYear(startingIn: Int(integer(UInt16.self))) }

    mutating func texts() -> [String] {
        let count = Int(integer(UInt32.self))
        // Each takes four bytes at least.
        guard count <= (bytes.count - offset) / 4 else {
            failed = true
            return []
        }
        return (0..<count).map { _ in text() }
    }

    mutating func text() -> String {
        let count = Int(integer(UInt32.self))
        guard count <= bytes.count - offset else {
            failed = true
            return ""
        }
        defer { offset += count }
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)]), as: UTF8.self)
    }
}
