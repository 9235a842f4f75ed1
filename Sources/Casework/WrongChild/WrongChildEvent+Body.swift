import Days

/// How each is written. ``ChildEvent`` gives the kinds.
extension Sealing {
    func write(to writer: inout ByteWriter) {
        writer.put(record)
        writer.put(covers)
        writer.put(by)
        writer.put(at)
        writer.put(retired.map(\.name))
    }

    init(from reader: inout ByteReader) {
        self.init(
            record: reader.event(), covers: reader.event(), by: reader.text(), at: reader.instant(),
            retired: reader.texts().map(ItemID.init(unchecked:)))
    }
}

extension Carried {
    func write(to writer: inout ByteWriter) {
        writer.put(from)
        writer.put(signedBy.name)
        writer.put(signedAt)
    }

    init(from reader: inout ByteReader) {
        self.init(from: reader.event(), signedBy: Actor(reader.text()), signedAt: reader.instant())
    }
}

extension BreachEntry {
    private enum Tag: UInt8 {
        case said = 1
        case moved, assessed
    }

    func write(to writer: inout ByteWriter) {
        switch self {
        case .said(let by, let at, let words):
            head(.said, by, at, &writer)
            writer.put(words)
        case .moved(let by, let at, let child):
            head(.moved, by, at, &writer)
            writer.put(integer: child.stream.rawValue)
        case .assessed(let by, let at, let assessment):
            head(.assessed, by, at, &writer)
            assessment.write(to: &writer)
        }
    }

    private func head(_ tag: Tag, _ by: String, _ at: Instant, _ writer: inout ByteWriter) {
        writer.put(tag.rawValue)
        writer.put(by)
        writer.put(at)
    }

    /// Nil for a step, a risk or a child that this version does not know.
    init?(from reader: inout ByteReader) {
        guard let tag = Tag(rawValue: reader.byte()) else { return nil }
        let (by, at) = (reader.text(), reader.instant())
        switch tag {
        case .said: self = .said(by: by, at: at, words: reader.text())
        case .moved:
            guard let child = ChildID(StreamID(rawValue: reader.integer())) else { return nil }
            self = .moved(by: by, at: at, to: child)
        case .assessed:
            guard let assessment = BreachAssessment(from: &reader) else { return nil }
            self = .assessed(by: by, at: at, assessment)
        }
    }
}

extension BreachAssessment {
    func write(to writer: inout ByteWriter) {
        for text in [what, seen, because, delayBecause, notToldBecause, lessons] { writer.put(text) }
        writer.put(risk?.rawValue ?? 0)
        writer.put(reported?.day)
        writer.put(integer: Int16(reported?.minute ?? -1))
        writer.put(told)
        writer.put(isFinished)
    }

    init?(from reader: inout ByteReader) {
        self.init()
        (what, seen, because) = (reader.text(), reader.text(), reader.text())
        (delayBecause, notToldBecause, lessons) = (reader.text(), reader.text(), reader.text())
        let number = reader.byte()
        risk = BreachRisk(rawValue: number)
        if risk == nil, number != 0 { return nil }
        let (day, minute) = (reader.optionalDay(), reader.integer(Int16.self))
        guard minute >= -1, minute < 1440 else { return nil }
        reported = day.map { Moment($0, minute: minute < 0 ? nil : Int(minute)) }
        if day == nil, minute != -1 { return nil }
        told = reader.optionalDay()
        guard let flag = reader.flag() else { return nil }
        isFinished = flag
    }
}
