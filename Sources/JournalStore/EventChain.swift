import Casework
import Crypto

/// The arithmetic of the chain: each event's digest covers its header, its salted body and the digest before it, so no
/// event can be changed, moved, added or taken out without every later digest giving it away.
///
///     content = SHA-256(salt ‖ body)
///     digest  = SHA-256(tag ‖ previous digest ‖ header ‖ content)
///
/// The salt keeps a digest that outlives an erased body from giving the body away to somebody who guesses it.
struct EventChain: ~Copyable {
    static let digestLength = 32
    static let saltLength = 16

    /// Sixteen bytes that name the format of the header below.
    private static let tag = Array("throughline/ev/1".utf8)

    /// What the first event follows.
    static let beginning = Array(SHA256.hash(data: Array("throughline journal, format 1".utf8)))

    /// tag ‖ previous ‖ header ‖ content, laid out afresh for each event.
    private var message: UnsafeMutableRawBufferPointer
    private static let previousOffset = 16
    private static let headerOffset = previousOffset + digestLength
    private static let roomForText = 1024

    init() {
        message = .allocate(byteCount: Self.headerOffset + EventHeader.fixedLength + Self.roomForText, alignment: 8)
        message.copyBytes(from: Self.tag)
    }

    deinit { message.deallocate() }

    /// SHA-256(salt ‖ body), into `content`.
    static func digest(salt: UnsafeRawBufferPointer, body: UnsafeRawBufferPointer, into content: Digest) {
        var hash = SHA256()
        hash.update(bufferPointer: salt)
        hash.update(bufferPointer: body)
        hash.finalize().withUnsafeBytes { content.copyMemory(from: $0) }
    }

    /// The event's digest, into `digest`, which may be the memory that `previous` is in.
    mutating func digest(
        _ header: EventHeader, after previous: UnsafeRawBufferPointer, content: UnsafeRawBufferPointer,
        into digest: Digest
    ) {
        let headerEnd = Self.headerOffset + header.length
        let end = headerEnd + Self.digestLength
        if end > message.count { grow(to: end) }
        UnsafeMutableRawBufferPointer(rebasing: message[Self.previousOffset..<Self.headerOffset])
            .copyMemory(from: previous)
        header.write(to: message.baseAddress! + Self.headerOffset)
        UnsafeMutableRawBufferPointer(rebasing: message[headerEnd..<end]).copyMemory(from: content)
        var hash = SHA256()
        hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: message[..<end]))
        hash.finalize().withUnsafeBytes { digest.copyMemory(from: $0) }
    }

    private mutating func grow(to length: Int) {
        message.deallocate()
        message = .allocate(byteCount: length * 2, alignment: 8)
        message.copyBytes(from: Self.tag)
    }

    /// Thirty-two bytes to write a digest to.
    typealias Digest = UnsafeMutableRawBufferPointer
}

/// Every column of an event but its body, in the bytes that its digest is made from: numbers big-endian at fixed
/// places, one byte of flags saying which of the three optional ones are present (an absent number is written as 0),
/// then the two texts, their lengths among the numbers.
struct EventHeader {
    var seq: Int64
    var stream: Int64
    var version: Int64
    var day: Int32
    var minute: UInt16?
    var recorded: Int64
    var source: UInt16
    var corrects: Int64?
    var kind: UInt16
    var schema: UInt16
    var author: UnsafeRawBufferPointer
    var reason: UnsafeRawBufferPointer?

    static let fixedLength = 61

    var length: Int { Self.fixedLength + author.count + (reason?.count ?? 0) }

    /// `bytes` has room for ``length`` bytes.
    func write(to bytes: UnsafeMutableRawPointer) {
        func put(_ value: some FixedWidthInteger, at offset: Int) {
            bytes.storeBytes(of: value.bigEndian, toByteOffset: offset, as: type(of: value))
        }
        let flags: UInt8 = (minute == nil ? 0 : 1) | (corrects == nil ? 0 : 2) | (reason == nil ? 0 : 4)
        put(seq, at: 0)
        put(stream, at: 8)
        put(version, at: 16)
        put(recorded, at: 24)
        put(corrects ?? 0, at: 32)
        put(day, at: 40)
        put(UInt32(truncatingIfNeeded: author.count), at: 44)
        put(UInt32(truncatingIfNeeded: reason?.count ?? 0), at: 48)
        put(minute ?? 0, at: 52)
        put(source, at: 54)
        put(kind, at: 56)
        put(schema, at: 58)
        put(flags, at: 60)
        let texts = bytes + Self.fixedLength
        if let start = author.baseAddress { texts.copyMemory(from: start, byteCount: author.count) }
        if let reason, let start = reason.baseAddress {
            (texts + author.count).copyMemory(from: start, byteCount: reason.count)
        }
    }
}
