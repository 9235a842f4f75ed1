import Casework
import Forms

/// What a page was begun with because the record knew it. Each such value is marked with where it is from and what it was,
/// so that a value nobody has touched is not signed as their word unless they say that it is still right.
extension FilledForm {
    /// Before the name of a question, or of a row: the mark of what the record knew of it.
    private static let mark = "known."
    /// The boxes that say: still right.
    static let right = "right"

    /// What a page starts with.
    static func fields(knowing known: KnownAnswers, on form: Form) -> [String: String] {
        var fields: [String: String] = [:]
        for (id, whole) in known.whole {
            var own: [String: String] = [:]
            switch whole.what {
            case .core(let answer): put(answer, id, into: &own)
            case .own(let answer): own = answer.kept(at: id)
            }
            fields.merge(own) { $1 }
            if whole.informationClass != form.question(id)?.informationClass, whole.informationClass != .ordinary {
                fields["class.\(id)"] = whole.informationClass.rawValue
            }
            fields[mark + id] = "\(fingerprint(of: id, in: own)) \(whole.from.words)"
        }
        for (id, items) in known.subjects {
            guard case .rows(let table)? = form.question(id)?.field?.kind, let column = table.subject else { continue }
            for (place, item) in items.enumerated() {
                fields["\(id).\(place + 1).\(column.name)"] = item.name
                fields["\(mark)\(id).\(place + 1)"] = item.name
            }
        }
        return fields
    }

    /// Where the answer that the page was begun with is from; nil where the record knew none.
    func from(_ question: String) -> String? {
        marks(of: question).first.map { String($0.drop { $0 != " " }.dropFirst()) }
    }

    /// Whether an answer is as the record knew it and nobody has said that it is still right.
    func isUnconfirmed(_ question: String) -> Bool { isAsKnown(question) && !isRight(question) }

    /// Whether an answer is as the record knew it, whoever has said that it is still right.
    func isAsKnown(_ question: String) -> Bool {
        let now = Self.fingerprint(of: question, in: fields)
        return marks(of: question).contains { $0.prefix { $0 != " " } == now }
    }

    func isRight(_ question: String) -> Bool { self[Self.right].split(separator: "\n").contains { $0 == question } }

    /// What a row of a list is about, where the record knew that; nil for a row that somebody began.
    func subject(ofRow row: String) -> ItemID? { ItemID(self[Self.mark + row]) }

    /// Whether anybody has said anything in a list, beyond what its rows are about.
    func saysAnything(in question: String, _ table: RecordTable) -> Bool {
        let count = rows(question)
        return (count > 0 ? Array(1...count) : []).contains { place in
            let row = "\(question).\(place)"
            return holds(row: row, besides: subject(ofRow: row) == nil ? nil : table.subject)
        }
    }

    func holds(row: String, besides column: RecordColumn?) -> Bool {
        fields.keys.contains { $0.hasPrefix(row + ".") && $0 != "\(row).\(column?.name ?? "")" }
    }

    /// The mark itself, for the page to send back; nil where the record knew nothing.
    func mark(of question: String) -> String? {
        let mark = self[Self.mark + question]
        return mark.isEmpty ? nil : mark
    }

    private func marks(of question: String) -> [Substring] { self[Self.mark + question].split(separator: "\n") }

    /// A short number for what stands in a question's fields (FNV-1a, 64 bits): nothing depends on its being secret.
    private static func fingerprint(of question: String, in fields: [String: String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func take(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01b3
        }
        for (name, value) in fields.sorted(by: { $0.key < $1.key })
        where (name == question || name.hasPrefix(question + ".")) && !value.isEmpty {
            take(name)
            take(value.trimmed)
        }
        return String(hash, radix: 16)
    }
}

extension [SignedRecord] {
    /// What the child said, where a part of the thread is that; the fold keeps no such words.
    func words(of item: ItemID) -> String? {
        for record in self {
            guard case .rows(let rows)? = record.answers[.views] else { continue }
            for row in rows
            where row[.id] == .items([item]) && record.informationClass(of: row, in: .views) != .privateTalk {
                if case .text(let text)? = row[.what] { return "“\(text)”" }
            }
        }
        return nil
    }
}
