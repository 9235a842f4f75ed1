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
            .rne: ["S", "P", "L", "T", "U", "B"], .ls: Set(LegalStatus.meanings.keys),
            .cin: Set(CategoryOfNeed.meanings.keys), .place: Set(places),
            .placeProvider: Set(PlacementProvider.meanings.keys), .rec: Set(CareEnding.meanings.keys),
            .reasonPlaceChange: Set(PlacementChangeReason.meanings.keys),
            .reviewCode: Set(Participation.meanings.keys), .missing: ["M", "A"],
            .sex: year.start >= 2023 ? ["M", "F", "U", "1", "2"] : ["1", "2"],
            .ethnic: Set(Ethnicity.meanings.keys), .swReason: Set(WorkerChangeReason.meanings.keys),
            .inTouch: ["YES", "NO", "DIED", "REFU", "NREQ", "RHOM"],
            .reasonPlacedCeased: Set(AdoptionCeasedReason.meanings.keys),
            .prevPerm: ["P0", "P1", "P2", "P3", "P4", "Z1"],
            .sdqReason: ["SDQ1", "SDQ2", "SDQ3", "SDQ4", "SDQ5"],
        ]
    }

    /// Whether the year's collection has the code; true for columns that are free.
    func knows(_ code: Code, in column: Column) -> Bool { sets[column]?.contains(code) ?? true }
}
