extension StringProtocol {
    /// Its words in small letters, with one blank between and nothing else: “On-going. ” and “ongoing” read alike but for
    /// the blank.
    public var plainWords: String {
        if let plain = utf8.withContiguousStorageIfAvailable({ Self.plainWords(ascii: $0) }) ?? nil { return plain }
        var plain = ""
        var isApart = false
        for character in self {
            guard character.isLetter || character.isNumber else {
                // An apostrophe joins: “children’s” is one word.
                if character != "’", character != "'" { isApart = true }
                continue
            }
            if isApart, !plain.isEmpty { plain += " " }
            isApart = false
            plain += character.lowercased()
        }
        return plain
    }

    /// The same of text that holds only ASCII, as most of it does, a byte at a time; nil where it holds anything else.
    private static func plainWords(ascii bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var isApart = false
        for byte in bytes {
            switch byte {
            case 0x80...: return nil
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                if isApart, !plain.isEmpty { plain.append(UInt8(ascii: " ")) }
                isApart = false
                // The bit that sets a small letter off from a capital is set in digits anyway.
                plain.append(byte | 0x20)
            case UInt8(ascii: "'"): continue
            default: isApart = true
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}
