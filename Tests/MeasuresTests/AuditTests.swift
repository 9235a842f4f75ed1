import Casework
import Days
import TestSupport
import Testing

@testable import Measures

/// What audits show beside the figures: quarters, how far assessors differ, and what became of the plans.
struct AuditTests {
    private static let asAt = day("2024-08-10")

    /// A child with one audited assessment.
    private static func child(
        _ key: UInt64, _ grade: AuditGrade, by assessor: String, on audit: String = "2024-05-01",
        more: [ChildEvent] = []
    ) -> ChildRecord {
        record(
            key: key, episode("2024-01-10"), assessed("2024-02-01"), more,
            audited(audit, of: "2024-02-01", grade, [.analysis: .inadequate], assessor: assessor))
    }

    private static func authority(_ children: [ChildRecord], staff: [Worker] = []) -> Authority {
        var authority = Authority()
        for child in children { authority.replace(child) }
        for (place, worker) in staff.enumerated() {
            authority.apply(.described(worker), to: StreamID(.worker, key: UInt64(place + 1)))
        }
        return authority
    }

    private static func audits(_ children: [ChildRecord], staff: [Worker] = []) -> Audits {
        Audits(of: children, in: authority(children, staff: staff), asAt: asAt)
    }

    // MARK: Quarters

    @Test func eachAssessmentStandsInTheQuarterOfItsLastAudit() throws {
        let audits = Self.audits([
            Self.child(1, .good, by: "Ann", on: "2024-05-01"), Self.child(2, .outstanding, by: "Ann", on: "2024-06-30"),
            Self.child(3, .inadequate, by: "Ann", on: "2024-07-01"),
            Self.child(4, .good, by: "Ann", on: "2024-08-11"),
            Self.child(5, .good, by: "Ann", more: audited("2024-03-01", of: "2024-02-01", .inadequate)),
        ])
        #expect("\(audits.period.start) \(audits.period.end)" == "2022-10-01 2024-08-10")
        let quarters = audits.byQuarter()
        #expect(audits.quarters.count == Audits.length)
        #expect(quarters.map(\.quarter.description) == ["2024-Q3", "2024-Q2"], "nobody audited before")
        #expect(quarters[0].counts[.inadequate] == 1 && quarters[0].counts.total == 1, "what is to come is not known")
        #expect(quarters[1].counts[.good] == 2 && quarters[1].counts[.outstanding] == 1)
        #expect(quarters[1].counts.goodOrBetter == 3)
        let analysis = audits.byQuarter(of: .analysis)
        #expect(analysis[1].counts[.inadequate] == 3 && analysis[1].counts.goodOrBetter == 0)
    }

    @Test func aQuarterBetweenInWhichNobodyAuditedStandsThereWithNone() {
        let audits = Self.audits([
            Self.child(1, .good, by: "Ann", on: "2024-02-10"), Self.child(2, .good, by: "Ann", on: "2024-08-01"),
        ])
        #expect(audits.byQuarter().map(\.counts.total) == [1, 0, 1])
        #expect(Self.audits([]).byQuarter().isEmpty)
    }

    // MARK: Assessors

    private static func several(_ first: UInt64, _ number: UInt64, good: UInt64, by assessor: String) -> [ChildRecord] {
        (0..<number).map { child(first + $0, $0 < good ? .good : .requiresImprovement, by: assessor) }
    }

    private static func spread(_ children: [ChildRecord], staff: [Worker] = []) -> AssessorSpread {
        let audits = audits(children, staff: staff)
        return AssessorSpread(of: audits, within: audits)
    }

    @Test func aCodeAndANameOfTheStaffFileAreOnePerson() throws {
        let staff = [Worker(code: "SW7", name: "Zoe Quill")]
        let spread = Self.spread(
            Self.several(1, 3, good: 3, by: "SW7") + Self.several(11, 3, good: 0, by: " zoe  quill"), staff: staff)
        let line = try #require(spread.lines.first)
        #expect(spread.lines.count == 1 && line.assessor.title == "Zoe Quill" && line.assessor.code == "SW7")
        #expect(line.counts.total == 6 && line.counts.goodOrBetter == 3)
    }

    @Test func whoeverIsNotInTheStaffFileHasAKeyThatIsNoName() {
        let keys = Self.audits([
            Self.child(1, .good, by: "Zoe Quill"), Self.child(2, .good, by: "zoe  quill"),
            Self.child(3, .good, by: "Ann Poe"),
        ]).all.sorted { $0.child < $1.child }.map(\.assessor.key)
        #expect(keys[0] == keys[1] && keys[0] != keys[2])
        #expect(!keys[0].lowercased().contains("quill") && keys[0].allSatisfy { $0.isHexDigit || $0 == "n" })
    }

    @Test func twoOfOneNameAreNotTakenForOneAnother() {
        let staff = [Worker(code: "SW1", name: "Ann Poe"), Worker(code: "SW2", name: "Ann Poe")]
        let spread = Self.spread(
            Self.several(1, 1, good: 1, by: "SW2") + Self.several(11, 1, good: 1, by: "SW1")
                + Self.several(21, 1, good: 1, by: "Ann Poe"), staff: staff)
        #expect(spread.lines.map(\.assessor.code) == ["SW1", "SW2", nil])
    }

