import Casework
import Days
import Foundation
import Standards
import Testing

@testable import Service

/// The duties of `docs/worked-examples.md`, worked out by hand before the code was run.
@Suite(.enabled(if: Shared.isWanted, Shared.reason)) struct WorkedExampleTests {
    struct Example: Decodable {
        let ssda903Id: String
        let age: Int
        let lookedAfterOnDay: Bool
        let legalStatus, placement: String?
        let careStart: String
        let careStartKnown: Bool
        let duties: [Expected]
    }

    struct Expected: Decodable {
        let standard, standing: String
        let trigger, due: String?
        let days: Int?
        let orAbsent: Bool?
    }

    @Test func everyDutyWorkedByHandIsAsTheCodeHasIt() async throws {
        let test = try TestJournal()
        _ = try await test.take(
            [Shared.returns("fictional-2025-26")], 2025, previous: [Shared.returns("fictional-2025-26/previous")])
        let question = try #require(Question(try await test.journal.authority(), asAt: Day(2026, 3, 31)))
        let data = try #require(FileManager.default.contents(atPath: Shared.fixture("worked-examples.json")))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let examples = try decoder.decode([Example].self, from: data)
        #expect(examples.count >= 10)
        var checked = 0
        for example in examples {
            let assessed = Assessed(ChildAsAt(try question.find(example.ssda903Id), question.asAt), question)
            #expect(assessed.child.age == example.age, "\(example.ssda903Id)")
            #expect(assessed.child.isLookedAfter == example.lookedAfterOnDay, "\(example.ssda903Id)")
            #expect(assessed.child.legalStatus?.description == example.legalStatus, "\(example.ssda903Id)")
            #expect(assessed.child.currentPlacement?.type.description == example.placement, "\(example.ssda903Id)")
            #expect(
                assessed.child.periods.contains {
                    $0.start.day.description == example.careStart && $0.start.isKnown == example.careStartKnown
                }, "\(example.ssda903Id)")
            for expected in example.duties {
                checked += 1
                #expect(holds(expected, assessed.duties), "\(example.ssda903Id) \(expected)")
            }
        }
        #expect(checked >= 60)
    }

    /// Nobody in that return has short breaks; one who does is from the sample return.
    @Test func shortBreaksWorkedByHandAreAsTheCodeHasThem() async throws {
        let test = try TestJournal()
        _ = try await test.take([Shared.returns("peer-sample")], 2017)
        let question = try #require(Question(try await test.journal.authority(), asAt: Day(2018, 3, 31)))
        let data = try #require(
            FileManager.default.contents(atPath: Shared.fixture("worked-example-short-breaks.json")))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let examples =
            try (try? decoder.decode([Example].self, from: data)) ?? [decoder.decode(Example.self, from: data)]
        for example in examples {
            let assessed = Assessed(ChildAsAt(try question.find(example.ssda903Id), question.asAt), question)
            for expected in example.duties {
                #expect(holds(expected, assessed.duties), "\(example.ssda903Id) \(expected)")
            }
        }
        #expect(examples.contains { $0.duties.contains { $0.standing == "met_late" } })
    }

    private func holds(_ expected: Expected, _ duties: [Duty]) -> Bool {
        let candidates = duties.filter { duty in
            guard Catalogue.standard(of: duty).id == expected.standard else { return false }
            if expected.due == nil, expected.trigger == nil { return true }
            return (expected.due != nil && duty.due?.description == expected.due)
                || (expected.trigger != nil && duty.trigger.day.description == expected.trigger)
        }
        if candidates.isEmpty { return expected.orAbsent ?? false }
        return candidates.contains { duty in
            duty.standing.key == expected.standing
                && (expected.days.map { $0 == 0 || duty.standing.daysLate == $0 } ?? true)
        }
    }

    @Test func nothingIsOverdueWithADueDayAfterTheHorizon() async throws {
        let test = try TestJournal()
        _ = try await test.take([Shared.returns("fictional-2025-26")], 2025)
        for asAt in [Day(2026, 3, 31), Day(2026, 11, 24), Day(2025, 10, 1)] {
            let question = try #require(Question(try await test.journal.authority(), asAt: asAt))
            let horizon = try #require(question.context.horizon)
            for record in question.children() {
                for duty in Catalogue.duties(of: ChildAsAt(record, question.asAt), question.context) {
                    if case .overdue = duty.standing { #expect((duty.due ?? .distantFuture) <= horizon) }
                }
            }
        }
    }
}
