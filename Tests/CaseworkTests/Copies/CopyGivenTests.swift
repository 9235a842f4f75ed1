import Casework
import Days
import TestSupport
import Testing

/// Who has a copy of what, and of whom nothing says so.
struct CopyGivenTests {
    private static let review = signed(.review, "2026-02-02", [.participation: .choice("PN1")])
    private static func people(_ held: String = "yes") -> [ChildEvent] {
        let kay = AnswerRow([
            .person: .text("Kay Example"), .relation: .text("mother"), .parentalResponsibility: .choice(held),
        ])
        return signed(.people, "2026-01-05", [.network: .rows([kay])])
    }
    private static func given(
        _ when: String, toChild: String? = nil, to name: String? = nil, of kind: String = "review",
        day of: String = "2026-02-02"
    ) -> [ChildEvent] {
        var answers: [CoreField: Answer] = [.copyOf: .choice(kind), .copyOfDay: .day(day(of))]
        answers[.givenToChild] = toChild.map { .day(day($0)) }
        answers[.given] = name.map { .rows([AnswerRow([.person: .text($0), .on: .day(day(when))])]) }
        return signed(.copiesGiven, when, answers)
    }

    private static func answer(_ events: [ChildEvent]..., born: String = "2016-05-04") throws -> Bool? {
        let child = ChildAsAt(record(born: born, events.flatMap(\.self)), day("2026-06-01"))
        let held = try #require(child.record.records.first { $0.kind == .review })
        return child.wasGivenOut(held, by: day("2026-03-02"))
    }

    @Test func everybodyHasItOrSomebodyHasNotOrNobodyCanSay() throws {
        let all = Self.given("2026-02-10", toChild: "2026-02-09", to: "kay  example")
        #expect(try Self.answer(Self.review, Self.people(), all) == true)
        #expect(try Self.answer(Self.review, Self.people(), Self.given("2026-02-10", toChild: "2026-02-09")) == false)
        #expect(try Self.answer(Self.review, Self.people(), Self.given("2026-02-10", to: "Kay Example")) == false)
        // Nothing about copies was ever written down, or only later.
        #expect(try Self.answer(Self.review, Self.people()) == nil)
        #expect(try Self.answer(Self.review, Self.people(), Self.given("2026-03-10", to: "Kay Example")) == nil)
        // Nobody is known to hold parental responsibility.
        #expect(try Self.answer(Self.review, Self.people("not_known"), all) == nil)
    }

    @Test func aBabyIsNotGivenARecord() throws {
        let mother = Self.given("2026-02-10", to: "Kay Example")
        #expect(try Self.answer(Self.review, Self.people(), mother, born: "2024-05-04") == true)
    }

    @Test func aCopyOfAnotherRecordIsNone() throws {
        let other = Self.given("2026-02-10", toChild: "2026-02-09", to: "Kay Example", day: "2026-01-02")
        #expect(try Self.answer(Self.review, Self.people(), other) == false)
        let plan = Self.given("2026-02-10", toChild: "2026-02-09", to: "Kay Example", of: "care_plan")
        #expect(try Self.answer(Self.review, Self.people(), plan) == false)
    }

    @Test func aCopyMadeHereCounts() throws {
        // The review is the second event, behind the child's description.
        let made = ["", "Kay Example"].map { reader in
            ChildEvent.copyMade(
                CopyMade(
                    record: EventID(2), kind: reader.isEmpty ? .childsVersion : .minutes, reader: reader,
                    day: day("2026-02-20"), text: "Hello"))
        }
        #expect(try Self.answer(Self.review, Self.people(), made) == true)
    }

    @Test func aCopyOfWhatWasNeverSignedHereIsRefused() {
        let command = RecordCommand(
            kind: .copiesGiven, day: RecordingTests.day, form: RecordingTests.form,
            answers: [
                .copyOf: .choice("care_plan"), .copyOfDay: .day(RecordingTests.day),
                .given: .noneBecause("Nobody yet"),
            ])
        #expect(RecordingTests.refusals(command) == ["copy_of_day"])
    }
}
