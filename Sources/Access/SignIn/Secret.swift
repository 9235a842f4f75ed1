import Crypto
import Foundation

/// Bytes that nobody can guess, and what is kept of them: the digest only.
public enum Secret {
    /// From the system's secure generator.
    public static func random(bytes count: Int) -> [UInt8] {
        SymmetricKey(size: .init(bitCount: count * 8)).withUnsafeBytes { Array($0) }
    }

    /// What a store keeps of a secret that a person holds.
    public static func digest(_ secret: String) -> Data { Data(SHA256.hash(data: Data(secret.utf8))) }

    /// A secret as it stands in a link: 32 random bytes in letters and digits.
    public static func token() -> String { random(bytes: 32).hexadecimal }
}

extension Collection<UInt8> {
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
