/// How many slips of the finger lie between two words: a letter left out, put in, replaced, or two neighbours swapped.
///
/// Any number of comparisons can share the rows that one works in. The measure is the optimal string alignment distance.
struct EditDistance {
    private var before = [Int](repeating: 0, count: 64)
    private var last = [Int](repeating: 0, count: 64)
    private var row = [Int](repeating: 0, count: 64)

    /// The distance; nil where it is more than `limit`.
    mutating func between(_ a: [UInt8], _ b: [UInt8], within limit: Int) -> Int? {
        guard abs(a.count - b.count) <= limit else { return nil }
        if b.count >= row.count {
            let more = [Int](repeating: 0, count: b.count + 1)
            (before, last, row) = (more, more, more)
        }
        for column in 0...b.count { last[column] = column }
        for line in 1..<(a.count + 1) {
            row[0] = line
            var least = line
            for column in 1..<(b.count + 1) {
                let isSame = a[line - 1] == b[column - 1]
                var cost = min(last[column] + 1, row[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if line > 1, column > 1, a[line - 1] == b[column - 2], a[line - 2] == b[column - 1] {
                    cost = min(cost, before[column - 2] + 1)
                }
                row[column] = cost
                least = min(least, cost)
            }
            if least > limit { return nil }
            (before, last, row) = (last, row, before)
        }
        return last[b.count] <= limit ? last[b.count] : nil
    }
}

/// Which letters and figures a word has, a bit each: two words that differ in more bits than their slips could explain
/// need not be compared.
struct Letters: Hashable, Sendable {
    private let bits: UInt64

    init(_ word: some Sequence<UInt8>) {
        var bits: UInt64 = 0
        for letter in word { bits |= 1 << UInt64(letter >= 97 ? letter - 97 : letter >= 48 ? letter - 22 : 63) }
        self.bits = bits
    }

    /// A slip changes at most one letter into another: two bits.
    func mayBe(_ other: Letters, within slips: Int) -> Bool { (bits ^ other.bits).nonzeroBitCount <= 2 * slips }
}
