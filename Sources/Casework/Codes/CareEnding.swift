/// How an episode of care ended (SSDA903 `REC`): X1 where care went on, anything else where it ceased.
public struct CareEnding: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }

    public static let continues: Self = "X1"
    public static let died: Self = "E2"

    /// What the ending means for the child. One table; everything that depends on an ending asks it.
    public enum Outcome: UInt8, Sendable, CaseIterable {
        case careContinued, adopted, died, anotherAuthority, returnedHome, residenceOrder, specialGuardianship,
            independent
        case adultServices, custody, assessedAsAdult, stayedWithCarers, other
    }

    static let table: [(code: Code, outcome: Outcome, meaning: String)] = [
        ("X1", .careContinued, "care continued"),
        ("E11", .adopted, "adopted, application unopposed"),
        ("E12", .adopted, "adopted, consent dispensed with"),
        ("E2", .died, "died"),
        ("E3", .anotherAuthority, "care taken over by another local authority"),
        ("E4A", .returnedHome, "returned home, planned"),
        ("E4B", .returnedHome, "returned home, not planned"),
        ("E13", .returnedHome, "left to live with parents or relatives with no parental responsibility"),
        ("E41", .residenceOrder, "child arrangements or residence order"),
        ("E45", .specialGuardianship, "special guardianship, former foster carer"),
        ("E46", .specialGuardianship, "special guardianship, another carer"),
        ("E47", .specialGuardianship, "special guardianship, relative or friend fostering"),
        ("E48", .specialGuardianship, "special guardianship, another relative or friend"),
        ("E5", .independent, "moved into independent living with support"),
        ("E6", .independent, "moved into independent living without support"),
        ("E7", .adultServices, "moved to adult social care"),
        ("E8", .other, "ended for another reason"),
        ("E9", .custody, "sentenced to custody"),
        ("E14", .other, "accommodation on remand ended"),
        ("E15", .assessedAsAdult, "age assessment found to be 18 or over"),
        ("E16", .other, "child moved abroad"),
        ("E17", .stayedWithCarers, "aged 18 and stayed with carers"),
    ]

    public static let meanings = Dictionary(uniqueKeysWithValues: table.map { ($0.code, $0.meaning) })
    private static let outcomes = Dictionary(uniqueKeysWithValues: table.map { ($0.code, $0.outcome) })

    /// Nil for a blank or a code that nobody knows: the episode ended, and how is not known.
    public var outcome: Outcome? {
        if self == .continues { return .careContinued }
        return Self.outcomes[code]
    }

    /// Care went on under another episode.
    @inlinable public var careContinued: Bool { self == .continues }
}
