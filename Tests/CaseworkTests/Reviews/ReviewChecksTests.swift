import Days
import TestSupport
import Testing

@testable import Casework

/// What is asked of a review's meetings, of what it answers together, and of a manager's answer to its decisions before they
/// are signed.
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

    // MARK: What may be answered together

    private static func risk(_ id: String, _ level: RiskLevel) -> AnswerRow {
        AnswerRow([.id: .items([ItemID(id)!]), .what: .text(id), .level: .choice(level.rawValue)])
    }

    private static func decision(_ id: String) -> AnswerRow {
        AnswerRow([
            .id: .items([ItemID(id)!]), .what: .text(id), .owner: .text("Ann Worker"), .due: .day(day("2024-03-01")),
        ])
    }

    /// A child with two high risks, one of them over, two lower ones, and two decisions.
    private static let known: [ChildEvent] =
        episode("2024-01-10")
        + signed(
            .assessment, "2024-01-20",
            [.risks: .rows([risk("R1", .high), risk("R2", .low), risk("R3", .medium), risk("R4", .high)])])
        + signed(.review, "2024-02-01", [.decisions: .rows([decision("D1"), decision("D2")])])
        + signed(
            .caseNote, "2024-02-10",
            [.closed: .rows([AnswerRow([.item: .items([ItemID("R4")!]), .because: .text("They moved away")])])])

    private static func considered(_ ids: String...) -> AnswerRow {
        AnswerRow([.item: .items(ids.compactMap { ItemID($0) }), .what: .text("It goes on")])
    }

    @Test func anOpenHighRiskHasAnAnswerOfItsOwn() {
        func found(_ rows: AnswerRow...) -> [String] {
            Self.refusals(.review, "2024-03-20", [.risksConsidered: .rows(rows)], of: record(Self.known))
                .filter { $0.hasPrefix(CoreField.risksConsidered.name) }
        }
        #expect(found(Self.considered("R1"), Self.considered("R2", "R3")) == [])
        #expect(found(Self.considered("R2", "R3"), Self.considered("R1", "R2")) == ["risks_considered[2].item"])
        #expect(found(Self.considered("R4", "R2")) == [], "it is over")
        #expect(found(Self.considered("R1", "R1")) == [], "twice the same")
    }

    @Test func aDecisionThatIsNotDoneHasAnAnswerOfItsOwn() {
        func found(_ state: ActionState, _ ids: String...) -> [String] {
            let row = AnswerRow([
                .decision: .items(ids.compactMap { ItemID($0) }), .state: .choice(state.rawValue),
            ])
            return Self.refusals(.review, "2024-03-20", [.decisionsLooked: .rows([row])], of: record(Self.known))
                .filter { $0.hasPrefix(CoreField.decisionsLooked.name) }
        }
        for state in ActionState.allCases {
            #expect(found(state, "D1", "D2") == (state == .done ? [] : ["decisions_looked[1].decision"]), "\(state)")
            #expect(found(state, "D1") == [], "\(state)")
        }
    }

    @Test func whatAnEarlierVersionAnsweredTogetherIsNotAskedAgain() throws {
        let old = SignedRecord(
            kind: .review, day: day("2024-03-20"), form: FormEdition(version: 1, digest: 1),
            answers: [.risksConsidered: .rows([Self.considered("R1", "R2")])])
        func found(_ rows: AnswerRow..., before: SignedRecord?) -> [String] {
            RecordChecks(
                kind: .review, day: old.day, answers: [.risksConsidered: .rows(rows)], before: before,
                child: record(Self.known)
            ).refusals.map(\.field)
        }
        #expect(found(Self.considered("R1", "R2"), before: old) == [])
        #expect(found(Self.considered("R1", "R2"), before: nil) == ["risks_considered[1].item"])
        #expect(found(Self.considered("R1", "R3"), before: old) == ["risks_considered[1].item"])
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
