import Days

/// Something that was said urgently of a child, as the fold holds it: without its words.
public struct UrgentCall: Hashable, Sendable {
    public let origin: Origin
    public let at: Instant
    public let by: String
    public private(set) var concern: UrgentConcern
    /// Everybody it was ever said to be about.
    public private(set) var about: [String]
    public private(set) var way: UrgentWay
    public private(set) var steps: [[String]]
    public let minutes: UInt16
    /// Whether anything was said besides that something is.
    public private(set) var hasWords: Bool
    /// From when the steps are told: when it was said, or when those it is about were passed over.
    private var begun: Instant
    /// Who had been told before that.
    private var toldBefore: [Told] = []
    public internal(set) var acknowledged: [Acknowledgement] = []
    /// When an action was first recorded for it.
    public internal(set) var acted: Instant?
    /// Its names in the child's thread, for what was done about it.
    fileprivate var actions: [ItemID] = []
    /// When whoever said it took it back, as pressed by mistake.
    public internal(set) var takenBack: Instant?

    /// Accounts, and when they were told.
    public struct Told: Hashable, Sendable {
        public let accounts: [String]
        public let at: Instant
    }

    public struct Acknowledgement: Hashable, Sendable {
        public let by: String
        public let at: Instant
    }

    init(_ word: UrgentWord, _ origin: Origin) {
        (self.origin, at, by, concern, about) = (origin, word.at, word.by, word.concern, word.about)
        (way, steps, minutes) = (word.way, word.steps, word.minutes)
        (hasWords, begun) = (!word.words.isEmpty, word.at)
    }

    /// Until somebody has acknowledged it and an action is recorded. Taken back, it waits for nothing but to be seen.
    public var isOpen: Bool { acknowledged.isEmpty || (acted == nil && takenBack == nil) }

    /// Who was told by `now`, and when. It climbs no further once somebody has acknowledged, or it was taken back.
    public func told(by now: Instant) -> [Told] {
        let until = ([now, takenBack].compactMap(\.self) + acknowledged.map(\.at)).min() ?? now
        return toldBefore
            + steps.indices.compactMap { step in
                step == 0 || reached(step) <= until ? Told(accounts: steps[step], at: reached(step)) : nil
            }
    }

    /// When it climbs next, unless somebody acknowledges it; nil where it does not.
    public func climbs(after now: Instant) -> Instant? {
        let step = told(by: now).count - toldBefore.count
        guard acknowledged.isEmpty, takenBack == nil, step < steps.count else { return nil }
        return reached(step)
    }

    private func reached(_ step: Int) -> Instant {
        Instant(milliseconds: begun.milliseconds + Int64(step) * Int64(minutes) * 60_000)
    }

    /// What was said after it was told. Once it is about somebody it stays so: they are shown nothing of it any more, that
    /// they acknowledged it counts for nothing, and it begins again with those who are left.
    fileprivate mutating func take(_ addition: UrgentAddition) {
        hasWords = true
        if addition.concern.isAllegation { concern = addition.concern }
        about = Set(about + addition.about).sorted()
        let (named, toldSoFar, answers) = (about, told(by: addition.at), acknowledged.count)
        acknowledged.removeAll { named.contains($0.by) }
        guard acknowledged.count != answers || addition.steps != steps else { return }
        toldBefore = toldSoFar
        (way, steps, begun) = (addition.way, addition.steps, addition.at)
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
            urgent[index].actions.append(action.id)
            // Whom something is said against may read the thread, and must not learn of it there.
            if !urgent[index].concern.isAllegation { thread.take(action, origin) }
        case .added(let word, let addition):
            guard let index = urgent.lastIndex(where: { $0.origin.event == word }) else { return }
            urgent[index].take(addition)
            if urgent[index].concern.isAllegation {
                let told = Set(urgent[index].actions)
                thread.actions.removeAll { told.contains($0.id) }
            }
        case .takenBack(let word, let taken):
            guard let index = urgent.lastIndex(where: { $0.origin.event == word }) else { return }
            urgent[index].takenBack = min(urgent[index].takenBack ?? taken.at, taken.at)
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
            if let taken = call.takenBack, taken.inLondon.day > day { call.takenBack = nil }
            return call
        }
    }

    func holdsAnything(after day: Day) -> Bool {
        contains { call in
            call.at.inLondon.day > day || call.acknowledged.contains { $0.at.inLondon.day > day }
                || [call.acted, call.takenBack].contains { $0.map { $0.inLondon.day > day } ?? false }
        }
    }
}
