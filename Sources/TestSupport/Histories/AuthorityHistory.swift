import Casework
import Days

/// A whole authority's journal, made up: many children's streams told in turns, returns that speak for years, staff, and
/// rows that were nobody's. For an empty journal, in which the first event takes place 1.
public struct AuthorityHistory: Sendable {
    public let seed: UInt64
    /// In the order of the journal. What one corrects it names by its place.
    public private(set) var proposed: [Proposed] = []
    /// The events that each command appends.
    public private(set) var commands: [Range<Int>] = []

    public init(seed: UInt64, children: Int, eventsInACommand most: Int = 40) {
        self.seed = seed
        var dice = Seeded(state: seed)
        var told = (0..<children).map { _ in Telling(History(seed: dice.next())) }
        while !told.isEmpty {
            switch dice.number(0...199) {
            case 0...2: proposed.append(Self.returned(&dice))
            case 3...5: proposed.append(Self.member(of: 9, &dice))
            case 6: proposed.append(Self.nobody(&dice))
            default:
                let index = dice.number(0...told.count - 1)
                for _ in 0..<dice.pick([1, 1, 4, 30]) where !told[index].isOver { tell(&told[index]) }
                if told[index].isOver { told.swapAt(index, told.count - 1) }
                if told[told.count - 1].isOver { told.removeLast() }
            }
        }
        var start = 0
        while start < proposed.count {
            let end = min(proposed.count, start + dice.number(1...most))
            commands.append(start..<end)
            start = end
        }
    }

    /// A child's history and how far it has been told.
    private struct Telling {
        let history: History
        var places: [EventID] = []
        var isOver: Bool { places.count == history.entries.count }
        init(_ history: History) { self.history = history }
    }

    private mutating func tell(_ telling: inout Telling) {
        let entry = telling.history.entries[telling.places.count]
        proposed.append(
            Proposed(
                stream: telling.history.child.stream, occurred: Moment(entry.event.day ?? Day(ordinal: 0)),
                source: entry.source, corrects: entry.corrects.map { telling.places[$0] }, body: entry.event.body))
        telling.places.append(EventID(Int64(proposed.count)))
    }

    /// When the command of a number is written down: an hour after the one before.
    public static func instant(ofCommand number: Int) -> Instant {
        Instant(secondsSince1970: 1_764_000_000 + Int64(number) * 3_600)
    }

    /// Each child's whole stream. Worked out at each call.
    public var streams: [ChildID: [Recorded<ChildEvent>]] {
        var streams: [ChildID: [Recorded<ChildEvent>]] = [:]
        var command = 0
        for (index, event) in proposed.enumerated() {
            while index >= commands[command].upperBound { command += 1 }
            guard let child = ChildID(event.stream) else { continue }
            streams[child, default: []].append(
                Recorded(
                    id: EventID(Int64(index + 1)), stream: event.stream, version: streams[child, default: []].count + 1,
                    occurred: event.occurred, recorded: Self.instant(ofCommand: command),
                    author: Actor("histories"), source: event.source, corrects: event.corrects,
                    event: ChildEvent(event.body)))
        }
        return streams
    }

    /// A year's return, with most of its tables, drawn on its last day or before.
    private static func returned(_ dice: inout Seeded) -> Proposed {
        let year = CollectionYear(startingIn: dice.number(2013...2026))
        let tables = ReturnTable.allCases.filter { _ in dice.chance(85) }
        let horizon = dice.chance(70) ? year.lastDay : year.firstDay + dice.number(1...364)
        let imported = ReturnImported(
            year: year, tables: ReturnTables(tables), horizon: horizon, digest: "\(dice.next())", rowsRead: 100,
            rowsSetAside: 0)
        return Proposed(
            stream: .authority, occurred: Moment(horizon), source: .ssda903(year),
            body: AuthorityEvent.returnImported(imported).body)
    }

    private static func member(of staff: Int, _ dice: inout Seeded) -> Proposed {
        let number = dice.number(1...staff)
        let worker = Worker(
            code: "SW\(number)", name: "Worker \(dice.number(1...99))", team: dice.pick(["North", "South"]))
        return Proposed(
            stream: StreamID(.worker, key: UInt64(number)), occurred: Moment(Histories.days.first), source: .staffFile,
            body: WorkerRecordEvent.described(worker).body)
    }

    private static func nobody(_ dice: inout Seeded) -> Proposed {
        let year = CollectionYear(startingIn: 2020)
        let row = SetAside(table: "Header", year: year, cells: "CHILD=\(dice.number(1...999))", why: "no such day")
        return Proposed(
            stream: .authority, occurred: Moment(year.firstDay), source: .ssda903(year),
            body: dice.chance(80) ? AuthorityEvent.setAside(row).body : StoredBody(kind: 65_001, schema: 2, bytes: [1]))
    }
}
