/// The law under which a child is looked after (SSDA903 `LS`).
///
/// Labels: Department for Education, SSDA903 guide, Open Government Licence v3.0.
public struct LegalStatus: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }

    public static let interimCareOrder: Self = "C1"
    public static let careOrder: Self = "C2"
    public static let freeingOrder: Self = "D1"
    public static let placementOrder: Self = "E1"
    public static let section20: Self = "V2"
    public static let shortBreakEpisode: Self = "V3"
    public static let shortBreakAgreement: Self = "V4"
    public static let policeProtection: Self = "L1"
    public static let emergencyProtectionOrder: Self = "L2"
    public static let childAssessmentOrder: Self = "L3"
    public static let remand: Self = "J1"
    public static let policeAndCriminalEvidence: Self = "J2"
    public static let youthRehabilitationOrder: Self = "J3"

    public static let meanings: [Code: String] = [
        "C1": "interim care order", "C2": "full care order", "D1": "freeing order",
        "E1": "placement order", "V2": "accommodated under section 20",
        "V3": "agreed series of short breaks, each recorded", "V4": "agreed series of short breaks, agreement recorded",
        "L1": "police protection", "L2": "emergency protection order", "L3": "child assessment order",
        "J1": "remanded to local authority or youth detention accommodation",
        "J2": "accommodated under the Police and Criminal Evidence Act 1984",
        "J3": "youth rehabilitation order with residence or intensive fostering",
    ]

    /// V3 and V4: a series of short breaks, to which a modified set of duties applies.
    @inlinable public var isShortBreak: Bool { self == .shortBreakEpisode || self == .shortBreakAgreement }
    /// Interim or full care order, freeing or placement order: the child is in care, not only accommodated.
    public var isInCare: Bool {
        self == .interimCareOrder || self == .careOrder || self == .placementOrder || self == .freeingOrder
    }
    /// Emergency powers: entry that nobody planned.
    public var isEmergency: Bool { self == .policeProtection || self == .emergencyProtectionOrder }
    /// Criminal law: remand, PACE, youth rehabilitation order.
    public var isYouthJustice: Bool { code[0] == UInt8(ascii: "J") }
}
