import Casework

extension NameIndex {
    /// What a way of matching counts as. Less is nearer; one word's costs are added to the next one's.
    private enum Cost {
        static let begins = 1
        static let runTogether = 2
        static let slip = 3
        static let soundsAlike = 3
        static let twoSlips = 6
        /// A word that the child has nothing like, where others fit.
        static let unmatched = 9
        static let none = UInt8.max
    }

    /// The children whom a text may mean, nearest first.
    ///
    /// Every word of it must fit a word of the child's names or numbers: the same, its beginning, one that sounds alike,
    /// or one that is a slip or two of the finger away. Of several words one may fit nothing. A number fits by being the
    /// same or its beginning.
    public func find(_ text: String) -> [ChildID] {
        let asked = Spelling.words(text).prefix(8).map { Word(Array($0.prefix(40))) }
        guard !asked.isEmpty else { return [] }
        var compare = EditDistance()
        var total = [Int](repeating: 0, count: entries.count)
        var misses = [UInt8](repeating: 0, count: entries.count)
        var best = [UInt8](repeating: Cost.none, count: entries.count)
        for word in asked {
            for place in best.indices { best[place] = Cost.none }
            for (place, known) in words.enumerated() {
                guard let cost = Self.cost(of: word, as: known, &compare) else { continue }
                for holder in holders[place] where best[Int(holder)] > cost { best[Int(holder)] = UInt8(cost) }
            }
            for place in best.indices {
                if best[place] == Cost.none {
                    misses[place] += 1
                    total[place] += Cost.unmatched
                } else {
                    total[place] += Int(best[place])
                }
            }
        }
        matchRunTogether(asked, &total, &misses, &compare)
        let allowed = asked.count > 1 ? 1 : 0
        return entries.indices.filter { misses[$0] <= allowed }
            .sorted {
                (total[$0], entries[$0].order, entries[$0].child) < (total[$1], entries[$1].order, entries[$1].child)
            }
            .map { entries[$0].child }
    }

    private static func cost(of asked: Word, as known: Word, _ compare: inout EditDistance) -> Int? {
        if asked.spelling == known.spelling { return 0 }
        if known.spelling.starts(with: asked.spelling) { return Cost.begins }
        guard !asked.isNumber, !known.isNumber, asked.spelling.count > 1 else { return nil }
        let limit = asked.spelling.count < 6 ? 1 : 2
        if asked.letters.mayBe(known.letters, within: limit),
            let slips = compare.between(asked.spelling, known.spelling, within: limit)
        {
            return slips == 1 ? Cost.slip : asked.sound == known.sound ? Cost.soundsAlike : Cost.twoSlips
        }
        return asked.sound == known.sound && !asked.sound.key.isEmpty ? Cost.soundsAlike : nil
    }

    /// Where spaces are missing or too many, the text as one word against each name as one word.
    private func matchRunTogether(
        _ asked: [Word], _ total: inout [Int], _ misses: inout [UInt8], _ compare: inout EditDistance
    ) {
        let spelling = Array(asked.map(\.spelling).joined())
        guard spelling.count > 4, !asked.contains(where: \.isNumber) else { return }
        let letters = Letters(spelling)
        for place in entries.indices {
            for name in entries[place].whole where letters.mayBe(name.letters, within: 1) {
                guard let slips = compare.between(spelling, name.spelling, within: 1) else { continue }
                let cost = Cost.runTogether + slips * Cost.slip
                if misses[place] > 0 || cost < total[place] { (total[place], misses[place]) = (cost, 0) }
            }
        }
    }

    /// Children whose name is not what was asked but somewhat like it, nearest first: for a page that found nobody.
    public func near(_ text: String) -> [ChildID] {
        let spelling = Array(Spelling.words(text).joined().prefix(60))
        let limit = min(4, max(1, spelling.count / 3))
        guard spelling.count > 2 else { return [] }
        var compare = EditDistance()
        let near = entries.compactMap { entry -> (slips: Int, entry: Entry)? in
            let slips = entry.whole.compactMap { compare.between(spelling, $0.spelling, within: limit) }.min()
            return slips.map { ($0, entry) }
        }
        return near.sorted { ($0.slips, $0.entry.order) < ($1.slips, $1.entry.order) }.map(\.entry.child)
    }
}
