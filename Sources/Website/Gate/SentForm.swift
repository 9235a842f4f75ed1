import Hummingbird

/// What a form sent: its fields in order, as `application/x-www-form-urlencoded`, in the body or in the address.
struct SentForm: Sendable {
    private(set) var fields: [(name: String, value: String)] = []

    init() {}

    init(_ body: ByteBuffer) { self.init(Array(body.readableBytesView)) }

    init(_ text: String) { self.init(Array(text.utf8)) }

    private init(_ bytes: [UInt8]) {
        for pair in bytes.split(separator: UInt8(ascii: "&")).prefix(5000) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? Self.decoded(parts[1]) : ""
            fields.append((Self.decoded(parts[0]), value))
        }
    }

    /// What was typed into a field; empty where the form had no such field.
    subscript(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

    /// Every value that was sent under a name, as of boxes that were ticked.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Byte by byte, because a page sends all of a draft again and again as somebody types. What is not encoded as it should
    /// be stays as it was sent.
    private static func decoded(_ sent: ArraySlice<UInt8>) -> String {
        let spaced = sent.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
        guard spaced.contains(UInt8(ascii: "%")) else { return String(decoding: spaced, as: UTF8.self) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(spaced.count)
        var rest = spaced[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst()?.hexDigit, let low = rest.popFirst()?.hexDigit else {
                return String(decoding: spaced, as: UTF8.self)
            }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self) ?? String(decoding: spaced, as: UTF8.self)
    }
}

extension UInt8 {
    /// What it stands for as a hexadecimal digit of a text.
    fileprivate var hexDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
