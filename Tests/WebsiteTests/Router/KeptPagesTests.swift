import Access
import Casework
import Days
import HTML
import JournalStore
import Service
import Standards
import TestSupport
import Testing
import Workspace

@testable import Website

/// Pages that are kept as they were written: given again only to whom they were written for, and only while all that they
/// were made from is the same. Each test puts a page that could not be taken for a real one in the place of what is kept,
/// so that a page which was given from there is known.
@Suite(.serialized) struct KeptPagesTests {
    private static let (own, sibling) = (
        Office.children[.own] ?? ChildID(key: 0), Office.children[.team] ?? ChildID(key: 0)
    )
    private static let tabs = ChildTab.allCases.filter(\.isKept)
    private static let mark = "put here by a test"

    private static func address(_ tab: ChildTab) -> String {
        "/children/\(own)" + (tab.segment.map { "/" + $0 } ?? "")
    }

    /// What stands in the frame and may be kept: all but the form that tells in one press, which is written anew.
    private static func inside(_ page: String) -> String {
        String(page[(page.range(of: "<main")?.lowerBound ?? page.endIndex)...])
            .replacing(/<form [^>]*\/urgent"[^>]*>.*?<\/form>/.dotMatchesNewlines(), with: "")
    }

    /// Puts a marked page where the viewer's next would be kept.
    private func plant(_ office: Office, for visitor: Office.Visitor, _ tab: ChildTab) async throws {
        let authority = try await office.site.records.current()
        let (today, people) = (office.now.inLondon.day, try await office.site.gate.people())
        let account = try #require(people[visitor.account.id])
        let question = try #require(
            Question(authority, asAt: nil, settings: office.site.settings, answersUntil: today))
        let record = try #require(authority[Self.own])
        let basis = PageBasis(
            of: tab, for: account.viewer, on: today, question, record,
            tab == .thread && !record.joinAnswers.isEmpty ? people : nil)
        let page = WrittenPage(title: "Kept", about: Self.own, head: { $0.p(Self.mark) }, rest: { _ in })
        office.site.keptPages.keep(page, basis)
    }

    /// An address that asks something is made afresh each time.
    private func afresh(_ asker: Asker, _ tab: ChildTab, _ visitor: Office.Visitor) async throws -> String {
        Self.inside(try await asker.ask(.get, Self.address(tab) + "?afresh=yes", visitor).text)
    }

    // MARK: What shows at once

    /// Something that happens, and on which of the pages it is to be seen.
    private struct Change: Sendable {
        let what: String
        let tabs: Set<ChildTab>
        let make: @Sendable (Office, Office.Visitor) async throws -> Void
    }

    private static let changes = [
        Change(what: "a record is signed", tabs: [.thread]) { office, _ in
            try await office.write(
                .signed(
                    SignedRecord(
                        kind: .caseNote, day: day("2026-02-01"), form: FormEdition(version: 0, digest: 0),
                        answers: [.subject: .text("A talk"), .significant: .choice("none")])), of: own)
        },
        Change(what: "a record is taken back", tabs: [.thread]) { office, _ in
            try await office.write(.retracted, of: own, correcting: Office.note(of: own))
        },
        Change(what: "the child has another name", tabs: [.now, .thread, .timeline]) { office, _ in
            try await office.write(.identity(.named(ChildName(given: "Another", family: "Example"))), of: own)
        },
        Change(what: "the worker has another name", tabs: [.now, .thread, .timeline]) { office, _ in
            try await office.describe(Worker(code: "W1", name: "Another Worker", team: "East", manager: "MEast"), 1)
        },
        Change(what: "the worker is in another team", tabs: [.now, .thread, .timeline]) { office, _ in
            try await office.describe(Worker(code: "W1", name: "Worker 1", team: "North", manager: "MEast"), 1)
        },
        Change(what: "another worker has the child", tabs: [.now, .thread, .timeline]) { office, _ in
            for event in worker("W2", "2026-01-01") { try await office.write(event, of: own) }
        },
        Change(what: "a sister lives elsewhere", tabs: [.thread]) { office, _ in
            let moved = day("2026-01-05")
            let end = EpisodeEnd(day: moved, ending: "X1", reason: "CHILD")
            let next = Episode(
                start: moved, reason: "P", legalStatus: "C2", need: "N1", placement: "U6", provider: "PR1",
                homePostcode: Office.postcodes.home, placementPostcode: "ZZ993DD", urn: "SC999222")
            for event in [EpisodeEvent.ended(start: day("2025-05-01"), end), .started(next)] {
                try await office.write(.episode(event), of: sibling)
            }
        },
        Change(what: "the sister’s record is restricted", tabs: [.thread]) { office, _ in
            try await office.protect(sibling, .restricted(to: []))
        },
        Change(what: "something to join up is put off", tabs: [.thread]) { office, visitor in
            try await office.write(.join(.answered(try await putOff(office, by: visitor))), of: own)
        },
        Change(what: "whoever answered has another name", tabs: [.thread]) { office, visitor in
            var account = visitor.account
            account.name = "Somebody Else"
            try await office.change(account)
        },
        Change(what: "the day comes that it was put off until", tabs: [.thread]) { office, _ in
            office.wait(minutes: 60 * 24 * 3)
        },
        Change(what: "the next return is imported", tabs: [.now, .thread, .timeline]) { office, _ in
            try await office.importReturn(of: CollectionYear(startingIn: 2026))
        },
        Change(what: "the viewer has other roles", tabs: [.now, .thread, .timeline]) { office, visitor in
            var account = visitor.account
            account.roles = [.informationGovernance]
            try await office.change(account)
        },
    ]

