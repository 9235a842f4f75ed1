extension Table {
    /// The list as CSV: headings and rows, nothing else (RFC 4180, UTF-8, days as `2018-05-15`). It starts with a byte
    /// order mark, without which Excel reads UTF-8 as something else.
    ///
    /// A text that a spreadsheet would take for a formula (it starts with `=`, `+`, `-`, `@` or a control character) gets
    /// an apostrophe in front, which the spreadsheet shows as text.
    public var csv: [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        Self.write(columns.map { .text($0.title) }, into: &bytes)
        for row in rows { Self.write(row.cells, into: &bytes) }
        return bytes
    }

    private static func write(_ cells: [Cell], into bytes: inout [UInt8]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .text(let text): write(guarded(text), into: &bytes)
            case .day(let day): bytes.append(contentsOf: day.description.utf8)
            case .number, .decimal, .nothing: bytes.append(contentsOf: cell.shown.utf8)
            }
        }
        bytes.append(contentsOf: [13, 10])
    }

    private static func guarded(_ text: String) -> String {
        guard let first = text.utf8.first else { return text }
        return first < 32 || "=+-@".utf8.contains(first) ? "'" + text : text
    }

    private static func write(_ text: String, into bytes: inout [UInt8]) {
        guard text.utf8.contains(where: { $0 < 32 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else {
            return bytes.append(contentsOf: text.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
