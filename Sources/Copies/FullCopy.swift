import Casework
import Days
import Forms

/// Minutes of a review, or a copy of any record: question by question in the form's words, what is decided with who and by
/// when, without what this reader may not know.
extension CopyWriting {
    mutating func full(_ kind: CopyKind) {
        let record = source.record
        let title = kind == .minutes ? "Minutes of the review of" : "\(source.form.title) of"
        part(
            "\(title) \(source.childsName), \(record.day.inWords)",
            [
                "Made for \(reader == .child ? source.childsName : reader.name).",
                "Something may have been left out that is not for this copy.",
            ] + (source.standing.isEmpty ? [] : [source.standing]))
        for section in source.form.sections {
            for question in section.questions where question.field != .toldAlone && question.field != .discussed {
                answer(question)
            }
        }
    }

    /// What was answered to one question, where it enters.
    private mutating func answer(_ question: FormQuestion) {
        let record = source.record
        let answer = question.field.flatMap { record.answers[$0] }
        guard answer != nil || source.form.own(question, in: record) != nil else { return }
        guard enters(informationClass(of: question), at: question.asks) else { return }
        // Some of what it says may be words of every sentence, which nothing finds.
        if question.field == .identityForSome, !reader.mayKnow(.identity) {
            return leaveOut(question.asks, Withholding.Reason.secret(.identity).sentence)
        }
        part(question.asks, lines(for: question, answer))
    }

    private mutating func lines(for question: FormQuestion, _ answer: Answer?) -> [String] {
        let place = question.asks
        switch question.answers {
        case .own(let kind):
            return source.form.own(question, in: source.record).map { own($0, kind, at: place) } ?? []
        case .core(let field, let labels):
            switch answer {
            case .text(let text): return [say(text, at: place)]
            case .choice(let name): return [(labels[name] ?? name.spoken).asSentence]
            case .flag(let flag): return [flag ? "Yes." : "No."]
            case .day(let day): return [day.inWords + "."]
            case .items(let items):
                let entering = items.filter { enters([$0], at: place) }.filter {
                    source.thread.informationClass(of: $0) == .ordinary
                }
                return entering.map { say(source.thread.words(for: $0), at: place) }
            case .noneBecause(let why):
                let said = say(why, at: place)
                return [said.isEmpty ? "None." : "None, because: \(said)"]
            case .rows:
                var lines: [String] = []
                for row in rows(of: question, field, at: place) { lines.append(line(row, field, place)) }
                return lines
            case nil: return []
            }
        }
    }

    /// A row in a line: its words in the order of its table, then who and by when.
    private mutating func line(_ row: AnswerRow, _ field: CoreField, _ place: String) -> String {
        var said: [String] = []
        guard case .rows(let table) = field.kind else { return "" }
        for column in table.cells.map(\.column)
        where ![.id, .informationClass, .owner, .due, .person].contains(column) {
            switch row[column] {
            case .text(let text):
                let words = say(text, at: place)
                if !words.isEmpty { said.append((Self.before[column] ?? "") + words) }
            case .choice(let name):
                let words = column == .role ? Around(rawValue: name)?.title ?? name.spoken : name.spoken
                said.append((Self.before[column] ?? "") + words.asSentence)
            case .flag(true): if let words = Self.flags[column] { said.append(words) }
            case .day(let day): said.append((column == .until ? "Until " : "On ") + day.inWords + ".")
            case .items where column != .addresses: said.append(named(column, of: row, at: place))
            default: break
            }
        }
        if case .text(let person) = row[.person] {
            guard withholding.found(in: person).isEmpty else {
                leaveOut(place, "It is about somebody whom this reader may not read of.")
                return ""
            }
            if mayStand(person, row, field) {
                said.insert(person + ":", at: 0)
            } else {
                leaveOut(place, Withholding.Reason.stranger(person).sentence)
                if row[.role] == nil { said.insert("Somebody who is not named in this copy:", at: 0) }
            }
        }
        if field == .decisions, said.allSatisfy(\.isEmpty) { said = ["A decision that is not for this copy."] }
        if case .text(let name) = row[.owner] {
            let who = owner(name, at: place)
            said.append(
                who.prefix(1).uppercased() + who.dropFirst() + (row.date(.due).map { ", by \($0.inWords)" } ?? "") + "."
            )
        } else if let due = row.date(.due) {
            said.append("By \(due.inWords).")
        }
        return said.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Whether somebody may be named before what is settled with them: the child, whoever works with the child, and whoever
    /// the record knows. Of anybody else nobody has decided who may read the name.
    private func mayStand(_ name: String, _ row: AnswerRow, _ field: CoreField) -> Bool {
        guard [.agreements, .attended, .consents].contains(field) else { return true }
        if case .choice(let role) = row[.role], let around = Around(rawValue: role), !Self.family.contains(around) {
            return true
        }
        let words = FoldedWords(name).words
        return source.thread.person(name) != nil || Owner.role(name, in: source.roles) != nil
            || words == ["the", "child"] || Set(words).isSubset(of: FoldedWords(source.rules.childsNames).words)
    }

    /// Who does not come for their work.
    private static let family: Set<Around> = [.parent, .relative, .other]

    /// What stands before a choice or a name that would not be understood alone.
    private static let before: [RecordColumn: String] = [
        .decides: "Who decides: ", .consent: "Consent: ", .informed: "Told: ",
    ]

    private static let flags: [RecordColumn: String] = [
        .known: "A known risk.", .clearlySaid: "Said clearly.", .formal: "Agreed or ordered.",
        .happened: "It took place.",
    ]
}
