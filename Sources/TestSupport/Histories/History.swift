import Casework
import Days

/// One child's stream of events as a journal could hold it: a life told in any order, with what was told wrongly, put
/// right, taken back and brought back again.
public struct History: Sendable {
    /// An event before it has a place in a journal.
    public struct Entry: Hashable, Sendable {
        public var event: ChildEvent
        public var source: Source
        /// The earlier entry that it corrects or takes back.
        public var corrects: Int?

        public init(_ event: ChildEvent, source: Source = .recordedHere, corrects: Int? = nil) {
            (self.event, self.source, self.corrects) = (event, source, corrects)
        }
    }

    public let seed: UInt64
    public let child: ChildID
    public var entries: [Entry]

    public init(seed: UInt64, child: ChildID, entries: [Entry]) {
        (self.seed, self.child, self.entries) = (seed, child, entries)
    }

    /// The history that a seed gives, always the same.
    public init(seed: UInt64) {
        var dice = Seeded(state: seed)
        var life = Life(&dice)
        life.live()
        self.init(seed: seed, child: ChildID(key: 1 + seed >> 9), entries: Amendments.told(life.facts, &dice))
    }

    /// Dice for whatever a law draws for this history; the same at every call.
    public var dice: Seeded { Seeded(state: seed ^ 0x1989) }

    /// The stream as the journal would hold it, were this child's the only one.
    public var events: [Recorded<ChildEvent>] {
        entries.enumerated().map { index, entry in
            Recorded(
                id: EventID(Int64(index + 1)), stream: child.stream, version: index + 1,
                occurred: Moment(entry.event.day ?? Day(ordinal: 0)), recorded: Instant(milliseconds: Int64(index)),
                author: Actor("histories"), source: entry.source,
                corrects: entry.corrects.map { EventID(Int64($0 + 1)) }, event: entry.event)
        }
    }

    public var record: ChildRecord { ChildRecord(id: child, folding: events) }

    /// The events that stand, in the order of their facts; for laws about a record and not about how it came to be.
    public var standing: [ChildEvent] { effective(events).map(\.event) }
}

extension ChildRecord {
    /// The record that events make as they come; a fact is named by its place among them, from 1.
    public init(id: ChildID, applying events: some Sequence<ChildEvent>) {
        self.init(id: id)
        for (index, event) in events.enumerated() {
            let instant = Instant(milliseconds: Int64(index))
            apply(event, origin: Origin(EventID(Int64(index + 1)), .recordedHere), recorded: instant)
        }
    }
}

extension History {
    /// The history without one entry, nor what corrected it.
    public func without(_ index: Int) -> History {
        var place: [Int: Int] = [:]
        var kept: [Entry] = []
        for (old, entry) in entries.enumerated() where old != index {
            var entry = entry
            if let target = entry.corrects {
                guard let moved = place[target] else { continue }
                entry.corrects = moved
            }
            place[old] = kept.count
            kept.append(entry)
        }
        return History(seed: seed, child: child, entries: kept)
    }

    /// The smallest history found that still breaks a law: entries are left out, last first, for as long as it does.
    public func shrunk(while breaks: (History) -> Bool) -> History {
        var smallest = self
        var shrank = true
        while shrank {
            shrank = false
            for index in smallest.entries.indices.reversed() where index < smallest.entries.count {
                let fewer = smallest.without(index)
                if breaks(fewer) { (smallest, shrank) = (fewer, true) }
            }
        }
        return smallest
    }
}

extension History: CustomStringConvertible {
    /// The seed and a line an entry, to be read in a failure.
    public var description: String {
        let lines = entries.enumerated().map { index, entry in
            "  \(index + 1). \(entry.corrects.map { "instead of \($0 + 1): " } ?? "")\(entry.event)"
        }
        return "History(seed: \(seed)), \(child)\n" + lines.joined(separator: "\n")
    }
}
