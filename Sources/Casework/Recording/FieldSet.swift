/// Fields, a bit each, so that a record which says a great deal in words takes little room where everybody reads.
struct FieldSet: Hashable, Sendable {
    private var words: (first: UInt64, second: UInt64, third: UInt64) = (0, 0, 0)

    /// How many fields there may be.
    static let most = 192

    mutating func insert(_ field: CoreField) {
        let (word, bit) = Self.place(field)
        switch word {
        case 0: words.first |= bit
        case 1: words.second |= bit
        default: words.third |= bit
        }
    }

    func contains(_ field: CoreField) -> Bool {
        let (word, bit) = Self.place(field)
        return switch word {
        case 0: words.first & bit != 0
        case 1: words.second & bit != 0
        default: words.third & bit != 0
        }
    }

    private static func place(_ field: CoreField) -> (word: UInt8, bit: UInt64) {
        let place = places[Int(field.rawValue)]
        return (place / 64, 1 << UInt64(place % 64))
    }

    /// Where each stands among all fields, by its raw value.
    private static let places: [UInt8] = {
        var places = [UInt8](repeating: 0, count: Int(CoreField.allCases.map(\.rawValue).max() ?? 0) + 1)
        for (place, field) in CoreField.allCases.enumerated() { places[Int(field.rawValue)] = UInt8(place) }
        return places
    }()

    static func == (one: FieldSet, other: FieldSet) -> Bool { one.words == other.words }
    func hash(into hasher: inout Hasher) {
        hasher.combine(words.first)
        hasher.combine(words.second)
        hasher.combine(words.third)
    }
}
