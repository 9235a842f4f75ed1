import Casework
import Days
import TestSupport
import Testing

/// That somebody kept in touch with a care leaver, or tried to.
struct KeepingInTouchTests {
    private static let reached: [CoreField: Answer] = [
        .keptInTouchBy: .choice("adviser"), .keptInTouchHow: .choice("at_home"), .reached: .flag(true),
        .homeSuits: .choice("suitable"), .learningOrWork: .choice("looking"), .childsWords: .text("It is cold"),
        .significant: .choice("none"), .actions: .noneBecause("The heating is being mended"),
    ]

    private static func refusals(_ change: (inout [CoreField: Answer]) -> Void) -> [String] {
        var answers = reached
        change(&answers)
        return RecordingTests.refusals(
            RecordCommand(
                kind: .keepingInTouch, day: RecordingTests.day, form: RecordingTests.form, answers: answers))
    }

    @Test func whoeverWasReachedSaysHowTheyLive() {
        #expect(Self.refusals { _ in } == [])
        for field in [CoreField.homeSuits, .learningOrWork, .childsWords] {
            #expect(Self.refusals { $0[field] = nil } == [field.name])
        }
    }

    @Test func whoeverWasNotReachedNeedsAReasonAndNoWords() {
        func asked(_ why: Answer?) -> [String] {
            Self.refusals { answers in
                answers = answers.filter { ![.homeSuits, .learningOrWork, .childsWords].contains($0.key) }
                answers[.reached] = .flag(false)
                answers[.notReachedBecause] = why
            }
        }
        #expect(asked(nil) == ["not_reached_because"])
        #expect(asked(.text("The number is not theirs any more")) == [])
    }

    @Test func thereAreActionsOrThereIsAReason() {
        #expect(Self.refusals { $0[.actions] = nil } == ["actions"])
    }

    @Test func onlyInPersonIsSomebodySeen() {
        func told(_ how: String, _ isReached: Bool) -> [ChildEvent] {
            signed(
                .keepingInTouch, "2026-03-02",
                Self.reached.merging([.keptInTouchHow: .choice(how), .reached: .flag(isReached)]) { $1 })
        }
        let times = record(
            told("at_home", true), told("met_elsewhere", true), told("phone", true), told("at_home", false)
        ).timesInTouch
        #expect(times.map(\.isSeen) == [true, true, false, false])
        #expect(times.map(\.isReached) == [true, true, true, false])
        #expect(times[0].who == .adviser && times[0].home == .suitable && times[0].work == .looking)
    }

    @Test func namesFitWhereEverybodyReads() {
        // What is longer than fifteen letters takes room of its own in every record that is held.
        let names =
            [WhoKeptInTouch.allCases.map(\.rawValue), WayOfKeepingInTouch.allCases.map(\.rawValue)]
            + [HomeSuits.allCases.map(\.rawValue), LearningOrWork.allCases.map(\.rawValue)]
            + [PartOfLife.allCases.map(\.rawValue), ChapterTold.allCases.map(\.rawValue)]
        #expect(names.joined().filter { $0.utf8.count > 15 } == [])
    }
}
