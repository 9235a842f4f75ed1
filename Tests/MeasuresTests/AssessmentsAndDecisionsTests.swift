import Casework
import Days
import Measures
import TestSupport
import Testing

/// What assessments use, whether they keep up, and what decisions and actions come to, counted by hand.
struct AssessmentsAndDecisionsTests {
    private let came = episode("2024-01-10", "S", "V2")
    private func begun(_ when: String, by due: String) -> [ChildEvent] {
        signed(.assessmentStart, when, [.assessmentType: .choice("core"), .target: .day(day(due))])
    }
    private func assessed(_ when: String, _ more: [CoreField: Answer] = [:]) -> [ChildEvent] {
        signed(.assessment, when, more.merging([.assessmentType: .choice("core")]) { own, _ in own })
    }

    /// Forty-five working days after Monday 8 April 2024: Wednesday 12 June, for two Mondays of May are holidays.
    @Test func theChildsDayStandsBesideTheLongestThatGuidanceGives() {
        let soon = record(key: 1, came, begun("2024-04-08", by: "2024-04-30"), assessed("2024-04-30"))
        let late = record(key: 2, came, begun("2024-04-08", by: "2024-04-30"), assessed("2024-06-12"))
        let later = record(key: 3, came, begun("2024-04-08", by: "2024-07-30"), assessed("2024-06-13"))
        let unset = record(key: 4, came, assessed("2024-06-13"))
        #expect(counts("K75a", "2024-08-01", soon, late, later) == [2, 3, 0])
        #expect(counts("K75", "2024-08-01", soon, late, later, unset) == [2, 3, 1])
        #expect(counts("K75", "2024-06-12", soon, late, later, unset) == [2, 2, 0])
    }

    @Test func anAssessmentIsOutOfDateFromTheFirstChangeThatNoneFollowed() {
        let moved =
            episode("2024-01-10", "S", "V2", end: "2024-03-01", "X1")
            + episode("2024-03-01", "P", "V2", end: "2024-04-01", "X1") + episode("2024-04-01", "P", "V2")
        let old = record(key: 1, moved, assessed("2024-01-20"))
        let between = record(key: 2, moved, assessed("2024-03-02"))
        let current = record(key: 3, moved, assessed("2024-04-02"))
        let figure = recordedFigure("K13c", "2024-05-01", [old, between, current])
        #expect(figure.values.sorted() == [30, 61])
        #expect(figure.value == 45.5)
        #expect(recordedFigure("K13c", "2024-03-01", [current]).value == nil, "none was written yet")
    }

    @Test func anAssessmentUsesHistoryWhereItNamesLinesOfIt() {
        let names = Answer.items([ItemID("E1")!])
        let cites = record(key: 1, came, assessed("2024-02-01", [.historyUsed: names]))
        #expect(counts("K13d", "2024-03-01", cites, record(key: 2, came, assessed("2024-02-01"))) == [1, 2, 0])
    }

    @Test func aKnownRiskIsSpokenOfOrNot() {
        func risk(_ id: String, known: Bool = true) -> AnswerRow {
            AnswerRow([.id: .items([ItemID(id)!]), .what: .text("hurt"), .level: .choice("high"), .known: .flag(known)])
        }
        let told = signed(.caseNote, "2024-02-01", [.risks: .rows([risk("R1"), risk("R2"), risk("R3", known: false)])])
        let spoken = Answer.rows([AnswerRow([.item: .items([ItemID("R1")!]), .what: .text("Collected each day")])])
        let child = record(came, told, assessed("2024-02-20", [.risksConsidered: spoken, .risks: .rows([risk("R4")])]))
        #expect(counts("K15a", "2024-03-01", child) == [1, 2, 0], "what it names itself is no risk that was known")
        #expect(counts("K15a", "2024-02-19", child) == [0, 0, 0])
    }

