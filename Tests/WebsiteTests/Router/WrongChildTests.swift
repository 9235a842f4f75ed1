import Access
import Casework
import Days
import HTTPTypes
import JournalStore
import Synchronization
import Testing

@testable import Website

/// "This is on the wrong child": nothing of it is left with that child for anybody, and nothing is lost.
@Suite(.serialized) struct WrongChildTests {
    private static let child = Office.children[.own]!
    private static let right = Office.children[.team]!
    private static var note: EventID { Office.note(of: child) }
    private static var page: String { "/children/\(child)/records/\(note)/wrong-child" }
    private static let notKnown = "do=seal&right=not-known&words=Zephyr+told+me"
    private static var moving: String { "do=seal&find=Planted12&right=\(right)&words=Zephyr+told+me" }

    private func sealed(_ office: Office) async throws -> SealedRecord {
        try #require(try await office.site.records.current()[Self.child]?.sealed.first)
    }

    /// What the note says of the child it stands on: its subject and its risk.
    private static let secrets = ["A talk with Planted11", "Planted11 Example may be hurt"]

    @Test func everySignedRecordHasItAndAsksBeforeItActs() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let inspector = try await office.enter([.inspector], worker: nil)
        try await office.open { asker in
            let record = "/children/\(Self.child)/records/\(Self.note)"
            #expect(try await asker.ask(.get, record, worker).text.contains("This is on the wrong child"))
            #expect(try await !asker.ask(.get, record, inspector).text.contains("This is on the wrong child"))
            #expect(try await asker.ask(.post, Self.page, inspector, form: Self.notKnown).status == 404)
            let asked = try await asker.ask(.post, Self.page, worker, form: "do=seal&find=Planted12")
            #expect(asked.status == 200 && asked.text.contains("There is a problem"))
            #expect(asked.text.contains("Planted12 Example") && !asked.text.contains("Planted13"))
            // Another team's child is not theirs to record of, chosen by hand or not.
            let foreign = try await asker.ask(
                .post, Self.page, worker, form: "do=seal&find=Planted13&right=\(Office.children[.other]!)")
            #expect(foreign.status == 200 && !foreign.text.contains("Planted13 Example"))
            #expect(try await asker.ask(.get, record, worker).status == 200)
        }
        #expect(try await office.site.records.current()[Self.child]?.sealed.isEmpty == true)
    }

    @Test func itIsGoneForEverybodyEverywhereAsKnownOnAnyDay() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let people = try await Role.ofAccounts.asyncMap { ($0, try await office.enter([$0])) }
        try await office.open { asker in
            let before = try await asker.ask(.get, "/children/\(Self.child)/thread", worker)
            #expect(Self.secrets.contains { before.text.contains($0) })
            let sent = try await asker.ask(.post, Self.page, worker, form: Self.notKnown)
            #expect(sent.status == 303 && sent.location == "/children/\(Self.child)/taken-off")
            #expect(try await asker.ask(.get, sent.location ?? "", worker).text.contains("It is off this child"))
            let copy = Office.copy(of: Self.child)
            let parts =
                [
                    "", "/thread", "/timeline", "/plan", "/visits", "/reviews", "/people", "/looked", "/emergency",
                    "/urgent", "/record", "/record/case_note", "/record/care_plan", "/review-brief",
                    "/records/\(Self.note)", "/records/\(Self.note)?version=1", "/records/\(Self.note)/copy",
                    "/records/\(Self.note)/wrong-child", "/records/\(copy)", "/taken-off",
                ].flatMap { ["/children/\(Self.child)\($0)"] }
            let known = ["", "/thread", "/timeline"].flatMap { part in
                ["2026-03-30", "2026-03-31", "2026-04-01"].map {
                    "/children/\(Self.child)\(part)?known-on=\($0)&as-at=2026-03-31"
                }
            }
            let places = [
                "/", "/team", "/urgent", "/opened", "/administration/log", "/children?find=Planted11",
                "/children?who=everyone", "/exports/children?who=everyone", "/figures", "/figures/K09",
                "/figures/K09/children", "/administration", "/restricted?number=900011", "/wrong-child",
                "/wrong-child/\(Self.note)",
            ]
            for (role, person) in people {
                for address in parts + known + places {
                    let answer = try await asker.ask(.get, address, person)
                    for secret in Self.secrets { #expect(!answer.text.contains(secret), "\(address) as \(role)") }
                    if role != .informationGovernance {
                        #expect(!answer.text.contains("Zephyr"), "\(address) as \(role)")
                    }
                }
                #expect(
                    try await asker.ask(.get, "/children/\(Self.child)/records/\(Self.note)", person).status != 200)
            }
        }
        #expect(try await office.site.records.current()[Self.child]?.thread.risks.isEmpty == true)
    }

    @Test func itStandsOnTheChildThatWasChosenAndSaysNothingOfTheOther() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let before = try await office.site.records.current()[Self.right]?.records.count ?? 0
        try await office.open { asker in
            let sent = try await asker.ask(.post, Self.page, worker, form: Self.moving)
            #expect(sent.location?.hasSuffix("/taken-off?moved=yes") == true)
            let child = try #require(try await office.site.records.current()[Self.right])
            #expect(child.thread.risks.count == 2)
            let moved = try #require(child.records.map(\.origin.event).max())
            let page = try await asker.ask(.get, "/children/\(Self.right)/records/\(moved)", worker)
            #expect(page.text.contains("It was moved here on 31 March 2026"))
            #expect(!page.text.contains("\(Self.child)") && !page.text.contains("900011"))
            // Sent twice, by a finger that pressed twice, it is one act.
            let again = try await asker.ask(.post, Self.page, worker, form: Self.moving)
            #expect(again.status == 404)
        }
        #expect(try await office.site.records.current()[Self.right]?.records.count == before + 1)
    }

    @Test func informationGovernanceSeesWhoHasItAndHowLongIsLeft() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let reader = try await office.enter([.iro])
        try await office.open { asker in
            _ = try await asker.ask(.get, "/children/\(Self.child)/records/\(Self.note)", reader)
            _ = try await asker.ask(.post, Self.page, worker, form: Self.notKnown)
            office.wait(minutes: 60 * 50)
            // Whoever was signed in is not any more.
            var governance = try await office.enter([.informationGovernance], worker: nil)
            let director = try await office.enter([.director], worker: nil)
            let list = try await asker.ask(.get, "/wrong-child", governance)
            #expect(list.text.contains("22 hours left") && list.text.contains("Planted11 Example"))
            #expect(list.text.contains("not known yet"))
            let page = "/wrong-child/\(Self.note)"
            let shown = try await asker.ask(.get, page, governance).text
            for words in [
                "Zephyr told me", reader.account.name, "The record itself, or a copy", "Nobody has said yet",
                "72 hours end on 3 April 2026 at 10:00",
            ] {
                #expect(shown.contains(words), "\(words)")
            }
            for address in ["/wrong-child", page] {
                #expect(try await asker.ask(.get, address, director).status == 403)
            }
            office.wait(minutes: 60 * 23)
            governance = try await office.enter([.informationGovernance], worker: nil)
            #expect(try await asker.ask(.get, "/wrong-child", governance).text.contains("72 hours ended"))
        }
    }

    @Test func whatIsSealedOpensOnceWithAReasonThatIsKept() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let governance = try await office.enter([.informationGovernance], worker: nil)
        let opening = "/wrong-child/\(Self.note)/opened"
        try await office.open { asker in
            _ = try await asker.ask(.post, Self.page, worker, form: Self.notKnown)
            let short = try await asker.ask(.post, opening, governance, form: "reason=because")
            #expect(short.text.contains("Say why, in 10 characters") && !short.text.contains("A talk with"))
            let words = try await asker.ask(.post, opening, governance, form: "reason=To+find+whose+it+is")
            #expect(words.text.contains("A talk with Planted11"))
            #expect(try await asker.ask(.post, opening, worker, form: "reason=To+find+whose+it+is").status == 403)
        }
        let looks = try await office.store.log.latest(account: governance.account.id)
        #expect(looks.first?.look.action == .openSealed)
        #expect(looks.first?.look.reason == "To find whose it is")
        #expect(looks.first?.look.shown == [Self.child])
    }

    /// Its page tells who signed it, who has copies and who quotes it, and opens it once for all of that.
    @Test func aPageOfItOpensEachSealedEventOnce() async throws {
        let opened = Mutex<[EventID]>([])
        let office = try await Office(watching: {
            Watched(journal: $0) { event in opened.withLock { $0.append(event) } }
        })
        let worker = try await office.enter([.socialWorker])
        let governance = try await office.enter([.informationGovernance], worker: nil)
        let page = "/wrong-child/\(Self.note)"
        try await office.open { asker in
            _ = try await asker.ask(.post, Self.page, worker, form: Self.notKnown)
            let covers = try await sealed(office).covers
            for (method, address) in [(HTTPRequest.Method.get, page), (.post, page + "/opened")] {
                opened.withLock { $0 = [] }
                let shown = try await asker.ask(method, address, governance, form: "reason=To+find+whose+it+is")
                #expect(shown.status == 200, "\(address)")
                let events = opened.withLock { $0 }
                #expect(events == covers.sorted(), "\(address)")
            }
        }
    }

    @Test func theAssessmentIsWrittenDownAndWhatTheLawAsksIsAskedFor() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let governance = try await office.enter([.informationGovernance], worker: nil)
        let page = "/wrong-child/\(Self.note)"
        try await office.open { asker in
            _ = try await asker.ask(.post, Self.page, worker, form: Self.notKnown)
            let wanting = try await asker.ask(
                .post, page, governance, form: "what=A+note&seen=One+worker&risk=2&because=Health&finished=yes")
            #expect(wanting.text.contains("Report it, and say when") && wanting.text.contains("One worker"))
            let unreadable = try await asker.ask(.post, page, governance, form: "reported=soon&reported-at=25:00")
            #expect(unreadable.text.contains("Write the day as 2026-03-31"))
            #expect(unreadable.text.contains("Write the time as 14:30"))
            let kept = try await asker.ask(.post, page, governance, form: "what=A+note&finished=no")
            #expect(kept.status == 303)
            #expect(try await sealed(office).isFinished == false)
            let done = try await asker.ask(
                .post, page, governance,
                form: "what=A+note&seen=One+worker&risk=1&because=Minutes&lessons=Look+twice&finished=yes")
            #expect(done.status == 303)
            #expect(try await asker.ask(.get, "/wrong-child", governance).text.contains("Assessed"))
        }
        let now = try await sealed(office)
        #expect(now.isFinished && now.risk == .unlikely)
    }

    @Test func informationGovernanceMovesItOrPutsItBack() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let governance = try await office.enter([.informationGovernance], worker: nil)
        try await office.open { asker in
            _ = try await asker.ask(.post, Self.page, worker, form: Self.notKnown)
            let found = try await asker.ask(
                .post, "/wrong-child/\(Self.note)/moved", governance, form: "do=find&find=Planted13")
            #expect(found.text.contains("Planted13 Example"))
            let none = try await asker.ask(.post, "/wrong-child/\(Self.note)/moved", governance, form: "do=move")
            #expect(none.text.contains("Choose the child it is about"))
            let back = try await asker.ask(
                .post, "/wrong-child/\(Self.note)/moved", governance, form: "do=move&right=\(Self.child)")
            #expect(back.status == 303)
            let page = try await asker.ask(.get, "/wrong-child/\(Self.note)", governance)
            #expect(page.text.contains("It was on the right child, and was put back"))
        }
        #expect(try await office.site.records.current()[Self.child]?.thread.risks.count == 1)
    }

    /// Where nobody has the role, those who can give it hear that it is wanted, and nothing of the child.
    @Test func administratorsHearWhereNobodyAssesses() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let administrator = try await office.enter([.administrator], worker: nil)
        try await office.open { asker in
            _ = try await asker.ask(.post, Self.page, worker, form: Self.notKnown)
            let told = try await asker.ask(.get, "/administration", administrator).text
            #expect(told.contains("nobody has the role of information governance") && !told.contains("Planted"))
            _ = try await office.enter([.informationGovernance], worker: nil)
            let after = try await asker.ask(.get, "/administration", administrator).text
            #expect(!after.contains("nobody has the role of information governance"))
        }
    }

    @Test func aDraftMovesWholeAndNothingOfItStays() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let form = "/children/\(Self.child)/record/case_note"
        let draft = String(repeating: "ab", count: 16)
        try await office.open { asker in
            let sent = try await asker.ask(
                .post, form, worker,
                form: "do=wrong-child&draft=\(draft)&subject=Marigold+rang&occurred=2026-03-30&account=All+she+said")
            #expect(sent.location == form + "/wrong-child")
            let asked = try await asker.ask(.post, form + "/wrong-child", worker, form: "do=move&find=Planted12")
            #expect(asked.status == 200 && asked.text.contains("Choose the child it is about"))
            let moved = try await asker.ask(
                .post, form + "/wrong-child", worker, form: "do=move&find=Planted12&right=\(Self.right)")
            let there = "/children/\(Self.right)/record/case_note"
            #expect(moved.location == there + "?moved=yes")
            #expect(try await asker.ask(.get, there, worker).text.contains("Marigold rang"))
            #expect(try await !asker.ask(.get, form, worker).text.contains("Marigold"))
            // A page that is still open on the first child saves itself once more: it follows.
            let late = try await asker.ask(
                .post, form, worker, form: "do=keep&draft=\(draft)&mark=1&subject=Marigold+rang+again")
            #expect(late.status == 200)
            #expect(try await asker.ask(.get, there, worker).text.contains("Marigold rang again"))
            #expect(try await !asker.ask(.get, form, worker).text.contains("Marigold"))
        }
        let drafts = try await office.site.drafts.of(worker.account.id)
        #expect(drafts.map(\.child) == [Self.right.description])
    }
}

extension Sequence where Element: Sendable {
    fileprivate func asyncMap<Made>(_ make: (Element) async throws -> Made) async rethrows -> [Made] {
        var made: [Made] = []
        for element in self { made.append(try await make(element)) }
        return made
    }
}
