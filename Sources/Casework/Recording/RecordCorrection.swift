import Days

/// A wish that a record be put right: which version of it is not, and why.
public struct RecordCorrection: Hashable, Sendable {
    /// The version that was read, which is the newest where nobody else has put it right meanwhile.
    public let version: EventID
    public let because: String

    public init(of version: EventID, because: String) { (self.version, self.because) = (version, because) }

    /// The field of a refusal that says: somebody else has corrected it meanwhile, or there is no such record.
    public static let versionField = "corrects"
}

extension RecordCommand {
    /// The version that the command makes of a record, to stand in the place of the one it corrects; or everything that
    /// is wrong with it.
    ///
    /// It may point at what there was when the record was first signed, because that is its place in the thread; parts of
    /// the thread that it made keep their names, and none that another record points at may go.
    ///
    /// - Parameter events: everything that was told of the child, in the journal's order.
    public func decided(
        correcting correction: RecordCorrection, of child: ChildID, told events: [Recorded<ChildEvent>], today: Day
    ) -> Result<ChildEvent, RecordRefusals> {
        func refused(_ field: String, _ what: String, _ remedy: String) -> Result<ChildEvent, RecordRefusals> {
            .failure(RecordRefusals(one: RecordRefusal(field, what, remedy)))
        }
        guard let versions = RecordVersions(of: correction.version, in: events) else {
            return refused(
                RecordCorrection.versionField, "no record that was signed of this child is event \(correction.version)",
                "give the event that signed it")
        }
        let newest = versions.newest
        guard newest.event == correction.version else {
            return refused(
                RecordCorrection.versionField,
                "event \(correction.version) was corrected meanwhile, by event \(newest.event)",
                "look at what that says, and correct it")
        }
        guard kind == newest.record.kind else {
            return refused("kind", "event \(correction.version) is a \(newest.record.kind.name)", "give that kind")
        }
        if correction.because.saysNothing {
            return refused("because", "it is needed", "say what was not right")
        }
        var (earlier, others) = (ChildRecord(id: child), ChildRecord(id: child))
        var otherRecords: [SignedRecord] = []
        for (fact, told) in standing(events) where fact != versions.fact {
            let origin = Origin(fact, told.source)
            others.apply(told.event, origin: origin, version: told.id)
            if fact < versions.fact { earlier.apply(told.event, origin: origin, version: told.id) }
            if let record = told.event.record { otherRecords.append(record) }
        }
        var deciding = Deciding(self, others, earlier: earlier.thread, own: versions.names, before: newest.record)
        deciding.decide(today)
        deciding.checkThatNothingIsMissed(of: newest.record, by: otherRecords)
        if let refusals = RecordRefusals(deciding.refusals) { return .failure(refusals) }
        let record = deciding.record
        if record.says(what: newest.record) {
            return refused("answers", "the record says this already", "change what is not right")
        }
        return .success(.corrected(record, retired: versions.names.keys.filter { record.made[$0] == nil }.sorted()))
    }
}

extension SignedRecord {
    /// Whether it says the same as another, on whichever form.
    fileprivate func says(what other: SignedRecord) -> Bool {
        (day, onBehalfOf, answers, own) == (other.day, other.onBehalfOf, other.answers, other.own)
    }
}