    @Test func aDecisionRestsOnTheNewestPlanOfItsKind() {
        func decided(_ when: String, on plan: String?, _ kind: String? = nil) -> [ChildEvent] {
            var answers: [CoreField: Answer] = [.decided: .text("Wait until May")]
            answers[.planUsed] = (kind ?? plan.map { _ in "care_plan" }).map { .choice($0) }
            answers[.planUsedOf] = plan.map { .day(day($0)) }
            return signed(.managementDecision, when, answers)
        }
        let plans = signed(.carePlan, "2024-01-20") + signed(.carePlan, "2024-04-20")
        #expect(
            counts("K12a", "2024-06-01", record(came, plans, decided("2024-05-01", on: "2024-04-20"))) == [1, 1, 0])
        #expect(
            counts("K12a", "2024-06-01", record(came, plans, decided("2024-05-01", on: "2024-01-20"))) == [0, 1, 0])
        #expect(
            counts("K12a", "2024-06-01", record(came, plans, decided("2024-04-19", on: "2024-01-20"))) == [1, 1, 0])
        #expect(counts("K12a", "2024-06-01", record(came, plans, decided("2024-05-01", on: nil))) == [0, 0, 1])
        #expect(
            counts("K12a", "2024-06-01", record(came, plans, decided("2024-05-01", on: nil, "no_plan"))) == [0, 1, 0])
        #expect(
            counts("K12a", "2024-06-01", record(came, decided("2024-05-01", on: nil))) == [0, 0, 0], "none to rest on")
    }

    @Test func actionsEndWithWhatTheyChangedOrWithout() {
        func action(_ id: String) -> AnswerRow {
            AnswerRow([
                .id: .items([ItemID(id)!]), .what: .text("ring"), .owner: .text("Amina Shah"),
                .due: .day(day("2024-05-01")),
            ])
        }
        func done(_ id: String, effect: String?, _ state: String = "done") -> AnswerRow {
            var cells: [RecordColumn: Answer] = [.action: .items([ItemID(id)!]), .state: .choice(state)]
            cells[.effect] = effect.map { .text($0) }
            return AnswerRow(cells)
        }
        let child = record(
            came, signed(.caseNote, "2024-02-01", [.actions: .rows(["A1", "A2", "A3", "A4"].map(action))]),
            signed(
                .caseNote, "2024-04-20",
                [
                    .progress: .rows([
                        done("A1", effect: "She sleeps"), done("A2", effect: nil), done("A4", effect: nil, "stopped"),
                    ])
                ]))
        #expect(counts("K11b", "2024-05-01", child) == [1, 2, 0])
    }

    @Test func whetherTheChildWasToldWhyAndWhenSomebodyLastWorkedWithThem() {
        func story(_ when: String, _ told: Bool) -> [ChildEvent] {
            signed(.lifeStory, when, [.lifeStoryState: .choice("started"), .toldWhyInCare: .flag(told)])
        }
        let chapter = signed(
            .lifeStoryChapter, "2024-03-01",
            [
                .partOfLife: .choice(PartOfLife.whyInCare.rawValue), .chapterTold: .choice("told"),
                .toldOn: .day(day("2024-03-05")),
            ])
        let note = signed(.caseNote, "2024-01-11", [.subject: .text("A call")])
        let told = record(key: 1, came, story("2024-02-01", false), chapter)
        let untold = record(key: 2, came, story("2024-04-01", false), chapter)
        let unsaid = record(key: 3, came, note)
        #expect(counts("K73a", "2024-05-01", told, untold, unsaid) == [1, 2, 1])
        #expect(counts("K96b", "2024-06-03", told, unsaid) == [1, 2, 0], "the chapter is of 90 days before")
        #expect(counts("K96b", "2024-06-04", told, unsaid) == [0, 2, 0])
        #expect(counts("K96b", "2024-04-01", unsaid) == [0, 0, 1], "kept here for less than 90 days")
    }
}
