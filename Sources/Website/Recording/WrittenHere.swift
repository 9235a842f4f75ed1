import Casework
import Forms

/// The rows of a form that will each be a part of the child's thread: what its other rows may be joined to before anything
/// is signed.
struct WrittenHere {
    struct Row {
        let name: ItemID
        let kind: ItemKind
        /// Where it stands, as `risks.1`.
        let place: String
        /// What it says; empty for a row that nobody has begun.
        let what: String
        /// As a choice of another row: of what kind it is, and what it says. A script follows what is typed behind the colon.
        var asChoice: String {
            "\(ThreadChoices.title(of: kind)), written here: "
                + (what.count > Self.most ? what.prefix(Self.most) + "…" : what)
        }
        private static let most = 100
    }

    let rows: [Row]

    /// - Parameter more: A list that shows one row more than is begun.
    init(_ filled: FilledForm, on form: Form, more: String? = nil) {
        rows = form.questions.flatMap { question -> [Row] in
            guard case .rows(let table)? = question.field?.kind, let kind = table.makes else { return [] }
            let count = max(1, filled.rows(question.id) + (more == question.id ? 1 : 0))
            return (1...count).map { number in
                let place = "\(question.id).\(number)"
                return Row(
                    name: filled.name(ofRow: number, in: question.id, kind), kind: kind, place: place,
                    what: filled.isBegun(row: place) ? filled["\(place).what"].trimmed.replacing("\n", with: " ") : "")
            }
        }
    }

    /// Those that a cell may be joined to: of a kind it takes, and not the row that it stands in.
    func offered(_ kinds: [ItemKind], in row: String) -> [Row] {
        rows.filter { (kinds.isEmpty || kinds.contains($0.kind)) && $0.place != row }
    }
}

extension FilledForm {
    /// What a row is called: by the name that it was signed with, where it puts a record right, else by its place on the form,
    /// which it keeps as long as the draft is there.
    func name(ofRow number: Int, in question: String, _ kind: ItemKind) -> ItemID {
        ItemID(self["\(question).\(number).\(RecordColumn.id.name)"]) ?? .here(kind, row: number)
    }

    /// Whether a row says anything beyond what it is called.
    func isBegun(row: String) -> Bool { holds(row: row, besides: .id) }

    /// What other rows of the form and its questions point at, where somebody has said so.
    func pointed(on form: Form, besides cell: String) -> [ItemID] {
        form.questions.flatMap { question -> [ItemID] in
            if case .own(.link) = question.answers, question.id != cell { return items(question.id) }
            switch question.field?.kind {
            case .items where question.id != cell: return items(question.id)
            case .rows(let table):
                return (0..<rows(question.id)).flatMap { index -> [ItemID] in
                    let row = "\(question.id).\(index + 1)"
                    // A row that stands there because the record knew it is about nothing yet.
                    if subject(ofRow: row) != nil, !holds(row: row, besides: table.subject) { return [] }
                    return table.cells.flatMap { column -> [ItemID] in
                        guard case .items = column.kind else { return [] }
                        let field = "\(row).\(column.column.name)"
                        return field == cell ? [] : items(field)
                    }
                }
            default: return []
            }
        }
    }

    func items(_ field: String) -> [ItemID] { self[field].split(separator: "\n").compactMap { ItemID(String($0)) } }
}

extension RecordTable {
    /// Whether its rows may speak of what the same record names. Those that look back at what was there before do not.
    var mayPointHere: Bool {
        switch self {
        case .progress, .measurements, .movedDates, .decisionsLooked, .closed, .considered, .handedOver, .takenOver,
            .evidence, .concernAnswers, .concernSteps:
            false
        default: true
        }
    }
}
