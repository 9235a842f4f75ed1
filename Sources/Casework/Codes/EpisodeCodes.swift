/// Why an episode of care began (SSDA903 `RNE`): what of law, placement and carer changed.
public struct EpisodeReason: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }

    public static let startedToBeLookedAfter: Self = "S"

    public static let meanings: [Code: String] = [
        "S": "started to be looked after", "L": "change of legal status only", "P": "change of placement and carer",
        "T": "change of placement, same carer", "B": "change of legal status, placement and carer",
        "U": "change of legal status and placement, same carer",
    ]

    /// S, P, T, B and U: the child's placement is another one from this day.
    @inlinable public var startsPlacement: Bool { !(self == "L") }
    /// S, L, B and U: the child's legal status is another one from this day.
    @inlinable public var startsLegalStatus: Bool { self == "S" || self == "L" || self == "B" || self == "U" }
    /// T, U and L: the people who care for the child are the same as before.
    @inlinable public var keepsCarer: Bool { self == "T" || self == "U" || self == "L" }
}

/// The child's main need when they came into care (SSDA903 `CIN`), in words that blame no child.
public struct CategoryOfNeed: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }

    public static let meanings: [Code: String] = [
        "N1": "abuse or neglect", "N2": "the child’s disability", "N3": "a parent’s illness or disability",
        "N4": "family in acute stress", "N5": "family not coping", "N6": "the child’s behaviour was the concern",
        "N7": "low income", "N8": "absent parents",
    ]
}

/// How a child took part in a review (SSDA903 `REVIEW_CODE`).
public struct Participation: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }

    public static let meanings: [Code: String] = [
        "PN0": "under four at the review", "PN1": "attended and spoke for themselves",
        "PN2": "attended and an advocate spoke", "PN3": "attended and gave views without words",
        "PN4": "attended; their views were not conveyed", "PN5": "did not attend; an advocate briefed by them spoke",
        "PN6": "did not attend; sent their views", "PN7": "did not attend; their views were not sent",
    ]

    /// PN1, PN2, PN3, PN5 and PN6: the review heard the child.
    @inlinable public var heard: Bool {
        self == "PN1" || self == "PN2" || self == "PN3" || self == "PN5" || self == "PN6"
    }
    /// PN4 and PN7: the review did not hear the child.
    @inlinable public var notHeard: Bool { self == "PN4" || self == "PN7" }
}
