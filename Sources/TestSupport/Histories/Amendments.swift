import Casework
import Days

/// How a life gets into a journal: roughly in the order it happened, a few things late, and what was told wrongly put
/// right afterwards.
enum Amendments {
    static func told(_ facts: [ChildEvent], _ dice: inout Seeded) -> [History.Entry] {
        var entries: [History.Entry] = []
        let isTidy = dice.chance(40)
        for fact in inOrder(facts, &dice) {
            entries.append(History.Entry(fact, source: source(&dice)))
            while !isTidy, dice.chance(12) { entries.append(amendment(of: entries, &dice)) }
        }
        if !isTidy {
            for _ in 0..<dice.number(0...3) where !entries.isEmpty { entries.append(amendment(of: entries, &dice)) }
        }
        return entries
    }

    /// By day, except that one fact in ten is told later than others.
    private static func inOrder(_ facts: [ChildEvent], _ dice: inout Seeded) -> [ChildEvent] {
        var keyed: [(key: Int, event: ChildEvent)] = []
        for (index, fact) in facts.enumerated() {
            let late = dice.chance(10) ? dice.number(1...700) : 0
            keyed.append(((Int(fact.day?.ordinal ?? 0) + late) * 1_000 + index, fact))
        }
        return keyed.sorted { $0.key < $1.key }.map(\.event)
    }

    private static func source(_ dice: inout Seeded) -> Source {
        dice.pick([.recordedHere, .staffFile, .ssda903(CollectionYear(startingIn: dice.number(2017...2026)))])
    }

    /// A correction or a retraction of something told before: of a fact, of a correction, or of a retraction.
    private static func amendment(of entries: [History.Entry], _ dice: inout Seeded) -> History.Entry {
        let amended = entries.indices.filter { entries[$0].corrects != nil }
        let target = !amended.isEmpty && dice.chance(50) ? dice.pick(amended) : dice.number(0...entries.count - 1)
        let said = entries[target].event
        if said == .retracted || dice.chance(40) {
            return History.Entry(.retracted, source: source(&dice), corrects: target)
        }
        if let record = said.record {
            return History.Entry(record.corrected(&dice), source: .recordedHere, corrects: target)
        }
        let days = dice.pick([-28, -7, -1, 0, 1, 7, 30])
        return History.Entry(said.moved(by: days), source: source(&dice), corrects: target)
    }
}
