extension HeldRecord {
    /// Whether a care plan says what the long-term plan is; one that is not decided yet is none.
    public var decidesPermanence: Bool { says(.permanence) && !isChoice(.permanence, "not_decided") }
}
