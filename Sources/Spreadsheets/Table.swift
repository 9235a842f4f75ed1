import Days

/// A list as it is shown and taken away: its columns, and a row for each thing it lists.
///
/// A page, a CSV file and a workbook are each written from one value of this, so that they hold the same rows in the same
/// order with the same columns. Nothing is left out or added by whoever writes it.
public struct Table: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public let title: String
        /// About how many characters wide its cells are, for a workbook.
        public let width: Int
        /// Whether its cells are numbers, which stand to the right.
        public let isNumeric: Bool

        public init(_ title: String, width: Int = 16, isNumeric: Bool = false) {
            (self.title, self.width, self.isNumeric) = (title, width, isNumeric)
        }
    }

    public enum Cell: Hashable, Sendable {
        case text(String)
        case number(Int)
        case decimal(Double)
        case day(Day)
        /// Nothing is known, or nothing applies.
        case nothing

        /// As a reader sees it. Nothing is a blank.
        public var shown: String {
            switch self {
            case .text(let text): text
            case .number(let number): "\(number)"
            case .decimal(let number): "\(number)"
            case .day(let day): day.inWords
            case .nothing: ""
            }
        }
    }

    public struct Row: Hashable, Sendable {
        /// Whom or what the row is about, as the address of its page has it; empty where it has no page.
        public let subject: String
        /// One for each column.
        public let cells: [Cell]

        public init(_ subject: String = "", _ cells: [Cell]) { (self.subject, self.cells) = (subject, cells) }
    }

    /// What the list is of: `Children looked after`.
    public let title: String
    /// What a reader must know to trust it, a sentence each: the day it speaks for, what was chosen, who made it.
    public let notes: [String]
    public let columns: [Column]
    public let rows: [Row]

    public init(_ title: String, notes: [String] = [], columns: [Column], rows: [Row]) {
        (self.title, self.notes, self.columns, self.rows) = (title, notes, columns, rows)
    }

    /// The same list with only these rows of it, for a page of many.
    public func page(_ rows: some Sequence<Row>) -> Table {
        Table(title, notes: notes, columns: columns, rows: Array(rows))
    }
}
