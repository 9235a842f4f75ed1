import Days

/// What a person answered to one question of a form.
public indirect enum Answer: Hashable, Sendable {
    case text(String)
    /// One of the choices that the question offers, by its name.
    case choice(String)
    case flag(Bool)
    case day(Day)
    /// A need, risk, action or other part of the child's thread.
    case items([ItemID])
    case rows([AnswerRow])
    /// There is none, and why.
    case noneBecause(String)

    /// Whether anything is said.
    public var isBlank: Bool {
        switch self {
        case .text(let text), .choice(let text), .noneBecause(let text):
            text.saysNothing
        case .items(let items): items.isEmpty
        case .rows(let rows): rows.isEmpty
        case .flag, .day: false
        }
    }
}

/// A row of a table that a person filled in: what each column says.
public struct AnswerRow: Hashable, Sendable {
    public var cells: [RecordColumn: Answer]
    public init(_ cells: [RecordColumn: Answer]) { self.cells = cells }

    public subscript(_ column: RecordColumn) -> Answer? { cells[column] }

    func text(_ column: RecordColumn) -> String {
        switch cells[column] {
        case .text(let text), .choice(let text): text
        default: ""
        }
    }
    func day(_ column: RecordColumn) -> Day? { if case .day(let day) = cells[column] { day } else { nil } }
    func flag(_ column: RecordColumn) -> Bool { cells[column] == .flag(true) }
    /// What the row points at, its own name left out.
    var about: [ItemID] { cells.flatMap { $0.key == .id ? [] : items($0.key) } }
    func items(_ column: RecordColumn) -> [ItemID] { if case .items(let items) = cells[column] { items } else { [] } }
}

/// The name of a part of a child's thread: a need, a risk, an outcome, an action, a view, a decision or a concern. Unique within the
/// child; a letter for the kind and a number (`N1`, `A12`), or whatever its first writer called it.
public struct ItemID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let name: String

    /// - Parameter name: 1 to 24 letters, digits and hyphens. Nil for anything else.
    public init?(_ name: String) {
        let isGood = name.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
        }
        guard isGood, (1...24).contains(name.utf8.count) else { return nil }
        self.name = name
    }

    init(unchecked name: String) { self.name = name }
    public var description: String { name }
    public static func < (a: ItemID, b: ItemID) -> Bool {
        a.name.utf8.count != b.name.utf8.count ? a.name.utf8.count < b.name.utf8.count : a.name < b.name
    }
}
