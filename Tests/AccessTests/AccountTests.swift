import Days
import Foundation
import Testing

@testable import Access

@Suite struct AccountTests {
    @Test func aLinkIsGoodOnceAndForADay() async throws {
        try await withStore { store, _ in
            let ada = try await store.add(email: "ada@council.example", name: "Ada", roles: [.iro], at: start)
            let token = try await store.invite(ada, at: start)
            #expect(try await store.invitation(token, at: start.adding(hours: 23))?.account == ada)
            #expect(try await store.invitation(token, at: start.adding(hours: 24)) == nil)
            #expect(try await store.accept(token, hash: "h", at: start)?.hasPassword == true)
            #expect(try await store.accept(token, hash: "h", at: start) == nil)
        }
    }

    @Test func aNewLinkEndsTheOneBefore() async throws {
        try await withStore { store, _ in
            let ada = try await store.add(email: "ada@council.example", name: "Ada", roles: [.iro], at: start)
            let (first, second) = (try await store.invite(ada, at: start), try await store.invite(ada, at: start))
            #expect(try await store.invitation(first, at: start) == nil)
            #expect(try await store.invitation(second, at: start) != nil)
        }
    }

    @Test func theFirstAdministratorIsMadeOnlyWhileThereIsNobody() async throws {
        try await withStore { store, _ in
            let (one, other) = (try await store.invite(nil, at: start), "not a token")
            #expect(try await store.invitation(other, at: start) == nil)
            let first = try await store.accept(one, hash: "h", first: ("root@council.example", "Root"), at: start)
            #expect(first?.roles == [.administrator])
            let late = try await store.invite(nil, at: start)
            #expect(try await store.invitation(late, at: start) == nil)
            #expect(try await store.accept(late, hash: "h", first: ("b@council.example", "B"), at: start) == nil)
        }
    }

    @Test func theLastAdministratorStaysOne() async throws {
        try await withStore { store, _ in
            var root = try await store.person(roles: [.administrator])
            root.isDisabled = true
            await #expect(throws: AccessError.self) { try await store.update(root) }
            #expect(try await store.account(id: root.id)?.isDisabled == false)
            _ = try await store.person("other@council.example", roles: [.administrator])
            try await store.update(root)
            #expect(try await store.account(id: root.id)?.isDisabled == true)
        }
    }

    @Test func oneEmailIsOneAccountAndWhatIsNoEmailIsRefused() async throws {
        try await withStore { store, _ in
            _ = try await store.add(email: "ada@council.example", name: "Ada", roles: [.iro], at: start)
            await #expect(throws: AccessError.self) {
                try await store.add(email: "ADA@council.example", name: "Ada", roles: [.iro], at: start)
            }
            for text in ["", "ada", "@council.example", "ada@", "ada okoro@council.example", "a@b@c", "<a@b>"] {
                await #expect(throws: AccessError.self) {
                    try await store.add(email: text, name: "Ada", roles: [.iro], at: start)
                }
            }
        }
    }

    @Test func fictionalSignInsAreMadeForFictionalRecordsOnlyAndOpenNothingElse() async throws {
        let accounts = FictionalAccount.all(in: .init(), on: start.inLondon.day)
        try await withStore { store, _ in
            await #expect(throws: AccessError.self) { try await store.makeFictional(accounts, quickHashing, at: start) }
            let isEmpty = try await store.isEmpty()
            #expect(isEmpty)
        }
        try await withStore(isFictional: true) { store, folder in
            try await store.makeFictional(accounts, quickHashing, at: start)
            try await store.makeFictional(accounts, quickHashing, at: start)
            #expect(try await store.accounts().count == accounts.count)
            let email = "social.worker@severn-vale.example"
            func attempt(_ store: AccessStore) async throws -> SignIn.Outcome {
                try await SignIn(store, quickHashing).attempt(
                    email: email, password: FictionalAccount.password, from: "", at: start)
            }
            guard case .signedIn = try await attempt(store) else {
                Issue.record("the printed sign-in does not work")
                return
            }
            #expect(try await attempt(try AccessStore(directory: folder)) == .refused)
        }
    }

    @Test func theFileIsItsOwnersAloneAndHoldsNoSecretThatOpensAnything() async throws {
        try await withStore { store, folder in
            let ada = try await store.person()
            let token = try await store.invite(ada, at: start)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let path = folder.path + "/" + name
                let bytes = FileManager.default.contents(atPath: path) ?? Data()
                #expect(bytes.range(of: Data(token.utf8)) == nil, "\(name)")
                #expect(bytes.range(of: Data(goodPassword.utf8)) == nil, "\(name)")
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode.map { $0 & 0o077 } == 0, "\(name)")
            }
        }
    }
}
