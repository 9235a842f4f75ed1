import Casework
import Days
import Standards

/// What a second reader did not agree was rightly closed (`docs/decisions/0094-a-second-reader-reads-a-sample.md`).
extension Breaks {
    static let readings = [readerDoesNotAgree]

    /// It asks of the record, and says nothing of who signed it. A “still right” that was not agreed with is none any more, and
    /// brings back what it answered.
    static let readerDoesNotAgree = BreakRule(
        "reader_does_not_agree", "A second reader asks to look again at what was closed", .local,
        Citation("Local aim"), action: "Look at it again with what the reader says, and put the record right.",
        mend: .correcting
    ) { asked, found in
        for reading in asked.notAgreed {
            guard let record = asked.child.record.records.last(where: { $0.origin.event == reading.closed }),
                reading.isUnanswered(by: record)
            else { continue }
            found.add(
                asked.place(of: record), since: reading.day, owner: record.kind == .review ? .iro : .socialWorker,
                [
                    "\(reading.whatWasClosed(in: record)) A second reader does not agree: “\(reading.because)”"
                ])
        }
    }
}

extension SecondReading {
    /// Whether the record still says what was read: no later version stands in its place, and it still has none of it. Of one
    /// that had been put right before it was read, only the latter can be told.
    fileprivate func isUnanswered(by record: HeldRecord) -> Bool {
        if version == closed, record.isCorrected { return false }
        return !closings.contains(.noneBecause) || fields.contains { record[$0] == .noneBecause }
    }

    fileprivate func whatWasClosed(in record: HeldRecord) -> String {
        let which = "The \(record.kind.title.lowercased()) of \(record.day.inWords)"
        guard closings.contains(.noneBecause) else { return "\(which) mended something within a minute." }
        return "\(which) says that there is none of this: \(fields.map(\.listed).joined(separator: ", "))."
    }
}
