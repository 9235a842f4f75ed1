import Casework

/// What a person fills in: the questions of one kind of record, in the council's own words and order.
///
/// A form is data. Each field that rules read is bound to exactly one question; a council may reword it, say more about
/// it, ask for it sooner and add questions of its own, and may not leave it out or ask less.
public struct Form: Hashable, Sendable {
    public let kind: RecordKind
    public let version: Int
    public let title: String
    /// What the form is for, in a sentence or two; may be empty.
    public let about: String
    public let sections: [FormSection]
    /// Every question, in the order of the sections.
    public let questions: [FormQuestion]
    /// Those that this form needs beyond what its kind of record needs by itself, which the record is asked.
    let needed: [FormQuestion]
    /// Those whose answers are not for everybody who may open the record.
    let classed: [FormQuestion]
    /// Where each stands among them; the first of its name.
    private let places: [String: Int]

    init(kind: RecordKind, version: Int, title: String, about: String, sections: [FormSection]) {
        (self.kind, self.version, self.title, self.about, self.sections) = (kind, version, title, about, sections)
        questions = sections.flatMap(\.questions)
        needed = questions.filter { question in
            question.needed != .no && (question.field.flatMap { kind.need(of: $0)?.least } ?? .no) == .no
        }
        classed = questions.filter { $0.informationClass != .ordinary }
        places = Dictionary(questions.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    public func question(_ id: String) -> FormQuestion? { places[id].map { questions[$0] } }

    /// Whether a new record is asked a question: not one that is a record of its own now, which a form from before may still
    /// hold. What was signed with it is read and corrected with it.
    public func asksAnew(_ question: FormQuestion) -> Bool {
        question.field.map { !kind.isFormer($0) } ?? true
    }
}

/// A part of a form: on a phone, a page.
public struct FormSection: Hashable, Sendable {
    public let title: String
    public let questions: [FormQuestion]
}

/// One question of a form.
public struct FormQuestion: Hashable, Sendable {
    public let id: String
    /// The line of the file that it begins on.
    public let line: Int
    public let asks: String
    /// Guidance under the question; may be empty.
    public let help: String
    /// How it is put to the child; empty where it is not.
    public let childWords: String
    public let answers: Answers
    public let needed: Needed
    /// When it is asked; always, where nil.
    public let condition: Condition?
    public let informationClass: InformationClass
    /// Whether a council's own question may be answered with the reason why there is none.
    public let takesNoneBecause: Bool
    /// Whether the answer to a council's own question goes on from the last record of the kind, and is only asked to be
    /// still right.
    public let carries: Bool

    /// What it takes.
    public enum Answers: Hashable, Sendable {
        /// A field that rules read, and what the council calls its choices or columns where it has its own words.
        case core(CoreField, labels: [String: String])
        case own(OwnKind)
    }

    public struct Choice: Hashable, Sendable {
        public let name: String
        public let label: String
    }

    public var field: CoreField? { if case .core(let field, _) = answers { field } else { nil } }
}

/// When a question has to be answered.
public enum Needed: String, Hashable, Sendable, CaseIterable {
    /// To keep anything at all.
    case save
    /// To sign.
    case sign
    case no
}

/// A question is asked where another was answered so.
public struct Condition: Hashable, Sendable {
    public let question: String
    public let values: [String]
}
