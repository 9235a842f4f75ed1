import Days

/// How a signed record is written: its head, then each answer with the number of its field, in the order of the numbers,
/// so that one record always makes the same bytes.
extension SignedRecord {
    func write(to writer: inout ByteWriter) {
        writer.put(kind.rawValue)
        writer.put(day)
        writer.put(integer: form.version)
        writer.put(integer: form.digest)
        writer.put(onBehalfOf)
        writer.put(integer: UInt16(clamping: answers.count))
        for (field, answer) in answers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            writer.put(integer: field.rawValue)
            answer.write(to: &writer)
        }
        writer.put(integer: UInt16(clamping: own.count))
        for (question, answer) in own.sorted(by: { $0.key < $1.key }) {
            writer.put(question)
            writer.put(answer)
        }
    }

    /// Nil where a kind, field or column is one that this version does not know: the event is then kept whole.
    init?(from reader: inout ByteReader) {
        guard let kind = RecordKind(rawValue: reader.byte()) else { return nil }
        let day = reader.day()
        let form = FormEdition(version: reader.integer(), digest: reader.integer())
        let onBehalfOf = reader.text()
        var answers: [CoreField: Answer] = [:]
        for _ in 0..<reader.integer(UInt16.self) {
            guard !reader.failed, let field = CoreField(rawValue: reader.integer()), let answer = Answer(from: &reader)
            else { return nil }
            answers[field] = answer
        }
        var own: [String: String] = [:]
        for _ in 0..<reader.integer(UInt16.self) where !reader.failed { own[reader.text()] = reader.text() }
        self.init(kind: kind, day: day, form: form, onBehalfOf: onBehalfOf, answers: answers, own: own)
    }
}

extension Answer {
    private enum Tag: UInt8 {
        case text = 1
        case choice, yes, no, day, items, rows, noneBecause
    }

    fileprivate func write(to writer: inout ByteWriter) {
        switch self {
        case .text(let text): writer.put(Tag.text, text)
        case .choice(let name): writer.put(Tag.choice, name)
        case .flag(let flag): writer.put((flag ? Tag.yes : .no).rawValue)
        case .day(let day):
            writer.put(Tag.day.rawValue)
            writer.put(day)
        case .items(let items):
            writer.put(Tag.items.rawValue)
            writer.put(integer: UInt16(clamping: items.count))
            for item in items { writer.put(item.name) }
        case .rows(let rows):
            writer.put(Tag.rows.rawValue)
            writer.put(integer: UInt16(clamping: rows.count))
            for row in rows {
                writer.put(UInt8(clamping: row.cells.count))
                for (column, answer) in row.cells.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                    writer.put(column.rawValue)
                    answer.write(to: &writer)
                }
            }
        case .noneBecause(let why): writer.put(Tag.noneBecause, why)
        }
    }

    fileprivate init?(from reader: inout ByteReader) {
        guard let tag = Tag(rawValue: reader.byte()) else { return nil }
        switch tag {
        case .text: self = .text(reader.text())
        case .choice: self = .choice(reader.text())
        case .yes: self = .flag(true)
        case .no: self = .flag(false)
        case .day: self = .day(reader.day())
        case .items:
            var items: [ItemID] = []
            for _ in 0..<reader.integer(UInt16.self) where !reader.failed {
                items.append(ItemID(unchecked: reader.text()))
            }
            self = .items(items)
        case .rows:
            var rows: [AnswerRow] = []
            for _ in 0..<reader.integer(UInt16.self) {
                guard !reader.failed, let row = AnswerRow(from: &reader) else { return nil }
                rows.append(row)
            }
            self = .rows(rows)
        case .noneBecause: self = .noneBecause(reader.text())
        }
    }
}

extension AnswerRow {
    fileprivate init?(from reader: inout ByteReader) {
        var cells: [RecordColumn: Answer] = [:]
        for _ in 0..<reader.byte() {
            guard !reader.failed, let column = RecordColumn(rawValue: reader.byte()),
                let answer = Answer(from: &reader),
                answer.isCell
            else { return nil }
            cells[column] = answer
        }
        self.init(cells)
    }
}

extension Answer {
    /// Whether it may stand in a row: a row holds no rows, so that hostile bytes cannot nest without end.
    fileprivate var isCell: Bool { if case .rows = self { false } else { true } }
}

extension ByteWriter {
    fileprivate mutating func put(_ tag: some RawRepresentable<UInt8>, _ text: String) {
        put(tag.rawValue)
        put(text)
    }
}
