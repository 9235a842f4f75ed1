import Casework
import Forms
import Service
import Workspace

/// What stands in the fields of a record's page, by their names: `purpose`, `actions.2.due`, `actions.none`.
struct FilledForm {
    private(set) var fields: [String: String]
    /// How often the draft had been saved when the page was made; nil where there is none yet.
    let mark: Int64?

    /// The draft's number; one of its own for a page that has none yet, so that whatever that page sends is one record.
    let draft: String

    init(_ draft: Drafts.Draft?) {
        (fields, mark) = (draft?.fields ?? [:], draft?.mark)
        self.draft = draft?.id ?? CommandID.new.text
    }

    /// What stands in the fields of a page that nobody has typed in yet, one that puts a record right or goes on from what
    /// the record knows.
    init(fields: [String: String], draft: String = CommandID.new.text) {
        (self.fields, mark, self.draft) = (fields.filter { !$0.value.isEmpty }, nil, draft)
    }

    /// What was sent, but for what the page itself needs.
    init(_ sent: SentForm) {
        var fields: [String: String] = [:]
        for (name, value) in sent.fields
        where !["token", "do", "mark", "draft", "held", "correct", "press", Self.onForm, Self.onPage]
            .contains(name)
        {
            let value = value.utf8.contains(UInt8(ascii: "\r")) ? value.replacing("\r\n", with: "\n") : value
            fields[name] = fields[name].map { $0 + "\n" + value } ?? value
        }
        (self.fields, mark, draft) = (fields.filter { !$0.value.isEmpty }, nil, sent["draft"])
    }

    /// The same with one more field.
    func filling(_ name: String, _ value: String) -> FilledForm {
        var filled = self
        filled.fields[name] = value
        return filled
    }

    subscript(_ name: String) -> String { fields[name] ?? "" }

    /// Where a page says which edition of its form it was drawn on; no question can be called so.
    static let onForm = "on-form"
    /// Where a page’s script says which opening of it this is and how much was typed on it; nor can one be called so.
    static let onPage = "on-page"

