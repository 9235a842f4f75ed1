import Days

/// A kind of place where a child lives, by its meaning. Its code depends on the collection year: supported
/// accommodation was H5 and P2 until 2024-25 and is K3 since, and the one code Z1 became several.
enum PlaceKind: UInt8 {
    case relativeLongTerm, relative, fosterLongTerm, fosterToAdopt, foster
    case childrensHome, secureHome, supported, independent, parents, motherAndBaby, hospitalHome, custody, school
    case unregistered
    case adoptedByCarer, adoptedByOthers
    case hospital, holiday, carersHoliday, week

    func code(in year: CollectionYear) -> Code {
        let isRecoded = year.start >= 2025
        return switch self {
        case .relativeLongTerm: "U1"
        case .relative: "U3"
        case .fosterLongTerm: "U4"
        case .fosterToAdopt: "U5"
        case .foster: "U6"
        case .childrensHome: "K2"
        case .secureHome: "K1"
        case .supported: isRecoded ? "K3" : "H5"
        case .independent: isRecoded ? "K3" : "P2"
        case .parents: "P1"
        case .motherAndBaby: "R3"
        case .hospitalHome: "R2"
        case .custody: "R5"
        case .school: "S1"
        case .unregistered: isRecoded ? "Z12" : "Z1"
        case .adoptedByCarer: "A5"
        case .adoptedByOthers: "A6"
        case .hospital: "T1"
        case .holiday: "T2"
        case .carersHoliday: "T3"
        case .week: "T4"
        }
    }

    var isTemporary: Bool { rawValue >= PlaceKind.hospital.rawValue }
    var isFostering: Bool { rawValue <= PlaceKind.foster.rawValue }
    /// With relatives or friends who foster.
    var isConnected: Bool { self == .relative || self == .relativeLongTerm }
    /// Whether the return gives the provider's number. Supported accommodation has had one since 2025-26, when its
    /// registration with Ofsted reached the collection.
    func hasURN(in year: CollectionYear) -> Bool {
        switch self {
        case .childrensHome, .secureHome, .school, .motherAndBaby, .adoptedByCarer, .adoptedByOthers: true
        case .supported, .independent: year.start >= 2025
        default: isFostering
        }
    }
}
