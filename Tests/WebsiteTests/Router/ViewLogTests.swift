import Casework
import GRDB
import Testing

@testable import Access
@testable import Website

/// What is shown is kept before it leaves, once; what cannot be kept is not shown.
@Suite(.serialized) struct ViewLogTests {
    @Test func aViewThatCannotBeLoggedIsRefusedWithNothingOfTheChild() async throws {
        let office = try await Office()
        let director = try await office.enter([.director])
        let child = try #require(Office.children[.other])
        try await office.open { asker in
            let before = try await asker.ask(.get, "/children/\(child)", director)
            #expect(before.status == 200)
        }
        try await office.store.pool.write { try $0.execute(sql: "ALTER TABLE look RENAME TO lost") }
        try await office.open { asker in
            for address in [
                "/", "/team", "/children", "/children?find=planted", "/exports/children",
                "/exports/children?format=xlsx", "/children/\(child)", "/children/\(child)/people",
                "/children/\(child)/emergency", "/figures/K01/children",
            ] {
                let answer = try await asker.ask(.get, address, director)
                #expect(answer.status == 503, "\(address): \(answer.status)")
                #expect(answer.text.contains("the access log cannot be written"), "\(address)")
                #expect(!answer.text.contains("Planted") && !answer.text.contains("9000"), "\(address)")
            }
            // What shows no child goes on.
            #expect(try await asker.ask(.get, "/help", director).status == 200)
            #expect(try await asker.ask(.get, "/figures", director).status == 200)
        }
    }

    @Test func eachViewIsOneEntryWithWhomItShowed() async throws {
        let office = try await Office()
        let director = try await office.enter([.director])
        let child = try #require(Office.children[.other])
        let asked = [
            ("/children/\(child)", "/children/:id"), ("/children/\(child)/health", "/children/:id/health"),
            ("/children/\(child)/looked", "/children/:id/looked"),
            ("/children/\(child)/emergency", "/children/:id/emergency"), ("/children?find=Planted13", "/children"),
            ("/exports/children?find=Planted13", "/exports/children"), ("/", "/"),
        ]
        try await office.open { asker in
            for (address, _) in asked {
                #expect(try await asker.ask(.get, address, director).status == 200, "\(address)")
            }
            for address in ["/help", "/profile", "/figures", "/children/none", "/assets/none"] {
                _ = try await asker.ask(.get, address, director)
            }
        }
        let looks = try await office.store.log.latest(account: director.account.id).map(\.look).reversed()
        #expect(looks.map(\.route) == asked.map(\.1))
        #expect(looks.map(\.child) == [child, child, child, child, nil, nil, nil])
        #expect(looks.dropFirst(4).prefix(2).allSatisfy { $0.shown == [child] && $0.query == "find=Planted13" })
        #expect(looks.allSatisfy { $0.reason == nil })
        #expect(try await office.store.log.verify().isSound)
    }
}
