import Casework
import Days
import TestSupport
import Testing

/// What a child says to their own review.
struct ReviewContributionTests {
    private static func said(_ when: String, _ way: String, _ taking: String? = nil) -> [ChildEvent] {
        var answers: [CoreField: Answer] = [.contributedHow: .choice(way)]
        answers[.takingPart] = taking.map { .choice($0) }
        return signed(.reviewContribution, when, answers)
    }

    private static func reviewed(_ when: String) -> [ChildEvent] {
        signed(.review, when, [.participation: .choice("PN1")])
    }

    @Test func itIsForTheReviewThatIsNext() {
        let child = ChildAsAt(
            record(
                episode("2026-01-05"), Self.said("2026-01-20", "alone"), Self.reviewed("2026-02-02"),
                Self.said("2026-03-02", "with_help"), Self.said("2026-03-09", "advocate", "part")),
            day("2026-04-01"))
        #expect(child.contributionToNextReview?.on == day("2026-03-09"), "the latest word stands")
        #expect(child.contributionToNextReview?.takingPart == .part)
        #expect(child.contribution(toReviewOf: day("2026-02-02"))?.way == .alone)
        #expect(ChildAsAt(child.record, day("2026-02-10")).contributionToNextReview == nil)
    }

    @Test(arguments: [
        ("advocate", "not_there", "PN5"), ("alone", "not_there", "PN6"), ("told_somebody", "not_there", "PN6"),
        ("advocate", "somebody_for_me", nil), ("alone", "whole_meeting", nil), ("alone", nil, nil),
    ])
    func onlyOfAMeetingWithoutTheChildIsTheCodeKnownBefore(_ way: String, _ taking: String?, _ code: String?) throws {
        let child = ChildAsAt(record(Self.said("2026-03-02", way, taking)), day("2026-04-01"))
        let said = try #require(child.contributionToNextReview)
        #expect(said.withoutTheChild.map { "\($0)" } == code)
    }

    @Test(arguments: [("alone", false), ("with_help", true), ("told_somebody", true), ("advocate", true)])
    func whoeverHelpedIsNamed(_ way: String, _ asks: Bool) {
        let command = RecordCommand(
            kind: .reviewContribution, day: RecordingTests.day, form: RecordingTests.form,
            answers: [
                .contributedHow: .choice(way),
                .views: .rows([AnswerRow([.what: .text("I want to see nan")])]),
            ])
        #expect(RecordingTests.refusals(command) == (asks ? ["helped_by"] : []))
    }
}
