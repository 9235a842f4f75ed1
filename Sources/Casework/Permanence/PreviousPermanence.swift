import Days

/// A permanence arrangement that the child left to come into care again (SSDA903 `PrevPerm`).
public struct PreviousPermanence: Hashable, Sendable {
    /// P1 adoption, P2 special guardianship, P3 residence order, P4 child arrangements order, Z1 none.
    public var option: Code
    /// The authority that arranged it, as the return writes it.
    public var authority: Code
    /// The day of the order where a whole date was given.
    public var day: Day?

    public init(option: Code, authority: Code = .blank, day: Day? = nil) {
        (self.option, self.authority, self.day) = (option, authority, day)
    }
}

public struct HeldPermanence: Hashable, Sendable {
    public let permanence: PreviousPermanence
    public let origin: Origin
}
