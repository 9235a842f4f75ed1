import Casework
import Days

extension Form {
    /// What was answered, read as the form's questions mean it; or everything that cannot be read so or is not there and is
    /// needed.
    public func filled(_ given: [String: Given]) -> Result<Filled, RecordRefusals> {
        let read = reading(given)
        guard case .success(let filled) = read, let refusals = RecordRefusals(missing(given, filled)) else {
            return read
        }
        return .failure(refusals)
    }

    /// What this form needs and does not have, beyond what its kind of record needs by itself, which the record is asked.
    public func missing(_ given: [String: Given], _ filled: Filled) -> [RecordRefusal] {
        needed.compactMap { question in
            guard isMissing(question, given, filled) else { return nil }
            return RecordRefusal(question.id, "it is needed to sign", question.wanted)
        }
    }

    /// The questions that are needed to keep anything and are not answered.
    public func neededToSave(_ given: [String: Given]) -> [FormQuestion] {
        let filled = filling(given).filled
        return questions.filter { $0.needed == .save && isMissing($0, given, filled) }
    }

    private func isMissing(_ question: FormQuestion, _ given: [String: Given], _ filled: Filled) -> Bool {
        asksAnew(question) && isAsked(question, given) && !filled.says(question)
    }

    /// What was answered, read as the form's questions mean it; or everything that cannot be read so.
    ///
    /// What was answered to a question whose condition does not hold is left out: it was not asked.
    /// Nothing is decided here: whether it is enough, and whether what it points at is there, the record is asked.
    ///
    /// - Parameter standing: What the version before says of the council's own questions, where this puts one right.
    public func reading(
        _ given: [String: Given], standing: [String: String] = [:]
    ) -> Result<Filled, RecordRefusals> {
        let filling = filling(given, standing)
        if let refusals = filling.refusals() { return .failure(refusals) }
        return .success(filling.filled)
    }

    private func filling(_ given: [String: Given], _ standing: [String: String] = [:]) -> Filling {
        var filling = Filling(standing: standing)
        for (id, answer) in given.sorted(by: { $0.key < $1.key }) where id != CoreField.classes.name {
            guard let question = question(id) else {
                filling.refuse(
                    id, "the form \(kind.name) has no such question",
                    "use one of " + questions.map(\.id).joined(separator: ", "))
                continue
            }
            if isAsked(question, given) { filling.take(answer, to: question) }
        }
        filling.takeClasses(given[CoreField.classes.name] ?? .nothing, self)
        return filling
    }

    /// Whether a question is asked of whoever answers so: its condition holds, and the question that it hangs on is asked
    /// itself.
    public func isAsked(_ question: FormQuestion, _ given: [String: Given]) -> Bool {
        guard let condition = question.condition else { return true }
        // A condition names a question further up, so this comes to an end; where an old form does not, it is asked.
        guard let other = self.question(condition.question), other.line < question.line else { return true }
        guard isAsked(other, given) else { return false }
        return switch given[other.id] {
        case .words(let word): condition.values.contains(word)
        case .flag(let flag): condition.values.contains(flag ? "true" : "false")
        case .list(let list):
            list.contains { if case .words(let word) = $0 { condition.values.contains(word) } else { false } }
        default: false
        }
    }
}

/// A form's answers, sorted into what rules read and what the council asks besides.
public struct Filled: Hashable, Sendable {
    public fileprivate(set) var answers: [CoreField: Answer] = [:]
    /// By question.
    public fileprivate(set) var ownAnswers: [String: OwnAnswer] = [:]

    /// The answers to the council's own questions, as a record keeps them.
    public var own: [String: String] {
        ownAnswers.reduce(into: [:]) { kept, answer in kept.merge(answer.value.kept(at: answer.key)) { $1 } }
    }

    func says(_ question: FormQuestion) -> Bool {
        question.field.map { answers[$0] != nil } ?? (ownAnswers[question.id] != nil)
    }
}

private struct Filling {
    var filled = Filled()
    private var problems: [RecordRefusal] = []
    private let standing: [String: String]

    init(standing: [String: String]) { self.standing = standing }

    func refusals() -> RecordRefusals? { RecordRefusals(problems) }

    mutating func refuse(_ field: String, _ what: String, _ remedy: String) {
        problems.append(RecordRefusal(field, what, remedy))
    }

    mutating func take(_ given: Given, to question: FormQuestion) {
        if given.isBlank { return }
        switch question.answers {
        case .core(let field, _):
            if let answer = answer(given, field.kind, at: question.id) { filled.answers[field] = answer }
        case .own(let kind):
            var reading = OwnReading(standing: standing)
            if let answer = reading.answer(given, to: question, kind) { filled.ownAnswers[question.id] = answer }
            problems += reading.refusals
        }
    }