    /// Put off until the day after tomorrow, on the facts there are.
    private static func putOff(_ office: Office, by visitor: Office.Visitor) async throws -> JoinAnswer {
        let today = office.now.inLondon.day
        let question = try #require(
            Question(try await office.site.records.current(), asAt: nil, answersUntil: today))
        let record = try #require(question.authority[own])
        let found = try #require(
            question.joins(of: ChildAsAt(record, question.threadDay)).first { $0.rule.id == "life_story_not_started" })
        return JoinAnswer(
            kind: found.rule.id, about: found.about, facts: found.restsOn, word: .later(until: today + 2),
            because: "She asked to wait", by: visitor.account.id, at: office.now)
    }

    /// Everything that a page shows is on it in the next answer, whatever was kept before.
    @Test func whateverChangesShowsAtOnce() async throws {
        let office = try await Office()
        try await office.link(Self.own, Self.sibling)
        let first = try await office.enter([.director], worker: nil)
        try await office.open { asker in
            for change in Self.changes {
                // Days pass, and sessions with them.
                let visitor = try await office.enterAgain(first)
                var before: [ChildTab: String] = [:]
                for tab in Self.tabs {
                    before[tab] = try await self.afresh(asker, tab, visitor)
                    try await self.plant(office, for: visitor, tab)
                    let kept = try await asker.ask(.get, Self.address(tab), visitor).text
                    #expect(kept.contains(Self.mark), "\(tab) is not kept before \(change.what)")
                }
                try await change.make(office, visitor)
                let again = try await office.enterAgain(first)
                for tab in Self.tabs {
                    let shown = Self.inside(try await asker.ask(.get, Self.address(tab), again).text)
                    #expect(try await shown == self.afresh(asker, tab, again), "\(tab) once \(change.what)")
                    if change.tabs.contains(tab) {
                        #expect(shown != before[tab] && !shown.contains(Self.mark), "\(tab) once \(change.what)")
                    }
                }
            }
        }
    }

    /// Who hears of it is a matter of minutes.
    @Test func aPageThatTellsOfSomethingUrgentIsMadeAfresh() async throws {
        let office = try await Office()
        let director = try await office.enter([.director], worker: nil)
        try await office.open { asker in
            for tab in Self.tabs { try await self.plant(office, for: director, tab) }
            let word = UrgentWord(
                at: office.now, by: "u", concern: .child, words: "She is frightened", way: .manager,
                steps: [[director.account.id]], minutes: 30)
            try await office.write(.urgent(.said(word)), of: Self.own)
            for tab in Self.tabs {
                try await self.plant(office, for: director, tab)
                let page = try await asker.ask(.get, Self.address(tab), director).text
                #expect(page.contains("may not be safe") && !page.contains(Self.mark), "\(tab)")
            }
        }
    }

    // MARK: Whose it is

    /// Everybody gets their own page, also right after somebody who may see more.
    @Test func noTwoPeopleShareAPage() async throws {
        let office = try await Office()
        try await office.link(Self.own, Self.sibling)
        var people: [Office.Visitor] = []
        for role in Role.allCases { people.append(try await office.enter([role])) }
        people.append(try await office.enter([.socialWorker], worker: "W2"))
        let (asking, all) = (people + people.reversed() + people, people)
        try await office.open { asker in
            for tab in Self.tabs {
                var own: [String: String] = [:]
                for visitor in all { own[visitor.account.id] = try await self.afresh(asker, tab, visitor) }
                for visitor in asking {
                    let page = try await asker.ask(.get, Self.address(tab), visitor).text
                    #expect(Self.inside(page) == own[visitor.account.id], "\(tab), \(visitor.account.name)")
                    for other in all where other.account.id != visitor.account.id {
                        #expect(!page.contains(other.token))
                    }
                }
                for visitor in all where own[visitor.account.id]?.contains("Planted11") == true {
                    try await self.plant(office, for: visitor, tab)
                    for other in all where other.account.id != visitor.account.id {
                        let page = try await asker.ask(.get, Self.address(tab), other).text
                        #expect(!page.contains(Self.mark), "\(tab) of \(visitor.account.name) to \(other.account.name)")
                    }
                    break
                }
            }
        }
    }

    /// Nothing of a session is kept: the same person in another one gets that one's token, and no other.
    @Test func aSessionsTokenIsItsOwn() async throws {
        let office = try await Office()
        let one = try await office.enter([.socialWorker])
        let two = try await office.enterAgain(one)
        try await office.open { asker in
            for tab in Self.tabs {
                for visitor in [one, two, one] {
                    let page = try await asker.ask(.get, Self.address(tab), visitor).text
                    #expect(page.contains(visitor.token))
                    #expect(!page.contains(visitor.token == one.token ? two.token : one.token))
                    #expect(!Self.inside(page).contains(visitor.token))
                    #expect(page != Self.inside(page) && page.contains("name=\"do\" value=\"press\""))
                }
            }
        }
    }

    // MARK: The door and the log

    @Test func eachAskIsLoggedThoughThePageIsKept() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            for tab in Self.tabs {
                try await self.plant(office, for: worker, tab)
                for _ in 0..<3 {
                    #expect(try await asker.ask(.get, Self.address(tab), worker).text.contains(Self.mark))
                }
            }
        }
        let looks = try await office.store.log.latest(account: worker.account.id).map(\.look)
        #expect(looks.count == 3 * Self.tabs.count && looks.allSatisfy { $0.child == Self.own })
    }

    @Test func aKeptPageIsNotGivenWhereTheViewerMayNoLongerSeeTheChild() async throws {
        let office = try await Office()
        let (worker, other) = (
            try await office.enter([.socialWorker]), try await office.enter([.socialWorker], worker: "W3")
        )
        try await office.open { asker in
            for tab in Self.tabs {
                try await self.plant(office, for: worker, tab)
                let answer = try await asker.ask(.get, Self.address(tab), other)
                #expect(answer.status == 404 && !answer.text.contains(Self.mark))
            }
            try await office.protect(Self.own, .restricted(to: []))
            for tab in Self.tabs {
                try await self.plant(office, for: worker, tab)
                let answer = try await asker.ask(.get, Self.address(tab), worker)
                #expect(!answer.text.contains(Self.mark))
            }
        }
    }

    // MARK: What it is made from

    /// A form that is published, a setting and a day are part of what a page is made from, whether it shows them or not.
    @Test func aPageIsNotTheSameUnderAnotherFormSettingOrDay() async throws {
        let office = try await Office()
        let visitor = try await office.enter([.director], worker: nil)
        let today = office.now.inLondon.day
        func basis(_ settings: LocalSettings = LocalSettings(), on today: Day) async throws -> PageBasis {
            let authority = try await office.site.records.current()
            let question = try #require(
                Question(authority, asAt: nil, settings: settings, answersUntil: today))
            return PageBasis(
                of: .thread, for: visitor.account.viewer, on: today, question, try #require(authority[Self.own]), nil)
        }
        let first = try await basis(on: today)
        #expect(try await first.makesTheSame(as: basis(on: today)))
        #expect(try await !first.makesTheSame(as: basis(on: today + 1)))
        var settings = LocalSettings()
        settings.putOffDays = 7
        #expect(try await !first.makesTheSame(as: basis(settings, on: today)))
        try await office.write(.identity(.named(ChildName(given: "Another", family: "Child"))), of: Self.sibling)
        #expect(try await first.makesTheSame(as: basis(on: today)), "somebody wrote of another child")
        let form = try #require(office.site.forms?[.caseNote])
        try await office.publish(form.published)
        #expect(try await !first.makesTheSame(as: basis(on: today)))
    }

    // MARK: Its bounds

    @Test func oneThatIsAskedForAgainStaysAndTheRestIsForgotten() async throws {
        let office = try await Office()
        let authority = try await office.site.records.current()
        let question = try #require(Question(authority, asAt: nil))
        let record = try #require(authority[Self.own])
        func basis(_ number: Int) -> PageBasis {
            PageBasis(
                of: .thread, for: Viewer(id: "\(number)", name: "", roles: [], worker: nil), on: question.asAt,
                question,
                record, nil)
        }
        let page = WrittenPage(
            title: "A page", about: Self.own, head: { $0.p("a") }, rest: { $0.p(String(repeating: "a", count: 1000)) })
        let kept = KeptPages(most: 20_000)
        for number in 0..<500 {
            kept.keep(page, basis(number))
            #expect(kept.bytes <= 20_000 + 2 * page.count)
            if number % 3 == 0 { #expect(kept.page(basis(0)) != nil, "after \(number)") }
        }
        #expect(kept.page(basis(499)) != nil)
        #expect(kept.page(basis(100)) == nil)
    }
}
