import CSodium
import Foundation

/// A file that only a passphrase opens: libsodium's secretstream under a key that Argon2id makes from the passphrase.
///
///     16 bytes of name and format ‖ 16 bytes of salt ‖ work (8) ‖ memory (8) ‖ the stream's header (24) ‖ pieces
///
/// Numbers are big-endian. A piece is up to 64 KiB and its 17 bytes of check; the last says that it is the last, so a file
/// that was cut short does not open. Everything before the stream is checked with the first piece.
public enum SealedFile {
    private static let name = Array("throughline/em/1".utf8)
    private static let saltLength = Int(crypto_pwhash_SALTBYTES)
    private static let streamHeaderLength = 24
    private static let pieceLength = 65_536
    private static let checkLength = 17
    private static let headerLength = name.count + saltLength + 16

    /// How much work a passphrase takes: the file lies on laptops, so guessing has to be slow.
    public struct Work: Hashable, Sendable {
        public let passes: UInt64
        public let memory: UInt64
        /// Three passes over 256 MiB.
        public static let usual = Work(passes: 3, memory: 256 << 20)
        /// More is refused, so that a made-up file cannot keep a machine busy.
        static let most = Work(passes: 10, memory: 1 << 30)
    }

    public static func seal(_ content: [UInt8], with passphrase: String, work: Work = .usual) throws -> [UInt8] {
        try start()
        var salt = [UInt8](repeating: 0, count: saltLength)
        randombytes_buf(&salt, saltLength)
        let header = name + salt + work.passes.bytes + work.memory.bytes
        var key = try key(passphrase, salt, work)
        defer { sodium_memzero(&key, key.count) }
        var state = crypto_secretstream_xchacha20poly1305_state()
        var streamHeader = [UInt8](repeating: 0, count: streamHeaderLength)
        guard crypto_secretstream_xchacha20poly1305_init_push(&state, &streamHeader, key) == 0 else {
            throw SealedFileError.notStarted
        }
        var sealed = header + streamHeader
        var start = 0
        repeat {
            let end = min(start + pieceLength, content.count)
            let piece = Array(content[start..<end])
            let tag = end == content.count ? UInt8(crypto_secretstream_xchacha20poly1305_TAG_FINAL) : 0
            var out = [UInt8](repeating: 0, count: piece.count + checkLength)
            let beside = start == 0 ? header : []
            crypto_secretstream_xchacha20poly1305_push(
                &state, &out, nil, piece, UInt64(piece.count), beside, UInt64(beside.count), tag)
            sealed += out
            start = end
        } while start < content.count
        return sealed
    }

    /// - Throws: ``SealedFileError``: another file, a wrong passphrase, or a file that was changed or cut short.
    public static func open(_ sealed: [UInt8], with passphrase: String) throws -> [UInt8] {
        try start()
        guard sealed.starts(with: name), sealed.count >= headerLength + streamHeaderLength + checkLength else {
            throw SealedFileError.notSealed
        }
        let salt = Array(sealed[name.count..<name.count + saltLength])
        let work = Work(
            passes: UInt64(bytes: sealed[(headerLength - 16)..<(headerLength - 8)]),
            memory: UInt64(bytes: sealed[(headerLength - 8)..<headerLength]))
        guard (1...Work.most.passes).contains(work.passes), (8192...Work.most.memory).contains(work.memory) else {
            throw SealedFileError.notSealed
        }
        var key = try key(passphrase, salt, work)
        defer { sodium_memzero(&key, key.count) }
        let header = Array(sealed[..<headerLength])
        var at = headerLength + streamHeaderLength
        var state = crypto_secretstream_xchacha20poly1305_state()
        guard
            crypto_secretstream_xchacha20poly1305_init_pull(&state, Array(sealed[headerLength..<at]), key) == 0
        else { throw SealedFileError.notOpened }
        var (content, isLast, isFirst) = ([UInt8](), false, true)
        while !isLast {
            let piece = Array(sealed[at..<min(at + pieceLength + checkLength, sealed.count)])
            guard piece.count >= checkLength else { throw SealedFileError.notOpened }
            var (out, tag) = ([UInt8](repeating: 0, count: piece.count - checkLength), UInt8(0))
            let beside = isFirst ? header : []
            guard
                crypto_secretstream_xchacha20poly1305_pull(
                    &state, &out, nil, &tag, piece, UInt64(piece.count), beside, UInt64(beside.count)) == 0
            else { throw SealedFileError.notOpened }
            content += out
            at += piece.count
            isFirst = false
            isLast = tag == UInt8(crypto_secretstream_xchacha20poly1305_TAG_FINAL)
        }
        guard at == sealed.count else { throw SealedFileError.notOpened }
        return content
    }

    private static func start() throws {
        guard sodium_init() >= 0 else { throw SealedFileError.notStarted }
    }

    private static func key(_ passphrase: String, _ salt: [UInt8], _ work: Work) throws -> [UInt8] {
        var key = [UInt8](repeating: 0, count: 32)
        let text = Array(passphrase.utf8).map { CChar(bitPattern: $0) }
        guard
            crypto_pwhash(
                &key, UInt64(key.count), text, UInt64(text.count), salt, work.passes, Int(work.memory),
                crypto_pwhash_ALG_ARGON2ID13) == 0
        else { throw SealedFileError.noMemory }
        return key
    }
}

/// Why a file was not sealed or opened, and what to do.
public enum SealedFileError: Error, Hashable, Sendable, CustomStringConvertible {
    case notStarted
    case noMemory
    case notSealed
    case notOpened
    case weakPassphrase

    public var description: String {
        switch self {
        case .notStarted: "libsodium could not be started; reinstall libsodium23"
        case .noMemory: "there is too little memory to work the passphrase's key out; it takes 256 MiB"
        case .notSealed: "this is not an emergency file; name the one that throughline emergency wrote"
        case .notOpened:
            "the passphrase is another one, or the file was changed or cut short; try again, or take another night's file"
        case .weakPassphrase:
            "a passphrase of fewer than 16 characters is too easy to guess; use four words or more that nobody would put together"
        }
    }
}

extension UInt64 {
    fileprivate var bytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: self >> (56 - 8 * UInt64($0))) } }
    fileprivate init(bytes: ArraySlice<UInt8>) { self = bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}
