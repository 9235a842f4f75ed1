import Days

/// As they stand in the journal: kinds 238 and 239, schema 1.
extension ReviewingServicePlan {
    static let kind: UInt16 = 238

    func write(to writer: inout ByteWriter) {
        writer.put(year)
        writer.put(day)
        writer.put(signedBy)
        writer.put(integer: UInt32(clamping: established))
        writer.put(integer: UInt32(clamping: inPost))
        writer.put(reportDue)
        writer.put(functions.map(\.name))
        writer.put(functions.map(\.how))
        writer.put(integer: UInt32(clamping: actions.count))
        for action in actions {
            writer.put(integer: action.id)
            for text in [action.function, action.what, action.owner] { writer.put(text) }
            writer.put(action.due)
            writer.put(action.knownBy)
            writer.put(action.done)
            writer.put(action.changed)
        }
    }

    /// Nil where the names of the functions and their words are not as many.
    init?(from reader: inout ByteReader) {
        (year, day, signedBy) = (reader.year(), reader.day(), reader.text())
        (established, inPost) = (Int(reader.integer(UInt32.self)), Int(reader.integer(UInt32.self)))
        reportDue = reader.day()
        let (names, words) = (reader.texts(), reader.texts())
        guard names.count == words.count else { return nil }
        functions = zip(names, words).map { FunctionWords($0, $1) }
        actions = []
        for _ in 0..<reader.integer(UInt32.self) {
            let (id, function, what, owner) = (reader.integer(UInt32.self), reader.text(), reader.text(), reader.text())
            let (due, knownBy, done) = (reader.day(), reader.text(), reader.optionalDay())
            let changed = reader.text()
            if reader.failed { return nil }
            actions.append(
                ReviewingAction(
                    id: id, function: function, what: what, owner: owner, due: due, knownBy: knownBy, done: done,
                    changed: changed))
        }
    }
}

extension ReviewingReportPublished {
    static let kind: UInt16 = 239

    func write(to writer: inout ByteWriter) {
        writer.put(year)
        writer.put(day)
        writer.put(place)
        writer.put(presented)
        writer.put(signedBy)
    }

    init(from reader: inout ByteReader) {
        (year, day, place) = (reader.year(), reader.day(), reader.text())
        (presented, signedBy) = (reader.optionalDay(), reader.text())
    }
}
