import Casework
import Forms

/// What a kind of record takes, for whoever writes records with a program.
struct RecordSchema: Encodable {
    let kind, title: String
    let version: Int
    let lines: [Line]

    struct Line: Encodable {
        /// The question; of a table's column, `actions[].due`.
        let field: String
        /// save, sign, no; for a column, yes or no.
        let needed: String
        let takes: String
        let asks: String
    }

    init(_ form: Form) {
        (kind, title, version) = (form.kind.name, form.title, form.version)
        lines = form.questions.flatMap(Self.lines)
    }

    private static func lines(_ question: FormQuestion) -> [Line] {
        switch question.answers {
        case .own(let kind):
            return [Line(field: question.id, needed: question.needed.rawValue, takes: kind.title, asks: question.asks)]
        case .core(let field, _):
            let own = Line(
                field: question.id,
                needed: question.needed.rawValue
                    + (question.condition.map { " where \($0.question) is \($0.values.joined(separator: " or "))" }
                        ?? ""),
                takes: field.kind.title, asks: question.asks)
            guard case .rows(let table) = field.kind else { return [own] }
            return [own]
                + table.cells.map {
                    Line(
                        field: "\(question.id)[].\($0.column.name)", needed: $0.isNeeded ? "yes" : "no",
                        takes: $0.kind.title, asks: "")
                }
        }
    }
}

extension FormQuestion.OwnKind {
    fileprivate var title: String {
        switch self {
        case .text, .longText: "text"
        case .day: "a day, as 2026-03-31"
        case .flag: "true or false"
        case .upload: "one of the child’s documents, by the SHA-256 of its file"
        case .choice(let choices): "one of " + choices.map(\.name).joined(separator: ", ")
        case .many(let choices): "a list of " + choices.map(\.name).joined(separator: ", ")
        }
    }
}
