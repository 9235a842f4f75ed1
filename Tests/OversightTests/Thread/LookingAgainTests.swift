import Casework
import Days
import Oversight
import Standards
import TestSupport
import Testing

/// One change of a child's life is one item, which names what is to be looked at again and nothing that nobody wrote here.
struct LookingAgainTests {
    private static let today = day("2024-06-01")
    private static let now = Moment(today, minute: 600).instant.at
    private let worker1 = Answerer(account: "worker", owes: true, manages: false, reviews: false)
    private let manager = Answerer(account: "manager", owes: false, manages: true, reviews: false)

    /// In care from January, written of in February, moved in May.
    private func child(_ more: [ChildEvent] = [], plan: [CoreField: Answer] = [:]) -> ChildRecord {
        let stay = Episode(
            start: day("2024-05-03"), reason: "P", legalStatus: "C2", need: "N1", placement: "U6", provider: "PR1",
            homePostcode: .blank, placementPostcode: .blank)
        return record(
            episode("2024-01-10", end: "2024-05-03"), [.episode(.started(stay))], worker("SW1", "2024-01-10"),
            assessed("2024-02-01"), signed(.carePlan, "2024-02-02", plan), more)
    }

    private func item(_ record: ChildRecord, on asked: Day = today) -> Break? {
        Breaks.of(ChildAsAt(record, asked), covered()).first { $0.rule.id == "change_not_looked_at" }
    }

    private func saying(_ parts: [LookAgain], of record: ChildRecord, by person: Answerer) throws -> ChildRecord {
        let found = try #require(item(record))
        let word = try #require(found.stillRight(parts))
        let answer = try found.answered(
            word, because: "Next door", by: person, at: Self.now, earlier: record.joinAnswers, LocalSettings()
        ).get()
        var record = record
        record.apply(.join(.answered(answer)), origin: Origin(EventID(900), .recordedHere))
        return record
    }