    /// The class of each answer that is not ordinary: the writer's, else the question's. The record keeps them, so that
    /// who reads it later need not find the form.
    mutating func takeClasses(_ given: Given, _ form: Form) {
        let place = CoreField.classes.name
        var told: [String: InformationClass] = [:]
        if !given.isBlank, case .rows(let rows) = answer(given, CoreField.classes.kind, at: place) {
            for (index, row) in rows.enumerated() {
                let at = "\(place)[\(index + 1)]"
                guard case .text(let id) = row[.question], let question = form.question(id) else {
                    refuse("\(at).question", "the form \(form.kind.name) has no such question", "name one it asks")
                    continue
                }
                guard case .choice(let name) = row[.informationClass], let own = InformationClass(rawValue: name) else {
                    continue
                }
                let isWeaker =
                    question.informationClass == .privateTalk && own != .privateTalk
                    || question.informationClass != .ordinary && own == .ordinary
                if isWeaker {
                    refuse(
                        "\(at).class",
                        "\(id) is not ordinary (\(question.informationClass.title.lowercased()))", "leave it out")
                }
                told[id] = own
            }
        }
        let rows = (told.isEmpty ? form.classed : form.questions).compactMap { question -> AnswerRow? in
            let own = told[question.id] ?? question.informationClass
            guard filled.says(question), own != .ordinary else { return nil }
            return AnswerRow([
                .question: .text(question.field?.name ?? question.id), .informationClass: .choice(own.rawValue),
            ])
        }
        if !rows.isEmpty { filled.answers[.classes] = .rows(rows) }
    }

    private mutating func answer(_ given: Given, _ kind: AnswerKind, at place: String) -> Answer? {
        if case .names(let names) = given, names.count == 1, case .words(let why) = names["none_because"] {
            return .noneBecause(why)
        }
        switch (kind, given) {
        case (.text, .words(let text)), (.name, .words(let text)), (.text, .number(let text)): return .text(text)
        case (.flag, .flag(let flag)): return .flag(flag)
        case (.choice(let names), .words(let word)) where names.contains(word): return .choice(word)
        case (.day, .words(let text)):
            if let day = Day(text) { return .day(day) }
            refuse(place, "“\(text)” is not a day", Self.aboutDays(text))
            return nil
        case (.items, .words(let name)), (.lines, .words(let name)):
            if let id = ItemID(name) { return .items([id]) }
        case (.items, .list(let list)), (.lines, .list(let list)):
            let ids = list.compactMap { if case .words(let name) = $0 { ItemID(name) } else { nil } }
            if ids.count == list.count { return .items(ids) }
        case (.rows(let table), .list(let list)):
            return .rows(list.enumerated().compactMap { row($1, of: table, at: "\(place)[\($0 + 1)]") })
        default: break
        }
        refuse(place, "this is not \(kind.title)", "give \(kind.title)")
        return nil
    }

    private mutating func row(_ given: Given, of table: RecordTable, at place: String) -> AnswerRow? {
        guard case .names(let cells) = given else {
            refuse(
                place, "a row is made of named cells",
                "give \(table.cells.map(\.column.name).joined(separator: ", ")) by name")
            return nil
        }
        var row = AnswerRow([:])
        for (name, value) in cells.sorted(by: { $0.key < $1.key }) where !value.isBlank {
            guard let cell = table.cells.first(where: { $0.column.name == name }) else {
                refuse(
                    "\(place).\(name)", "there is no such column",
                    "use \(table.cells.map(\.column.name).joined(separator: ", "))")
                continue
            }
            row.cells[cell.column] = answer(value, cell.kind, at: "\(place).\(name)")
        }
        return row
    }

    /// "Ongoing" is what a due date looks like when nobody has decided, so it is told kindly and not by itself.
    private static func aboutDays(_ text: String) -> String {
        VagueDay.says(text) ? VagueDay.remedy : "give a day as 2026-03-31"
    }
}

extension FormQuestion {
    /// What to do where it is not answered.
    fileprivate var wanted: String {
        if field?.kind.isRows ?? false { return RecordRefusal.listThem }
        return takesNoneBecause ? RecordRefusal.answerOrSayWhy : "answer it"
    }
}

extension Given {
    var isBlank: Bool {
        switch self {
        case .nothing: true
        case .words(let text): text.saysNothing
        case .list(let list): list.isEmpty
        default: false
        }
    }
}
