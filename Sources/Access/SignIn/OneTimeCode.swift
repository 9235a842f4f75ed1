import Crypto
import Foundation

/// Codes that a person's telephone works out from a shared secret and the time (RFC 6238, with SHA-1, six digits and steps
/// of thirty seconds, as every authenticator knows them).
public enum OneTimeCode {
    /// In seconds.
    public static let step: Int64 = 30

    /// The code of a step of time.
    ///
    /// - Parameter digits: 6; the examples of RFC 6238 have 8.
    public static func code(_ secret: [UInt8], step: Int64, digits: Int = 6) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        // RFC 4226, section 5.3: four bytes from the place that the last nibble names, without the sign.
        let place = Int(hash[hash.count - 1] & 15)
        let number = hash[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        var modulus: UInt32 = 1
        for _ in 0..<digits { modulus *= 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step whose code this is: the present one, or one either side of it for clocks that differ. Nil where it is none,
    /// or one that has been used.
    static func step(of code: String, _ secret: [UInt8], atSecond second: Int64, after last: Int64) -> Int64? {
        let typed = code.filter(\.isNumber)
        let now = second / step
        return (now - 1...now + 1).first { $0 > last && self.code(secret, step: $0) == typed }
    }

    /// A new secret, of the length RFC 4226 recommends.
    public static func secret() -> [UInt8] { Secret.random(bytes: 20) }
}

/// Letters and digits that cannot be mistaken for each other (RFC 4648, section 6): how a secret is typed into a telephone.
public enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    public static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (buffer, bits) = (UInt32(0), 0)
        for byte in bytes {
            (buffer, bits) = (buffer << 8 | UInt32(byte), bits + 8)
            while bits >= 5 {
                text.append(letters[Int(buffer >> UInt32(bits - 5)) & 31])
                bits -= 5
            }
            buffer &= (1 << UInt32(bits)) - 1
        }
        if bits > 0 { text.append(letters[Int(buffer << UInt32(5 - bits)) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil where there is a character that does not belong; blanks are passed over.
    public static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (buffer, bits) = (UInt32(0), 0)
        for letter in text.uppercased().utf8 where letter != UInt8(ascii: " ") && letter != UInt8(ascii: "=") {
            guard let value = letters.firstIndex(of: letter) else { return nil }
            (buffer, bits) = (buffer << 5 | UInt32(value), bits + 5)
            if bits >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits - 8)))
                bits -= 8
            }
            buffer &= (1 << UInt32(bits)) - 1
        }
        return bytes
    }
}
