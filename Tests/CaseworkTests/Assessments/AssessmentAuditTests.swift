import Casework
import Days
import TestSupport
import Testing

/// What an auditor says of an assessment: of one that is there, by nobody else, and the last word of each stands.
struct AssessmentAuditTests {
    private static let assessed = signed(.assessment, "2026-01-20", [.assessmentType: .choice("core")])

    @Test func theLastAuditOfEachAssessmentStands() throws {
        let twice =
            Self.assessed + signed(.assessment, "2026-03-20", [.assessmentType: .choice("update")])
            + audited("2026-02-02", of: "2026-01-20", .inadequate, [.analysis: .requiresImprovement])
            + audited("2026-04-01", of: "2026-03-20", .good) + audited("2026-04-02", of: "2026-01-20", .outstanding)
        let child = record(twice)
        #expect(child.audits.map(\.overall) == [.inadequate, .good, .outstanding])
        #expect(child.standingAudits.map(\.audit.overall) == [.good, .outstanding])
        #expect(child.standingAudits.map(\.assessment.day) == [day("2026-03-20"), day("2026-01-20")])
        let first = try #require(child.audits.first)
        #expect(first.grade(.analysis) == .requiresImprovement)
        #expect(first.grade(.views) == .inadequate, "as the whole, where a test says nothing else")
        #expect(first.assessor == "Ann Worker")
        // On a day before, nobody knew.
        #expect(child.asAt(day("2026-03-01")).standingAudits.map(\.audit.overall) == [.inadequate])
    }

    @Test func ofAnAssessmentThatIsNotThereNothingStands() {
        #expect(record(audited("2026-02-02", of: "2026-01-20", .good)).standingAudits.isEmpty)
    }

    /// An audit names a day and no record.
    @Test func ofTwoAssessmentsOfOneDayTheLastSignedIsTheOneThatIsAudited() throws {
        let child = record(
            Self.assessed, signed(.assessment, "2026-01-20", [.assessmentType: .choice("update")]),
            audited("2026-02-02", of: "2026-01-20", .good))
        let both = child.records.filter { $0.kind == .assessment }
        #expect(both.map { child.isAuditable($0) } == [false, true])
        #expect(child.assessment(of: day("2026-01-20")) == both.last)
        #expect(child.standingAudits.last?.assessment == both.last)
        #expect(try !child.isAuditable(#require(child.records.last { $0.kind == .assessmentAudit })))
    }

    @Test func theBetterGradeIsTheGreater() {
        #expect(AuditGrade.allCases.sorted() == [.inadequate, .requiresImprovement, .good, .outstanding])
        #expect(AuditGrade.allCases.filter(\.isGoodOrBetter) == [.outstanding, .good])
    }

    private static func refusals(
        _ when: String = "2026-02-02", of assessed: String = "2026-01-20", signer: Signer = .auditor,
        without left: CoreField? = nil, assessor: String = "Ann Worker"
    ) -> [String] {
        var answers = auditAnswers(of: assessed, .good, [:], assessor: assessor)
        if let left { answers[left] = nil }
        let command = RecordCommand(
            kind: .assessmentAudit, day: day(when), form: FormEdition(version: 1, digest: 1), answers: answers,
            signer: signer)
        guard case .failure(let refusals) = command.decided(for: record(Self.assessed), today: day("2026-06-01"))
        else { return [] }
        return refusals.all.map(\.field)
    }

    @Test func onlyAnAuditorGrades() {
        #expect(Self.refusals() == [])
        for signer in [Signer.somebody, .reviewingOfficer, .nobodyNamed, .another("Kay")] {
            #expect(Self.refusals(signer: signer) == ["on_behalf_of"])
        }
    }

    @Test func itIsOfASignedAssessmentAndNamesWhoWroteIt() {
        #expect(Self.refusals(of: "2026-01-21") == ["assessed_on"])
        #expect(Self.refusals("2026-01-19") == ["assessed_on"], "it was not written yet")
        #expect(Self.refusals(assessor: "TBC") == ["assessor"])
    }

    @Test(arguments: AuditedPart.allCases.map(\.field) + [.auditGrade, .whatWasGood, .whatIsMissing, .actions])
    func eachPartIsNeeded(_ field: CoreField) { #expect(Self.refusals(without: field) == [field.name]) }
}
