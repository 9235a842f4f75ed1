import Casework
import Days

/// What tells one fact of a table from the child's others: its day, and whose it is where a day may have several.
struct FactKey: Hashable {
    let day: Day
    var worker = ""
}

/// A fact that a child has at most one of under a key.
protocol KeyedFact: Equatable {
    var key: FactKey { get }
}

extension ReportedEpisode: KeyedFact { var key: FactKey { FactKey(day: episode.start) } }
extension Review: KeyedFact { var key: FactKey { FactKey(day: day) } }
extension ReportedMissing: KeyedFact { var key: FactKey { FactKey(day: start) } }
extension ReportedDecision: KeyedFact { var key: FactKey { FactKey(day: decided) } }
extension ReportedAllocation: KeyedFact { var key: FactKey { FactKey(day: start, worker: worker) } }
extension ReportedDeprivation: KeyedFact { var key: FactKey { FactKey(day: start) } }

/// Finds what a child already has under a key. A few facts are looked through; many are indexed, so that sixty thousand
/// rows for one child cost no more a row than six.
struct FactIndex {
    private static let few = 16

    private struct List: Hashable {
        let child: Int
        let table: ReturnTable
    }

    private struct Entry: Hashable {
        let list: List
        let key: FactKey
    }

    /// How many facts of each long list stand in ``places``.
    private var indexed: [List: Int] = [:]
    private var places: [Entry: Int] = [:]

    /// Where in `facts`, which only ever grows, the one under `key` stands.
    mutating func place<Fact: KeyedFact>(
        of key: FactKey, in facts: [Fact], of child: Int, _ table: ReturnTable
    ) -> Int? {
        guard facts.count > Self.few else { return facts.firstIndex { $0.key == key } }
        let list = List(child: child, table: table)
        for index in indexed[list, default: 0]..<facts.count {
            places[Entry(list: list, key: facts[index].key)] = index
        }
        indexed[list] = facts.count
        return places[Entry(list: list, key: key)]
    }
}
