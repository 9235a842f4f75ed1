import Casework
import Days
import TestSupport
import Testing

/// What is asked of a review's meetings and of a manager's answer to its decisions before they are signed.
struct ReviewChecksTests {
    private static func refusals(
        _ kind: RecordKind, _ when: String, _ answers: [CoreField: Answer], of child: ChildRecord
    ) -> [String] {
        let command = RecordCommand(
            kind: kind, day: day(when), form: FormEdition(version: 1, digest: 1), answers: answers)
        guard case .failure(let refusals) = command.decided(for: child, today: day("2024-12-31")) else { return [] }
        return refusals.all.map(\.field)
    }

    private static let child = record(
        episode("2024-01-10"), signed(.review, "2024-02-01", [.participation: .choice("PN1")]))

    @Test(arguments: [("2024-03-01", false), ("2024-03-20", false), ("2024-03-21", true)])
    func theFirstMeetingIsNotAfterTheReview(_ first: String, _ isRefused: Bool) {
        let found = Self.refusals(.review, "2024-03-20", [.firstMeeting: .day(day(first))], of: Self.child)
        #expect(found.contains(CoreField.firstMeeting.name) == isRefused)
    }

    @Test func anAnswerIsToAReviewThatWasSignedByThen() {
        func found(_ of: String?, _ how: String?, on when: String = "2024-02-10") -> [String] {
            var answers: [CoreField: Answer] = [.decided: .text("We agree"), .reason: .text("It is right")]
            answers[.ofReview] = of.map { .day(day($0)) }
            answers[.decisionsAnswer] = how.map { .choice($0) }
            return Self.refusals(.managementDecision, when, answers, of: Self.child)
        }
        #expect(found(nil, nil) == [])
        #expect(found("2024-02-01", "agreed") == [])
        #expect(found("2024-02-02", "challenged") == ["of_review"])
        #expect(found("2024-02-01", "agreed", on: "2024-01-31") == ["of_review"])
        #expect(found("2024-02-01", nil) == ["decisions_answer"])
        #expect(found(nil, "agreed") == ["of_review"])
    }
}
