import Casework
import Days
import TestSupport
import Testing

@testable import Service

/// However a record came to be folded, it is the same record.
struct FoldTests {
    /// As a service that has been running folds: in place where an event corrects nothing, from the stream where it does.
    @Test func anIncrementalFoldIsTheFoldFromScratch() {
        holds(over: 3_000) { history in
            var dice = history.dice
            let events = history.events
            let cut = dice.number(0...events.count)
            var record = ChildRecord(id: history.child, folding: Array(events.prefix(cut)))
            for (index, event) in events.enumerated().dropFirst(cut) {
                if event.corrects == nil {
                    record.apply(
                        event.event, origin: Origin(event.id, event.source), recorded: event.recorded)
                } else {
                    record = ChildRecord(id: history.child, folding: Array(events.prefix(index + 1)))
                }
                guard record == ChildRecord(id: history.child, folding: Array(events.prefix(index + 1))) else {
                    return "from \(cut), after \(index + 1)"
                }
            }
            return nil
        }
    }

    /// Told another way round: an event is void where a retraction that is not void itself takes it back.
    @Test func whatStandsIsWhatNobodyTookBack() {
        holds(over: 3_000) { history in
            let found = effective(history.events).map(\.id.seq)
            let expected = Self.standing(history.entries)
            return found == expected ? nil : "stands \(found), should \(expected)"
        }
    }

    /// The places, from 1, of the entries that stand, each where its fact was first told.
    private static func standing(_ entries: [History.Entry]) -> [Int64] {
        func first(_ index: Int) -> Int { entries[index].corrects.map(first) ?? index }
        func isVoid(_ index: Int) -> Bool {
            entries.indices.contains { later in
                entries[later].event == .retracted && entries[later].corrects == index
                    && entries[index].corrects != nil && !isVoid(later)
            }
        }
        return entries.indices.filter { entries[$0].corrects == nil }.compactMap { fact in
            let last = entries.indices.last { first($0) == fact && !isVoid($0) && says($0, of: fact) }
            return last.flatMap { entries[$0].event == .retracted ? nil : Int64($0 + 1) }
        }
        // A retraction of a later event has had its effect; one of the fact itself says that there is no fact.
        func says(_ index: Int, of fact: Int) -> Bool {
            entries[index].event != .retracted || entries[index].corrects == fact || index == fact
        }
    }
}
