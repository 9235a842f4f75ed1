/// Where Severn Vale and its neighbours are. None of these postcode areas exists: no one lives at any of them.
enum Area {
    /// Districts of Severn Vale.
    static let home: [Code] = ["SV1", "SV2", "SV3", "SV4", "SV5", "SV6", "SV7", "SV8", "SV9"]
    /// Districts of the authorities beside it.
    static let adjoining: [Code] = ["VN1", "VN2", "VN3", "VN4", "WQ1", "WQ2", "WQ3"]
    /// Districts a long way off.
    static let distant: [Code] = ["ZN1", "ZN2", "ZN3", "ZD4", "ZD5", "ZT6", "ZT7"]

    static func postcode(in districts: [Code], _ random: inout SeededRandom) -> Code {
        Code(outward: districts[random.below(districts.count)], inward: random.below(3_600))
    }
}
