/// What may stand as the answer to a question.
public enum AnswerKind: Hashable, Sendable {
    case text
    case flag
    case day
    /// One of these, by name.
    case choice([String])
    /// What a part of the thread is to be called.
    case name
    /// Parts of the child's thread, of one of these kinds; of any, where none is named.
    case items([ItemKind])
    /// Lines of the child's chronology.
    case lines
    case rows(RecordTable)

    /// Whether it is a list of rows.
    public var isRows: Bool { if case .rows = self { true } else { false } }

    /// In the words of `record --schema`.
    public var title: String {
        switch self {
        case .text: "text"
        case .flag: "true or false"
        case .day: "a day, as 2026-03-31"
        case .choice(let names): "one of " + names.joined(separator: ", ")
        case .name: "a name of up to 24 letters, digits and hyphens"
        case .items(let kinds): "the id of \(kinds.titleWithArticle), or a list"
        case .lines: "the name of a line of the child’s chronology, or a list"
        case .rows: "a list of rows"
        }
    }
}

/// What a part of a child's thread is.
public enum ItemKind: UInt8, Hashable, Sendable, CaseIterable {
    case need = 1
    case risk, outcome, action, view, decision, concern

    /// The letter that ids made here begin with.
    public var letter: String {
        switch self {
        case .need: "N"
        case .risk: "R"
        case .outcome: "O"
        case .action: "A"
        case .view: "V"
        case .decision: "D"
        case .concern: "C"
        }
    }

    public var titleWithArticle: String { (self == .outcome || self == .action ? "an " : "a ") + "\(self)" }
}

extension [ItemKind] {
    /// "a need, a risk or an outcome".
    public var titleWithArticle: String {
        isEmpty ? "a part of the child’s thread" : map(\.titleWithArticle).listed("or")
    }
}
