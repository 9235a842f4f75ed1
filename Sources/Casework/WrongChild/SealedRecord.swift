import Days

/// A record that was taken off this child, as the fold holds it: that there was one, and how far it has been followed up.
/// Nothing of what it says.
public struct SealedRecord: Hashable, Sendable {
    /// What it was called by.
    public let record: EventID
    public let by: String
    public let at: Instant
    /// The event that sealed it.
    public let sealing: EventID
    /// The events that are sealed: versions and copies.
    public internal(set) var covers: [EventID]
    /// The child it was moved to; nil where nobody has said whose it is.
    public internal(set) var movedTo: ChildID?
    /// How bad it is for somebody, as it was last assessed.
    public internal(set) var risk: BreachRisk?
    /// When it was last assessed; nil where nobody has begun.
    public internal(set) var assessed: Instant?
    /// Whether the assessment is finished.
    public internal(set) var isFinished = false

    init(_ sealing: Sealing, _ origin: Origin) {
        (record, by, at) = (sealing.record, sealing.by, sealing.at)
        self.sealing = origin.event
        covers = [sealing.covers]
    }

    /// Until when the Information Commissioner must be told, where that is owed: 72 hours after somebody here knew.
    ///
    /// Source: UK GDPR, Article 33(1).
    public var deadline: Instant { at.adding(hours: BreachAssessment.hours) }

    /// Until it is assessed and moved, somebody has to look at it.
    public var isOpen: Bool { !isFinished || movedTo == nil }
}

extension ChildRecord {
    mutating func apply(_ event: WrongChildEvent, _ origin: Origin) {
        switch event {
        case .movedHere(let record, let carried): take(record, origin, signed: carried.signedAt)
        case .sealed(let sealing):
            thread.retire(sealing.retired, on: sealing.at.inLondon.day)
            if let index = sealed.firstIndex(where: { $0.record == sealing.record }) {
                if !sealed[index].covers.contains(sealing.covers) { sealed[index].covers.append(sealing.covers) }
            } else {
                sealed.insertInOrder(SealedRecord(sealing, origin), by: \.at)
            }
        case .breach(let record, let entry):
            guard let index = sealed.firstIndex(where: { $0.record == record }) else { return }
            switch entry {
            case .said: break
            case .moved(_, _, let child): sealed[index].movedTo = child
            case .assessed(_, let at, let assessment):
                (sealed[index].assessed, sealed[index].risk) = (at, assessment.risk)
                sealed[index].isFinished = assessment.isFinished
            }
        }
    }
}

extension [SealedRecord] {
    /// What had been taken off by the end of a day, with what had come of it by now: nobody asks of it as at another day.
    func asAt(_ day: Day) -> [SealedRecord] { filter { $0.at.inLondon.day <= day } }
}
