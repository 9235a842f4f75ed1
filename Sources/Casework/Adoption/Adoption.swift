import Days

/// The decision that a child should be placed for adoption, and its end if it was reversed (SSDA903 `PlacedAdoption`).
public struct AdoptionDecision: Hashable, Sendable {
    public let decided: Day
    public let origin: Origin
    public internal(set) var ceased: Day?
    public internal(set) var ceasedReason: AdoptionCeasedReason
    public internal(set) var ceasedOrigin: Origin?
}

/// Why the plan for adoption was given up (SSDA903 `REASON_PLACED_CEASED`).
public struct AdoptionCeasedReason: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }
    public static let meanings: [Code: String] = [
        "RD1": "the child’s needs changed", "RD2": "the court made no placement order",
        "RD3": "prospective adopters could not be found", "RD4": "another reason",
    ]
}

/// An adopted child's match and adopters (SSDA903 `AD1`).
public struct AdoptionMatch: Hashable, Sendable {
    /// When the child was placed with the adopters, or became their foster child if that came first.
    public var placed: Day?
    public var matched: Day?
    /// Whether the adopters had fostered the child.
    public var wereFosterCarers: Bool?
    public var numberOfAdopters: Int?
    public var sexOfAdopters: Code
    public var legalStatusOfAdopters: Code

    public init(
        placed: Day? = nil, matched: Day? = nil, wereFosterCarers: Bool? = nil, numberOfAdopters: Int? = nil,
        sexOfAdopters: Code = .blank, legalStatusOfAdopters: Code = .blank
    ) {
        (self.placed, self.matched, self.wereFosterCarers) = (placed, matched, wereFosterCarers)
        self.numberOfAdopters = numberOfAdopters
        (self.sexOfAdopters, self.legalStatusOfAdopters) = (sexOfAdopters, legalStatusOfAdopters)
    }
}

public struct HeldMatch: Hashable, Sendable {
    public let match: AdoptionMatch
    public let origin: Origin
}

/// What can be said of a plan for adoption. Its giving up names the decision by its day.
public enum AdoptionEvent: Hashable, Sendable {
    case decided(Day)
    case ceased(decided: Day, Day, AdoptionCeasedReason)
    case matched(AdoptionMatch)
}
