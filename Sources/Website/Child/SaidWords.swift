import Casework
import Days
import Forms

extension Said {
    /// As a page says it, choices in the form's words and parts of the thread by what they are.
    func words(_ child: ChildRecord) -> String {
        switch self {
        case .core(let answer, let labels): answer.words(labels, child)
        case .own(let answer, let kind): answer.words(kind, child)
        }
    }
}

extension Casework.Answer {
    func words(_ labels: [String: String], _ child: ChildRecord) -> String {
        switch self {
        case .text(let text): text
        case .choice(let name):
            labels[name] ?? InformationClass(rawValue: name)?.title ?? ReadyMatter(rawValue: name)?.title
                ?? ConcernMove(rawValue: name)?.title ?? name.replacing("_", with: " ")
        case .flag(let flag): flag ? "Yes" : "No"
        case .day(let day): day.inWords
        case .items(let items):
            items.map { child.thread.what($0) ?? child.chronologyWords(for: $0) }.joined(separator: "; ")
        case .rows(let rows): "\(rows.count)"
        case .noneBecause(let why): "None, because: \(why)"
        }
    }
}

extension AnswerRow {
    /// A row in one line: `Ask nan. Who will do it: Ann Worker. By when: 1 May 2026`.
    func words(_ child: ChildRecord) -> String {
        RecordColumn.allCases.compactMap { column in
            guard column != .id, let cell = self[column], !cell.isBlank else { return nil }
            let words = cell.words([:], child)
            return column == .what ? words : "\(column.heading): \(words)"
        }.joined(separator: ". ")
    }
}

extension OwnAnswer {
    /// An answer to a council's own question, in the form's words.
    func words(_ kind: FormQuestion.OwnKind, _ child: ChildRecord) -> String {
        switch self {
        case .text(let text), .person(let text, isKnown: true): text
        case .person(let text, isKnown: false): "\(text) (not among the people of the record)"
        case .day(let day): day.inWords
        case .moment(let moment): moment.inWords
        case .flag(let flag): flag ? "Yes" : "No"
        // Not by its title, which may be of a class that the reader may not know.
        case .file(let digest): "A document (\(digest.prefix(8))…)"
        case .choices(let names): kind.labels(names)
        case .items(let items):
            items.map { child.thread.what($0) ?? "Something that is not there any more (\($0))" }
                .joined(separator: "; ")
        case .rows(let rows): "\(rows.count)"
        case .noneBecause(let why): "None, because: \(why)"
        }
    }
}

extension OwnRow {
    /// A row in one line, each cell after what its column asks.
    func words(_ columns: [OwnColumn], _ child: ChildRecord) -> String {
        columns.compactMap { column in cells[column.id].map { "\(column.asks) \($0.words(column.kind, child))" } }
            .joined(separator: ". ")
    }
}

extension RecordColumn {
    /// Over a column of a table.
    var heading: String {
        switch self {
        case .id: "Id"
        case .what: "What"
        case .owner: "Who will do it"
        case .due: "By when"
        case .purpose: "What it should change"
        case .addresses: "What it answers"
        case .known: "Known risk"
        case .exploitation: "Exploitation"
        case .clearlySaid: "Said clearly"
        case .told: "How the child was told"
        case .because: "Why"
        case .baseline: "How it was"
        case .target: "How it should be"
        case .measure: "How anybody will tell"
        case .measureBy: "When to look again"
        case .effect: "What difference it made"
        case .formal: "Agreed or ordered"
        case .happened: "Took place"
        case .informationClass: "Class"
        case .parentalResponsibility: "Parental responsibility"
        case .address: "May know the address"
        case .school: "May know the school"
        case .health: "May know the health provider"
        case .carers: "May know the carers’ names"
        case .identity: "May know what is private in their identity"
        case .named: "Who may read the name"
        case .by: "Decided by"
        case .setting: "Talked about"
        case .note: "What to know of it"
        case .answer: "What came of it"
        case .essential: "Cannot do without"
        case .matter: "About"
        case .decides: "Who decides"
        case .informed: "Who is told"
        case .agreed: "What they said"
        case .ready: "How it stands"
        case .consent: "Consent"
        case .there: "At the review"
        case .role: "Who they are"
        case .until: "Until"
        case .keepsake: "Kind of thing"
        case .keptWhere: "Kept"
        case .ask: "Asked for"
        case .stage: "Post"
        case .concern: "Concern"
        case .step: "What the reviewing officer does"
        case .about: "It is about"
        default: name.spoken
        }
    }
}
