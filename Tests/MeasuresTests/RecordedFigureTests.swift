import Casework
import Days
import Measures
import Standards
import TestSupport
import Testing

/// Figures about recorded work, counted by hand.
struct RecordedFigureTests {
    private let came = episode("2024-01-10", "S", "V2")
    private func risk(_ id: String, level: String = "high") -> Answer {
        .rows([
            AnswerRow([.id: .items([ItemID(id)!]), .what: .text("hurt"), .level: .choice(level), .known: .flag(true)])
        ])
    }
    private func action(_ id: String, for item: String, due: String?, owner: String = "Amina Shah") -> Answer {
        var cells: [RecordColumn: Answer] = [
            .id: .items([ItemID(id)!]), .what: .text("see to it"), .owner: .text(owner), .purpose: .text("safety"),
            .addresses: .items([ItemID(item)!]),
        ]
        cells[.due] = due.map { .day(day($0)) }
        return .rows([AnswerRow(cells)])
    }

    private func approved(_ assessed: String, on when: String) -> [ChildEvent] {
        signed(
            .assessmentApproval, when,
            [.assessedOn: .day(day(assessed)), .managersAnswer: .choice(ManagersAnswer.approved.rawValue)])
    }

    @Test func whereNothingIsSignedNoneOfThemExists() {
        let set = FigureSet(asAt: day("2024-03-01"), covered())
        let recorded = Indicators.all.filter { $0.exists == .recordedHere }
        #expect(recorded.count > 20)
        for figure in set.figures() where figure.indicator.exists == .recordedHere {
            #expect(figure.absence == "Nothing of this is recorded here yet.")
        }
    }

    @Test func aChildOfWhomNothingIsSignedIsUnknown() {
        for id in ["K09", "K10", "K12", "K13", "K24", "K30", "K34", "K43", "K97"] {
            #expect(counts(id, "2024-09-01", record(born: "2012-01-01", came))[2] == 1, "\(id)")
        }
    }

    @Test func plansInTimeAndCurrent() {
        let good = record(
            key: 1, came, signed(.caseNote, "2024-01-10"), signed(.carePlan, "2024-01-20"),
            signed(.assessment, "2024-01-20"), approved("2024-01-20", on: "2024-01-25"))
        let late = record(key: 2, came, signed(.caseNote, "2024-01-10"), signed(.carePlan, "2024-02-20"))
        #expect(counts("K09", "2024-03-31", good, late) == [1, 2, 0])
        #expect(counts("K12", "2024-04-01", good, late) == [2, 2, 0])
        #expect(counts("K12", "2024-08-01", good, late) == [1, 2, 0])
        // An assessment of the last twelve months may lie before the record was kept here.
        #expect(counts("K13", "2024-04-01", good, late) == [1, 1, 1])
        // Nobody has read it yet, as far as is recorded; from the first word of a manager that is a no.
        #expect(counts("K13", "2024-01-24", good) == [0, 0, 1])
        let begun = signed(
            .assessmentStart, "2024-01-12", [.assessmentType: .choice("core"), .target: .day(day("2024-01-30"))])
        #expect(counts("K13", "2024-01-24", record(came, begun, signed(.assessment, "2024-01-20"))) == [0, 1, 0])
        // A move asks both again.
        let moved = record(
            episode("2024-01-10", "S", "V2", end: "2024-03-01", "X1"), episode("2024-03-01", "P", "V2"),
            signed(.carePlan, "2024-01-20"), signed(.assessment, "2024-01-20"))
        #expect(counts("K12", "2024-04-01", moved) == [0, 1, 0])
        #expect(counts("K13", "2024-04-01", moved) == [0, 1, 0])
    }

    @Test func risksAndActions() {
        let open = record(came, signed(.caseNote, "2024-02-01", [.risks: risk("R1")]))
        let answered = record(
            key: 2, came,
            signed(.caseNote, "2024-02-01", [.risks: risk("R1"), .actions: action("A1", for: "R1", due: "2024-04-01")]))
        #expect(counts("K15", "2024-03-01", open, answered) == [1, 2, 0])
        #expect(counts("K15", "2024-04-02", open, answered) == [0, 2, 0])
        #expect(counts("K11", "2024-03-01", answered) == [1, 1, 0])
        let vague = record(
            came, signed(.caseNote, "2024-02-01", [.risks: risk("R1"), .actions: action("A1", for: "R1", due: nil)]))
        #expect(counts("K11", "2024-03-01", vague) == [0, 1, 0])
    }

