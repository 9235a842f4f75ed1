import Casework
import Days
import Oversight
import TestSupport
import Testing

/// Each need of the care plan has something that is wanted for it, however it is joined to it.
struct OutcomeBreakTests {
    private static func items(_ ids: String...) -> Answer { .items(ids.compactMap { ItemID($0) }) }

    private static func need(_ id: String, _ what: String) -> AnswerRow {
        AnswerRow([.id: items(id), .what: .text(what), .area: .choice("identity")])
    }

    private static func outcome(_ id: String, for needs: Answer) -> AnswerRow {
        AnswerRow([.id: items(id), .what: .text("Better"), .need: needs])
    }

    /// Two needs, each answered by an action, and a care plan with what is said to be wanted.
    private static func child(
        wanting outcomes: [AnswerRow], for second: Answer = items("N2"), _ more: [ChildEvent]...
    ) -> ChildRecord {
        let actions = [("A1", items("N1")), ("A2", second)].map { id, ends in
            AnswerRow([.id: items(id), .what: .text("Something"), .addresses: ends])
        }
        return record(
            episode("2024-01-10"), assessed("2024-02-01"),
            signed(.caseNote, "2024-02-01", [.needs: .rows([need("N2", "To know her aunt")])]),
            signed(.carePlan, "2024-02-05", [.outcomes: .rows(outcomes), .actions: .rows(actions)]),
            more.flatMap { $0 })
    }

    private static func found(_ child: ChildRecord, on asked: String = "2024-02-20") -> [Break] {
        Breaks.of(ChildAsAt(child, day(asked)), covered()).filter { $0.rule.id == "need_without_outcome" }
    }

    @Test func aNeedForWhichNothingIsWantedIsFoundSinceThePlanThatKnewIt() throws {
        let found = Self.found(Self.child(wanting: [Self.outcome("O1", for: Self.items("N1"))]))
        #expect(found.map(\.about?.name) == ["N2"] && found.map(\.since) == [day("2024-02-05")])
        let one = try #require(found.first)
        #expect(
            one.facts == [
                "“To know her aunt” was there for the care plan of 5 February 2024; nothing is wanted for it."
            ])
        let again = Self.child(
            wanting: [Self.outcome("O1", for: Self.items("N1"))], signed(.carePlan, "2024-02-15"))
        #expect(
            Self.found(again).map(\.since) == [day("2024-02-05")], "another plan that wants nothing starts no new wait")
    }

    @Test func oneOutcomeMayBeForSeveralNeeds() {
        #expect(Self.found(Self.child(wanting: [Self.outcome("O1", for: Self.items("N1", "N2"))])).isEmpty)
    }

    @Test func anActionForBothJoinsWhatIsWantedToTheNeed() {
        let one = [Self.outcome("O1", for: Self.items("N1"))]
        #expect(Self.found(Self.child(wanting: one, for: Self.items("N2", "O1"))).isEmpty)
        #expect(
            Self.found(Self.child(wanting: one, for: Self.items("N1", "N2"))).count == 1,
            "for two needs is not for what is wanted")
    }

    @Test func aNeedFoundSinceThePlanIsTheNextOnes() {
        let wanted = [Self.outcome("O1", for: Self.items("N1", "N2"))]
        let glasses = AnswerRow([.id: Self.items("A3"), .what: .text("The optician"), .addresses: Self.items("N3")])
        let later = signed(
            .caseNote, "2024-02-10", [.needs: .rows([Self.need("N3", "Glasses")]), .actions: .rows([glasses])])
        #expect(Self.found(Self.child(wanting: wanted, later)).isEmpty)
        let planned = Self.child(wanting: wanted, later, signed(.carePlan, "2024-02-15"))
        #expect(Self.found(planned).map(\.about?.name) == ["N3"])
        #expect(Self.found(planned).map(\.since) == [day("2024-02-15")])
        #expect(Self.found(planned, on: "2024-02-14").isEmpty)
    }

    @Test func whatWasWantedAndIsOverAsksAgainWhereTheNeedIsNot() {
        func closing(_ ids: String...) -> [ChildEvent] {
            let rows = ids.map { AnswerRow([.item: Self.items($0), .because: .text("It is so")]) }
            return signed(.caseNote, "2024-02-12", [.closed: .rows(rows)])
        }
        let wanted = [Self.outcome("O1", for: Self.items("N1")), Self.outcome("O2", for: Self.items("N2"))]
        let met = Self.found(Self.child(wanting: wanted, closing("O2")))
        #expect(met.map(\.since) == [day("2024-02-12")])
        #expect(
            met.first?.facts == [
                "What was wanted for “To know her aunt” ended on 12 February 2024, and the need did not."
            ])
        #expect(Self.found(Self.child(wanting: wanted, closing("O2", "N2"))).isEmpty)
        let all = Self.found(Self.child(wanting: wanted, closing("O1", "O2")))
        #expect(all.map(\.about?.name) == ["N1", "N2"], "the plan did say what should get better")
    }

    @Test func aPlanThatWantsNothingForAnyIsAskedOnce() {
        let found = Self.found(Self.child(wanting: []))
        #expect(found.map(\.about) == [nil])
        #expect(found.map(\.title) == ["The care plan says for none of its needs what should get better"])
        #expect(found.first?.facts.count == 2)
    }
}
