import Days

/// A concern that the child’s reviewing officer raised: what it is about, what was asked of whom by which day, what was
/// answered, how far up it went, and how the reviewing officer closed it.
///
/// Nobody else closes one: whoever was asked says what was done, and the reviewing officer whether the child’s life changed.
public struct IROConcern: Hashable, Sendable {
    /// What was asked of one person by one day. The last stands; those before are kept.
    public struct Ask: Hashable, Sendable {
        public let on: Day
        public let stage: ConcernStage
        public let owner: String
        public let due: Day
        public let origin: Origin
    }

    /// What whoever was asked says of it; the words stay in the record.
    public struct Reply: Hashable, Sendable {
        public let on: Day
        public let origin: Origin
    }

    /// What the reviewing officer did.
    public struct Step: Hashable, Sendable {
        public let on: Day
        public let move: ConcernMove
        public let origin: Origin
    }

    public let id: ItemID
    public let what: String
    public let matter: ConcernMatter
    public let level: ConcernLevel
    /// The needs, risks, actions and decisions it is about; another concern, where that is raised again.
    public let about: [ItemID]
    public let raised: Day
    public let origin: Origin
    public let informationClass: InformationClass
    /// By day, the first as it was raised.
    public internal(set) var asks: [Ask]
    public internal(set) var replies: [Reply] = []
    public internal(set) var steps: [Step] = []

    /// How it stands.
    public enum Standing: Hashable, Sendable {
        /// Somebody was asked, and has not answered.
        case asked(Ask)
        /// It was answered, and the reviewing officer has not said whether that is enough.
        case answered(Reply)
        case closed(Step)
    }

    public var standing: Standing {
        if let closing { return .closed(closing) }
        guard let ask = asks.last else { return .answered(Reply(on: raised, origin: origin)) }
        return reply(to: ask).map(Standing.answered) ?? .asked(ask)
    }

    public var closing: Step? { steps.last { $0.move.isClosing } }
    public var isOpen: Bool { closing == nil }
    /// Since when the dispute is formal; nil while it is settled between people.
    public var disputeBegun: Day? { steps.first { $0.move == .disputeBegun }?.on }
    /// The first day on which Cafcass was considered, whatever came of it.
    public var cafcassConsidered: Day? { steps.first { $0.move.isAboutCafcass }?.on }

    /// The first answer to one ask: after it, and before the next.
    public func reply(to ask: Ask) -> Reply? {
        let next = asks.first { ask.isBefore($0.on, $0.origin) }
        return replies.first { reply in
            ask.isBefore(reply.on, reply.origin)
                && (next.map { $0.on > reply.on || ($0.on == reply.on && $0.origin.event > reply.origin.event) } ?? true)
        }
    }

    /// How many days it has been open, or was.
    ///
    /// - Parameter stopped: The day on which the child died or their care ended, if it did: nothing is owed after it.
    public func daysOpen(on day: Day, stopped: Day? = nil) -> Int {
        max(0, min(closing?.on ?? day, stopped ?? .distantFuture) - raised)
    }
}

extension IROConcern.Ask {
    /// Who has to answer on a day: whoever was asked and, once their day has passed, the post above them.
    public func stage(on day: Day) -> ConcernStage { day > due ? stage.above : stage }

    /// Whether something of a later day, or signed later on the same, comes after it.
    fileprivate func isBefore(_ day: Day, _ other: Origin) -> Bool {
        on < day || (on == day && origin.event < other.event)
    }
}

extension IROConcern {
    /// Nil for a row that does not say what every concern does.
    init?(
        _ row: AnswerRow, _ id: ItemID, what: String, on day: Day, _ origin: Origin,
        _ informationClass: InformationClass
    ) {
        guard let ask = Ask(row, on: day, origin) else { return nil }
        (self.id, self.what, raised, self.origin) = (id, what, day, origin)
        self.informationClass = informationClass
        matter = ConcernMatter(rawValue: row.text(.matter)) ?? .other
        level = ConcernLevel(rawValue: row.text(.level)) ?? .medium
        (about, asks) = (row.items(.about), [ask])
    }
}

extension IROConcern.Ask {
    /// Nil for a row that asks nobody.
    init?(_ row: AnswerRow, on day: Day, _ origin: Origin) {
        guard let stage = ConcernStage(rawValue: row.text(.stage)), let due = row.day(.due) else { return nil }
        (on, self.stage, owner, self.due, self.origin) = (day, stage, row.text(.owner), due, origin)
    }
}

extension ChildThread {
    /// What whoever was asked says of a concern.
    mutating func answerConcern(_ row: AnswerRow, on day: Day, _ origin: Origin) {
        for index in concerns(row) {
            concerns[index].replies.insertInOrder(IROConcern.Reply(on: day, origin: origin), by: \.on)
        }
    }

    /// What the reviewing officer does about one.
    mutating func moveConcern(_ row: AnswerRow, on day: Day, _ origin: Origin) {
        guard let move = ConcernMove(rawValue: row.text(.step)) else { return }
        for index in concerns(row) {
            concerns[index].steps.insertInOrder(IROConcern.Step(on: day, move: move, origin: origin), by: \.on)
            if move.asks, let ask = IROConcern.Ask(row, on: day, origin) {
                concerns[index].asks.insertInOrder(ask, by: \.on)
            }
        }
    }

    private func concerns(_ row: AnswerRow) -> [Int] {
        row.items(.concern).compactMap { id in concerns.firstIndex { $0.id == id } }
    }

    /// Open concerns that are about a part of the thread, as an action or a decision.
    public func openConcerns(about id: ItemID) -> [IROConcern] {
        concerns.filter { $0.isOpen && $0.about.contains(id) }
    }
}
