import Casework
import Days
import Foundation
import Oversight
import TestSupport
import Testing

@testable import Service

/// The signals of `docs/worked-examples.md`, worked out by hand: for each child all that are raised and no other, since
/// when, and the records that raised them.
@Suite(.enabled(if: Shared.isWanted, Shared.reason)) struct WorkedSignalTests {
    struct Example: Decodable {
        let ssda903Id: String
        let firstOnTheLadder: Item?
        let signals: [Raised]
    }

    struct Item: Decodable {
        let title, since: String
    }

    struct Raised: Decodable {
        let signal, since: String
        /// What each fact says, among other words, in order.
        let facts: [String]
    }

    @Test func everySignalWorkedByHandIsRaisedAndNoOther() async throws {
        let test = try TestJournal()
        _ = try await test.take(
            [Shared.returns("fictional-2025-26")], 2025, previous: [Shared.returns("fictional-2025-26/previous")])
        let question = try #require(Question(try await test.journal.authority(), asAt: Day(2026, 3, 31)))
        let examples = try Self.examples()
        #expect(examples.count == 11)
        for example in examples {
            let assessed = Assessed(ChildAsAt(try question.find(example.ssda903Id), question.asAt), question)
            let found = Dictionary(assessed.signals.map { ($0.id, $0) }) { first, _ in first }
            #expect(Set(found.keys) == Set(example.signals.map(\.signal)), "\(example.ssda903Id)")
            #expect(found.count == assessed.signals.count, "\(example.ssda903Id): no signal twice")
            for expected in example.signals {
                let signal = try #require(found[expected.signal], "\(example.ssda903Id) \(expected.signal)")
                #expect(signal.since.description == expected.since, "\(example.ssda903Id) \(expected.signal)")
                let sentences = signal.facts.map(\.sentence)
                #expect(
                    sentences.count == expected.facts.count
                        && zip(sentences, expected.facts).allSatisfy { $0.contains($1) },
                    "\(example.ssda903Id) \(expected.signal): \(sentences)")
            }
            if let item = example.firstOnTheLadder {
                #expect(assessed.worklist.items.first?.title == item.title)
                #expect(assessed.worklist.items.first?.since.description == item.since)
            }
        }
    }

    /// The same girl nearly a year before, as a reader of that day would have seen it.
    @Test func aPatternOfGoingMissingIsASignalInItsDays() async throws {
        let test = try TestJournal()
        _ = try await test.take(
            [Shared.returns("fictional-2025-26")], 2025, previous: [Shared.returns("fictional-2025-26/previous")])
        let authority = try await test.journal.authority()
        for (day, raised) in [
            (Day(2025, 4, 14), false), (Day(2025, 4, 15), true), (Day(2025, 5, 30), true), (Day(2025, 7, 13), true),
            (Day(2025, 7, 14), false), (Day(2026, 3, 31), false),
        ] {
            let question = try #require(Question(authority, asAt: day))
            let assessed = Assessed(ChildAsAt(try question.find("100863"), question.asAt), question)
            #expect(assessed.signals.contains { $0.id == "RS01" } == raised, "\(day as Any)")
        }
    }

    private static func examples() throws -> [Example] {
        let data = try #require(FileManager.default.contents(atPath: Shared.fixture("worked-signals.json")))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode([Example].self, from: data)
    }
}
