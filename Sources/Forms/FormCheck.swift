import Casework

extension Form {
    /// The form that a text lays out; or everything that is wrong with it, in the order of its lines.
    public static func read(_ text: FormText) -> Result<Form, FormProblems> {
        var reading = FormReading()
        let form = reading.form(text)
        let found = reading.problems + (form.map { FormCheck($0, at: text.line).problems } ?? [])
        if let problems = FormProblems(found) { return .failure(problems) }
        guard let form else {
            return .failure(FormProblems(FormProblem(text.line, "this is no form", "begin with form:")))
        }
        return .success(form)
    }

    /// A form that was sound when it was published, as far as it can be read today: nothing is asked of it any more.
    public static func asPublished(_ text: FormText) -> Form? {
        var reading = FormReading()
        return reading.form(text)
    }
}

/// One or more problems, all that were found, in the order of their lines.
public struct FormProblems: Error, Hashable, Sendable {
    public let all: [FormProblem]
    init?(_ all: [FormProblem]) {
        guard !all.isEmpty else { return nil }
        self.all = all.sorted { $0.line < $1.line }
    }
    init(_ only: FormProblem) { all = [only] }
}

/// Holds a form against what its kind of record must hold at the least.
struct FormCheck {
    private(set) var problems: [FormProblem] = []

    init(_ form: Form, at line: Int) {
        checkNames(form)
        for required in form.kind.fields {
            let asking = form.questions.filter { $0.field == required.field }
            for question in asking.dropFirst() {
                add(question.line, "\(required.field.name) is asked twice", "leave one of the two out")
            }
            for question in asking { check(question, against: required) }
        }
        for question in form.questions {
            guard let field = question.field, form.kind.isFormer(field) else { continue }
            add(question.line, "\(field.name) is a record of its own now", "leave it out")
        }
        problems += form.problemsOfAsking(at: line)
    }

    private mutating func add(_ line: Int, _ what: String, _ remedy: String) {
        problems.append(FormProblem(line, what, remedy))
    }

    private mutating func checkNames(_ form: Form) {
        var before: [String: FormQuestion] = [:]
        for question in form.questions {
            if before[question.id] != nil { add(question.line, "\(question.id) is used twice", "give one another id") }
            if let condition = question.condition {
                if let asked = before[condition.question], let takes = asked.neverACondition {
                    add(
                        question.line, "\(question.id) cannot hang on \(condition.question), which takes \(takes)",
                        "hang it on a choice, or a yes or no")
                } else if let asked = before[condition.question] {
                    for value in condition.values where !asked.offers(value) {
                        add(
                            question.line, "\(condition.question) is never “\(value)”",
                            "use one of the answers it offers")
                    }
                } else {
                    add(
                        question.line, "\(condition.question) is not asked before \(question.id)",
                        "name a question further up")
                }
            }
            // Nobody can point at what is not there.
            if case .own(.link) = question.answers, question.needed != .no, !question.takesNoneBecause {
                add(
                    question.line, "\(question.id) can only be answered where there is something to choose",
                    "leave needed out, or write none_because: true")
            }
            before[question.id] = question
        }
    }

    private mutating func check(_ question: FormQuestion, against required: RecordField) {
        if question.needed.strength < required.need.least.strength {
            add(
                question.line,
                "\(question.id) is needed to \(required.need.least.rawValue)"
                    + (required.source.isEmpty ? "" : " (\(required.source))"),
                "write needed: \(required.need.least.rawValue), or leave needed out")
        }
        if case .core(let field, let labels) = question.answers, case .choice(let names) = field.kind {
            for label in labels.keys.sorted() where !names.contains(label) {
                add(question.line, "\(label) is no answer to \(question.id)", "use " + names.joined(separator: ", "))
            }
        }
        // Nobody can point at what is not there, and nobody can say why there is none.
        if case .items = required.field.kind, question.needed != .no, required.need == .never {
            add(
                question.line, "\(question.id) can only be answered where there is something to choose",
                "leave needed out, or ask why in a question of your own")
        }
    }
}

extension Needed {
    fileprivate var strength: Int {
        switch self {
        case .no: 0
        case .sign: 1
        case .save: 2
        }
    }
}

extension FormQuestion {
    /// What it takes, where that is nothing that another question can hang on.
    fileprivate var neverACondition: String? {
        if case .own(let kind) = answers, !kind.canBeHungOn { kind.title } else { nil }
    }

    /// Whether `value` can be its answer; anything, where it takes words.
    fileprivate func offers(_ value: String) -> Bool {
        let flags = ["true", "false"]
        return switch answers {
        case .core(let field, _):
            switch field.kind {
            case .choice(let names): names.contains(value)
            case .flag: flags.contains(value)
            default: true
            }
        case .own(.choice(let choices)), .own(.many(let choices)): choices.contains { $0.name == value }
        case .own(.flag): flags.contains(value)
        case .own: true
        }
    }
}
