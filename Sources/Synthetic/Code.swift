/// A code of the return, such as `C2`, `PR1` or a postcode: up to eight ASCII characters in one machine word, so that
/// a life in care is a few hundred bytes and comparing two codes is one instruction.
struct Code: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The first character in the lowest byte; 0 after the last.
    private(set) var bytes: UInt64 = 0

    static let blank: Code = ""

    init(stringLiteral text: StaticString) {
        text.withUTF8Buffer { for byte in $0.prefix(8).reversed() { bytes = bytes << 8 | UInt64(byte) } }
    }

    /// The letters, and then `number` in `digits` figures.
    init(_ letters: Code, _ number: Int, digits: Int) {
        var at: UInt64 = 0
        while at < 64, letters.bytes >> at & 0xFF != 0 { at += 8 }
        bytes = letters.bytes
        var divisor = 1
        for _ in 1..<max(digits, 1) { divisor *= 10 }
        while divisor > 0, at < 64 {
            bytes |= UInt64(48 + number / divisor % 10) << at
            (divisor, at) = (divisor / 10, at + 8)
        }
    }

    /// A postcode from its outward part and a number that chooses the inward part: `SV4` and 27 make `SV4 2DA`.
    init(outward: Code, inward number: Int) {
        // The letters that the Post Office uses in the inward part.
        let letters: StaticString = "ABDEFGHJLNPQRSTUWXYZ"
        bytes = outward.bytes
        var at: UInt64 = 0
        while bytes >> at & 0xFF != 0 { at += 8 }
        letters.withUTF8Buffer {
            let inward: [4 of UInt8] = [
                32, UInt8(49 + number % 9), $0[number / 9 % $0.count], $0[number / 180 % $0.count],
            ]
            for place in 0..<4 where at < 64 {
                bytes |= UInt64(inward[place]) << at
                at += 8
            }
        }
    }

    /// The first character, as a byte; 0 where blank.
    var first: UInt8 { UInt8(truncatingIfNeeded: bytes) }
    var second: UInt8 { UInt8(truncatingIfNeeded: bytes >> 8) }
    var isBlank: Bool { bytes == 0 }
}

extension Code: CustomStringConvertible {
    var description: String {
        var out = ""
        var rest = bytes
        while rest != 0 {
            out.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: rest)))
            rest >>= 8
        }
        return out
    }
}
