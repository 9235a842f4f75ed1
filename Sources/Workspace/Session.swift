import Crypto
import Days
import Foundation

/// Somebody signed in, in one browser.
public struct Session: Hashable, Sendable {
    /// How far signing in has come.
    public enum Stage: Int, Hashable, Sendable {
        /// The password was right; the code of the second factor is still to come, or the factor to be set up.
        case secondFactor = 1
        case signedIn = 2
    }

    /// Names it without giving it away: the digest of its key.
    public let id: Data
    /// The account's id.
    public let account: String
    public let stage: Stage
    public let started: Instant
    /// When it was last used, to the minute.
    public internal(set) var seen: Instant
    /// The network address that it was started from.
    public let address: String
    /// What the browser calls itself.
    public let browser: String
}

/// The secret that a browser holds for its session: 32 random bytes. Only their digest is kept on the disk.
public struct SessionKey: Hashable, Sendable {
    public let text: String
    public let digest: Data
    /// What a form of this session sends back, so that no other site can send one for the person. It cannot be worked out
    /// without the key, nor the key from it.
    public let formToken: String

    public init() { self.init(checked: SymmetricKey(size: .bits256).withUnsafeBytes { $0.hexadecimal }) }

    private init(checked text: String) {
        self.text = text
        let bytes = Data(text.utf8)
        digest = Data(SHA256.hash(data: bytes))
        formToken =
            HMAC<SHA256>.authenticationCode(for: Data("throughline form".utf8), using: SymmetricKey(data: bytes))
            .hexadecimal
    }

    /// Bytes as text, for what is worked out beside a key.
    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String { bytes.hexadecimal }

    /// Nil where the text cannot be a key.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            return nil
        }
        self.init(checked: String(text))
    }
}

/// How long somebody stays signed in.
public struct SessionLimits: Hashable, Sendable {
    /// In minutes, without a request.
    public var idle: Int
    /// In minutes, whatever is done.
    public var absolute: Int

    public init(idle: Int = 30, absolute: Int = 12 * 60) { (self.idle, self.absolute) = (idle, absolute) }

    func isOver(_ session: Session, at now: Instant) -> Bool {
        let idle = now.milliseconds - session.seen.milliseconds >= Int64(self.idle) * 60_000
        return idle || now.milliseconds - session.started.milliseconds >= Int64(absolute) * 60_000
    }

    /// After this a session that is over is forgotten, and a form that was held for it.
    static let forgottenAfter: Int64 = 24 * 3_600_000
}

extension Sequence<UInt8> {
    /// Two small hexadecimal digits a byte.
    fileprivate var hexadecimal: String {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for byte in self {
            digits.append(digit(byte >> 4))
            digits.append(digit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
