import Casework
import Days
import Foundation
import JournalStore
import Measures
import Oversight
import Service
import Standards
import TestSupport

/// A real journal in a directory of its own, gone when the test is.
final class MadeUpJournal: Sendable {
    let directory: URL
    let journal: SQLiteJournal

    init() throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("laws-\(UUID().uuidString)")
        journal = try SQLiteJournal(directory: directory)
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    /// When the command of a number is written down: an hour after the one before.
    static func instant(_ number: Int) -> Instant { AuthorityHistory.instant(ofCommand: number) }

    /// Appends one command's events of an authority's history.
    func write(_ number: Int, of history: AuthorityHistory) async throws {
        try await journal.append(
            CommandID(high: history.seed, low: UInt64(number)), by: Actor("histories"), at: Self.instant(number)
        ) { try $0.append(contentsOf: history.proposed[history.commands[number]]) }
    }
}

/// Everything that is said of an authority as at one day.
struct Answers: Hashable {
    struct OfAChild: Hashable {
        let record: ChildRecord
        let duties: [Duty]
        let signals: [Signal]
        let items: [WorkItem]
    }

    struct OfAFigure: Hashable {
        let id: String
        let value: Double?
        let numerator, denominator, unknown: [Member]
        let values: [Double]
        let absence: String?
    }

    private(set) var children: [ChildID: OfAChild] = [:]
    private(set) var figures: [OfAFigure] = []

    init(_ authority: Authority, asAt day: Day) {
        guard let question = Question(authority, asAt: day, places: TwoPlaces()) else { return }
        var set = FigureSet(asAt: day, question.context)
        for record in question.children() {
            let assessed = Assessed(ChildAsAt(record, day), question)
            children[record.id] = OfAChild(
                record: record, duties: assessed.duties, signals: assessed.signals, items: assessed.worklist.items)
            set.add(assessed.child, duties: assessed.duties)
        }
        figures = set.figures().map {
            OfAFigure(
                id: $0.id, value: $0.value, numerator: $0.numerator, denominator: $0.denominator, unknown: $0.unknown,
                values: $0.values, absence: $0.absence)
        }
    }
}

extension Authority {
    /// What differs from another fold of the same events; nil where nothing does.
    func difference(from other: Authority) -> String? {
        if head != other.head { return "head \(head), \(other.head)" }
        if coverage != other.coverage { return "coverage" }
        if setAside != other.setAside { return "rows set aside" }
        if mayNotBeSafe != other.mayNotBeSafe { return "children who may not be safe" }
        if workers != other.workers || workerStreams != other.workerStreams { return "workers" }
        for record in children.values where other[record.id] != record { return "child \(record.id)" }
        if children.count != other.children.count { return "\(children.count) children, \(other.children.count)" }
        for (number, id) in numbers where other.numbers[number] != id {
            return "number \(number): \(id), \(other.numbers[number] as Any)"
        }
        if numbers.count != other.numbers.count { return "\(numbers.count) numbers, \(other.numbers.count)" }
        return nil
    }
}
