import Casework
import Days
import Oversight
import TestSupport
import Testing

/// An assessment that an auditor found inadequate stays something to join up until somebody puts it right.
struct InadequateBreakTests {
    private static func found(_ child: ChildRecord, on asked: String = "2024-06-01") -> [Break] {
        Breaks.of(ChildAsAt(child, day(asked)), covered()).filter { $0.rule.id == "assessment_inadequate" }
    }

    private static let written = episode("2024-01-10") + assessed("2024-03-01")
    private static let poor = audited("2024-04-01", of: "2024-03-01", .inadequate)

    @Test func itIsThereFromTheDayOfTheAuditAndNamesTheAssessment() throws {
        let child = record(Self.written, Self.poor)
        #expect(Self.found(child, on: "2024-03-31").isEmpty)
        let one = try #require(Self.found(child, on: "2024-04-01").first)
        #expect(one.since == day("2024-04-01") && one.owner.role == .socialWorker && one.recordKind == .assessment)
        #expect(one.facts == ["The assessment of 1 March 2024 was audited on 1 April 2024 and found inadequate."])
        #expect(!one.rule.needsManager && one.rule.weight == .local)
    }

    @Test(arguments: AuditGrade.allCases.filter { $0 != .inadequate }) func noOtherGradeAsksForIt(_ grade: AuditGrade) {
        let child = record(
            Self.written,
            audited("2024-04-01", of: "2024-03-01", grade, [.analysis: .inadequate, .history: .inadequate]))
        #expect(Self.found(child).isEmpty)
    }

    @Test func aNewerAssessmentMendsItAndOneForLeavingCareDoesNot() {
        #expect(Self.found(record(Self.written, Self.poor, assessed("2024-05-01"))).isEmpty)
        let leaving = signed(.assessment, "2024-05-01", [.assessmentType: .choice("leaving_care")])
        #expect(Self.found(record(Self.written, Self.poor, leaving)).count == 1)
    }

    @Test func aSecondAuditThatFindsItBetterMendsIt() {
        #expect(Self.found(record(Self.written, Self.poor, audited("2024-05-01", of: "2024-03-01", .good))).isEmpty)
    }

    @Test func aCorrectionAfterTheAuditMendsItAndOneBeforeItDoesNot() throws {
        guard case .signed(let assessment)? = assessed("2024-03-01").first, case .signed(let audit)? = Self.poor.first
        else { return }
        var child = record(episode("2024-01-10"))
        func told(_ seq: Int64) -> Origin { Origin(EventID(seq), .recordedHere) }
        child.apply(.corrected(assessment, retired: []), origin: told(20), version: EventID(21))
        child.apply(.signed(audit), origin: told(22))
        #expect(Self.found(child).count == 1)
        var mended = record(episode("2024-01-10"))
        mended.apply(.corrected(assessment, retired: []), origin: told(20), version: EventID(23))
        mended.apply(.signed(audit), origin: told(22))
        #expect(Self.found(mended).isEmpty)
    }
}
