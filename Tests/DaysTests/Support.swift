import Days

/// A day that a test knows to exist: `d(2018, 3, 28)`.
func d(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day)! }

/// A plain deterministic generator, so that a property that fails once fails again.
struct Draws: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
    mutating func day(from: Day = d(1900, 1, 1), to: Day = d(2100, 12, 31)) -> Day {
        from + Int.random(in: 0...(to - from), using: &self)
    }
}