    @Test func outcomesThatGotBetter() {
        func measured(_ id: String, _ change: String, _ on: String) -> [CoreField: Answer] {
            [
                .measurements: .rows([
                    AnswerRow([.outcome: .items([ItemID(id)!]), .change: .choice(change), .on: .day(day(on))])
                ])
            ]
        }
        let wanted = Answer.rows(
            ["O1", "O2"].map {
                AnswerRow([.id: .items([ItemID($0)!]), .what: .text("sleeps"), .target: .text("8 hours")])
            })
        let child = record(
            came, signed(.carePlan, "2024-01-20", [.outcomes: wanted]),
            signed(.caseNote, "2024-02-01", measured("O1", "worse", "2024-02-01")),
            signed(.caseNote, "2024-03-01", measured("O1", "better", "2024-03-01")))
        #expect(counts("K11a", "2024-02-01", child) == [0, 1, 0])
        #expect(counts("K11a", "2024-03-01", child) == [1, 1, 0])
        // Measured in the year before, and not since.
        #expect(counts("K11a", "2024-04-01", child) == [0, 0, 0])
    }

    @Test func whatTheChildSaidAndWasTold() {
        let said = Answer.rows([AnswerRow([.id: .items([ItemID("V1")!]), .what: .text("I want to see nan")])])
        func answered(_ told: String?) -> [CoreField: Answer] {
            var cells: [RecordColumn: Answer] = [.view: .items([ItemID("V1")!]), .done: .text("She comes on Sundays")]
            cells[.told] = told.map { .text($0) }
            return [.viewsAnswered: .rows([AnswerRow(cells)])]
        }
        let asked = signed(.caseNote, "2024-02-01", [.views: said])
        #expect(counts("K96a", "2024-03-01", record(came, asked)) == [0, 1, 0])
        let untold = record(came, asked, signed(.caseNote, "2024-02-10", answered(nil)))
        #expect(counts("K96a", "2024-03-01", untold) == [0, 1, 0])
        let told = record(came, asked, signed(.caseNote, "2024-02-10", answered("On the phone, the same day")))
        #expect(counts("K96a", "2024-03-01", told) == [1, 1, 0])
        #expect(counts("K96a", "2024-02-09", told) == [0, 1, 0])
    }

    @Test func familyTimeThatTookPlace() {
        func met(_ happened: Bool, _ on: String) -> [ChildEvent] {
            signed(
                .caseNote, on,
                [
                    .contacts: .rows([
                        AnswerRow([.person: .text("Nan"), .on: .day(day(on)), .happened: .flag(happened)])
                    ])
                ])
        }
        let child = record(came, met(true, "2024-02-01"), met(false, "2024-02-15"), met(true, "2024-03-01"))
        #expect(counts("K97a", "2024-02-20", child) == [1, 2, 0])
        #expect(counts("K97a", "2024-03-01", child) == [2, 3, 0])
        // Told of twice it took place once, and the later word stands.
        let again = record(came, met(false, "2024-02-01"), met(true, "2024-02-01"))
        #expect(counts("K97a", "2024-02-20", again) == [1, 1, 0])
        let other = record(
            came,
            signed(
                .caseNote, "2024-02-01",
                [
                    .contacts: .rows(
                        ["Nan", "nan ", "Uncle Jo"].map {
                            AnswerRow([.person: .text($0), .on: .day(day("2024-02-01")), .happened: .flag(true)])
                        })
                ]))
        #expect(counts("K97a", "2024-02-20", other) == [2, 2, 0])
    }

    @Test func visits() {
        let none: [CoreField: Answer] = [.actions: .noneBecause("nothing new")]
        let child = record(came, visit("2024-01-12", none), visit("2024-02-20"))
        #expect(counts("K30", "2024-03-01", child) == [1, 1, 0])
        #expect(counts("K31", "2024-03-01", child) == [2, 2, 0])
        #expect(counts("K32", "2024-03-01", child) == [1, 2, 0])
        #expect(counts("K30", "2024-05-20", child) == [0, 1, 0])
    }

    @Test func whatAChildToldOfHarm() {
        func told(_ manager: String, _ more: [CoreField: Answer]) -> ChildRecord {
            record(
                came,
                visit(
                    "2024-02-02",
                    [.significant: .choice("disclosure"), .managerTold: .day(day(manager))].merging(more) { $1 }))
        }
        let action = [CoreField.actions: action("A1", for: "N1", due: "2024-02-03")]
        // 2 February 2024 is a Friday.
        #expect(counts("K33", "2024-03-01", told("2024-02-05", action)) == [1, 1, 0])
        #expect(counts("K33", "2024-03-01", told("2024-02-06", action)) == [0, 1, 0])
        #expect(counts("K33", "2024-03-01", told("2024-02-02", [:])) == [0, 1, 0])
    }

