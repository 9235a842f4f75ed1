import Casework
import Crypto
import Days
import Forms
import Foundation

/// One line of a file of records: a wish to sign one record of one child.
struct RecordLine: Sendable {
    let command: CommandID
    /// The child as the line names them: an id, or the number that the authority knows them by.
    let child: String
    let kind: RecordKind
    let occurred: Moment
    let onBehalfOf: String
    let answers: [String: Given]
    /// Where the line puts a record right.
    let correction: RecordCorrection?

    /// - Throws: ``RecordRefusals`` with everything that is wrong with the line's own fields.
    init(_ bytes: Data) throws(RecordRefusals) {
        let raw: Raw
        do {
            raw = try JSONDecoder().decode(Raw.self, from: bytes)
        } catch {
            throw Self.notALine(error)
        }
        var wrong: [RecordRefusal] = []
        func refuse(_ field: String, _ what: String, _ remedy: String) {
            wrong.append(RecordRefusal(field, what, remedy))
        }
        for name in raw.unknown.sorted() {
            refuse(
                name, "a record has no such field", "use \(Raw.Name.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let sent = raw.commandID ?? ""
        if sent.isEmpty || sent.utf8.count > 200 {
            refuse("command_id", "it is needed, so that sending twice records once", "make one up for each record")
        }
        if raw.child?.isEmpty ?? true { refuse("child", "it is needed", "give the child’s id or number") }
        let kind = raw.kind.flatMap(RecordKind.init(name:))
        if kind == nil {
            refuse(
                "kind", raw.kind.map { "“\($0)” is no kind of record" } ?? "it is needed",
                "use one of " + RecordKind.allCases.map(\.name).joined(separator: ", "))
        }
        let occurred = raw.occurred.flatMap(Moment.init(iso:))
        if occurred == nil {
            refuse("occurred", "it is needed, as a day", "give the day it happened, as 2026-03-31 or 2026-03-31T16:30")
        }
        let corrects = raw.corrects.flatMap { Int64($0) }
        if let text = raw.corrects, corrects ?? 0 < 1 {
            refuse("corrects", "“\(text)” is no event", "give the number of the event that signed the record")
        }
        if raw.corrects == nil, raw.because != nil {
            refuse("because", "there is nothing to put right", "name the record that it corrects, or leave it out")
        }
        if let refusals = RecordRefusals(wrong) { throw refusals }
        guard let kind, let occurred else { throw Self.notALine(nil) }
        (command, child) = (CommandID(sentAs: sent), raw.child ?? "")
        (self.kind, self.occurred) = (kind, occurred)
        (onBehalfOf, answers) = (raw.onBehalfOf ?? "", raw.answers ?? [:])
        correction = corrects.map { RecordCorrection(of: EventID($0), because: raw.because ?? "") }
    }

    private static func notALine(_ error: (any Error)?) -> RecordRefusals {
        let place: String =
            if case .typeMismatch(_, let context) = error as? DecodingError {
                context.codingPath.map(\.stringValue).joined(separator: ".")
            } else { "" }
        return RecordRefusals(
            one:
                place.isEmpty
                ? RecordRefusal(
                    "line", "this is not one JSON object", "write one record a line, as docs/record.md shows")
                : RecordRefusal(place, "this is not the kind of value it takes", "see docs/record.md"))
    }

    /// The line as JSON has it.
    private struct Raw: Decodable {
        var commandID: String?
        var child: String?
        var kind: String?
        var occurred: String?
        var onBehalfOf: String?
        var answers: [String: Given]?
        var corrects: String?
        var because: String?
        var unknown: [String] = []

        enum Name: String, CodingKey, CaseIterable {
            case commandID = "command_id"
            case child, kind, occurred
            case onBehalfOf = "on_behalf_of"
            case answers, corrects, because
        }

        init(from decoder: any Decoder) throws {
            let all = try decoder.singleValueContainer().decode([String: Given].self)
            func text(_ name: Name) throws -> String? {
                switch all[name.rawValue] {
                case nil, .nothing: return nil
                case .words(let text), .number(let text): return text
                default:
                    throw DecodingError.typeMismatch(
                        String.self, DecodingError.Context(codingPath: [name], debugDescription: ""))
                }
            }
            commandID = try text(.commandID)
            child = try text(.child)
            kind = try text(.kind)
            occurred = try text(.occurred)
            onBehalfOf = try text(.onBehalfOf)
            corrects = try text(.corrects)
            because = try text(.because)
            switch all[Name.answers.rawValue] {
            case nil, .nothing: answers = nil
            case .names(let names): answers = names
            default:
                throw DecodingError.typeMismatch(
                    [String: Given].self, DecodingError.Context(codingPath: [Name.answers], debugDescription: ""))
            }
            unknown = all.keys.filter { Name(rawValue: $0) == nil }
        }
    }
}

extension CommandID {
    /// The number for what a sender called its command: of a UUID its own, of anything else a digest.
    public init(sentAs text: String) {
        if let own = CommandID(text: text.filter { $0 != "-" }.lowercased()) {
            self = own
        } else {
            let digest = Array(SHA256.hash(data: Data(text.utf8)))
            func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
            self.init(high: word(digest[0..<8]), low: word(digest[8..<16]))
        }
    }
}

extension Moment {
    /// `2026-03-31` or `2026-03-31T16:30`, by the clock in London.
    init?(iso text: String) {
        let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = Day(String(parts[0])) else { return nil }
        guard parts.count == 2 else {
            self.init(day)
            return
        }
        guard let minute = OfficeHours.minute(parts[1]) else { return nil }
        self.init(day, minute: minute)
    }
}
