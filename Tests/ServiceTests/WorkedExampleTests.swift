import Casework
import Days
import Foundation
import Standards
import TestSupport
import Testing

@testable import Service

/// The duties of `docs/worked-examples.md`, worked out by hand before the code was run. Each is matched by one duty of
/// the code, day for day, and the code gives no other of the standards that were worked.
@Suite(.enabled(if: Shared.isWanted, Shared.reason)) struct WorkedExampleTests {
    struct Example: Decodable {
        let ssda903Id: String
        let age: Int
        let lookedAfterOnDay: Bool
        let legalStatus, placement: String?
        let careStart: String
        let careStartKnown: Bool
        let duties: [Expected]
        let absentDuties: [Absent]
    }

    struct Expected: Decodable, CustomStringConvertible {
        let standard, standing: String
        let trigger, due, done: String?
        let triggerBound, doneBound: String?
        let days: Int?

        /// HE02 and the like: one that the standards give no day to start from.
        var isUndated: Bool { trigger == nil && due == nil }

        func matches(_ duty: Duty) -> Bool {
            guard Catalogue.standard(of: duty).id == standard, duty.standing.key == standing,
                duty.standing.daysLate == days
            else { return false }
            if isUndated { return duty.due == nil }
            return duty.trigger.day.description == trigger && duty.trigger.isKnown == (triggerBound == nil)
                && duty.due?.description == due && (done == nil || duty.done?.description == done)
        }

        var description: String {
            "\(standard) \(trigger ?? "-") \(due ?? "-") \(done ?? "-") \(standing) \(days.map { "\($0)" } ?? "")"
        }
    }

    struct Absent: Decodable {
        let standard, why: String
    }

    private func examples(_ file: String) throws -> [Example] {
        let data = try #require(FileManager.default.contents(atPath: Shared.fixture(file)))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode([Example].self, from: data)
    }

    /// Holds a child's duties against those worked by hand, both ways.
    private func hold(_ example: Example, _ duties: [Duty], worked: Set<String>) {
        var left = duties.filter { worked.contains(Catalogue.standard(of: $0).id) }
        for expected in example.duties {
            guard let index = left.firstIndex(where: expected.matches) else {
                let near = left.filter { Catalogue.standard(of: $0).id == expected.standard }.map(line)
                Issue.record("\(example.ssda903Id): not given: \(expected); of that standard there are \(near)")
                continue
            }
            left.remove(at: index)
        }
        for duty in left { Issue.record("\(example.ssda903Id): not worked by hand: \(line(duty))") }
        let expected = Set(example.duties.map(\.standard))
        for absent in example.absentDuties where !expected.contains(absent.standard) {
            #expect(
                !duties.contains { Catalogue.standard(of: $0).id == absent.standard },
                "\(example.ssda903Id) \(absent.standard): \(absent.why)")
        }
    }

    private func line(_ duty: Duty) -> String {
        "\(Catalogue.standard(of: duty).id) \(duty.trigger.isKnown ? "" : "≤")\(duty.trigger.day) \(duty.due.map { "\($0)" } ?? "-") \(duty.done.map { "\($0)" } ?? "-") \(duty.standing.key) \(duty.standing.daysLate.map { "\($0)" } ?? "")"
    }

    @Test func everyDutyWorkedByHandIsAsTheCodeHasItAndNoOtherIsGiven() async throws {
        let test = try TestJournal()
        _ = try await test.take(
            [Shared.returns("fictional-2025-26")], 2025, previous: [Shared.returns("fictional-2025-26/previous")])
        let question = try #require(Question(try await test.journal.authority(), asAt: Day(2026, 3, 31)))
        let examples = try examples("worked-examples.json")
        #expect(examples.count >= 10)
        #expect(examples.reduce(0) { $0 + $1.duties.count } >= 190)
        let worked = Set(examples.flatMap { $0.duties.map(\.standard) + $0.absentDuties.map(\.standard) })
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
            hold(example, assessed.duties, worked: worked)
        }
    }

    /// Nobody in that return has short breaks; one who does is from the sample return. Every duty of that child is worked.
    @Test func shortBreaksWorkedByHandAreAsTheCodeHasThem() async throws {
        let test = try TestJournal()
        _ = try await test.take([Shared.returns("peer-sample")], 2017)
        let question = try #require(Question(try await test.journal.authority(), asAt: Day(2018, 3, 31)))
        let examples = try examples("worked-example-short-breaks.json")
        for example in examples {
            let assessed = Assessed(ChildAsAt(try question.find(example.ssda903Id), question.asAt), question)
            hold(example, assessed.duties, worked: Set(Catalogue.standards.map(\.id)))
        }
        #expect(examples.contains { $0.duties.contains { $0.standing == "met_late" } })
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

    /// The sample return tells of short breaks that turn into care under another status: whoever is under the other rules
    /// on the day has the duties that go with them, and whoever is on short breaks has none but their own.
    @Test func shortBreaksThatGiveWayHaveTheirDutiesBack() async throws {
        let test = try TestJournal()
        _ = try await test.take([Shared.returns("peer-sample")], 2017)
        let question = try #require(Question(try await test.journal.authority(), asAt: Day(2018, 3, 31)))
        var gaveWay = 0
        for record in question.children() {
            let child = ChildAsAt(record, question.asAt)
            let given = Set(Catalogue.duties(of: child, question.context).map { Catalogue.standard(of: $0).id })
            if child.stretches.contains(where: { !$0.isShortBreaks && !$0.opensCare }) {
                gaveWay += 1
                #expect(given.isSuperset(of: ["RV01", "HE01", "CP08"]))
            }
            if !child.stretches.isEmpty, child.stretches.allSatisfy(\.isShortBreaks) {
                let own = given.filter { id in !id.hasPrefix("MI") && !["CP29", "RV08", "VI14"].contains(id) }
                #expect(own.isEmpty, "\(own)")
            }
        }
        #expect(gaveWay == 117)
    }
}
