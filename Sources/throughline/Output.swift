import Foundation

/// Writes answers: JSON for programs, aligned columns for people.
enum Output {
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        var bytes = try encoder.encode(value)
        bytes.append(10)
        FileHandle.standardOutput.write(bytes)
    }

    static func line(_ text: String = "") { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    /// A file as it is, with nothing added.
    static func whole(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    /// A heading: bold on a terminal that takes colour.
    static func heading(_ text: String) { line(isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text) }

    /// Rows under headings, each column as wide as its widest cell.
    static func table(_ headings: [String], _ rows: [[String]]) {
        var widths = headings.map(\.count)
        for row in rows { for (index, cell) in row.enumerated() { widths[index] = max(widths[index], cell.count) } }
        func laidOut(_ row: [String]) -> String {
            var text = ""
            for (index, cell) in row.enumerated() {
                text += cell
                if index < row.count - 1 { text += String(repeating: " ", count: widths[index] - cell.count + 2) }
            }
            return text
        }
        heading(laidOut(headings))
        var page = ""
        for row in rows { page += laidOut(row) + "\n" }
        FileHandle.standardOutput.write(Data(page.utf8))
    }

    static var isColoured: Bool { isatty(1) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil }
}
