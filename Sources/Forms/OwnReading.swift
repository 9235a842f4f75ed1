import Casework
import Days

/// Reads what somebody sent as the answer to a council's own question, and notes what cannot be read so.
struct OwnReading {
    private(set) var refusals: [RecordRefusal] = []
    /// What the version before said, by question or column, where this puts one right: a choice that is no longer offered
    /// may stand.
    private let stood: [String: Set<Substring>]

    init(standing: [String: String] = [:]) {
        stood = standing.reduce(into: [:]) { stood, said in
            stood[Self.column(said.key), default: []].formUnion(said.value.split(separator: "\n"))
        }
    }

    /// `trips.2.where` and `trips[2].where` are of `trips.where`, in whichever row.
    private static func column(_ place: String) -> String {
        place.split { ".[]".contains($0) }.filter { Int($0) == nil }.joined(separator: ".")
    }

    private func mayStand(_ words: [String], _ choices: [FormQuestion.Choice], at place: String) -> Bool {
        let stood = stood[Self.column(place)] ?? []
        return choices.offer(words.filter { !stood.contains($0[...]) })
    }

    private mutating func refuse(_ place: String, _ what: String, _ remedy: String) {
        refusals.append(RecordRefusal(place, what, remedy))
    }

    mutating func answer(_ given: Given, to question: FormQuestion, _ kind: FormQuestion.OwnKind) -> OwnAnswer? {
        if case .names(let names) = given, let why = names["none_because"] {
            return none(why, to: question, isAnsweredToo: names.count > 1)
        }
        return read(given, kind, at: question.id)
    }

    private mutating func none(_ why: Given, to question: FormQuestion, isAnsweredToo: Bool) -> OwnAnswer? {
        guard question.takesNoneBecause else {
            refuse(question.id, "“none, because” is no answer to it", "answer the question, or leave it out")
            return nil
        }
        guard !isAnsweredToo else {
            refuse(question.id, "it has an answer, and a reason why there is none", "keep one of the two")
            return nil
        }
        guard case .words(let why) = why, !why.saysNothing else {
            refuse(question.id, "it does not say why there is none", "say why, or answer the question")
            return nil
        }
        return .noneBecause(why)
    }

    private mutating func read(_ given: Given, _ kind: FormQuestion.OwnKind, at place: String) -> OwnAnswer? {
        switch (kind, given) {
        case (.text, .words(let text)), (.longText, .words(let text)), (.text, .number(let text)),
            (.longText, .number(let text)):
            return .text(text)
        case (.flag, .flag(let flag)): return .flag(flag)
        case (.day, .words(let text)): if let day = Day(text) { return .day(day) }
        case (.moment, .words(let text)): if let moment = Self.moment(text) { return .moment(moment) }
        case (.upload, .words(let text)): if FileDigest(hex: text) != nil { return .file(text.lowercased()) }
        case (.choice(let choices), .words(let word)):
            if mayStand([word], choices, at: place) { return .choices([word]) }
        case (.many(let choices), .list(let list)):
            let words = list.words
            if words.count == list.count, mayStand(words, choices, at: place) { return .choices(words) }
        case (.person, .words(let name)): return .person(name, isKnown: true)
        case (.person, .names(let names)): return somebody(names, at: place)
        case (.link, .words(let name)): if let id = ItemID(name) { return .items([id]) }
        case (.link, .list(let list)):
            let ids = list.words.compactMap { ItemID($0) }
            if ids.count == list.count { return .items(ids) }
        case (.table(let columns), .list(let list)): return rows(list, columns, at: place)
        default: break
        }
        refuse(place, "this is not what the question takes", kind.remedy)
        return nil
    }

    /// `2026-03-31T16:30`. A time is part of it: where nobody knows one, the question is of a day.
    private static func moment(_ text: String) -> Moment? {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard parts.count == 2, let day = Day(String(parts[0])), let minute = OfficeHours.minute(parts[1]) else {
            return nil
        }
        return Moment(day, minute: minute)
    }

    private mutating func somebody(_ names: [String: Given], at place: String) -> OwnAnswer? {
        if names.count == 1, case .words(let name) = names[OwnPart.somebodyElse], !name.saysNothing {
            return .person(name, isKnown: false)
        }
        refuse(
            place, names.count > 1 ? "it names two people" : "it does not say who",
            names.count > 1
                ? "keep one of them: choose none of the list, or clear who else it is"
                : "give a name, or {\"somebody_else\": \"…\"}")
        return nil
    }

    private mutating func rows(_ list: [Given], _ columns: [OwnColumn], at place: String) -> OwnAnswer? {
        guard list.count <= OwnTable.most else {
            refuse(
                place, "there are \(list.count) rows",
                "give at most \(OwnTable.most), or say the rest in another record")
            return nil
        }
        let rows = list.enumerated().compactMap { row($1, columns, at: "\(place)[\($0 + 1)]") }
        return rows.isEmpty ? nil : .rows(rows)
    }

    /// Nil where the row says nothing, or nothing that can be read.
    private mutating func row(_ given: Given, _ columns: [OwnColumn], at place: String) -> OwnRow? {
        let names = columns.map(\.id).joined(separator: ", ")
        guard case .names(let given) = given else {
            refuse(place, "a row is made of named cells", "give \(names) by name")
            return nil
        }
        let said = given.filter { !$0.value.isBlank }
        for name in said.keys.sorted() where !columns.contains(where: { $0.id == name }) {
            refuse("\(place).\(name)", "there is no such column", "use \(names)")
        }
        guard !said.isEmpty else { return nil }
        var cells: [String: OwnAnswer] = [:]
        for column in columns {
            if let value = said[column.id] {
                cells[column.id] = read(value, column.kind, at: "\(place).\(column.id)")
            } else if column.isNeeded {
                refuse("\(place).\(column.id)", "it is needed", column.kind.remedy)
            }
        }
        return OwnRow(cells)
    }
}

extension [Given] {
    fileprivate var words: [String] { compactMap { if case .words(let word) = $0 { word } else { nil } } }
}

extension [FormQuestion.Choice] {
    fileprivate func offer(_ words: [String]) -> Bool { words.allSatisfy { word in contains { $0.name == word } } }
}

extension RecordRefusal {
    /// What to do where an answer is needed, or why there is none.
    public static let answerOrSayWhy = "answer it, or say {\"none_because\": \"…\"}"
}
