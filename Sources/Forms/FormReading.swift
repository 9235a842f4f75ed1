import Casework

/// Reads a form from its text, and notes everything that is wrong with it.
struct FormReading {
    private(set) var problems: [FormProblem] = []

    mutating func problem(_ line: Int, _ what: String, _ remedy: String) {
        problems.append(FormProblem(line, what, remedy))
    }

    mutating func form(_ text: FormText) -> Form? {
        guard case .names = text else {
            problem(text.line, "a form begins with names and values", "begin with: form: visit")
            return nil
        }
        let top = names(in: text, allowed: ["form", "version", "title", "about", "sections"])
        let line = text.line
        guard let kindName = words(top["form"]), let kind = RecordKind(name: kindName) else {
            problem(
                top["form"]?.line ?? line, "form names no kind of record",
                "write form: and one of " + RecordKind.allCases.map(\.name).joined(separator: ", "))
            return nil
        }
        guard let version = words(top["version"]).flatMap(Int.init), (1...9999).contains(version) else {
            problem(
                top["version"]?.line ?? line, "version is no number", "write version: 1, and one more at each change")
            return nil
        }
        guard let title = words(top["title"]), !title.isEmpty else {
            problem(top["title"]?.line ?? line, "the form has no title", "write title: and what people call it")
            return nil
        }
        let sections = items(top["sections"], called: "sections", at: line).compactMap { section($0, kind) }
        return Form(kind: kind, version: version, title: title, about: words(top["about"]) ?? "", sections: sections)
    }

    private mutating func section(_ text: FormText, _ kind: RecordKind) -> FormSection? {
        let section = names(in: text, allowed: ["title", "questions"])
        guard let title = words(section["title"]), !title.isEmpty else {
            problem(text.line, "a section has no title", "write title: and a few words")
            return nil
        }
        let questions = items(section["questions"], called: "questions", at: text.line).compactMap {
            question($0, kind)
        }
        return FormSection(title: title, questions: questions)
    }

    private mutating func question(_ text: FormText, _ kind: RecordKind) -> FormQuestion? {
        let given = names(
            in: text,
            allowed: [
                "id", "ask", "help", "child_words", "kind", "binds", "choices", "labels", "needed", "when", "class",
                "to", "columns", "none_because", "carries",
            ])
        guard let id = words(given["id"]), isName(id) else {
            problem(text.line, "a question has no id", "write id: and a short name of small letters and _")
            return nil
        }
        if Form.pageFields.contains(id) {
            problem(text.line, "\(id) is a name that every page uses", "give it another id")
        }
        guard let ask = words(given["ask"]), !ask.isEmpty else {
            problem(text.line, "\(id) asks nothing", "write ask: and the question")
            return nil
        }
        let bound = words(given["binds"]) ?? (given["kind"] == nil && CoreField.named[id] != nil ? id : nil)
        let answers: FormQuestion.Answers
        let leastNeeded: Needed
        if let bound {
            guard let field = CoreField.named[bound], let need = kind.need(of: field) else {
                problem(
                    given["binds"]?.line ?? text.line, "\(bound) is no field of \(kind.name)",
                    "bind one of " + kind.fields.map(\.field.name).joined(separator: ", "))
                return nil
            }
            if let kind = given["kind"] {
                problem(kind.line, "\(id) binds \(bound), which says itself what it takes", "leave kind out")
            }
            leaveOut(["to", "columns", "none_because", "carries"], given, "\(id) binds \(bound)")
            answers = .core(field, labels: labels(given["labels"]))
            leastNeeded = need.least
        } else {
            guard let own = ownKind(given, id, text.line) else { return nil }
            answers = .own(own)
            leastNeeded = .no
        }
        let needed: Needed
        if let said = given["needed"] {
            guard let known = words(said).flatMap(Needed.init(rawValue:)) else {
                problem(said.line, "needed is save, sign or no", "write one of them")
                return nil
            }
            needed = known
        } else {
            needed = leastNeeded
        }
        let field: CoreField? = if case .core(let field, _) = answers { field } else { nil }
        let least = field.map { kind.leastClass(of: $0) } ?? .ordinary
        var informationClass = least
        if let said = given["class"] {
            guard let known = words(said).flatMap(InformationClass.init(rawValue:)) else {
                problem(
                    said.line, "there is no such class of information",
                    "write one of " + InformationClass.allCases.map(\.rawValue).joined(separator: ", "))
                return nil
            }
            if known == .ordinary, least != .ordinary {
                problem(
                    said.line, "\(id) is not ordinary (\(least.title.lowercased()))",
                    "leave class out, or give another that is not ordinary")
            }
            informationClass = known
        }
        return FormQuestion(
            id: id, line: text.line, asks: ask, help: words(given["help"]) ?? "",
            childWords: words(given["child_words"]) ?? "", answers: answers, needed: needed,
            condition: given["when"].flatMap { condition($0) }, informationClass: informationClass,
            takesNoneBecause: bound == nil && flag("none_because", given),
            carries: bound == nil && flag("carries", given))
    }

    private mutating func condition(_ text: FormText) -> Condition? {
        let given = names(in: text, allowed: ["question", "is"])
        guard let question = words(given["question"]), let value = given["is"] else {
            problem(text.line, "when: names a question and what it is", "write question: and is:")
            return nil
        }
        return Condition(question: question, values: list(value))
    }

    // What the text is made of -----------------------------------------------------------------------------------------

    mutating func names(in text: FormText, allowed: Set<String>) -> [String: FormText] {
        guard case .names(let pairs, _) = text else {
            problem(text.line, "names and values belong here", "write name: value, one a line")
            return [:]
        }
        var found: [String: FormText] = [:]
        for pair in pairs {
            if !allowed.contains(pair.name) {
                problem(pair.line, "\(pair.name) means nothing here", "use " + allowed.sorted().joined(separator: ", "))
            }
            found[pair.name] = pair.value
        }
        return found
    }

    mutating func items(_ text: FormText?, called name: String, at line: Int) -> [FormText] {
        guard case .list(let items, _) = text, !items.isEmpty else {
            problem(text?.line ?? line, "there are no \(name)", "list at least one under \(name):, each after a dash")
            return []
        }
        return items
    }

    func words(_ text: FormText?) -> String? { if case .words(let words, _) = text { words } else { nil } }

    func list(_ text: FormText) -> [String] {
        switch text {
        case .words(let word, _): [word]
        case .list(let items, _): items.compactMap { words($0) }
        case .names: []
        }
    }

    private func labels(_ text: FormText?) -> [String: String] {
        Dictionary(labels(text, inOrder: true).map { ($0.name, $0.label) }) { first, _ in first }
    }

    func labels(_ text: FormText?, inOrder: Bool) -> [FormQuestion.Choice] {
        guard case .names(let pairs, _) = text else { return [] }
        return pairs.compactMap { pair in words(pair.value).map { FormQuestion.Choice(name: pair.name, label: $0) } }
    }

    func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 40
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }
}

extension Need {
    /// The least a form asks for it.
    var least: Needed {
        switch self {
        case .toSave: .save
        case .toSign, .toSignOrNoneBecause, .toSignWhere, .toSignUnless: .sign
        case .never: .no
        }
    }
}

extension Form {
    /// What a record's page sends besides its answers.
    public static let pageFields: Set<String> = [
        "occurred", "mark", "draft", "do", "token", "held", "classes", "class", "correct", "corrects", "because",
        "right", "known", "with", "press",
    ]
}
