import Days

/// How each is written. ``ChildEvent`` gives the kinds.
extension JoinAnswer {
    private enum Tag: UInt8 {
        case notSo = 1
        case later, stillRight
    }

    func write(to writer: inout ByteWriter) {
        writer.put(kind)
        writer.put(about?.name ?? "")
        writer.put(facts)
        switch word {
        case .notSo: writer.put(Tag.notSo.rawValue)
        case .later(let until):
            writer.put(Tag.later.rawValue)
            writer.put(until)
        case .stillRight(let change, let parts):
            writer.put(Tag.stillRight.rawValue)
            writer.put(change)
            writer.put(UInt8(clamping: parts.count))
            for part in parts { writer.put(part.rawValue) }
        }
        writer.put(because)
        writer.put(by)
        writer.put(onBehalfOf)
        writer.put(at)
    }

    /// Nil for a word, or a part, that this version does not know.
    init?(from reader: inout ByteReader) {
        let kind = reader.text()
        let name = reader.text()
        let facts = reader.texts()
        let word: Word
        switch Tag(rawValue: reader.byte()) {
        case .notSo: word = .notSo
        case .later: word = .later(until: reader.day())
        case .stillRight:
            let change = reader.day()
            var parts: [LookAgain] = []
            for _ in 0..<reader.byte() where !reader.failed {
                guard let part = LookAgain(rawValue: reader.byte()) else { return nil }
                parts.append(part)
            }
            word = .stillRight(after: change, parts)
        case nil: return nil
        }
        self.init(
            kind: kind, about: name.isEmpty ? nil : ItemID(unchecked: name), facts: facts, word: word,
            because: reader.text(), by: reader.text(), onBehalfOf: reader.text(), at: reader.instant())
    }
}

extension JoinSecond {
    func write(to writer: inout ByteWriter) {
        writer.put(agrees)
        writer.put(because)
        writer.put(by)
        writer.put(at)
    }

    /// Nil where it does not say whether the person agrees.
    init?(from reader: inout ByteReader) {
        guard let agrees = reader.flag() else { return nil }
        self.init(agrees: agrees, because: reader.text(), by: reader.text(), at: reader.instant())
    }
}
