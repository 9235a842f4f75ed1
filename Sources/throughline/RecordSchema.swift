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
        lines = form.questions.filter { form.asksAnew($0) }.flatMap(Self.lines)
    }

    private static func lines(_ question: FormQuestion) -> [Line] {
        let needed =
            question.needed.rawValue
            + (question.condition.map { " where \($0.words)" } ?? "")
        switch question.answers {
        case .own(let kind):
            let takes =
                kind.title + (question.takesNoneBecause ? ", or {\"none_because\": \"why there is none\"}" : "")
            let own = Line(field: question.id, needed: needed, takes: takes, asks: question.asks)
            guard case .table(let columns) = kind else { return [own] }
            return [own]
                + columns.map {
                    Line(
                        field: "\(question.id)[].\($0.id)", needed: $0.isNeeded ? "yes" : "no", takes: $0.kind.title,
                        asks: $0.asks)
                }
        case .core(let field, _):
            let own = Line(field: question.id, needed: needed, takes: field.kind.title, asks: question.asks)
            guard case .rows(let table) = field.kind else { return [own] }
            return [own]
                + table.cells.map {
                    Line(
                        field: "\(question.id)[].\($0.column.name)", needed: $0.need.title,
                        takes: $0.kind.title, asks: "")
                }
        }
    }
}
