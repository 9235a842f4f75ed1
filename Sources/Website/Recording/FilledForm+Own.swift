import Casework
import Forms

extension FilledForm {
    /// What stands in the fields of a council's own question, as the form reads it. Where there is an answer and a reason why
    /// there is none, both go on: the form asks which it is.
    func own(_ question: FormQuestion, _ kind: FormQuestion.OwnKind) -> Given? {
        let answer = own(question.id, kind)
        let why = self["\(question.id).\(OwnPart.none)"]
        guard question.takesNoneBecause, !why.saysNothing else { return answer }
        var names = ["none_because": Given.words(why)]
        names["answer"] = answer
        return .names(names)
    }

    private func own(_ name: String, _ kind: FormQuestion.OwnKind) -> Given? {
        switch kind {
        case .many: lines(name).map { .list($0) }
        case .link: links(name, [])
        // What was no yes or no before the form asked for one is not taken for a no.
        case .flag: ["true", "false", ""].contains(self[name]) ? flag(name) : words(name)
        case .moment: moment(name)
        case .person: person(name)
        case .table(let columns): rows(name, columns)
        case .text, .longText, .day, .upload, .choice: self[name].saysNothing ? nil : words(name)
        }
    }

    private func moment(_ name: String) -> Given? {
        let (day, time) = (self[name].trimmed, self["\(name).\(OwnPart.time)"].trimmed)
        return day.isEmpty && time.isEmpty ? nil : .words("\(day)T\(time)")
    }

    private func person(_ name: String) -> Given? {
        let (chosen, other) = (self[name], self["\(name).\(OwnPart.somebodyElse)"])
        if other.saysNothing { return chosen.saysNothing ? nil : .words(chosen) }
        var names = [OwnPart.somebodyElse: Given.words(other.trimmed)]
        if !chosen.saysNothing { names["person"] = .words(chosen) }
        return .names(names)
    }

    private func rows(_ name: String, _ columns: [OwnColumn]) -> Given? {
        let count = rows(name)
        let rows = (count > 0 ? Array(1...count) : []).compactMap { place -> Given? in
            var cells: [String: Given] = [:]
            for column in columns { cells[column.id] = own("\(name).\(place).\(column.id)", column.kind) }
            return cells.isEmpty ? nil : .names(cells)
        }
        return rows.isEmpty ? nil : .list(rows)
    }
}

extension FormQuestion.OwnKind {
    /// Whether a page has a field for this part of an answer: nothing for the answer itself, `3.place` for a cell, `none`.
    func takes(_ part: String, noneBecause: Bool) -> Bool {
        if part == OwnPart.none { return noneBecause }
        switch self {
        case .moment: return part.isEmpty || part == OwnPart.time
        case .person: return part.isEmpty || part == OwnPart.somebodyElse
        case .table(let columns):
            let cell = part.split(separator: ".", maxSplits: 1)
            return cell.count == 2 && Int(cell[0]) != nil && columns.contains { $0.id == cell[1] }
        case .text, .longText, .day, .flag, .upload, .link, .choice, .many: return part.isEmpty
        }
    }
}
