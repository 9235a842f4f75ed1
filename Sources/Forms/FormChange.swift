import Casework

/// What one version of a form asks otherwise than another, for whoever decides whether it comes into force.
public enum FormChange: Hashable, Sendable {
    case asked(FormQuestion)
    case leftOut(FormQuestion)
    case changed(FormQuestion, from: FormQuestion, [FormPart])

    /// As a sentence.
    public var sentence: String {
        switch self {
        case .asked(let question): "New: “\(question.asks)” (\(question.id))"
        case .leftOut(let question): "Not asked any more: “\(question.asks)” (\(question.id))"
        case .changed(let now, from: let was, let parts):
            "Changed: “\(now.asks)” (\(now.id)): \(parts.map { $0.words(was, now) }.joined(separator: "; "))"
        }
    }
}

/// A part of a question that may be changed.
public enum FormPart: Hashable, Sendable, CaseIterable {
    case asks, help, childWords, answers, needed, condition, informationClass, noneBecause, carries

    fileprivate func differs(_ was: FormQuestion, _ now: FormQuestion) -> Bool {
        switch self {
        case .asks: was.asks != now.asks
        case .help: was.help != now.help
        case .childWords: was.childWords != now.childWords
        case .answers: was.answers != now.answers
        case .needed: was.needed != now.needed
        case .condition: was.condition != now.condition
        case .informationClass: was.informationClass != now.informationClass
        case .noneBecause: was.takesNoneBecause != now.takesNoneBecause
        case .carries: was.carries != now.carries
        }
    }

    fileprivate func words(_ was: FormQuestion, _ now: FormQuestion) -> String {
        switch self {
        case .asks: "it asked “\(was.asks)”"
        case .help: "its guidance"
        case .childWords: "its words for the child"
        case .answers:
            was.takes == now.takes ? "its choices or their words" : "it took \(was.takes), and takes \(now.takes)"
        case .needed: "it was \(was.needed.words), and is \(now.needed.words)"
        case .condition: now.condition.map { "it is asked where \($0.words)" } ?? "it is always asked"
        case .informationClass:
            "its class was \(was.informationClass.rawValue), and is \(now.informationClass.rawValue)"
        case .noneBecause:
            now.takesNoneBecause ? "there may be none, and why" : "nobody can say any more that there is none"
        case .carries:
            now.carries ? "it goes on from the last record" : "it does not go on from the last record any more"
        }
    }
}

extension Form {
    /// What this form asks otherwise than another of its kind, in its order; what it asks no more comes last.
    public func changes(from before: Form) -> [FormChange] {
        let asked = questions.compactMap { now -> FormChange? in
            guard let was = before.question(now.id) else { return .asked(now) }
            let parts = FormPart.allCases.filter { $0.differs(was, now) }
            return parts.isEmpty ? nil : .changed(now, from: was, parts)
        }
        return asked + before.questions.filter { question($0.id) == nil }.map { .leftOut($0) }
    }

    /// Whether records could be told apart that were signed on one and on the other: another content has another number.
    public func isNumberedAnew(from before: Form) -> Bool { version > before.version }
}

extension FormQuestion {
    /// What it takes, in the words of `record --schema`.
    public var takes: String {
        switch answers {
        case .core(let field, _): field.kind.title
        case .own(let kind): kind.title
        }
    }
}

extension Needed {
    /// "needed to sign".
    public var words: String { self == .no ? "not needed" : "needed to \(rawValue)" }
}

extension Condition {
    /// "outing is true or false".
    public var words: String { "\(question) is \(values.joined(separator: " or "))" }
}
