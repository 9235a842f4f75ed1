import Casework
import Days
import Forms

/// A copy being written: what it says so far, and what it does not.
struct CopyWriting: Writing {
    let source: CopySource
    let reader: CopyReader
    let withholding: Withholding
    var draft = CopyDraft()

    var including: Set<InformationClass> { source.rules.including(for: reader) }

    init(_ source: CopySource, for reader: CopyReader) {
        (self.source, self.reader) = (source, reader)
        withholding = source.rules.withholding(for: reader)
    }

    /// The class of a question's answer: as signed; of a record signed before answers kept theirs, the form's.
    func informationClass(of question: FormQuestion) -> InformationClass {
        let signed = source.record.informationClass(of: question.field?.name ?? question.id)
        return signed == .ordinary ? question.informationClass : signed
    }

    /// The rows of a question that enter: neither they nor what they speak of is anything but ordinary, or it was chosen.
    mutating func rows(of question: FormQuestion, _ field: CoreField, at place: String) -> [AnswerRow] {
        guard case .rows(let rows) = source.record.answers[field] else { return [] }
        return rows.filter { row in
            let own = source.record.informationClass(of: row, in: field)
            let about = row.cells.flatMap { cell -> [ItemID] in
                if cell.key != .id, case .items(let items) = cell.value { items } else { [] }
            }
            guard enters(about, at: place) else { return false }
            return
                ([own == .ordinary ? informationClass(of: question) : own] + about.map(source.thread.informationClass))
                .allSatisfy { enters($0, at: place) }
        }
    }

    /// What was talked about separately, or with the child alone, is not for the others; the child reads what was talked
    /// about with them.
    mutating func enters(_ about: [ItemID], at place: String) -> Bool {
        guard case .rows(let apart) = source.record.answers[.discussed] else { return true }
        let isApart = apart.contains { row in
            guard case .items(let items) = row[.item], !Set(items).isDisjoint(with: about) else { return false }
            return reader != .child || row.plain(.setting) == "separately"
        }
        if isApart { leaveOut(place, "It was not talked about in the meeting.") }
        return !isApart
    }

    /// The words that name what a row speaks of, where they may be read.
    mutating func named(_ column: RecordColumn, of row: AnswerRow, at place: String) -> String {
        guard case .items(let items) = row[column] else { return "" }
        return items.map { say(source.thread.words(for: $0), at: place) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    mutating func text(_ column: RecordColumn, of row: AnswerRow, at place: String) -> String {
        guard case .text(let text) = row[column] else { return "" }
        return say(text, at: place)
    }
}

extension AnswerRow {
    /// What a cell says as it stands.
    func plain(_ column: RecordColumn) -> String {
        switch self[column] {
        case .text(let text), .choice(let text): text
        default: ""
        }
    }
    func date(_ column: RecordColumn) -> Day? { if case .day(let day) = self[column] { day } else { nil } }
}
