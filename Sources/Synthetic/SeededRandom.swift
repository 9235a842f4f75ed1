/// The dice of the fictional authority: SplitMix64, so that one seed always throws the same lives.
///
/// Every child throws dice of their own, seeded by the authority's seed and the child's number. A child can then be
/// made again alone, in any order, and adding a table to the returns never changes another child.
///
/// Source: the public-domain SplitMix64 of Sebastiano Vigna (the constants are his).
struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64, stream: UInt64) {
        state = seed ^ (stream &* 0xD1B5_4A32_D192_ED03)
        // One throw apart, neighbouring streams share nothing that can be seen.
        state = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A whole number from 0 up to, not with, `bound`; 0 where there is nothing to choose from.
    mutating func below(_ bound: Int) -> Int {
        bound > 1 ? Int(next().multipliedFullWidth(by: UInt64(bound)).high) : 0
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True once in a while: `share` of the throws.
    mutating func chance(_ share: Double) -> Bool { unit() < share }

    /// From 0 up to, not with, 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A wait in days with many short and few long ones: exponential with the given mean, at least 1 day.
    mutating func wait(mean: Double) -> Int {
        // A series is enough here and keeps this room free of the C library: ln(u) by halving.
        var u = max(unit(), 1e-9)
        var halvings = 0.0
        while u < 0.5 { (u, halvings) = (u * 2, halvings + 1) }
        let x = (u - 1) / (u + 1)
        let square = x * x
        let logarithm =
            2 * x * (1 + square * (1 / 3 + square * (1 / 5 + square / 7))) - halvings * 0.693_147_180_559_945
        return max(1, Int(-logarithm * mean))
    }

    /// One of the codes, each as often as its weight.
    mutating func pick(_ table: Weighted) -> Code {
        var throwOf = below(table.total)
        for (code, weight) in table.rows {
            if throwOf < weight { return code }
            throwOf -= weight
        }
        return table.rows[0].code
    }
}

/// Codes and how often each is thrown.
struct Weighted: ExpressibleByDictionaryLiteral {
    let rows: [(code: Code, weight: Int)]
    let total: Int

    init(dictionaryLiteral rows: (Code, Int)...) {
        self.rows = rows.map { ($0.0, $0.1) }
        total = rows.reduce(0) { $0 + $1.1 }
    }
}
