import Casework
import Days

/// Which codes each year's collection has, so that one from another year can be pointed out. A code is never dropped for
/// being unknown.
///
/// Source: the DfE's SSDA903 guides as carried by the open validator's tables of 2022-23 to 2026-27.
struct CodeBook {
    private let sets: [Column: Set<Code>]

    init(year: CollectionYear) {
        let recoded = year.start >= 2025
        var places: [Code] = [
            "A3", "A4", "A5", "A6", "K1", "K2", "P1", "P3", "R1", "R2", "R3", "R5", "S1", "T0", "T1", "T2", "T3", "T4",
            "U1", "U2", "U3", "U4", "U5", "U6",
        ]
        places += recoded ? ["K3", "Z11", "Z12", "Z13", "Z14"] : ["H5", "P2", "Z1"]
        sets = [
            .RNE: ["S", "P", "L", "T", "U", "B"], .LS: Set(LegalStatus.meanings.keys),
            .CIN: Set(CategoryOfNeed.meanings.keys), .PLACE: Set(places),
            .PLACE_PROVIDER: Set(PlacementProvider.meanings.keys), .REC: Set(CareEnding.meanings.keys),
            .REASON_PLACE_CHANGE: Set(PlacementChangeReason.meanings.keys),
            .REVIEW_CODE: Set(Participation.meanings.keys), .MISSING: ["M", "A"],
            .SEX: year.start >= 2023 ? ["M", "F", "U", "1", "2"] : ["1", "2"],
            .ETHNIC: Set(Ethnicity.meanings.keys), .SW_REASON: Set(WorkerChangeReason.meanings.keys),
            .IN_TOUCH: ["YES", "NO", "DIED", "REFU", "NREQ", "RHOM"],
            .REASON_PLACED_CEASED: Set(AdoptionCeasedReason.meanings.keys),
            .PREV_PERM: ["P0", "P1", "P2", "P3", "P4", "Z1"],
            .SDQ_REASON: ["SDQ1", "SDQ2", "SDQ3", "SDQ4", "SDQ5"],
        ]
    }

    /// Whether the year's collection has the code; true for columns that are free.
    func knows(_ code: Code, in column: Column) -> Bool { sets[column]?.contains(code) ?? true }
}
