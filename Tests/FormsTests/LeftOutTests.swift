import Casework
import FormFiles
import Forms
import Testing

/// A council may reword a form and add to it. It may leave out what nothing reads, and nothing else.
struct LeftOutTests {
    /// A form that comes with the product, without one question.
    private static func problems(_ kind: RecordKind, without field: CoreField) throws -> [FormProblem] {
        let content = try #require(try FormLibrary()[kind]).content
        var (kept, isOut): ([Substring], Bool) = ([], false)
        for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("      - id: ") || line.hasPrefix("  - title:") {
                isOut = line == "      - id: \(field.name)"
            }
            if !isOut { kept.append(line) }
        }
        try #require(kept.count < content.split(separator: "\n", omittingEmptySubsequences: false).count)
        do throws(FormFileError) {
            _ = try FormFile(kept.joined(separator: "\n"), name: "council/\(kind.name).yaml")
            return []
        } catch { return error.problems }
    }

    /// What the product's forms ask and a council's need not.
    private static let free: [RecordKind: Set<CoreField>] = [
        .caseNote: [.contacts, .evidences], .visit: [.contacts, .evidences], .directWork: [.evidences],
        .healthAssessment: [.health, .evidences],
        .lifeStory: [.childsWords, .nowWhat], .personalEducationPlan: [.evidences],
        .legalPlanning: [.nextLook], .review: [.minutes, .readiness], .chronologyEntry: [.alsoTheme],
        .siblings: [.nowWhat],
        .handover: [.nowWhat, .childTold, .jointVisit], .placementRequest: [.decided], .takingOver: [.observations],
        .assessment: [.answersChanges, .readiness], .assessmentStart: [.answersChanges, .notNeededBecause],
        .carePlan: [.agreement],
        .placementPlan: [.agreement, .delegatedAuthority],
    ]

    @Test func onlyWhatNothingReadsMayBeLeftOut() {
        for kind in RecordKind.allCases {
            let mayGo = kind.fields.filter { kind.whyAsked($0) == nil }.map(\.field)
            #expect(Set(mayGo) == Self.free[kind] ?? [], "\(kind)")
        }
    }

    @Test(arguments: [
        (RecordKind.visit, CoreField.purpose), (.visit, .childsWords), (.visit, .bedroomSeen), (.visit, .managerTold),
        (.visit, .othersPresent), (.visit, .purposeActions), (.review, .healthConsidered), (.review, .toldAlone),
        (.healthAssessment, .appointmentHeld), (.healthAssessment, .reportReceived), (.assessment, .history),
        (.assessment, .what), (.assessment, .soWhat), (.assessment, .nowWhat),
        (.assessment, .placementFrom), (.carePlan, .parallelPlan), (.carePlan, .outcomes), (.people, .homeAddress),
    ])
    func aFormWithoutWhatIsReadIsRefusedWithItsLineAndReason(_ kind: RecordKind, _ field: CoreField) throws {
        let problem = try #require(try Self.problems(kind, without: field).first)
        let required = try #require(kind.fields.first { $0.field == field })
        let why = try #require(kind.whyAsked(required))
        #expect(problem.line >= 1 && problem.what == "\(field.name) is not asked (\(why))")
        #expect(problem.remedy == "add a question with id: \(field.name)")
    }

    @Test func whatNothingReadsIsLeftOut() throws {
        for (kind, fields) in Self.free {
            for field in fields { #expect(try Self.problems(kind, without: field).isEmpty, "\(kind) \(field)") }
        }
    }
}
