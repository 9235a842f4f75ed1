import Days

/// How each is written. ``ChildEvent`` gives the kinds.
extension UrgentWord {
    func write(to writer: inout ByteWriter) {
        writer.put(at)
        writer.put(by)
        writer.put(concern.rawValue)
        writer.put(about)
        writer.put(who)
        writer.put(words)
        writer.put(way.rawValue)
        writer.put(integer: minutes)
        writer.put(UInt8(clamping: steps.count))
        for step in steps { writer.put(step) }
    }

    /// Nil for a concern or a way that this version does not know.
    init?(from reader: inout ByteReader) {
        let at = reader.instant()
        let by = reader.text()
        guard let concern = UrgentConcern(rawValue: reader.byte()) else { return nil }
        let about = reader.texts()
        let (who, words) = (reader.text(), reader.text())
        guard let way = UrgentWay(rawValue: reader.byte()) else { return nil }
        let minutes: UInt16 = reader.integer()
        var steps: [[String]] = []
        for _ in 0..<reader.byte() where !reader.failed { steps.append(reader.texts()) }
        self.init(
            at: at, by: by, concern: concern, about: about, who: who, words: words, way: way, steps: steps,
            minutes: minutes)
    }
}

extension UrgentAction {
    func write(to writer: inout ByteWriter) {
        writer.put(at)
        writer.put(by)
        writer.put(id.name)
        writer.put(what)
        writer.put(owner)
        writer.put(due)
    }

    init(from reader: inout ByteReader) {
        self.init(
            at: reader.instant(), by: reader.text(), id: ItemID(unchecked: reader.text()), what: reader.text(),
            owner: reader.text(), due: reader.day())
    }
}

extension UrgentAddition {
    func write(to writer: inout ByteWriter) {
        writer.put(at)
        writer.put(concern.rawValue)
        writer.put(about)
        writer.put(who)
        writer.put(words)
        writer.put(way.rawValue)
        writer.put(UInt8(clamping: steps.count))
        for step in steps { writer.put(step) }
    }

    /// Nil for a concern or a way that this version does not know.
    init?(from reader: inout ByteReader) {
        let at = reader.instant()
        guard let concern = UrgentConcern(rawValue: reader.byte()) else { return nil }
        let about = reader.texts()
        let (who, words) = (reader.text(), reader.text())
        guard let way = UrgentWay(rawValue: reader.byte()) else { return nil }
        var steps: [[String]] = []
        for _ in 0..<reader.byte() where !reader.failed { steps.append(reader.texts()) }
        self.init(at: at, concern: concern, about: about, who: who, words: words, way: way, steps: steps)
    }
}

extension UrgentTakenBack {
    func write(to writer: inout ByteWriter) {
        writer.put(at)
        writer.put(by)
        writer.put(because)
    }

    init(from reader: inout ByteReader) {
        self.init(at: reader.instant(), by: reader.text(), because: reader.text())
    }
}

extension ByteWriter {
    mutating func put(_ instant: Instant) { put(integer: instant.milliseconds) }
    mutating func put(_ event: EventID) { put(integer: event.seq) }
}

extension ByteReader {
    mutating func instant() -> Instant { Instant(milliseconds: integer()) }
    mutating func event() -> EventID { EventID(integer()) }
}
