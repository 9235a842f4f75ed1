import Access
import Casework
import Days
import Testing

@testable import Website

/// "Someone needs to know now": it reaches whom it should and nobody else, and no word of a draft is lost for it.
@Suite(.serialized) struct UrgentTests {
    private static let child = Office.children[.own]!
    private static let page = "/children/\(child)/urgent"
    private static let said = "words=Zephyr+will+not+go+home&concern=child"

    private struct People {
        let worker, manager, otherManager, director, outOfHours, administrator: Office.Visitor

        init(_ office: Office) async throws {
            worker = try await office.enter([.socialWorker])
            manager = try await office.enter([.teamManager], worker: "MEast")
            otherManager = try await office.enter([.teamManager], worker: "MWest")
            director = try await office.enter([.director], worker: nil)
            outOfHours = try await office.enter([.outOfHours], worker: nil)
            administrator = try await office.enter([.administrator], worker: nil)
        }
    }

    private func call(_ office: Office) async throws -> UrgentCall {
        try #require(try await office.site.records.current()[Self.child]?.urgent.last)
    }

    @Test func itGoesToTheManagerFirstOnMyWorkUntilAnActionIsRecorded() async throws {
        let office = try await Office()
        let people = try await People(office)
        try await office.open { asker in
            let sent = try await asker.ask(.post, Self.page, people.worker, form: Self.said)
            #expect(sent.status == 303)
            let call = try await self.call(office)
            #expect(call.told(by: office.now).map(\.accounts) == [[people.manager.account.id]])
            let shown = try await asker.ask(.get, "\(Self.page)?said=yes", people.worker).text
            for words in [
                "Zephyr will not go home", people.manager.account.name, "not yet. Unless",
                "Telephone if a child is at risk",
            ] {
                #expect(shown.contains(words), "\(words)")
            }
            let home = try await asker.ask(.get, "/", people.manager).text
            let rung = try #require(
                home.range(of: "A person has said that the child may not be safe, and no action is recorded</h2>"))
            let ladder = try #require(home.range(of: "How this list is ordered"))
            #expect(rung.lowerBound < ladder.lowerBound)
            #expect(!home.contains("Zephyr"), "the words are on their own page")
            for other in [people.otherManager, people.director] {
                #expect(try await !asker.ask(.get, "/", other).text.contains("no action is recorded</h2>"))
            }
            #expect(try await !asker.ask(.get, "/urgent", people.outOfHours).text.contains("Planted11"))

            let word = "/urgent/\(call.origin.event)"
            for other in [people.otherManager, people.outOfHours] {
                #expect(try await asker.ask(.get, word, other).status == 404)
                #expect(try await asker.ask(.post, word + "/acknowledged", other).status == 404)
            }
            #expect(try await asker.ask(.get, word, people.manager).text.contains("Zephyr will not go home"))
            _ = try await asker.ask(.post, word + "/acknowledged", people.manager)
            #expect(try await asker.ask(.get, Self.page, people.worker).text.contains("none is recorded yet"))
            #expect(try await asker.ask(.get, "/", people.manager).text.contains("no action is recorded</h2>"))
            let empty = try await asker.ask(
                .post, word + "/action", people.manager, form: "what=&owner=&due=2026-03-31")
            #expect(empty.status == 200 && empty.text.contains("There is a problem"))
            _ = try await asker.ask(
                .post, word + "/action", people.manager, form: "what=Fetch+her&owner=Ann+Worker&due=2026-03-31")
            #expect(try await !asker.ask(.get, "/", people.manager).text.contains("no action is recorded</h2>"))
            #expect(try await !self.call(office).isOpen)
        }
        let record = try await office.site.records.current()[Self.child]
        #expect(record?.thread.actions.map(\.what) == ["Fetch her"])
    }

    @Test func whatNobodyAcknowledgesReachesTheDirectorAfterAnHour() async throws {
        let office = try await Office()
        let people = try await People(office)
        try await office.open { asker in
            _ = try await asker.ask(.post, Self.page, people.worker, form: Self.said)
            for minutes in [25, 25, 9] {
                office.wait(minutes: minutes)
                #expect(try await !asker.ask(.get, "/", people.director).text.contains("no action is recorded</h2>"))
            }
            office.wait(minutes: 1)
            #expect(try await asker.ask(.get, "/", people.director).text.contains("no action is recorded</h2>"))
        }
    }

    @Test func outsideOfficeHoursTheOutOfHoursTeamHasItFirst() async throws {
        let office = try await Office()
        office.wait(minutes: 7 * 60)
        let people = try await People(office)
        try await office.open { asker in
            _ = try await asker.ask(.post, Self.page, people.worker, form: Self.said)
            let landing = try await asker.ask(.get, "/", people.outOfHours)
            #expect(landing.location == "/urgent")
            let list = try await asker.ask(.get, "/urgent", people.outOfHours).text
            #expect(list.contains("Planted11") && list.contains("Read it and answer"))
            let word = try await self.call(office).origin.event
            #expect(try await asker.ask(.get, "/urgent/\(word)", people.outOfHours).text.contains("Zephyr"))
            #expect(try await !asker.ask(.get, "/", people.manager).text.contains("no action is recorded</h2>"))
        }
    }

    @Test func whoeverItIsAboutIsShownNothingOfItAnywhere() async throws {
        let office = try await Office()
        let people = try await People(office)
        let colleague = try await office.enter([.socialWorker], worker: "W2")
        try await office.open { asker in
            let form = "words=Zephyr+says+he+hit+her&concern=staff&about=\(people.manager.account.id)"
            _ = try await asker.ask(.post, Self.page, people.worker, form: form)
            #expect(try await self.call(office).told(by: office.now).map(\.accounts) == [[people.director.account.id]])
            let word = try await self.call(office).origin.event
            _ = try await asker.ask(
                .post, "/urgent/\(word)/action", people.director,
                form: "what=Zephyr+is+suspended&owner=A&due=2026-03-31")
            let pages = [
                "/children/\(Self.child)/thread",

                "/", "/urgent", Self.page, "/children/\(Self.child)", "/children/\(Self.child)/timeline",
                "/children/\(Self.child)/emergency", "/urgent/\(word)", "/opened", "/team",
            ]
            for page in pages {
                for visitor in [people.manager, colleague] {
                    let text = try await asker.ask(.get, page, visitor).text
                    for secret in ["Zephyr", "Somebody said", "no action is recorded</h2>"] {
                        #expect(!text.contains(secret), "\(page), \(secret)")
                    }
                }
            }
            let answer = try await asker.ask(.get, "/urgent/\(word)", people.director).text
            #expect(answer.contains("Zephyr is suspended"))
            #expect(answer.contains("Tell the LADO within one working day: by 1 April 2026"))
            let child = try await asker.ask(.get, "/children/\(Self.child)", people.director).text
            #expect(child.contains("Somebody said on 31 March 2026"))
        }
    }

    @Test func anAllegationNeedsAName() async throws {
        let office = try await Office()
        let people = try await People(office)
        try await office.open { asker in
            let form = "words=Zephyr&concern=carer&who="
            let answer = try await asker.ask(.post, Self.page, people.worker, form: form)
            #expect(answer.status == 200 && answer.text.contains("Say who it is about"))
            #expect(answer.text.contains(">Zephyr</textarea>"))
            let named = try await asker.ask(.post, Self.page, people.worker, form: form + "Mr+Carer+Jones")
            #expect(named.status == 303)
        }
    }

    /// Whoever types a name and leaves "No" ticked would tell the person of it.
    @Test func somebodyNamedIsNotToldBecauseNoIsStillTicked() async throws {
        let office = try await Office()
        let people = try await People(office)
        try await office.open { asker in
            let form = "words=Zephyr&concern=child&who=Mr+Carer+Jones"
            let answer = try await asker.ask(.post, Self.page, people.worker, form: form)
            #expect(answer.status == 200 && answer.text.contains("href=\"#concern\""))
            #expect(answer.text.contains(">Zephyr</textarea>") && answer.text.contains("Mr Carer Jones"))
            #expect(try await office.site.records.current()[Self.child]?.urgent.isEmpty == true, "nobody is told")
            _ = try await asker.ask(.post, Self.page, people.worker, form: "do=press")
            let word = try await self.call(office).origin.event
            let added = try await asker.ask(
                .post, Self.page, people.worker, form: "do=add&word=\(word)&\(form)")
            #expect(added.status == 200 && added.text.contains("href=\"#concern\""))
            #expect(try await !self.call(office).hasWords)
        }
    }

    @Test func itIsOnTheChildsPageTheTimelineAndTheEmergencyPageAlsoAfterTheDayTheReturnsEnd() async throws {
        let office = try await Office()
        office.wait(minutes: 24 * 60)
        let people = try await People(office)
        let governance = try await office.enter([.auditor], worker: nil)
        try await office.open { asker in
            _ = try await asker.ask(.post, Self.page, people.worker, form: Self.said)
            for part in ["", "/timeline", "/urgent"] {
                let text = try await asker.ask(.get, "/children/\(Self.child)\(part)", governance).text
                #expect(text.contains(part == "/urgent" ? "not yet. Unless" : "Somebody said"), "\(part)")
                #expect(!text.contains("Zephyr"), "\(part)")
            }
            let sheet = try await asker.ask(.get, "/children/\(Self.child)/emergency", people.director).text
            #expect(sheet.contains("Somebody said on 1 April 2026 at 10:00 that the child may not be safe"))
        }
    }

    @Test func whereNobodyMayBeToldAdministratorsSeeThatSomethingWasSaidAndNothingOfIt() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let administrator = try await office.enter([.administrator], worker: nil)
        try await office.open { asker in
            #expect(try await asker.ask(.get, Self.page, worker).text.contains("No one is known who may be told"))
            _ = try await asker.ask(.post, Self.page, worker, form: Self.said)
            let text = try await asker.ask(.get, "/administration", administrator).text
            #expect(text.contains("a child may not be safe, and no one is known who may be told"))
            for secret in ["Zephyr", "Planted11", "900011", "\(Self.child)"] { #expect(!text.contains(secret)) }
            // Somebody who has the account later finds it.
            let manager = try await office.enter([.teamManager], worker: "MEast")
            #expect(try await asker.ask(.get, "/", manager).text.contains("no action is recorded</h2>"))
        }
    }

    @Test func theDraftThatWasBeingWrittenIsKeptFirst() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let form = "/children/\(Self.child)/record/case_note"
            let sent = try await asker.ask(.post, form, worker, form: "subject=Half+a+thought&do=urgent")
            #expect(sent.location?.hasSuffix("&from=case_note") == true)
            let page = try await asker.ask(.get, "\(Self.page)?from=case_note", worker).text
            #expect(page.contains("Go on with the case note"))
            _ = try await asker.ask(.post, Self.page, worker, form: Self.said + "&from=case_note")
            #expect(try await asker.ask(.get, form, worker).text.contains("Half a thought"))
        }
    }

    @Test func sentTwiceItIsSaidOnceAndNothingOfItIsInTheAccessLog() async throws {
        let office = try await Office()
        let people = try await People(office)
        try await office.open { asker in
            let form = Self.said + "&command=\(String(repeating: "ab", count: 16))"
            for _ in 0..<2 { #expect(try await asker.ask(.post, Self.page, people.worker, form: form).status == 303) }
            #expect(try await office.site.records.current()[Self.child]?.urgent.count == 1)
            let word = try await self.call(office).origin.event
            _ = try await asker.ask(.get, "/urgent/\(word)", people.manager)
        }
        let looks = try await office.store.log.looks(at: Self.child)
        #expect(looks.contains { $0.look.account == people.manager.account.id && $0.look.route == "/urgent/:word" })
        #expect(looks.allSatisfy { !"\($0.look)".contains("Zephyr") })
    }
}
