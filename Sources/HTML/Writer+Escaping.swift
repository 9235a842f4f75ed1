extension Writer {
    /// Appends `text` so that it reads as itself between tags and between double quotes alike.
    ///
    /// Runs of ordinary bytes are copied whole; `< > & " '` become references. A control character that no page may
    /// hold (NUL among them) becomes U+FFFD, so that it is seen to be wrong and cannot hide a tag.
    mutating func escape(_ text: some StringProtocol) {
        let whole: Void? = text.utf8.withContiguousStorageIfAvailable { escape(utf8: $0) }
        if whole == nil { escape(utf8: Array(text.utf8)) }
    }

    mutating func escape(utf8 text: [UInt8]) {
        text.withUnsafeBufferPointer { escape(utf8: $0) }
    }

    private mutating func escape(utf8 text: UnsafeBufferPointer<UInt8>) {
        var done = 0
        var place = 0
        while place < text.count {
            // Letters come first, since they are nearly all there is.
            let byte = text[place]
            if byte < 0x40 || byte == 0x7F, let instead = Self.replacement(byte) {
                insert(UnsafeBufferPointer(rebasing: text[done..<place]))
                markup(instead)
                done = place + 1
            }
            place += 1
        }
        insert(UnsafeBufferPointer(rebasing: text[done...]))
    }

    private static func replacement(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0x09, 0x0A, 0x0D: nil
        case 0x00..<0x20, 0x7F: "\u{FFFD}"
        default: nil
        }
    }

    mutating func decimal(_ number: Int) {
        if number < 0 { markup("-") }
        digits(number.magnitude)
    }

    private mutating func digits(_ number: UInt) {
        if number >= 10 { digits(number / 10) }
        insert(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// A length for a drawing, to two decimal places. A length that no drawing can have (not a number, or beyond ±10⁹)
    /// is 0, so a picture may miss a mark but never breaks the page.
    mutating func decimal(_ length: Double) {
        guard length.magnitude <= 1e9 else { return digits(0) }
        let hundredths = UInt(length.magnitude * 100 + 0.5)
        if length < 0, hundredths > 0 { markup("-") }
        digits(hundredths / 100)
        if hundredths % 100 > 0 {
            markup(".")
            digits(hundredths % 100 / 10)
            if hundredths % 10 > 0 { digits(hundredths % 10) }
        }
    }
}
