import Days

/// What was known of a care leaver around a birthday (SSDA903 `OC3`).
public struct LeavingCareContact: Hashable, Sendable {
    /// The collection it speaks for; its day is the birthday in that year.
    public var year: CollectionYear
    /// YES, NO, DIED, REFU (refused), NREQ (no longer needs services) or RHOM (returned home).
    public var inTouch: Code
    /// What the young person was doing: F full time, P part time, G neither; 0 not known.
    public var activity: Code
    /// A letter for where they lived, and 1 where it was suitable or 2 where it was not.
    public var accommodation: Code

    public init(year: CollectionYear, inTouch: Code, activity: Code, accommodation: Code) {
        (self.year, self.inTouch, self.activity, self.accommodation) = (year, inTouch, activity, accommodation)
    }
}

public struct HeldContact: Hashable, Sendable {
    public let contact: LeavingCareContact
    public let origin: Origin
}
