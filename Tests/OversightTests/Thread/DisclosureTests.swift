import Casework
import Days
import Oversight
import TestSupport
import Testing

/// What a child tells is acted on, and known to a manager, the same day: the next day is late, and stays late until a
/// manager writes what was decided about it.
struct DisclosureTests {
    private static let said = "2024-02-02"

    /// What is found of a note of what a child told, with an action for it and a manager told on these days.
    private static func found(acted: String, told: String, _ more: [ChildEvent] = []) -> [Break] {
        let view = AnswerRow([.id: .items([ItemID("V1")!]), .what: .text("He hurt me")])
        let action = AnswerRow([
            .id: .items([ItemID("A1")!]), .what: .text("See her"), .addresses: .items([ItemID("V1")!]),
        ])
        let note = signed(
            .caseNote, said,
            [.significant: .choice("disclosure"), .managerTold: .day(day(told)), .views: .rows([view])])
        let next = signed(.caseNote, acted, [.significant: .choice("none"), .actions: .rows([action])])
        let child = record(episode("2024-01-10"), note, next, more)
        return Breaks.of(ChildAsAt(child, day("2024-02-20")), covered())
            .filter { $0.rule.id == "disclosure_not_followed" }
    }

    @Test func whatIsDoneThatDayIsInTime() {
        #expect(Self.found(acted: Self.said, told: Self.said).isEmpty)
    }

    @Test(arguments: [
        ("2024-02-03", "2024-02-02", "an action only on 3 February 2024."),
        ("2024-02-02", "2024-02-03", "the manager told only on 3 February 2024."),
        ("2024-02-04", "2024-02-03", "an action only on 4 February 2024, the manager told only on 3 February 2024."),
    ])
    func theDayAfterIsLate(_ acted: String, _ told: String, _ missing: String) {
        let found = Self.found(acted: acted, told: told)
        #expect(found.map(\.since) == [day(Self.said)])
        #expect(found.flatMap(\.facts) == ["The case note of 2 February 2024 shows \(missing)"])
    }

    @Test func aManagersDecisionAboutItAnswersWhatCameLate() throws {
        let late = try #require(Self.found(acted: "2024-02-03", told: Self.said).first)
        let about = try #require(late.about)
        let decision = signed(
            .managementDecision, "2024-02-10",
            [.decided: .text("Seen"), .reason: .text("Nobody was there"), .chronologyLines: .items([about])])
        #expect(Self.found(acted: "2024-02-03", told: Self.said, decision).isEmpty)
    }
}
