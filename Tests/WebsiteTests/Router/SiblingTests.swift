import Access
import Casework
import Days
import Testing

@testable import Website

/// Two children who are linked: each is named on the other's page to whoever may see both, and to nobody else.
@Suite(.serialized) struct SiblingTests {
    private static let (own, team, other) = (
        Office.children[.own] ?? ChildID(key: 0), Office.children[.team] ?? ChildID(key: 0),
        Office.children[.other] ?? ChildID(key: 0)
    )
    private static func people(_ child: ChildID) -> String { "/children/\(child)/people" }

    @Test func bothAreNamedToWhoeverMaySeeBoth() async throws {
        let office = try await Office()
        try await office.link(Self.own, Self.team)
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            for (one, sibling) in [(Self.own, Self.team), (Self.team, Self.own)] {
                let page = try await asker.ask(.get, Self.people(one), worker).text
                #expect(page.contains("Planted\(sibling.key) Example"))
                // Both live at one postcode, in one kind of home; why they would not is not asked.
                #expect(page.contains("Yes, as far as the postcode") && !page.contains("Why they live apart"))
            }
        }
    }

    /// The page speaks for the day that the returns end; who is linked since is told all the same.
    @Test func whoWasLinkedSinceTheReturnsEndIsTold() async throws {
        let office = try await Office()
        office.wait(minutes: 60 * 24 * 30)
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let form = "do=sign&occurred=2026-04-20&sibling_relation=full&sibling=900012"
            let signed = try await asker.ask(
                .post, "/children/\(Self.own)/record/siblings", worker,
                form: form + "&draft=\(String(repeating: "d", count: 32))")
            let page = try await asker.ask(.get, Self.people(Self.own), worker).text
            #expect(signed.status == 303 && page.contains("Planted12 Example"))
        }
    }

    /// The third child is another team's: a worker may not open their record, and the director may.
    @Test func aSiblingWhomTheViewerMayNotSeeIsNotThere() async throws {
        let (linked, plain) = (try await Office(), try await Office())
        try await linked.link(Self.own, Self.other)
        for role in [Role.socialWorker, .personalAdviser, .businessSupport] {
            let (one, two) = (try await linked.enter([role]), try await plain.enter([role]))
            try await linked.open { asker in
                try await plain.open { elsewhere in
                    let there = try await asker.ask(.get, Self.people(Self.own), one).text
                    let never = try await elsewhere.ask(.get, Self.people(Self.own), two).text
                    // Each page has a number of its own for what is pressed on it.
                    func plain(_ page: String, of visitor: Office.Visitor) -> String {
                        page.replacing(visitor.token, with: "").replacing(visitor.account.id, with: "")
                            .replacing(/name="press" value="[0-9a-f]{32}"/, with: "")
                    }
                    #expect(plain(there, of: one) == plain(never, of: two), "\(role)")
                    #expect(!there.contains("Planted13"), "\(role)")
                }
            }
        }
        let director = try await linked.enter([.director])
        try await linked.open { asker in
            let page = try await asker.ask(.get, Self.people(Self.own), director).text
            #expect(page.contains("Planted13 Example"))
        }
    }

    @Test func afterAnAdoptionTheCustodianAloneIsTold() async throws {
        let office = try await Office()
        try await office.link(Self.own, Self.team)
        try await office.protect(Self.team, .sealed(.adoption, ProtectionEvent.onWord))
        let (director, custodian) = (
            try await office.enter([.director]), try await office.enter([.informationGovernance])
        )
        try await office.open { asker in
            let page = try await asker.ask(.get, Self.people(Self.own), director).text
            #expect(!page.contains("Planted12") && !page.contains("had no room"))
            let whole = try await asker.ask(.get, Self.people(Self.own), custodian).text
            #expect(whole.contains("Planted12 Example"))
        }
    }

    private static func form(_ named: String, _ draft: Character) -> String {
        "do=sign&occurred=2026-03-01&sibling_relation=full&draft=\(String(repeating: draft, count: 32))&sibling=\(named)"
    }

    /// Linking says nothing of whom the author may not open: a child of another team and no child at all are one answer.
    @Test func whoMayNotBeOpenedCannotBeLinkedAndIsNotSaidToBeThere() async throws {
        let office = try await Office()
        let (one, two, three) = (
            try await office.enter([.socialWorker]), try await office.enter([.socialWorker]),
            try await office.enter([.socialWorker])
        )
        let address = "/children/\(Self.own)/record/siblings"
        try await office.open { asker in
            let hidden = try await asker.ask(.post, address, one, form: Self.form("900013", "a"))
            let nobody = try await asker.ask(.post, address, two, form: Self.form("900099", "b"))
            #expect(hidden.status == 200 && hidden.text.contains("id of a child whom you may open"))
            let plain = { @Sendable (text: String, visitor: Office.Visitor, named: String, draft: String) in
                text.replacing(visitor.token, with: "").replacing(visitor.account.id, with: "")
                    .replacing(named, with: "").replacing(String(repeating: draft, count: 32), with: "")
                    .replacing(/name="press" value="[0-9a-f]+"/, with: "")
            }
            #expect(plain(hidden.text, one, "900013", "a") == plain(nobody.text, two, "900099", "b"))
            let linked = try await asker.ask(.post, address, three, form: Self.form("900012", "c"))
            #expect(linked.status == 303 && linked.location?.contains("/people?linked=yes#siblings") == true)
            let page = try await asker.ask(.get, Self.people(Self.team), three).text
            #expect(page.contains("Planted11 Example"))
        }
    }
}
