import Days

/// What was open of a child's thread when the work went from one worker to another, item by item: given by whoever had it,
/// or the manager, and taken over by whoever has it now.
public struct Handover: Hashable, Sendable {
    public let on: Day
    public let origin: Origin
    /// Risks, actions, decisions and what the child said, in the order they were given.
    public let items: [ItemID]
    /// What was said of each, in the order it was said; one of which nothing is said waits.
    public internal(set) var answers: [Answered] = []

    public struct Answered: Hashable, Sendable {
        public let item: ItemID
        public let on: Day
        /// False where it was sent back, with why.
        public let isAccepted: Bool
    }

    init(_ record: SignedRecord, _ origin: Origin) {
        (on, self.origin) = (record.day, origin)
        var items: [ItemID] = []
        for item in record.rows(.handedOver).flatMap({ $0.items(.item) }) where !items.contains(item) {
            items.append(item)
        }
        self.items = items
    }

    /// Whether the last word about a thing accepts it.
    public func isAccepted(_ item: ItemID) -> Bool { answers.last { $0.item == item }?.isAccepted ?? false }
}

/// What whoever takes over says of one thing.
enum TakingOver: String, CaseIterable {
    case accepted
    case sentBack = "sent_back"
    static let names = allCases.map(\.rawValue)
}

extension ChildThread {
    /// What of a handover is still open and nobody has accepted: what was done, closed or answered since needs no word.
    public func waiting(of handover: Handover) -> [ItemID] {
        handover.items.filter { !handover.isAccepted($0) && isOpen($0) }
    }

    /// What whoever has the work now has to be told of, risks first.
    public var toHandOver: [ItemID] {
        let asked = concerns.filter { if case .asked = $0.standing { true } else { false } }
        return (risks.map(\.id) + asked.map(\.id) + actions.map(\.id) + decisions.map(\.id) + views.map(\.id))
            .filter(isOpen)
    }

    /// Whether a part of the thread asks something of somebody still.
    func isOpen(_ id: ItemID) -> Bool {
        switch kind(of: id) {
        case .need: needs.contains { $0.id == id && $0.closed == nil }
        case .risk: risks.contains { $0.id == id && $0.closed == nil }
        case .action: actions.contains { $0.id == id && $0.closed == nil }
        case .decision: decisions.contains { $0.id == id && !$0.isEnded }
        case .concern: concerns.contains { $0.id == id && $0.isOpen }
        case .view: views.contains { $0.id == id && $0.answered == nil }
        case .outcome, nil: false
        }
    }
}

extension ChildThread {
    /// Takes in what a record of the handing over says, beside its rows.
    mutating func takeHandover(_ record: SignedRecord, _ origin: Origin) {
        if record.kind == .handover { handovers.insertInOrder(Handover(record, origin), by: \.on) }
    }

    /// What whoever took over said of one thing; a day that they gave an action moves it and keeps the one before.
    mutating func takeOver(_ row: AnswerRow, on day: Day) {
        for id in row.items(.item) {
            if let place = handovers.lastIndex(where: { $0.on <= day && $0.items.contains(id) }) {
                handovers[place].answers.append(
                    Handover.Answered(
                        item: id, on: day, isAccepted: row.text(.state) == TakingOver.accepted.rawValue))
            }
            if let due = row.day(.due), let place = actions.firstIndex(where: { $0.id == id }) {
                actions[place].dues.append(ChildAction.DueDate(set: day, due: due))
            }
        }
    }
}
