import Casework

extension FormQuestion {
    /// What a council's own question takes.
    public indirect enum OwnKind: Hashable, Sendable {
        case text, longText, day, flag
        /// A day and a time.
        case moment
        /// One of the child's documents.
        case upload
        /// Somebody around the child, of whom the record knows, or somebody else who is named.
        case person
        /// Parts of the child's thread, of one of these kinds.
        case link([ItemKind])
        case choice([Choice])
        case many([Choice])
        /// Rows of the council's own columns.
        case table([OwnColumn])
    }
}

/// A column of a council's own table: what is asked of each row.
public struct OwnColumn: Hashable, Sendable {
    public let id: String
    public let asks: String
    /// Text, a day, yes or no, or a choice.
    public let kind: FormQuestion.OwnKind
    /// Whether a row is worth nothing without it.
    public let isNeeded: Bool
}

extension FormQuestion.OwnKind {
    /// As a form's file names each of them.
    static let names = [
        "text", "long_text", "choice", "many", "date", "moment", "yes_no", "upload", "person", "link", "table",
    ]

    /// In the words of `record --schema`.
    public var title: String {
        switch self {
        case .text, .longText: "text"
        case .day: "a day, as 2026-03-31"
        case .moment: "a day and a time, as 2026-03-31T16:30"
        case .flag: "true or false"
        case .upload: "one of the child’s documents, by the SHA-256 of its file"
        case .person: "the name of somebody whom the child’s record knows, or {\"somebody_else\": \"…\"}"
        case .link(let kinds): "the id of \(kinds.titleWithArticle), or a list"
        case .choice(let choices): "one of " + choices.map(\.name).joined(separator: ", ")
        case .many(let choices): "a list of " + choices.map(\.name).joined(separator: ", ")
        case .table: "a list of rows"
        }
    }

    /// What to do where something else was answered.
    var remedy: String {
        switch self {
        case .text, .longText: "give text"
        case .day: "give a day as 2026-03-31"
        case .moment: "give a day and a time, as 2026-03-31T16:30"
        case .flag: "give true or false"
        case .upload: "choose one of the child’s documents, by the 64 hexadecimal digits of its SHA-256"
        case .person: "choose somebody of the list, or write who else it is"
        case .link(let kinds): "give the id of \(kinds.titleWithArticle)"
        case .choice(let choices): "give one of " + choices.map(\.name).joined(separator: ", ")
        case .many(let choices): "give a list of " + choices.map(\.name).joined(separator: ", ")
        case .table(let columns): "give rows, each with \(columns.map(\.id).joined(separator: ", ")) by name"
        }
    }

    /// Whether another question may hang on what is answered here.
    var canBeHungOn: Bool {
        switch self {
        case .text, .longText, .day, .flag, .upload, .choice, .many: true
        case .moment, .person, .link, .table: false
        }
    }
}

extension FormQuestion.OwnKind {
    /// Choices in the form's words.
    public func labels(_ names: [String]) -> String {
        switch self {
        case .choice(let choices), .many(let choices): choices.labels(names)
        default: names.joined(separator: ", ")
        }
    }
}

extension [FormQuestion.Choice] {
    fileprivate func labels(_ names: [String]) -> String {
        names.map { name in first { $0.name == name }?.label ?? name }.joined(separator: ", ")
    }
}
