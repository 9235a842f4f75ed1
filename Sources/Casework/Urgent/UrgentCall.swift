import Days

/// Something that was said urgently of a child, as the fold holds it: without its words.
public struct UrgentCall: Hashable, Sendable {
    public let origin: Origin
    public let at: Instant
    public let by: String
    public let concern: UrgentConcern
    public let about: [String]
    public let way: UrgentWay
    public let steps: [[String]]
    public let minutes: UInt16
    public internal(set) var acknowledged: [Acknowledgement] = []
    /// When an action was first recorded for it.
    public internal(set) var acted: Instant?

    public struct Acknowledgement: Hashable, Sendable {
        public let by: String
        public let at: Instant
    }

    init(_ word: UrgentWord, _ origin: Origin) {
        (self.origin, at, by, concern, about) = (origin, word.at, word.by, word.concern, word.about)
        (way, steps, minutes) = (word.way, word.steps, word.minutes)
    }

    /// Until somebody has acknowledged it and an action is recorded.
    public var isOpen: Bool { acknowledged.isEmpty || acted == nil }

    /// When each step is told, as far as it has come by `now`. It climbs no further once somebody has acknowledged.
    public func told(by now: Instant) -> [(accounts: [String], at: Instant)] {
        let until = acknowledged.map(\.at).min().map { min($0, now) } ?? now
        return steps.enumerated().compactMap { place, accounts in
            let told = Instant(milliseconds: at.milliseconds + Int64(place) * Int64(minutes) * 60_000)
            return place == 0 || told <= until ? (accounts, told) : nil
        }
    }

    /// When it climbs next, unless somebody acknowledges it; nil where it does not.
    public func climbs(after now: Instant) -> Instant? {
        let told = told(by: now).count
        guard acknowledged.isEmpty, told < steps.count else { return nil }
        return Instant(milliseconds: at.milliseconds + Int64(told) * Int64(minutes) * 60_000)
    }
}

extension ChildRecord {
    mutating func apply(_ event: UrgentEvent, _ origin: Origin) {
        switch event {
        case .said(let word): urgent.insertInOrder(UrgentCall(word, origin), by: \.at)
        case .acknowledged(let word, let by, let at):
            guard let index = urgent.lastIndex(where: { $0.origin.event == word }) else { return }
            urgent[index].acknowledged.append(UrgentCall.Acknowledgement(by: by, at: at))
        case .acted(let word, let action):
            guard let index = urgent.lastIndex(where: { $0.origin.event == word }) else { return }
            urgent[index].acted = min(urgent[index].acted ?? action.at, action.at)
            // Whom something is said against may read the thread, and must not learn of it there.
            if !urgent[index].concern.isAllegation { thread.take(action, origin) }
        }
    }
}

extension ChildThread {
    /// What is done at once is an action like any other: it is asked after until it is closed.
    mutating func take(_ action: UrgentAction, _ origin: Origin) {
        let day = action.at.inLondon.day
        actions.append(
            ChildAction(
                id: action.id, what: action.what, owner: action.owner,
                dues: [ChildAction.DueDate(set: day, due: action.due)], hasPurpose: true, addresses: [], since: day,
                from: .managementDecision, origin: origin,
                informationClass: .ordinary))
    }
}

extension [UrgentCall] {
    /// What had been said and done by the end of a day.
    func asAt(_ day: Day) -> [UrgentCall] {
        compactMap { call in
            guard call.at.inLondon.day <= day else { return nil }
            var call = call
            call.acknowledged.removeAll { $0.at.inLondon.day > day }
            if let acted = call.acted, acted.inLondon.day > day { call.acted = nil }
            return call
        }
    }

    func holdsAnything(after day: Day) -> Bool {
        contains { call in
            call.at.inLondon.day > day || call.acknowledged.contains { $0.at.inLondon.day > day }
                || call.acted.map { $0.inLondon.day > day } ?? false
        }
    }
}