    @Test func whatFollowedADisclosureCountsWhereverItIsWritten() {
        let told: [CoreField: Answer] = [
            .significant: .choice("disclosure"), .managerTold: .day(day("2024-02-02")),
            .views: .rows([AnswerRow([.id: .items([ItemID("V1")!]), .what: .text("He hurt me")])]),
        ]
        func after(_ when: String) -> [ChildEvent] {
            signed(.managementDecision, when, [.actions: action("A1", for: "V1", due: "2024-02-05")])
        }
        // 2 February 2024 is a Friday.
        #expect(counts("K33", "2024-03-01", record(came, visit("2024-02-02", told), after("2024-02-05"))) == [1, 1, 0])
        #expect(counts("K33", "2024-03-01", record(came, visit("2024-02-02", told), after("2024-02-06"))) == [0, 1, 0])
        // The visit led to what was written of it the next day.
        #expect(counts("K32", "2024-03-01", record(came, visit("2024-02-02", told), after("2024-02-03"))) == [1, 1, 0])
        #expect(counts("K32", "2024-03-01", record(came, visit("2024-02-02", told), after("2024-02-05"))) == [0, 1, 0])
    }

    @Test func anActionIsWholeWithAMeasureOfWhatItIsFor() {
        func wanted(_ more: [RecordColumn: Answer], closed: Bool = false) -> ChildRecord {
            let outcome: [RecordColumn: Answer] = [
                .id: .items([ItemID("O1")!]), .what: .text("Sleeps"), .need: .items([ItemID("N1")!]),
                .baseline: .text("Wakes"), .target: .text("Once"),
            ]
            let over: Answer = .rows([AnswerRow([.item: .items([ItemID("O1")!]), .because: .text("Other things now")])])
            return record(
                came,
                signed(
                    .carePlan, "2024-02-01",
                    [
                        .outcomes: .rows([AnswerRow(outcome.merging(more) { $1 })]),
                        .actions: action("A1", for: "N1", due: "2024-04-01"),
                    ]), closed ? signed(.caseNote, "2024-02-10", [.closed: over]) : [])
        }
        #expect(counts("K11", "2024-03-01", wanted([.measure: .text("A diary")])) == [1, 1, 0])
        #expect(counts("K11", "2024-03-01", wanted([:])) == [0, 1, 0])
        #expect(counts("K11", "2024-03-01", wanted([:], closed: true)) == [1, 1, 0])
    }

    @Test func familyTimeIsArrangedWithEverybodyWhoMatters() {
        func around(_ contact: String) -> [ChildEvent] {
            signed(
                .people, "2024-02-01",
                [
                    .network: .rows([
                        AnswerRow([
                            .person: .text("mum "), .relation: .text("mother"),
                            .parentalResponsibility: .choice("yes"), .contact: .choice(contact),
                        ])
                    ])
                ])
        }
        func planned(_ name: String) -> [ChildEvent] {
            signed(
                .familyTimePlan, "2024-02-10",
                [
                    .people: .rows([
                        AnswerRow([.person: .text(name), .arrangement: .text("Sundays"), .formal: .flag(true)])
                    ])
                ])
        }
        // Whom nothing is arranged with is no, and not unknown; without anybody it is not known yet.
        #expect(counts("K97", "2024-03-01", record(came, around("yes"))) == [0, 1, 0])
        #expect(counts("K97", "2024-03-01", record(came, around("no"))) == [0, 0, 1])
        #expect(counts("K97", "2024-03-01", record(came, around("yes"), planned("Mum"))) == [1, 1, 0])
        #expect(counts("K97", "2024-03-01", record(came, around("yes"), planned("Nan"))) == [0, 1, 0])
    }

    @Test func aReviewSaysSomethingOfEachHighRisk() {
        let considered: Answer = .rows([AnswerRow([.item: .items([ItemID("R1")!]), .what: .text("still high")])])
        let start = signed(.caseNote, "2024-02-01", [.risks: risk("R1")])
        let looked = record(
            came, start,
            signed(.review, "2024-02-10", [.participation: .choice("PN1"), .risksConsidered: considered]))
        let not = record(key: 2, came, start, signed(.review, "2024-02-10", [.participation: .choice("PN1")]))
        #expect(counts("K23", "2024-03-01", looked, not) == [1, 2, 0])
        #expect(counts("K20", "2024-03-01", looked) == [1, 1, 0])
    }
}
