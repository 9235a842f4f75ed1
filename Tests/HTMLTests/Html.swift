import HTML

/// What `body` writes, as text.
func html(_ body: (inout Writer) -> Void) -> String {
    var page = Writer(capacity: 0)
    body(&page)
    return String(decoding: page.bytes, as: UTF8.self)
}

/// Text that is meant to break a page, from a seed: characters that mean something in HTML, control characters, pieces
/// of tags, letters of other scripts, and bytes that are no UTF-8 (repaired by `String` to U+FFFD).
struct HostileText {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    mutating func text() -> String {
        let pieces: [[UInt8]] = [
            Array("<".utf8), Array(">".utf8), Array("&".utf8), Array("\"".utf8), Array("'".utf8), Array("&amp;".utf8),
            Array("</td><script>".utf8), Array("\" onload=\"x".utf8), Array("é".utf8), Array("Łódź".utf8),
            Array("👩‍👧".utf8), Array("a b".utf8), [0], [0x1B], [0x7F], [0xC3], [0xFF, 0xFE], [0xE2, 0x82],
            Array("\r\n\t".utf8), Array("..".utf8), Array("/".utf8), Array("?#%".utf8),
        ]
        var bytes: [UInt8] = []
        for _ in 0..<next(below: 12) { bytes += pieces[next(below: pieces.count)] }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// What a browser would read back out of escaped text.
func unescaped(_ text: String) -> String {
    var out = ""
    var rest = Substring(text)
    let references = ["&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": "\"", "&#39;": "'"]
    while let mark = rest.unicodeScalars.firstIndex(of: "&") {
        out.unicodeScalars += rest.unicodeScalars[..<mark]
        rest = rest[mark...]
        let reference = references.first { Array(rest.utf8).starts(with: Array($0.key.utf8)) }
        out += reference?.value ?? "(a bare ampersand)"
        rest = Substring(rest.unicodeScalars.dropFirst(reference?.key.count ?? 1))
    }
    return out + String(rest)
}

/// `text` with each character that no page may hold replaced, as the writer promises.
func mended(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { scalar in
                let kept: Set<UInt32> = [9, 10, 13]
                let control = scalar.value < 0x20 || scalar.value == 0x7F
                return control && !kept.contains(scalar.value) ? "\u{FFFD}" : scalar
            }))
}
