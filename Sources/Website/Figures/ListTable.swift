import Days

/// A list as it is shown and taken away: its columns, and a row for each thing it lists. A page and a file are written from
/// one value of this, so that they hold the same rows.
struct Table: Hashable, Sendable {
    struct Column: Hashable, Sendable {
        let title: String
        let width: Int
        let isNumeric: Bool

        init(_ title: String, width: Int = 16, isNumeric: Bool = false) {
            (self.title, self.width, self.isNumeric) = (title, width, isNumeric)
        }
    }

    enum Cell: Hashable, Sendable {
        case text(String)
        case number(Int)
        case decimal(Double)
        case day(Day)
        case nothing

        var shown: String {
            switch self {
            case .text(let text): text
            case .number(let number): "\(number)"
            case .decimal(let number): "\(number)"
            case .day(let day): day.inWords
            case .nothing: ""
            }
        }
    }

    struct Row: Hashable, Sendable {
        let subject: String
        let cells: [Cell]
        init(_ subject: String = "", _ cells: [Cell]) { (self.subject, self.cells) = (subject, cells) }
    }

    let title: String
    let notes: [String]
    let columns: [Column]
    let rows: [Row]

    init(_ title: String, notes: [String] = [], columns: [Column], rows: [Row]) {
        (self.title, self.notes, self.columns, self.rows) = (title, notes, columns, rows)
    }

    /// UTF-8 with a byte order mark, RFC 4180; a text that a spreadsheet would take for a formula gets an apostrophe.
    var csv: [UInt8] {
        func quoted(_ text: String) -> String {
            let safe = text.first.map { "=+-@".contains($0) } ?? false ? "'" + text : text
            return safe.contains { ",\"\r\n".contains($0) }
                ? "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
                : safe
        }
        var lines = [columns.map { quoted($0.title) }.joined(separator: ",")]
        for row in rows {
            lines.append(
                row.cells.map { cell in
                    if case .day(let day) = cell { day.description } else { quoted(cell.shown) }
                }.joined(separator: ","))
        }
        return [0xEF, 0xBB, 0xBF] + Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }
}