    /// What a draft says that a form has no question for, by name; without what the page itself keeps there.
    func answers(besides form: Form) -> [(name: String, value: String)] {
        fields.filter { name, _ in
            let first = String(name.prefix { $0 != "." })
            if Form.pageFields.contains(first) { return false }
            guard let question = form.question(first) else { return true }
            // A council's own question may come to take something else under the name that it has.
            guard case .own(let kind) = question.answers else { return false }
            return !kind.takes(String(name.dropFirst(first.count + 1)), noneBecause: question.takesNoneBecause)
        }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// No table of a page has more rows than this.
    private static let mostRows = 1000

    /// How many rows of a table hold something.
    func rows(_ question: String) -> Int {
        fields.keys.compactMap { name in
            name.hasPrefix(question + ".") ? Int(name.dropFirst(question.count + 1).prefix { $0 != "." }) : nil
        }.filter { $0 <= Self.mostRows }.max() ?? 0
    }

    /// The field of a refusal: `actions[2].due` is `actions.2.due`.
    static func field(_ place: String) -> String {
        place.replacing("[", with: ".").replacing("]", with: "")
    }

    /// The answers as the form reads them.
    func given(_ form: Form) -> [String: Given] {
        var given: [String: Given] = [:]
        let begun = Set(WrittenHere(self, on: form).rows.filter { isBegun(row: $0.place) }.map(\.name))
        for question in form.questions where !isUnconfirmed(question.id) {
            switch question.answers {
            case .own(let kind): given[question.id] = own(question, kind)
            case .core(let field, _): given[question.id] = answer(question.id, field.kind, begun)
            }
        }
        let classes = form.questions.compactMap { question in
            fields["class." + question.id].map {
                Given.names(["question": .words(question.id), "class": .words($0)])
            }
        }
        if !classes.isEmpty { given[CoreField.classes.name] = .list(classes) }
        return given
    }

    /// - Parameter begun: What the rows of the form are called that say something.
    private func answer(_ name: String, _ kind: AnswerKind, _ begun: Set<ItemID>) -> Given? {
        switch kind {
        case .flag: flag(name)
        case .items: links(name, begun)
        case .lines: lines(name).map { .list($0) }
        case .rows(let table): rows(name, table, begun)
        default: words(name)
        }
    }

    private func rows(_ name: String, _ table: RecordTable, _ begun: Set<ItemID>) -> Given? {
        let count = rows(name)
        let rows: [Given] = (count > 0 ? Array(1...count) : []).compactMap { place in
            var cells: [String: Given] = [:]
            // A row that has its subject and nothing else is one that nobody has said anything of.
            if !table.isWhole, subject(ofRow: "\(name).\(place)") != nil,
                !holds(row: "\(name).\(place)", besides: table.subject)
            {
                return nil
            }
            for cell in table.cells {
                cells[cell.column.name] = answer("\(name).\(place).\(cell.column.name)", cell.kind, begun)
            }
            // What became of something, it became on the day of the record, where no other is given.
            if table.isOnTheDay, !cells.isEmpty, cells["on"] == nil { cells["on"] = words("occurred") }
            // A row that says nothing but what it is called has been emptied, which takes it out.
            if cells.keys.allSatisfy({ $0 == RecordColumn.id.name }) { return nil }
            if let kind = table.makes {
                cells[RecordColumn.id.name] = .words(self.name(ofRow: place, in: name, kind).name)
            }
            return .names(cells)
        }
        if rows.isEmpty { return words("\(name).none").map { .names(["none_because": $0]) } }
        return .list(rows)
    }

    /// The same without a row of a table, and without the links to it.
    func without(row: String, on form: Form) -> FilledForm {
        let gone = WrittenHere(self, on: form).rows.first { $0.place == row }.map(\.name)
        var left = self
        left.fields = fields.filter { !$0.key.hasPrefix(row + ".") }
        if let gone, gone.isHere {
            left.fields = left.fields.mapValues { value in
                let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
                return lines.filter { $0 != gone.name }.joined(separator: "\n")
            }.filter { !$0.value.isEmpty }
        }
        return left
    }

    /// What a field points at, each once; a row of this form that says nothing is nothing to point at.
    func links(_ name: String, _ begun: Set<ItemID>) -> Given? {
        let links = items(name).filter { !$0.isHere || begun.contains($0) }
        let each = links.enumerated().filter { place, id in !links.prefix(place).contains(id) }.map(\.element)
        return each.isEmpty ? nil : .list(each.map { .words($0.name) })
    }

    func words(_ name: String) -> Given? { fields[name].map { .words($0) } }
    func flag(_ name: String) -> Given? { fields[name].map { .flag($0 == "true") } }
    func lines(_ name: String) -> [Given]? {
        fields[name].map { $0.split(separator: "\n").map { .words(String($0)) } }
    }
}

extension RecordTable {
    /// Whether everything that the record knew stands in it, said of or not: nothing open is left out of a handover.
    fileprivate var isWhole: Bool { self == .handedOver }

    /// Whether a row that gives no day of its own is of the record's.
    var isOnTheDay: Bool { self == .progress || self == .measurements }
}

extension RecordRefusal {
    /// At its field, for the person who filled the form in: which question, and what to do.
    func said(of filled: FilledForm, _ form: Form) -> FieldError {
        if field == RecordCorrection.versionField {
            return FieldError(field, "Somebody else has corrected this record. Read what they changed")
        }
        if field == "answers" { return FieldError(field, "Change what is not right; the record says this already") }
        let id = String(field.prefix { $0 != "[" && $0 != "." })
        let asks = form.question(id).map { "“\($0.asks)”: " } ?? ""
        // What the record knew and nobody has confirmed was not taken for an answer.
        let remedy =
            filled.isUnconfirmed(id)
            ? "say that it is still right, or change it"
            : remedy == Self.listThem
                ? "list them, or say why there are none"
                : remedy == Self.answerOrSayWhy ? "answer it, or say why there is none" : remedy
        return FieldError(FilledForm.field(field), asks + remedy.capitalised)
    }
}
