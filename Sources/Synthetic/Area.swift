/// Where Severn Vale and its neighbours are. None of these postcode areas exists: no one lives at any of them, and no
/// published table of postcodes has them, so the authority brings a table of its own.
struct Area {
    /// As the table of places has it. No council has a code of this kind.
    let code: String
    let name: String
    /// A district of postcodes each, and where its middle is: metres east and north on a grid of its own.
    let districts: [(district: Code, east: Int, north: Int)]

    /// Districts of Severn Vale: three by three, so near to one another that nobody in it lives twenty miles from home.
    static let home = Area(
        "E99000001", "Severn Vale",
        (0..<9).map { (Code("SV", $0 + 1, digits: 1), 400_000 + $0 % 3 * 7_000, 250_000 + $0 / 3 * 7_000) })
    /// The authorities beside it: some of their places are within twenty miles of a home in Severn Vale, and some not.
    static let adjoining = [
        Area("E99000002", "North Vale", (0..<4).map { (Code("VN", $0 + 1, digits: 1), 396_000 + $0 * 7_000, 284_000) }),
        Area("E99000003", "Westmarl", (0..<3).map { (Code("WQ", $0 + 1, digits: 1), 372_000, 248_000 + $0 * 7_000) }),
    ]
    /// A long way off.
    static let distant = [
        Area(
            "E99000004", "Zennish", [("ZN1", 520_000, 180_000), ("ZN2", 527_000, 180_000), ("ZN3", 534_000, 186_000)]),
        Area("E99000005", "Zedmoor", [("ZD4", 330_000, 420_000), ("ZD5", 337_000, 426_000)]),
        Area("E99000006", "Zillwold", [("ZT6", 560_000, 380_000), ("ZT7", 566_000, 388_000)]),
    ]

    private init(_ code: String, _ name: String, _ districts: [(Code, Int, Int)]) {
        (self.code, self.name) = (code, name)
        self.districts = districts.map { (district: $0.0, east: $0.1, north: $0.2) }
    }

    /// How many postcodes a district has.
    static let postcodesADistrict = 3_600

    static func postcode(in areas: [Area], _ random: inout SeededRandom) -> Code {
        let count = areas.reduce(0) { $0 + $1.districts.count }
        let place = random.below(count)
        let districts = areas.lazy.flatMap(\.districts)
        return Code(
            outward: districts[districts.index(districts.startIndex, offsetBy: place)].district,
            inward: random.below(postcodesADistrict))
    }
}
