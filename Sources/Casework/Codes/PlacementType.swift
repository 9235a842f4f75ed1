/// Where a child lives while looked after (SSDA903 `PLACE`), under the codes of every collection since 2017-18.
///
/// The 2025-26 collection withdrew H5, P2 and Z1 and brought K3 and Z11 to Z14. Labels: Department for Education, SSDA903
/// guide, Open Government Licence v3.0; U3 to U6, Z1 and the 2025-26 codes from the field's common reading. What tells
/// Z11 to Z14 apart is in neither, so all four are called what Z1 was; the code itself stays in the record.
public struct PlacementType: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }

    public static let meanings: [Code: String] = [
        "A3": "placed for adoption with consent, with current foster carer",
        "A4": "placed for adoption with consent, not with current foster carer",
        "A5": "placed for adoption under a placement order, with current foster carer",
        "A6": "placed for adoption under a placement order, not with current foster carer",
        "H5": "semi-independent living accommodation", "K1": "secure children’s home", "K2": "children’s home",
        "K3": "supported accommodation", "P1": "placed with own parents or others with parental responsibility",
        "P2": "independent living", "P3": "residential employment", "R1": "residential care home",
        "R2": "health trust or other establishment giving medical or nursing care",
        "R3": "family centre or mother and baby unit", "R5": "young offender institution", "S1": "residential school",
        "T0": "temporary move", "T1": "in hospital", "T2": "on holiday", "T3": "while carers are on holiday",
        "T4": "temporary accommodation of seven days or less",
        "U1": "long-term fostering with a relative or friend",
        "U2": "fostering for adoption with a relative or friend",
        "U3": "fostering with a relative or friend", "U4": "long-term fostering with a foster carer",
        "U5": "fostering for adoption with a foster carer", "U6": "fostering with a foster carer",
        "Z1": "other placement", "Z11": "other placement", "Z12": "other placement", "Z13": "other placement",
        "Z14": "other placement",
    ]

    /// A3 to A6: with the people who mean to adopt the child.
    @inlinable public var isAdoptive: Bool { code[0] == UInt8(ascii: "A") && code.count == 2 }
    /// T0 to T4: away for a while from a placement that goes on.
    @inlinable public var isTemporary: Bool { code[0] == UInt8(ascii: "T") }
    /// U1 to U6.
    @inlinable public var isFostering: Bool { code[0] == UInt8(ascii: "U") }
    /// U1 or U4: fostering meant to last.
    @inlinable public var isLongTermFostering: Bool { self == "U1" || self == "U4" }
    @inlinable public var isWithParents: Bool { self == "P1" }
    @inlinable public var isHospital: Bool { self == "T1" || self == "R2" }
    /// R5 and K1: secure children's home or young offender institution.
    @inlinable public var isCustodial: Bool { self == "R5" || self == "K1" }
    /// H5, P2, P3, K3 and Z: accommodation outside the regulation of homes and fostering, or that could be. K3 is
    /// supported accommodation, which from 28 October 2023 must be registered.
    @inlinable public var isOtherArrangement: Bool {
        self == "H5" || self == "P2" || self == "P3" || self == "K3" || code[0] == UInt8(ascii: "Z")
    }
    /// Family, friends, foster carers or own parents.
    @inlinable public var isInFamily: Bool { isFostering || isWithParents }
}

/// Who provides a placement (SSDA903 `PLACE_PROVIDER`).
public struct PlacementProvider: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }

    public static let meanings: [Code: String] = [
        "PR0": "parents or others with parental responsibility", "PR1": "own provision",
        "PR2": "another local authority", "PR3": "other public provision", "PR4": "private provision",
        "PR5": "voluntary or third sector",
    ]
}

/// Why a placement changed (SSDA903 `REASON_PLACE_CHANGE`), in words that blame no child.
public struct PlacementChangeReason: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }

    public static let meanings: [Code: String] = [
        "CARPL": "change to, or carrying out, the care plan", "CLOSE": "the provision closed or the carer resigned",
        "ALLEG": "an allegation was being looked into", "STAND": "concern about standards of care",
        "APPRR": "approval was removed", "CREQB": "carers could not continue", "CREQO": "carers could not continue",
        "CHILD": "the child asked to move", "LAREQ": "the responsible or area authority asked for the move",
        "PLACE": "only the status of the placement changed", "CUSTOD": "a custody arrangement",
        "OTHER": "another reason",
    ]

    /// K48's list: an ending that nobody had planned.
    @inlinable public var isUnplanned: Bool {
        self == "CREQB" || self == "CREQO" || self == "ALLEG" || self == "STAND" || self == "CLOSE" || self == "CHILD"
            || self == "LAREQ"
    }
}
