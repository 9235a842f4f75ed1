import Casework
import Days
import Foundation
import GRDB
import JournalStore
import Oversight
import Service

/// Children of whom much is recorded here: what should be joined up in each, and the pages of the longest record.
enum FullRecords {
    static func measure(_ place: Workplace, children: Int) async throws {
        try await breaks(place, children)
        try await pages(place)
    }

    private static func breaks(_ place: Workplace, _ children: Int) async throws {
        let (journal, _) = try await place.authority(of: children, in: "full")
        let records = try await Stories(place).tell(in: journal, place)
        let queue = try DatabaseQueue(path: SQLiteJournal.file(in: place.directory("full")).path)
        let scan = try await seconds(3) { _ = try await queue.read { try Folds.touchEverything($0) } }
        let before = residentBytes()
        var authority = Authority()
        let fold = try await seconds { authority = try await journal.authority() }
        let grown = residentBytes() - before
        guard let question = Question(authority, asAt: nil) else { return }
        let (asAt, context) = (question.asAt, question.context)
        var found = 0
        let asked = await seconds(3) {
            found = 0
            for record in question.authority.children.values {
                found += Breaks.of(ChildAsAt(record, asAt), context).count
            }
        }
        let events = Int(authority.head.seq)
        report("breaks of \(children) full records", asked, against: scan, .atMost(3))
        report("cold fold of full records", fold, against: scan, .none)
        report("memory of that fold", grown / max(1, events), atMost: 400, unit: "bytes an event")
        note(
            "\(children) looked after, \(events) events, \(records) of them signed records; \(found) breaks; one core; the reference is one GRDB cursor over every byte of the same journal"
        )
    }

    private static func pages(_ place: Workplace) async throws {
        let house = try await House(place, children: 600, years: 8, written: true)
        defer { house.close() }
        guard let child = house.longestWritten else { return }
        let pages = [
            Pages.Page(
                title: "thread of the longest record", path: "/children/\(child.id)/thread", withoutLog: .atLeast(0.3),
                withLog: .none),
            Pages.Page(
                title: "timeline of the longest record", path: "/children/\(child.id)/timeline",
                withoutLog: .atLeast(0.3), withLog: .none),
        ]
        try await Pages.measure(pages, house, place)
        note("\(child.records.count) signed records, \(child.episodes.count) episodes")
    }
}
