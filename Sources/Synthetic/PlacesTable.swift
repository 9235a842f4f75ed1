/// Where each postcode of the fictional authority and its neighbours is, as a table of postcodes has it: laid out as
/// `scripts/make-postcodes.py` says, so that distances from home, and whose area a placement is in, are answered.
enum PlacesTable {
    private static let areas = [Area.home] + Area.adjoining + Area.distant
    /// A district is a square of this many postcodes by as many, a hundred metres apart.
    private static let side = 60

    static var bytes: [UInt8] {
        var records: [(key: UInt64, position: UInt64)] = []
        for (number, area) in areas.enumerated() {
            for district in area.districts {
                for inward in 0..<Area.postcodesADistrict {
                    let east = district.east + (inward % side - side / 2) * 100
                    let north = district.north + (inward / side - side / 2) * 100
                    records.append(
                        (
                            key(Code(outward: district.district, inward: inward)),
                            UInt64(east) | UInt64(north) << 24 | UInt64(number) << 48
                        ))
                }
            }
        }
        records.sort { $0.key < $1.key }
        var bytes = Array("TLPLACE1".utf8)
        put(UInt32(areas.count), into: &bytes)
        put(UInt32(records.count), into: &bytes)
        for area in areas {
            put(area.code, 9, into: &bytes)
            put(area.name, 55, into: &bytes)
        }
        for record in records {
            put(record.key.bigEndian, into: &bytes)
            put(record.position, into: &bytes)
        }
        return bytes
    }

    /// A postcode without its space, the first letter weighing most, as text is ordered.
    private static func key(_ postcode: Code) -> UInt64 {
        var key: UInt64 = 0
        var place: UInt64 = 56
        for byte in postcode.description.utf8 where byte != UInt8(ascii: " ") {
            key |= UInt64(byte) << place
            place -= 8
        }
        return key
    }

    private static func put<Number: FixedWidthInteger>(_ number: Number, into bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    private static func put(_ text: String, _ width: Int, into bytes: inout [UInt8]) {
        let text = Array(text.utf8.prefix(width))
        bytes += text + [UInt8](repeating: 0, count: width - text.count)
    }
}
