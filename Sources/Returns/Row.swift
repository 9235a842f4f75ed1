import Casework
import Days

/// One row of a table, its cells where they lie in memory: for the length of a call.
struct Row {
    let table: ReturnTable
    let file: String
    let line: Int
    /// What ``cells`` point into.
    let bytes: UnsafeRawBufferPointer
    /// Where each column's cell is, by the column's number; empty where the file has no such column.
    let cells: [Range<Int>]

    /// The cell without spaces around it; empty where it is blank or the file has no such column.
    func cell(_ column: Column) -> UnsafeRawBufferPointer {
        var range = cells[column.rawValue]
        while !range.isEmpty, bytes[range.lowerBound] <= 32 { range = (range.lowerBound + 1)..<range.upperBound }
        while !range.isEmpty, bytes[range.upperBound - 1] <= 32 { range = range.lowerBound..<(range.upperBound - 1) }
        return UnsafeRawBufferPointer(rebasing: bytes[range])
    }

    func text(_ column: Column) -> String { decoded(cell(column)) }

    /// The whole row as it is kept when it is set aside.
    var kept: String {
        var text = ""
        for column in table.columns where !cell(column).isEmpty {
            if !text.isEmpty { text += "\u{1F}" }
            text += "\(column.name)=\(decoded(cell(column)))"
        }
        return text
    }
}

/// Text from a file that says nothing of its encoding: UTF-8 where it is that, else Windows-1252.
func decoded(_ bytes: UnsafeRawBufferPointer) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    for byte in bytes { text.unicodeScalars.append(windows1252(byte)) }
    return text
}

private func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    /// What Windows-1252 has in 0x80 to 0x9F; where it has nothing, the replacement character.
    let upper: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]
    guard byte >= 0x80, byte < 0xA0 else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}"
}

/// A day as returns write it: `15/05/2018`, `2018-05-15`, or either with a time of midnight behind it.
func readDay(_ bytes: UnsafeRawBufferPointer) -> Day? {
    var bytes = bytes
    if bytes.count > 10, bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T") {
        let time = bytes[11...]
        guard time.allSatisfy({ $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) else {
            return nil
        }
        bytes = UnsafeRawBufferPointer(rebasing: bytes[..<10])
    }
    return Day(bytes: bytes, .dayMonthYear) ?? Day(bytes: bytes, .iso)
}
