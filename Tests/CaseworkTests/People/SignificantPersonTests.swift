import Days
import TestSupport
import Testing

@testable import Casework

/// Who matters to the child is known from the plan and from the people around the child, each once.
struct SignificantPersonTests {
    private func planned(_ when: String, _ names: String..., formal: Bool = true) -> [ChildEvent] {
        signed(
            .familyTimePlan, when,
            [
                .people: .rows(
                    names.map {
                        AnswerRow([.person: .text($0), .arrangement: .text("Saturdays"), .formal: .flag(formal)])
                    })
            ])
    }
    private func known(_ when: String, _ name: String, _ more: [RecordColumn: Answer]) -> [ChildEvent] {
        signed(
            .people, when,
            [.network: .rows([AnswerRow(more.merging([.person: .text(name), .relation: .text("family")]) { $1 })])])
    }
    private func names(_ events: [ChildEvent]...) -> [String] {
        record(events.flatMap(\.self)).significantPeople.map(\.name)
    }

    @Test func onePersonIsOneHoweverTheNameIsTyped() throws {
        let child = record(
            planned("2024-01-10", "Mum"), planned("2024-02-10", " mum "),
            known("2024-03-01", "MUM", [.contact: .choice("yes")]))
        #expect(child.significantPeople.count == 1)
        #expect(child.significantPeople[0].since == day("2024-02-10"))
        #expect(PersonKey("  Aunt \t Jo ") == PersonKey("aunt jo") && PersonKey("Jo") != PersonKey("Joe"))
    }

    @Test func whomTheChildMaySeeAndAParentByLawAreThoughtOf() {
        let yes = known("2024-01-10", "Nan", [.contact: .choice("yes")])
        let watched = known("2024-01-10", "Dad", [.contact: .choice("supervised")])
        let parent = known("2024-01-10", "Mum", [.parentalResponsibility: .choice("yes")])
        let teacher = known("2024-01-10", "Mr Hill", [:])
        #expect(names(yes, watched, parent, teacher) == ["Dad", "Mum", "Nan"])
        let barred = known(
            "2024-01-10", "Mum", [.parentalResponsibility: .choice("yes"), .contact: .choice("no")])
        #expect(names(barred).isEmpty)
    }

    @Test func theFirstRecordThatSaidSoIsSinceWhen() {
        let child = record(
            known("2024-01-10", "Nan", [:]), known("2024-02-10", "Nan", [.contact: .choice("yes")]),
            known("2024-03-10", "nan", [.contact: .choice("yes")]))
        #expect(child.significantPeople.map(\.since) == [day("2024-02-10")])
        #expect(child.significantPeople.allSatisfy { $0.planned == nil && !$0.isArranged })
    }

    @Test func theLaterWordStands() {
        let no = known("2024-02-01", "Mum", [.contact: .choice("no")])
        #expect(names(planned("2024-01-10", "Mum"), no).isEmpty)
        #expect(names(no, planned("2024-03-01", "Mum")) == ["Mum"])
        let nobody = signed(.familyTimePlan, "2024-03-01", [.people: .noneBecause("She wants to see nobody now")])
        let nan = known("2024-02-01", "Nan", [.contact: .choice("yes")])
        #expect(names(nan, nobody).isEmpty)
        #expect(names(nan, nobody, known("2024-04-01", "Nan", [.contact: .choice("yes")])) == ["Nan"])
    }

    @Test func timesTogetherAreFoundByTheSameName() {
        let met = signed(
            .caseNote, "2024-02-01",
            [
                .contacts: .rows([
                    AnswerRow([.person: .text("mum"), .on: .day(day("2024-01-20")), .happened: .flag(true)]),
                    AnswerRow([.person: .text("Mum "), .on: .day(day("2024-01-13")), .happened: .flag(false)]),
                ])
            ])
        #expect(record(met).thread.contacts(with: "MUM").map(\.happened) == [false, true])
    }

    private func often(_ often: String, order: String = "no_order") -> [ChildEvent] {
        signed(
            .familyTimePlan, "2024-01-01",
            [
                .people: .rows([
                    AnswerRow([
                        .person: .text("Mum"), .arrangement: .text("Saturdays"), .often: .choice(often),
                        .order: .choice(order),
                    ])
                ])
            ])
    }
    private func kept(_ child: ChildRecord, _ by: String) -> FamilyTimeKept? {
        child.familyTimeKept(with: child.significantPeople[0], by: day(by))
    }

    @Test func whatIsPlannedIsCountedForTheWeeksThatThePlanHasStood() throws {
        let met = signed(
            .caseNote, "2024-03-01",
            [
                .contacts: .rows(
                    [("2023-12-30", true), ("2024-01-06", true), ("2024-01-13", false), ("2024-02-10", true)].map {
                        AnswerRow([.person: .text("mum"), .on: .day(day($0.0)), .happened: .flag($0.1)])
                    })
            ])
        let child = record(often("weekly"), met)
        #expect(kept(child, "2024-01-07") == FamilyTimeKept(planned: 1, happened: 1, missed: 0))
        #expect(kept(child, "2024-03-24") == FamilyTimeKept(planned: 12, happened: 2, missed: 1))
        #expect(kept(child, "2024-03-24")?.notRecorded == 9)
        // The twelve weeks have gone on.
        #expect(kept(child, "2024-04-20") == FamilyTimeKept(planned: 12, happened: 1, missed: 0))
        #expect(kept(record(planned("2024-01-10", "Mum")), "2024-03-24") == nil, "nothing says how often")
        #expect(kept(record(often("every_three_months")), "2024-01-20")?.planned == 0)
    }

    @Test func anOrderIsFormal() {
        #expect(record(often("weekly")).significantPeople.map(\.isFormal) == [false])
        #expect(record(often("weekly", order: "contact_in_care")).significantPeople.map(\.isFormal) == [true])
    }
}
