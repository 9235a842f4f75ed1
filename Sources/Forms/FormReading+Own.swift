import Casework

// What a council's own question takes, read from its file.

extension FormReading {
    mutating func ownKind(_ given: [String: FormText], _ id: String, _ line: Int) -> FormQuestion.OwnKind? {
        let kind = words(given["kind"])
        if kind != "link" { leaveOut(["to"], given, "\(id) is no link") }
        if kind != "table" { leaveOut(["columns"], given, "\(id) is no table") }
        switch kind {
        case "link": return link(given, id, line)
        case "table": return table(given, id, line)
        case "upload": return .upload
        case "person": return .person
        case "moment": return .moment
        case "many": return choices(given, id, line).map { .many($0) }
        case let simple?:
            if let simple = simpleKind(simple, given, id, line) { return simple }
            if simple == "choice" { return nil }
        case nil: break
        }
        problem(
            given["kind"]?.line ?? line, "\(id) does not say what it takes",
            "write kind: and one of \(FormQuestion.OwnKind.names.joined(separator: ", ")), or bind a field")
        return nil
    }

    /// What a cell may take as well as a question.
    private mutating func simpleKind(
        _ kind: String, _ given: [String: FormText], _ id: String, _ line: Int
    ) -> FormQuestion.OwnKind? {
        switch kind {
        case "text": .text
        case "long_text": .longText
        case "date": .day
        case "yes_no": .flag
        case "choice": choices(given, id, line).map { .choice($0) }
        default: nil
        }
    }

    private mutating func choices(
        _ given: [String: FormText], _ id: String, _ line: Int
    ) -> [FormQuestion.Choice]? {
        let choices = labels(given["choices"], inOrder: true)
        guard choices.isEmpty else { return choices }
        problem(line, "\(id) offers nothing to choose", "write choices: with a name and words for each")
        return nil
    }

    private mutating func link(_ given: [String: FormText], _ id: String, _ line: Int) -> FormQuestion.OwnKind? {
        let names = ItemKind.allCases.map { "\($0)" }.joined(separator: ", ")
        guard let to = given["to"], !list(to).isEmpty else {
            problem(
                given["to"]?.line ?? line, "\(id) does not say what it may be joined to",
                "write to: and one or more of \(names), as to: [need, risk]")
            return nil
        }
        let kinds = list(to).compactMap { name -> ItemKind? in
            if let kind = ItemKind.allCases.first(where: { "\($0)" == name }) { return kind }
            problem(to.line, "“\(name)” is no part of a child’s thread", "use \(names)")
            return nil
        }
        return kinds.count == list(to).count ? .link(kinds) : nil
    }

    // A table ----------------------------------------------------------------------------------------------------------

    /// More would not be filled in on a telephone.
    private static let mostColumns = 12

    private mutating func table(_ given: [String: FormText], _ id: String, _ line: Int) -> FormQuestion.OwnKind? {
        guard case .list(let items, let at)? = given["columns"], !items.isEmpty else {
            problem(
                given["columns"]?.line ?? line, "\(id) has no columns",
                "write columns: and a list, each with id, ask and kind")
            return nil
        }
        if items.count > Self.mostColumns {
            problem(at, "\(id) has \(items.count) columns", "ask at most \(Self.mostColumns) things of a row")
        }
        var columns: [OwnColumn] = []
        for item in items {
            guard let column = column(item, of: id) else { continue }
            if columns.contains(where: { $0.id == column.id }) {
                problem(item.line, "\(id) has two columns \(column.id)", "give one another id")
            }
            columns.append(column)
        }
        return columns.count == items.count ? .table(columns) : nil
    }

    private mutating func column(_ text: FormText, of table: String) -> OwnColumn? {
        let given = names(in: text, allowed: ["id", "ask", "kind", "choices", "needed"])
        guard let id = words(given["id"]), isName(id) else {
            problem(text.line, "a column of \(table) has no id", "write id: and a short name of small letters and _")
            return nil
        }
        if OwnPart.all.contains(id) {
            problem(text.line, "\(id) is a name that every table uses", "give the column another id")
        }
        guard let ask = words(given["ask"]), !ask.isEmpty else {
            problem(text.line, "the column \(id) asks nothing", "write ask: and what it asks")
            return nil
        }
        let named = words(given["kind"]) ?? "text"
        guard let kind = simpleKind(named, given, "the column \(id)", text.line) else {
            if named != "choice" {
                problem(
                    given["kind"]?.line ?? text.line, "the column \(id) cannot take \(named)",
                    "write kind: and one of text, long_text, date, yes_no, choice")
            }
            return nil
        }
        return OwnColumn(id: id, asks: ask, kind: kind, isNeeded: isNeeded(given["needed"]))
    }

    /// A row is signed whole, so that a cell is needed to sign or not at all.
    private mutating func isNeeded(_ text: FormText?) -> Bool {
        guard let text else { return false }
        guard let needed = words(text).flatMap(Needed.init(rawValue:)), needed != .save else {
            problem(text.line, "a column is needed to sign, or not", "write needed: sign, or needed: no")
            return false
        }
        return needed == .sign
    }

    // What is said with it ---------------------------------------------------------------------------------------------

    mutating func flag(_ name: String, _ given: [String: FormText]) -> Bool {
        guard let text = given[name] else { return false }
        guard let said = words(text), said == "true" || said == "false" else {
            problem(text.line, "\(name) is true or false", "write \(name): true, or leave it out")
            return false
        }
        return said == "true"
    }

    mutating func leaveOut(_ names: [String], _ given: [String: FormText], _ why: String) {
        for name in names {
            guard let text = given[name] else { continue }
            problem(text.line, "\(name) means nothing here: \(why)", "leave \(name) out")
        }
    }
}
