import Casework
import Days

/// What somebody answered to a council's own question.
///
/// No rule reads it, so a signed record keeps it as text, by name: `mood` is the answer to a question, `trips.2.where` a cell
/// of its table, `mood.none` why there is none. Only the form that it was signed on knows what the text means.
public enum OwnAnswer: Hashable, Sendable {
    case text(String)
    case day(Day)
    /// With its time.
    case moment(Moment)
    case flag(Bool)
    /// What a document is made of, as the digits of its digest.
    case file(String)
    /// One choice or several, by name.
    case choices([String])
    /// Somebody by the name that the record knows them by, or somebody else by the name that was written.
    case person(String, isKnown: Bool)
    /// Parts of the child's thread.
    case items([ItemID])
    case rows([OwnRow])
    case noneBecause(String)
}

/// A row of a council's own table: what its columns say, by their names.
public struct OwnRow: Hashable, Sendable {
    public let cells: [String: OwnAnswer]
    public init(_ cells: [String: OwnAnswer]) { self.cells = cells }
}

/// The names that parts of an answer are kept by, after the name of the question and a point. No column is called so.
public enum OwnPart {
    public static let none = "none"
    public static let time = "time"
    public static let somebodyElse = "somebody_else"
    static let all = [none, time, somebodyElse]
}

extension OwnAnswer {
    /// The answer as a record keeps it, which is as the fields of a page hold it too.
    public func kept(at name: String) -> [String: String] {
        switch self {
        case .text(let text), .file(let text), .person(let text, isKnown: true): [name: text]
        case .day(let day): [name: "\(day)"]
        case .moment(let moment):
            [name: "\(moment.day)", "\(name).\(OwnPart.time)": OfficeHours.clock(moment.minute ?? 0)]
        case .flag(let flag): [name: flag ? "true" : "false"]
        case .choices(let names): [name: names.joined(separator: "\n")]
        case .person(let text, isKnown: false): ["\(name).\(OwnPart.somebodyElse)": text]
        case .items(let items): [name: items.map(\.name).joined(separator: "\n")]
        case .rows(let rows):
            rows.enumerated().reduce(into: [:]) { kept, row in
                for (column, cell) in row.element.cells {
                    kept.merge(cell.kept(at: "\(name).\(row.offset + 1).\(column)")) { $1 }
                }
            }
        case .noneBecause(let why): ["\(name).\(OwnPart.none)": why]
        }
    }

    /// What is kept under a name, read as a question of some kind means it. Nil where nothing is kept there, or something
    /// that no such question could have been answered with.
    ///
    /// - Parameter keeping: Whether a cell of a table that cannot be read so stands as its text, where it otherwise is left
    ///   out.
    public init?(_ kept: [String: String], at name: String, _ kind: FormQuestion.OwnKind, keeping: Bool = false) {
        if let why = kept["\(name).\(OwnPart.none)"] {
            self = .noneBecause(why)
            return
        }
        let text = kept[name] ?? ""
        let lines = text.split(separator: "\n").map(String.init)
        switch kind {
        case .text, .longText:
            if text.isEmpty { return nil }
            self = .text(text)
        case .day: if let day = Day(text) { self = .day(day) } else { return nil }
        case .moment:
            guard let day = Day(text), let minute = OfficeHours.minute(kept["\(name).\(OwnPart.time)"] ?? "") else {
                return nil
            }
            self = .moment(Moment(day, minute: minute))
        case .flag: if text == "true" || text == "false" { self = .flag(text == "true") } else { return nil }
        case .upload: if FileDigest(hex: text) != nil { self = .file(text) } else { return nil }
        case .choice(let choices), .many(let choices):
            guard !lines.isEmpty, lines.allSatisfy({ line in choices.contains { $0.name == line } }) else { return nil }
            self = .choices(lines)
        case .person:
            if let other = kept["\(name).\(OwnPart.somebodyElse)"] {
                self = .person(other, isKnown: false)
            } else if !text.isEmpty {
                self = .person(text, isKnown: true)
            } else {
                return nil
            }
        case .link:
            let items = lines.compactMap { ItemID($0) }
            guard !items.isEmpty, items.count == lines.count else { return nil }
            self = .items(items)
        case .table(let columns):
            let rows = Self.rows(kept, of: name, columns, keeping)
            if rows.isEmpty { return nil }
            self = .rows(rows)
        }
    }

    /// The rows that are kept, from the first on.
    private static func rows(
        _ kept: [String: String], of name: String, _ columns: [OwnColumn], _ keeping: Bool
    ) -> [OwnRow] {
        var rows: [OwnRow] = []
        while rows.count < OwnTable.most {
            let place = "\(name).\(rows.count + 1)"
            let cells = columns.compactMap { column -> (String, OwnAnswer)? in
                let cell = "\(place).\(column.id)"
                if let answer = OwnAnswer(kept, at: cell, column.kind) { return (column.id, answer) }
                return keeping ? kept[cell].map { (column.id, .text($0)) } : nil
            }
            if cells.isEmpty { break }
            rows.append(OwnRow(Dictionary(cells) { $1 }))
        }
        return rows
    }

    /// What it points at in the child's thread.
    public var pointedAt: [ItemID] { if case .items(let items) = self { items } else { [] } }
}

/// How long a council's own table may be: longer than anybody writes.
enum OwnTable {
    static let most = 200
}

extension Form {
    /// What a record answers to a council's own question. Where it cannot be read as the form means it, its text as it is; so
    /// for each cell of a table.
    public func own(_ question: FormQuestion, in record: SignedRecord) -> OwnAnswer? {
        guard case .own(let kind) = question.answers else { return nil }
        return OwnAnswer(record.own, at: question.id, kind, keeping: true) ?? record.own[question.id].map { .text($0) }
    }

    /// The question that something kept in a record answers: `trips.2.where` is of `trips`.
    public static func question(ofKept name: String) -> String { String(name.prefix { $0 != "." }) }
}

extension Moment {
    /// `15 May 2018 at 09:05`; the day alone where no time is known.
    public var inWords: String { day.inWords + (minute.map { " at \(OfficeHours.clock($0))" } ?? "") }
}