    @Test func aMoveNamesAllThatIsWrittenHereAndSaysWhatIsNot() throws {
        let found = try #require(item(child()))
        #expect(found.title == "Moved on 3 May 2024: look again at the assessment and the plan")
        #expect(found.since == day("2024-05-03"))
        #expect(found.facts.last == "Nothing is recorded here of family time, school and health.")
        let said: Answer = .text("As agreed")
        let whole = child(plan: [.health: said, .education: said, .familyAndSocial: said])
        #expect(
            item(whole)?.title
                == "Moved on 3 May 2024: look again at the assessment, the plan, family time, school and health")
    }

    @Test func itStandsForAPlanThatIsOlderThanTheMoveOfThatDayAndTheWorkers() throws {
        let folded = try #require(item(child())).folded
        let plan = try #require(folded.first { $0.rule.id == "plan_older_than_change" })
        #expect(plan.since == day("2024-05-03") && plan.owner.role == .socialWorker)
        #expect(plan.facts == ["Moved on 3 May 2024.", "The plan is of 2 February 2024."])
    }

    @Test func whatIsWrittenAnewOnTheDayOrAfterIsLookedAt() {
        #expect(item(child(assessed("2024-05-02")))?.lookingAgain?.parts == [.assessment, .plan])
        #expect(item(child(assessed("2024-05-03")))?.lookingAgain?.parts == [.plan])
        #expect(item(child(assessed("2024-05-03") + signed(.carePlan, "2024-05-10"))) == nil)
    }

    @Test func aChangeOfLegalStatusAsksForTheAssessmentAndThePlan() throws {
        let said: Answer = .text("As agreed")
        let order = Episode(
            start: day("2024-05-03"), reason: "L", legalStatus: "C1", need: "N1", placement: "U6", provider: "PR1",
            homePostcode: .blank, placementPostcode: .blank)
        let changed = record(
            episode("2024-01-10", end: "2024-05-03"), [.episode(.started(order))], worker("SW1", "2024-01-10"),
            assessed("2024-02-01"), signed(.carePlan, "2024-02-02", [.health: said, .education: said]))
        #expect(
            item(changed)?.title
                == "The legal status changed on 3 May 2024: look again at the assessment and the plan")
    }

    @Test func twoChangesAreOneItemThatNamesBoth() throws {
        let gone = missing("2024-05-10", "2024-05-11") + missing("2024-05-12", "2024-05-13") + missing("2024-05-20")
        let found = try #require(item(child(gone)))
        #expect(
            found.title
                == "Moved on 3 May 2024; missing for the third time within 90 days, from 20 May 2024: look again at the assessment and the plan"
        )
        #expect(found.since == day("2024-05-03") && found.lookingAgain?.change == day("2024-05-20"))
    }

    @Test func whoeverWorksWithTheChildSaysThatAPartIsStillRightAndTheRestStays() throws {
        let half = try saying([.plan], of: child(), by: worker1)
        #expect(item(half)?.lookingAgain?.parts == [.assessment])
        #expect(item(half)?.state == .open, "what is left is asked as before")
        let whole = try saying([.assessment], of: half, by: worker1)
        #expect(item(whole) == nil)
        // As at a day before it was said, it had not been.
        #expect(item(whole, on: Self.today - 1)?.lookingAgain?.parts == [.assessment, .plan])
        let ids = Breaks.of(ChildAsAt(whole, Self.today), covered()).map(\.rule.id)
        #expect(!ids.contains("plan_older_than_change"), "nor is it said less closely")
    }

    @Test func aLaterChangeAsksAgain() throws {
        let said = try saying([.assessment, .plan], of: child(), by: worker1)
        var again = said
        for event in missing("2024-05-20", "2024-05-21") + missing("2024-05-22", "2024-05-23") + missing("2024-06-05") {
            again.apply(event, origin: Origin(EventID(950), .recordedHere))
        }
        let found = try #require(item(again, on: day("2024-06-10")))
        #expect(found.lookingAgain?.parts == [.assessment, .plan])
        #expect(found.title.hasPrefix("Missing for the third time"), "the move was looked at")
    }

    @Test func nothingElseMayBeSaidToBeStillRight() throws {
        let record = child()
        let found = try #require(item(record))
        func fields(_ word: JoinAnswer.Word, _ because: String = "Next door") -> [String] {
            let result = found.answered(
                word, because: because, by: worker1, at: Self.now, earlier: [], LocalSettings())
            if case .failure(let refusals) = result { return refusals.all.map(\.field) }
            return []
        }
        let change = try #require(found.lookingAgain?.change)
        #expect(fields(.stillRight(after: change, [.plan])) == [])
        #expect(fields(.stillRight(after: change, [])) == ["parts"])
        #expect(fields(.stillRight(after: change, [.school])) == ["parts"], "nothing is recorded of it")
        #expect(fields(.stillRight(after: change - 1, [.plan])) == ["break"], "of another change than the page showed")
        #expect(fields(.stillRight(after: change, [.plan]), " ") == ["because"])
        #expect(fields(.notSo) == ["break"], "that it is not so is the manager’s to say")
    }

    @Test func aSecondStillRightWithANewRiskIsTheManagers() throws {
        let risk = AnswerRow([
            .id: .items([ItemID("R9")!]), .what: .text("A car outside"), .level: .choice("high"),
        ])
        let gone = missing("2024-05-20", "2024-05-21") + missing("2024-05-22", "2024-05-23") + missing("2024-05-31")
        func again(_ more: [ChildEvent]) throws -> Break {
            // Said once, on the first of May's changes; then a third time missing.
            var record = try saying([.plan], of: child(), by: worker1)
            for event in gone + more { record.apply(event, origin: Origin(EventID(950), .recordedHere)) }
            return try #require(item(record))
        }
        let calm = try again([])
        #expect(calm.lookingAgain?.managers == [])
        let risky = try again(signed(.caseNote, "2024-05-25", [.risks: .rows([risk])]))
        #expect(risky.lookingAgain?.managers == [.plan])
        let word = try #require(risky.stillRight([.plan]))
        for (person, may) in [(worker1, false), (manager, true)] {
            let result = risky.answered(
                word, because: "Looked", by: person, at: Self.now, earlier: [], LocalSettings())
            #expect(((try? result.get()) != nil) == may, "\(person.account)")
        }
    }
}
