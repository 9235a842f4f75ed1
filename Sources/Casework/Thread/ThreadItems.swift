import Days

/// Something that the child needs, as an assessment or another record found it.
public struct ChildNeed: Hashable, Sendable {
    public let id: ItemID
    public let what: String
    public let area: NeedArea
    /// When it was found.
    public let since: Day
    public let origin: Origin
    public let informationClass: InformationClass
    public internal(set) var closed: Day?
    /// Plans that say why nothing is done for it, by day.
    public internal(set) var leftWithReason: [Left] = []
    public func isOpen(on day: Day) -> Bool { since <= day && (closed.map { day < $0 } ?? true) }

    /// A plan that answers it with a reason and no action.
    public struct Left: Hashable, Sendable {
        public let on: Day
        public let from: RecordKind
        public let origin: Origin
    }
}

/// The part of a child's life that a need is in (CPR 2010 Sch 1).
public enum NeedArea: String, Hashable, Sendable, CaseIterable {
    case health, education, emotional, identity, family
    case socialPresentation = "social_presentation"
    case selfCare = "self_care"
    case safety, home, adulthood
    static let names = allCases.map(\.rawValue)
}

/// What is strong in the child's life, as a record says it.
public struct ChildStrength: Hashable, Sendable {
    public let what: String
    public let since: Day
    public let origin: Origin
    public let informationClass: InformationClass
}

/// A risk to the child that somebody has named. How high it is, a person said; nothing here grades it.
public struct ChildRisk: Hashable, Sendable {
    public let id: ItemID
    public let what: String
    public let level: RiskLevel
    /// Whether a person marked it as a known risk, which an assessment must not leave out.
    public let isKnown: Bool
    /// Whether a person marked it as exploitation: somebody may be using the child.
    public let isExploitation: Bool
    public let since: Day
    public let origin: Origin
    public let informationClass: InformationClass
    public internal(set) var closed: Day?
    public func isOpen(on day: Day) -> Bool { since <= day && (closed.map { day < $0 } ?? true) }
}

public enum RiskLevel: String, Hashable, Sendable, CaseIterable {
    case low, medium, high
    case notAssessed = "not_assessed"
    static let names = allCases.map(\.rawValue)
}

/// What is wanted to become better for the child, and how anybody will tell.
public struct ChildOutcome: Hashable, Sendable {
    public let id: ItemID
    public let what: String
    /// The needs that it is for.
    public let needs: [ItemID]
    public let hasBaseline: Bool
    public let hasTarget: Bool
    public let hasMeasure: Bool
    /// By when it is to be looked at again.
    public let measureBy: Day?
    public let since: Day
    public let origin: Origin
    public let informationClass: InformationClass
    public internal(set) var measured: [Measurement] = []
    /// When it was met, or no longer wanted, as somebody said with why.
    public internal(set) var closed: Day?
    public func isOpen(on day: Day) -> Bool { since <= day && (closed.map { day < $0 } ?? true) }
    /// Whether anybody can tell if it gets better.
    public var isMeasurable: Bool { hasBaseline && hasTarget && hasMeasure }

    public struct Measurement: Hashable, Sendable {
        public let on: Day
        public let change: Change
        public let origin: Origin
    }
}

/// Whether the child's life got better.
public enum Change: String, Hashable, Sendable, CaseIterable {
    case better, same, worse
    static let names = allCases.map(\.rawValue)
}

/// Something that somebody is to do for the child.
public struct ChildAction: Hashable, Sendable {
    public let id: ItemID
    public let what: String
    /// Who is to do it: one person, here or at a partner agency. Empty where nobody was named.
    public let owner: String
    /// By when, each time that was set or moved: a moved date keeps the ones before it.
    public internal(set) var dues: [DueDate]
    public let hasPurpose: Bool
    /// The needs, risks, views and outcomes it is for: as it was planned, then as a later plan said of a need.
    public private(set) var addresses: [ItemID]
    /// Those that a later plan said, with its day.
    private var joined: [Joined] = []
    public let since: Day
    /// The kind of record that asked for it.
    public let from: RecordKind
    public let origin: Origin
    public let informationClass: InformationClass
    public internal(set) var closed: Closing?

    init(
        id: ItemID, what: String, owner: String, dues: [DueDate], hasPurpose: Bool, addresses: [ItemID], since: Day,
        from: RecordKind, origin: Origin, informationClass: InformationClass, closed: Closing? = nil
    ) {
        (self.id, self.what, self.owner, self.dues) = (id, what, owner, dues)
        (self.hasPurpose, self.addresses, self.since, self.from) = (hasPurpose, addresses, since, from)
        (self.origin, self.informationClass, self.closed) = (origin, informationClass, closed)
    }

    private struct Joined: Hashable, Sendable {
        let on: Day
        let item: ItemID
    }

    /// A plan of `day` says that it is for `item` too.
    mutating func join(_ item: ItemID, on day: Day) {
        guard !addresses.contains(item) else { return }
        addresses.append(item)
        joined.append(Joined(on: day, item: item))
    }

    /// What plans said of it after `day` is not known yet.
    mutating func forgetJoined(after day: Day) {
        let later = joined.filter { $0.on > day }.map(\.item)
        guard !later.isEmpty else { return }
        addresses.removeAll { later.contains($0) }
        joined.removeAll { $0.on > day }
    }

    public struct Closing: Hashable, Sendable {
        public let on: Day
        public let state: ActionState
        /// Whether the effect on the child was said.
        public let saysEffect: Bool
        public let origin: Origin
    }
    /// A date that was set for it, and on which day.
    public struct DueDate: Hashable, Sendable {
        public let set: Day
        public let due: Day
    }

    public var due: Day? { dues.last?.due }
    public func isLive(on day: Day) -> Bool { since <= day && (closed.map { day < $0.on } ?? true) }
}

/// What became of an action or a decision.
public enum ActionState: String, Hashable, Sendable, CaseIterable {
    case done, partly
    case notDone = "not_done"
    case stopped
    case goingOn = "going_on"
    static let names = allCases.map(\.rawValue)
    /// Whether nothing more is expected of it.
    var isEnd: Bool { self == .done || self == .stopped }
}

/// What the child thinks, wants or feels, as the child said it.
public struct ChildView: Hashable, Sendable {
    public let id: ItemID
    /// Whether a person marked it as clearly said.
    public let isClearlySaid: Bool
    public let since: Day
    public let origin: Origin
    public let informationClass: InformationClass
    public internal(set) var answered: Answered?
    /// Reviews that looked at it.
    public internal(set) var considered: [Day] = []

    /// When it was answered, and whether the child was told.
    public struct Answered: Hashable, Sendable {
        public let on: Day
        public let childTold: Bool
    }
}

/// Something that a review decided, with who does it and by when.
public struct ReviewDecision: Hashable, Sendable {
    public let id: ItemID
    public let what: String
    public let owner: String
    public let due: Day
    public let addresses: [ItemID]
    /// The review it was made at.
    public let since: Day
    public let origin: Origin
    public let informationClass: InformationClass
    /// What later reviews found of it, in their order.
    public internal(set) var looked: [Looked] = []

    public struct Looked: Hashable, Sendable {
        public let on: Day
        public let state: ActionState
    }
    public var isEnded: Bool { looked.contains { $0.state.isEnd } }
}
