import Access
import Casework
import Days
import HTTPTypes
import Oversight
import Testing

@testable import Website

/// Answering what is to be joined up, by whom the policy and the rules of answering let: asked of the real router.
@Suite(.serialized) struct JoinAnswerRouteTests {
    private static let child = Office.children[.own]!
    private static let thread = "/children/\(child)/thread"
    /// A risk that nothing answers: safety, and the manager's own to mend.
    private static let risk = "join=risk_without_action&about=R1"
    /// A local aim of the worker's.
    private static let story = "join=life_story_not_started&about="

    private struct People {
        let worker, colleague, manager, director, officer: Office.Visitor

        init(_ office: Office) async throws {
            worker = try await office.enter([.socialWorker])
            colleague = try await office.enter([.socialWorker], worker: "W2")
            manager = try await office.enter([.teamManager], worker: "MEast")
            director = try await office.enter([.director], worker: nil)
            officer = try await office.enter([.iro], worker: "IRO9")
        }
    }

    private func answers(_ office: Office) async throws -> [HeldJoinAnswer] {
        try await (office.site.records.current()[Self.child]?.joinAnswers ?? []).filter { $0.kind != "no_direct_work" }
    }

    private func send(
        _ asker: Asker, _ visitor: Office.Visitor, _ what: String, _ more: String
    ) async throws -> Asker.Answer {
        try await asker.ask(.post, "/children/\(Self.child)/join", visitor, form: "\(what)&\(more)")
    }

    @Test func aNotSoIsKeptOnceAndLeavesWhenAColleagueAgrees() async throws {
        let office = try await Office()
        let people = try await People(office)
        try await office.open { asker in
            let form = "answer=not-so&because=Told+by+her+aunt&command=\(String(repeating: "a", count: 32))"
            for _ in 0..<2 {
                let sent = try await self.send(asker, people.worker, Self.story, form)
                #expect(sent.status == 303 && sent.location?.contains("answered=not-so") == true)
            }
            let answer = try #require(try await self.answers(office).first)
            #expect(try await self.answers(office).count == 1, "sent twice, kept once")
            #expect(answer.by == people.worker.account.id && answer.because == "Told by her aunt")
            let page = "/children/\(Self.child)/join/\(answer.origin.event)"
            // The one who said it is no second person, and a colleague is.
            let own = try await asker.ask(.post, page, people.worker, form: "agrees=yes")
            #expect(own.status == 200 && own.text.contains("you gave the answer yourself"))
            for (person, isAsked) in [(people.worker, false), (people.colleague, true), (people.manager, true)] {
                let home = try await asker.ask(.get, "/", person).text
                #expect(home.contains("For you to agree, or not") == isAsked, "\(person.account.name)")
            }
            let agreed = try await asker.ask(.post, page, people.colleague, form: "agrees=yes")
            #expect(agreed.status == 303)
            let shown = try await asker.ask(.get, Self.thread, people.worker).text
            #expect(shown.contains("Not so for this child, as two people say: 1"))
            let back = try await asker.ask(.post, page + "/back", people.colleague)
            #expect(back.status == 303)
            #expect(try await self.answers(office).isEmpty)
        }
    }

    @Test func whatIsTypedIsShownAgainWhereItWillNotDo() async throws {
        let office = try await Office()
        let people = try await People(office)
        try await office.open { asker in
            let sent = try await self.send(
                asker, people.worker, Self.story, "answer=later&until=whenever&because=She+is+in+hospital")
            #expect(sent.status == 200 && sent.text.contains("She is in hospital") && sent.text.contains("whenever"))
            #expect(try await self.answers(office).isEmpty)
        }
    }

    @Test func aManagersOwnIsAnsweredBySomebodyAbove() async throws {
        let office = try await Office()
        let people = try await People(office)
        try await office.open { asker in
            let form = "answer=later&until=2026-04-10&because=The+police+are+with+him"
            for (person, may) in [
                (people.worker, false), (people.colleague, false), (people.manager, false), (people.director, true),
            ] {
                let sent = try await self.send(asker, person, Self.risk, form)
                #expect(sent.status == (may ? 303 : 200), "\(person.account.name)")
            }
            #expect(
                try await self.send(asker, people.officer, Self.risk, form).status == 404, "another officer’s child")
            #expect(try await self.answers(office).map(\.by) == [people.director.account.id])
            // It is about safety: put off, and on My work all the same.
            let home = try await asker.ask(.get, "/", people.worker).text
            #expect(home.contains("Put off until 10 April 2026"))
            #expect(home.contains("An open risk has no live action"))
        }
    }

    @Test func theLongestDayHoldsWhoeverAsks() async throws {
        let office = try await Office()
        let people = try await People(office)
        try await office.open { asker in
            let sent = try await self.send(
                asker, people.director, Self.risk, "answer=later&until=2026-06-01&because=Waiting")
            #expect(sent.status == 200 && sent.text.contains("28 April 2026 at the latest"))
        }
    }
}
