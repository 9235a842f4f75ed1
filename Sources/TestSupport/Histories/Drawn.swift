import Casework

/// What lives are drawn from, in a fixed order so that a seed always draws the same. A code named twice is likelier.
enum Drawn {
    static let sexes: [Sex] = ["M", "F", "1", "2", ""]
    /// The legal statuses of one kind of care, the first the one it begins under.
    static let waysIntoCare: [[LegalStatus]] = [
        ["C1", "C2", "E1"], ["C2", "C2", "E1", "D1"], ["V2", "V2", "C1", "C2"], ["V2", "V2", "J1"], ["L2", "C1", "V2"],
        ["V4"], ["V3", "V2"], ["J1", "J2", "V2"], ["", "C2"],
    ]
    static let placements: [PlacementType] = [
        "U6", "U6", "U6", "U4", "U3", "U1", "K2", "K2", "K1", "P1", "A3", "A5", "A6", "H5", "P2", "K3", "Z1", "Z11",
        "R5",
        "S1", "T1", "T4", "R1", "",
    ]
    /// How an episode that follows another begins.
    static let changes: [EpisodeReason] = ["L", "P", "P", "P", "T", "B", "U"]
    static let whyPlacementsEnd: [PlacementChangeReason] = [
        "CARPL", "CARPL", "CREQB", "CREQO", "CHILD", "ALLEG", "OTHER",
    ]
    static let endings: [CareEnding] = [
        "E4A", "E4A", "E4B", "E45", "E3", "E11", "E12", "E2", "E8", "E9", "E15", "E17", "E5", "X1", "", "E99",
    ]
    static let participation: [Participation] = ["PN0", "PN1", "PN1", "PN3", "PN4", "PN5", "PN6", "PN7", "PN7", ""]
}