    @Test func assessorsStandByTheAlphabetWhateverTheirGrades() {
        let spread = Self.spread(
            Self.several(1, 10, good: 0, by: "Bea") + Self.several(21, 30, good: 30, by: "Cal")
                + Self.several(61, 10, good: 8, by: "ann") + Self.several(81, 4, good: 0, by: "Dov"))
        #expect(spread.lines.map(\.assessor.title) == ["ann", "Bea", "Cal", "Dov"])
        #expect(
            spread.lines.map(\.place) == [.inside, .beyond998(isUp: false), .beyond998(isUp: true), nil],
            "of four nobody can say")
        #expect(spread.funnel?.points.map(\.title) == ["ann", "Bea", "Cal"])
        #expect(
            spread.sentence
                == "Of 3 assessors with at least 5 assessments audited, 1 is within what chance allows around the service’s own share, 1 above it and 1 below. 1 assessor has fewer than 5 audited: too few to say."
        )
    }

    @Test func theLimitsStandAroundTheWholeServiceWhereFewerAreTold() throws {
        let own = Self.several(1, 20, good: 20, by: "Ann")
        let service = Self.audits(own + Self.several(31, 60, good: 10, by: "Bea"))
        let told = service.only { $0.assessor.title == "Ann" }
        #expect(AssessorSpread(of: told, within: told).lines.map(\.place) == [.inside])
        let spread = AssessorSpread(of: told, within: service)
        #expect(spread.lines.map(\.assessor.title) == ["Ann"])
        #expect(spread.lines.map(\.place) == [.beyond998(isUp: true)])
        #expect(try abs(#require(spread.funnel).target - 37.5) < 1e-9)
    }

    @Test func nobodyAuditedHasASentenceToo() {
        #expect(Self.spread([]).sentence == "Nobody’s assessments are audited yet.")
        #expect(
            Self.spread(Self.several(1, 2, good: 1, by: "Ann")).sentence
                == "1 assessor has fewer than 5 audited: too few to say.")
    }

    // MARK: Plans

    private static func item(_ id: String) -> Answer { .items([ItemID(id)!]) }

    /// Plans for N1, which the assessment found: an outcome, two actions that are done, one of them before its day, one that is
    /// not, and one to come.
    private static let planned: [ChildEvent] = {
        func action(_ id: String, _ due: String, for end: String) -> AnswerRow {
            AnswerRow([
                .id: item(id), .what: .text("Do it"), .owner: .text("Ann"), .due: .day(day(due)),
                .addresses: item(end),
            ])
        }
        let outcomes = ["O1", "O2"].map {
            AnswerRow([.id: item($0), .what: .text("Sleeps"), .need: item("N1")])
        }
        let plan = signed(
            .carePlan, "2024-02-10",
            [
                .outcomes: .rows(outcomes),
                .actions: .rows([
                    action("A1", "2024-03-01", for: "N1"), action("A2", "2024-03-01", for: "O1"),
                    action("A3", "2024-09-01", for: "N1"), action("A4", "2024-03-01", for: "R9"),
                    action("A5", "2024-09-01", for: "N1"),
                ]),
            ])
        func measured(_ on: String, _ change: Change) -> [ChildEvent] {
            signed(
                .caseNote, on,
                [
                    .measurements: .rows([
                        AnswerRow([
                            .outcome: item("O1"), .change: .choice(change.rawValue), .on: .day(day(on)),
                        ])
                    ])
                ])
        }
        let done = signed(
            .caseNote, "2024-02-20",
            [
                .progress: .rows(
                    ["A2", "A5"].map {
                        AnswerRow([.action: item($0), .state: .choice("done"), .on: .day(day("2024-02-20"))])
                    })
            ])
        return plan + done + measured("2024-04-01", .worse) + measured("2024-04-20", .better)
    }()

    @Test func whatBecameOfThePlanIsCountedByTheGradeOfTheWhole() throws {
        let audits = Self.audits([
            Self.child(1, .good, by: "Ann", more: Self.planned), Self.child(2, .good, by: "Ann"),
            Self.child(3, .inadequate, by: "Ann"),
        ])
        let lines = PlansByGrade(of: audits).lines
        #expect(lines.map(\.grade) == AuditGrade.allCases && lines.map(\.assessments) == [0, 2, 0, 1])
        let good = lines[1].counts
        #expect([good.needs, good.answered] == [2, 1])
        #expect([good.due, good.done] == [3, 2], "one day has not come, and one action is for something else")
        #expect([good.outcomes, good.measured, good.better] == [2, 1, 1], "the last measurement counts")
        let inadequate = lines[3].counts
        #expect([inadequate.needs, inadequate.answered, inadequate.outcomes] == [1, 0, 0])
    }

    @Test func whatAnAuditorAskedForIsNotThePlans() {
        let asked = AnswerRow([
            .id: Self.item("A9"), .what: .text("Ask her aunt"), .owner: .text("Ann"), .due: .day(day("2024-06-01")),
            .addresses: Self.item("N1"),
        ])
        var answers = auditAnswers(of: "2024-02-01", .inadequate, assessor: "Ann")
        answers[.actions] = .rows([asked])
        let child = record(
            episode("2024-01-10"), assessed("2024-02-01"), signed(.assessmentAudit, "2024-05-01", answers))
        let plan = Self.audits([child]).all.map(\.plan)
        #expect(plan.map(\.due) == [0] && plan.map(\.needs) == [1] && plan.map(\.answered) == [0])
    }

    @Test func aNeedThatAnotherRecordFoundIsNotTheAssessments() throws {
        let other = signed(
            .caseNote, "2024-03-01",
            [.needs: .rows([AnswerRow([.id: Self.item("N2"), .what: .text("Glasses"), .area: .choice("health")])])])
        let audits = Self.audits([Self.child(1, .good, by: "Ann", more: other)])
        #expect(audits.all.map(\.plan.needs) == [1])
    }
}
