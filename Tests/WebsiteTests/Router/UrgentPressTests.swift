import Access
import Casework
import Days
import Testing

@testable import Website

/// "Someone needs to know now" in one press: told at once, before anybody is asked anything; what it is may follow, and a
/// mistake can be taken back, and is kept.
@Suite(.serialized) struct UrgentPressTests {
    private static let child = Office.children[.own]!
    private static let page = "/children/\(child)/urgent"
    private static let form = "/children/\(child)/record/case_note"

    private struct People {
        let worker, manager, director: Office.Visitor
        init(_ office: Office) async throws {
            worker = try await office.enter([.socialWorker])
            manager = try await office.enter([.teamManager], worker: "MEast")
            director = try await office.enter([.director], worker: nil)
        }
    }

    private let office: Office
    private let people: People
    init() async throws {
        office = try await Office()
        people = try await People(office)
    }

    private func calls() async throws -> [UrgentCall] {
        try #require(try await office.site.records.current()[Self.child]).urgent
    }

    /// Presses on a half-written record, and gives the event and where it leads.
    private func press(_ asker: Asker, _ more: String = "") async throws -> (word: EventID, place: String) {
        let sent = try await asker.ask(
            .post, Self.form, people.worker, form: "subject=Zephyr+saw+it&do=urgent" + more)
        let word = try #require(try await calls().last).origin.event
        #expect(sent.location == "\(Self.page)?pressed=\(word)&from=case_note")
        return (word, try #require(sent.location))
    }

    /// Signed on the telephone, pressed at the desk: what became of the draft is no reason to tell nobody.
    @Test func oneOnAPageWhoseDraftWasSignedElsewhereTellsAllTheSame() async throws {
        try await office.open { asker in
            let draft = "&draft=\(String(repeating: "d", count: 32))"
            let signed = try await asker.ask(
                .post, Self.form, people.worker,
                form: "occurred=2026-03-01&subject=A+call&significant=none&do=sign" + draft)
            #expect(signed.status == 303)
            #expect(try await calls().isEmpty)
            let (_, place) = try await press(asker, draft)
            #expect(try await asker.ask(.get, place, people.worker).text.contains("Told: "))
        }
    }

    @Test func oneOnAFormTellsTheManagerWhoAndWhichChildAndNothingThatWasWritten() async throws {
        try await office.open { asker in
            let (word, place) = try await press(asker)
            let call = try #require(try await calls().last)
            #expect(!call.hasWords && call.isOpen)
            #expect(call.told(by: office.now).map(\.accounts) == [[people.manager.account.id]])
            let home = try await asker.ask(.get, "/", people.manager).text
            #expect(home.contains("no action is recorded</h2>") && home.contains("Planted11"))
            let answer = try await asker.ask(.get, "/urgent/\(word)", people.manager).text
            #expect(answer.contains(people.worker.account.name) && answer.contains("one press told it"))
            #expect(!answer.contains("Zephyr"))
            let after = try await asker.ask(.get, place, people.worker).text
            for words in [
                "Told: \(people.manager.account.name)", "Say what it is, if you can", "Pressed by mistake?",
                "Go on with the case note",
            ] { #expect(after.contains(words), "\(words)") }
            #expect(try await asker.ask(.get, Self.form, people.worker).text.contains("Zephyr saw it"))
        }
    }

    /// The child's own page is kept as it was written; the button on it is the session's own, and new each time.
    @Test(arguments: ["", "/thread", "/timeline", "/people"])
    func oneOnTheChildsPageTellsAtOnce(_ tab: String) async throws {
        try await office.open { asker in
            func shown() async throws -> (form: String, press: String) {
                let page = try await asker.ask(.get, "/children/\(Self.child)\(tab)", people.worker).text
                let way = try Regex("<form [^>]*action=\"\(Self.page)\"[^>]*>.*?</form>").dotMatchesNewlines()
                let form = String(page[try #require(page.firstMatch(of: way)).range])
                #expect(form.contains("value=\"\(people.worker.token)\"") && form.contains("Someone needs to know now"))
                return (form, String(try #require(form.firstMatch(of: /name="press" value="([0-9a-f]+)"/)?.1)))
            }
            let (first, second) = (try await shown(), try await shown())
            #expect(first.press != second.press, "another page is another press")
            let sent = try await asker.ask(.post, Self.page, people.worker, form: "do=press&press=\(first.press)")
            let call = try #require(try await calls().last)
            #expect(sent.location == "\(Self.page)?pressed=\(call.origin.event)")
            #expect(call.told(by: office.now).map(\.accounts) == [[people.manager.account.id]])
            let foreign = try await asker.ask(
                .post, Self.page, people.worker, form: "do=press&press=\(second.press)", token: .some("another"))
            #expect(foreign.status == 403)
            #expect(try await calls().count == 1)
        }
    }

    @Test func pressedTwiceItIsToldOnceUnlessSomebodyHasTheFirstOrKnowsWhatItIs() async throws {
        let command = "&press=\(String(repeating: "ab", count: 16))"
        let other = "&press=\(String(repeating: "cd", count: 16))"
        try await office.open { asker in
            let first = try await press(asker, command).word
            #expect(try await press(asker, command).word == first)
            #expect(try await calls().count == 1)
            _ = try await asker.ask(.post, "/urgent/\(first)/acknowledged", people.manager)
            #expect(try await press(asker, command).word != first, "it is something else by now")
            let said = try await press(asker, other).word
            _ = try await asker.ask(
                .post, Self.page, people.worker, form: "do=add&word=\(said)&concern=child&words=Quill+is+outside")
            #expect(try await press(asker, other).word != said, "it is something else by now")
            #expect(try await calls().count == 4)
        }
    }

    @Test func whatItIsIsAddedAndReadByThoseWhoWereTold() async throws {
        try await office.open { asker in
            let word = try await press(asker).word
            let none = try await asker.ask(.post, Self.page, people.worker, form: "do=add&word=\(word)&words=")
            #expect(none.status == 200 && none.text.contains("There is a problem"))
            let added = try await asker.ask(
                .post, Self.page, people.worker, form: "do=add&word=\(word)&concern=child&words=Quill+is+outside")
            #expect(added.location == "\(Self.page)?said=yes")
            let answer = try await asker.ask(.get, "/urgent/\(word)", people.manager).text
            #expect(answer.contains("Quill is outside") && answer.contains("Added 31 March 2026"))
            let call = try #require(try await calls().last)
            #expect(call.told(by: office.now).map(\.accounts) == [[people.manager.account.id]], "nobody anew")
            // Nobody says more in another's name.
            let other = try await asker.ask(
                .post, Self.page, people.manager, form: "do=add&word=\(word)&concern=child&words=Not+so")
            #expect(other.status == 404)
        }
    }

    @Test func whoeverItTurnsOutToBeAboutLosesSightOfItAndOthersAreTold() async throws {
        try await office.open { asker in
            let word = try await press(asker).word
            _ = try await asker.ask(.post, "/urgent/\(word)/acknowledged", people.manager)
            let form = "do=add&word=\(word)&concern=staff&about=MEast&words=Quill+says+he+hit+her"
            #expect(try await asker.ask(.post, Self.page, people.worker, form: form).status == 303)
            let call = try #require(try await calls().last)
            #expect(call.told(by: office.now).last?.accounts == [people.director.account.id])
            #expect(call.isOpen && call.acknowledged.isEmpty)
            for page in ["/", "/urgent", Self.page, "/children/\(Self.child)", "/children/\(Self.child)/timeline"] {
                let text = try await asker.ask(.get, page, people.manager).text
                for secret in ["Quill", "Somebody said", "no action is recorded</h2>"] {
                    #expect(!text.contains(secret), "\(page), \(secret)")
                }
            }
            #expect(try await asker.ask(.get, "/urgent/\(word)", people.manager).status == 404)
            #expect(
                try await asker.ask(.get, "/urgent/\(word)", people.director).text.contains("Quill says he hit her"))
        }
    }

    @Test func aMistakeIsTakenBackWithAReasonThatWhoeverWasToldReads() async throws {
        try await office.open { asker in
            let word = try await press(asker).word
            let bare = try await asker.ask(.post, Self.page, people.worker, form: "do=take-back&word=\(word)&because=")
            #expect(bare.status == 200 && bare.text.contains("There is a problem"))
            let taken = try await asker.ask(
                .post, Self.page, people.worker, form: "do=take-back&word=\(word)&because=My+sleeve")
            #expect(taken.location == "\(Self.page)?taken-back=yes")
            office.wait(minutes: 29)
            let answer = try await asker.ask(.get, "/urgent/\(word)", people.manager).text
            #expect(answer.contains("as pressed by mistake: My sleeve"))
            #expect(try await asker.ask(.get, "/", people.manager).text.contains("aken back, as pressed by mistake"))
            _ = try await asker.ask(.post, "/urgent/\(word)/acknowledged", people.manager)
            #expect(try await !asker.ask(.get, "/", people.manager).text.contains("aken back"))
            #expect(try await calls().count == 1, "it stays")
            // Somebody who said what it is has not pressed by mistake.
            let second = try await press(asker).word
            _ = try await asker.ask(
                .post, Self.page, people.worker, form: "do=add&word=\(second)&concern=child&words=Quill")
            let late = try await asker.ask(
                .post, Self.page, people.worker, form: "do=take-back&word=\(second)&because=No")
            #expect(late.status == 200 && late.text.contains("There is a problem"))
        }
    }

    @Test func onTheWrongChildItIsSealedAndToldOfTheRightOne() async throws {
        let governance = try await office.enter([.informationGovernance], worker: nil)
        let right = Office.children[.team]!
        try await office.open { asker in
            let said = try await asker.ask(
                .post, Self.page, people.worker, form: "words=Quill+is+on+the+roof&concern=child")
            #expect(said.status == 303)
            let word = try #require(try await calls().last).origin.event
            _ = try await asker.ask(.post, "/urgent/\(word)/acknowledged", people.manager)
            let place = "/children/\(Self.child)/records/\(word)/wrong-child"
            #expect(try await asker.ask(.get, place, people.worker).text.contains("What was said urgently on"))
            let sealed = try await asker.ask(
                .post, place, people.worker, form: "find=900012&right=\(right)&words=Wrong+screen&do=seal")
            #expect(sealed.location == "/children/\(Self.child)/taken-off?moved=yes", "\(sealed.text)")
            #expect(try await calls().isEmpty)
            #expect(try await !asker.ask(.get, Self.page, people.worker).text.contains("Quill"))
            let moved = try #require(try await office.site.records.current()[right]?.urgent.last)
            #expect(moved.told(by: office.now).map(\.accounts) == [[people.manager.account.id]] && moved.isOpen)
            let answer = try await asker.ask(.get, "/urgent/\(moved.origin.event)", people.manager).text
            #expect(answer.contains("Quill is on the roof"))
            let opened = try await asker.ask(
                .post, "/wrong-child/\(word)/opened", governance, form: "reason=To+assess+what+may+come+of+it")
            #expect(opened.status == 200 && opened.text.contains("Quill is on the roof"))
        }
    }

    @Test func ofWhomNobodyKnowsItWaitsForInformationGovernanceWhoMoveIt() async throws {
        let governance = try await office.enter([.informationGovernance], worker: nil)
        let right = Office.children[.team]!
        try await office.open { asker in
            let word = try await press(asker).word
            _ = try await asker.ask(
                .post, Self.page, people.worker, form: "do=add&word=\(word)&concern=child&words=Quill+is+out")
            let sealed = try await asker.ask(
                .post, "/children/\(Self.child)/records/\(word)/wrong-child", people.worker,
                form: "right=not-known&words=&do=seal")
            #expect(sealed.status == 303)
            #expect(try await calls().isEmpty)
            let moved = try await asker.ask(
                .post, "/wrong-child/\(word)/moved", governance, form: "find=900012&right=\(right)&do=move")
            #expect(moved.status == 303, "\(moved.text)")
            let call = try #require(try await office.site.records.current()[right]?.urgent.last)
            #expect(call.hasWords && call.by == people.worker.account.id)
            #expect(call.told(by: office.now).map(\.accounts) == [[people.manager.account.id]])
        }
    }
}
