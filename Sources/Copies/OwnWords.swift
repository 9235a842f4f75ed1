import Casework
import Days
import Forms

/// What was answered to a council's own questions, without what this reader may not know.
extension CopyWriting {
    mutating func own(_ answer: OwnAnswer, _ kind: FormQuestion.OwnKind, at place: String) -> [String] {
        switch answer {
        case .text(let text): return [say(text, at: place)]
        case .flag(let flag): return [flag ? "Yes." : "No."]
        case .day(let day): return [day.inWords + "."]
        case .moment(let moment): return [moment.inWords + "."]
        // Its title may say what this reader may not know, so it is given, or not, by itself.
        case .file: return ["A document, which is not part of this copy."]
        case .choices(let names): return [kind.labels(names).asSentence]
        case .person(let name, _): return [person(name, at: place)]
        case .items(let items):
            let entering = items.filter { enters([$0], at: place) }.filter {
                enters(source.thread.informationClass(of: $0), at: place)
            }
            return entering.map { say(source.thread.words(for: $0), at: place) }
        case .rows(let rows):
            guard case .table(let columns) = kind else { return [] }
            var lines: [String] = []
            for row in rows { lines.append(line(row, columns, at: place)) }
            return lines
        case .noneBecause(let why):
            let said = say(why, at: place)
            return [said.isEmpty ? "None." : "None, because: \(said)"]
        }
    }

    /// Somebody in the role they have, where this reader may read of them.
    private mutating func person(_ name: String, at place: String) -> String {
        let why = withholding.found(in: name)
        for reason in why { leaveOut(place, reason.sentence) }
        guard why.isEmpty else { return "" }
        return (reader == .child ? ownerForTheChild(name, at: place) : owner(name, at: place)).asSentence
    }

    /// A row in a line, each cell after what its column asks: a cell of which nothing may be read says nothing.
    private mutating func line(_ row: OwnRow, _ columns: [OwnColumn], at place: String) -> String {
        var said: [String] = []
        for column in columns {
            guard let cell = row.cells[column.id] else { continue }
            let words = own(cell, column.kind, at: place).joined(separator: " ")
            if !words.isEmpty { said.append("\(column.asks) \(words)") }
        }
        return said.joined(separator: " ")
    }
}
