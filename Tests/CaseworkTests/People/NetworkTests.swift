import Casework
import Days
import Testing

/// Who is around a child, and what each may know.
struct NetworkTests {
    private static func people(_ rows: [[RecordColumn: Answer]], on day: Day = RecordingTests.day) -> RecordCommand {
        RecordCommand(
            kind: .people, day: day, form: RecordingTests.form,
            answers: [.network: .rows(rows.map(AnswerRow.init)), .addressConfidential: .choice("yes")])
    }
    private static let mother: [RecordColumn: Answer] = [
        .person: .text("Kay Example"), .relation: .text("mother"), .address: .choice("no"), .school: .choice("yes"),
        .parentalResponsibility: .choice("yes"), .named: .choice("everybody"), .by: .text("T. Manager"),
    ]

    @Test func whatNobodyHasSaidIsNotDecided() throws {
        let child = try RecordingTests.record(signing: [Self.people([Self.mother])])
        let person = try #require(child.thread.people.first)
        #expect(person.mayKnow == [.address: false, .school: true])
        #expect(person.undecided == [.health, .carers, .identity])
        #expect(person.parentalResponsibility == .yes && !person.hasEvidence && person.decidedBy == "T. Manager")
        #expect(child.hasConfidentialAddress == true)
    }

    @Test func theLastWordAboutAPersonStandsWhole() throws {
        var again = Self.mother
        again[.person] = .text(" kay  example")
        again[.address] = .choice("yes")
        again[.school] = nil
        let child = try RecordingTests.record(signing: [
            Self.people([again], on: RecordingTests.day + 9), Self.people([Self.mother]),
        ])
        let person = try #require(child.thread.person("KAY EXAMPLE"))
        #expect(child.thread.people.count == 1)
        #expect(person.mayKnow == [.address: true])
        let before = ChildAsAt(child, RecordingTests.day + 8).record.thread
        #expect(before.person("Kay Example")?.mayKnow[.address] == false)
    }

    @Test func aPersonWithoutARelationIsRefused() {
        #expect(RecordingTests.refusals(Self.people([[.person: .text("Kay")]])) == ["network[1].relation"])
    }

    @Test func whatWasToldToTheIROAloneIsNoWordOfTheThread() throws {
        let row = RecordingTests.action("Ask about Dean", [.informationClass: .choice("private_talk")])
        let child = try RecordingTests.record(signing: [RecordingTests.note([.actions: .rows([row])])])
        #expect(child.thread.actions.map(\.what) == ["Told to the IRO alone"])
        #expect(child.thread.actions.map(\.informationClass) == [.privateTalk])
    }

    @Test func anActionOfLegalPlanningIsLegalAdviceAndNoRowOfItIsOrdinary() throws {
        func planning(_ row: AnswerRow) -> RecordCommand {
            RecordCommand(
                kind: .legalPlanning, day: RecordingTests.day, form: RecordingTests.form,
                answers: [
                    .legalStatus: .text("Section 20"), .decided: .text("Wait"), .reason: .text("It works"),
                    .actions: .rows([row]),
                ])
        }
        let child = try RecordingTests.record(signing: [planning(RecordingTests.action("Write to counsel"))])
        #expect(child.thread.actions.map(\.informationClass) == [.legalAdvice])
        let weaker = planning(RecordingTests.action("Write", [.informationClass: .choice("ordinary")]))
        #expect(RecordingTests.refusals(weaker) == ["actions[1].class"])
    }
}
