import Days
import Testing

@testable import Access

@Suite struct SignInTests {
    private func attempt(
        _ store: AccessStore, _ password: String, email: String = "ada@council.example",
        from address: String = "10.0.0.1",
        at now: Instant = start
    ) async throws -> SignIn.Outcome {
        try await SignIn(store, quickHashing).attempt(email: email, password: password, from: address, at: now)
    }

    @Test func theRightPasswordOpensTheAccountHoweverTheEmailIsTyped() async throws {
        try await withStore { store, _ in
            let ada = try await store.person()
            #expect(try await attempt(store, goodPassword) == .signedIn(ada))
            #expect(try await attempt(store, goodPassword, email: " ADA@Council.example ") == .signedIn(ada))
        }
    }

    @Test func everyOtherAnswerIsTheSame() async throws {
        try await withStore { store, _ in
            _ = try await store.person()
            let ended = try await store.person("ended@council.example", ends: start.inLondon.day - 1)
            var closed = try await store.person("closed@council.example")
            closed.isDisabled = true
            try await store.update(closed)
            _ = try await store.add(email: "new@council.example", name: "New", roles: [.iro], at: start)
            #expect(try await attempt(store, "wrong") == .refused)
            #expect(try await attempt(store, goodPassword, email: "nobody@council.example") == .refused)
            #expect(try await attempt(store, goodPassword, email: ended.email) == .refused)
            #expect(try await attempt(store, goodPassword, email: closed.email) == .refused)
            #expect(try await attempt(store, goodPassword, email: "new@council.example") == .refused)
        }
    }

    @Test func anAgencyAccountOpensOnItsLastDay() async throws {
        try await withStore { store, _ in
            let agency = try await store.person(ends: start.inLondon.day)
            #expect(try await attempt(store, goodPassword) == .signedIn(agency))
            #expect(try await attempt(store, goodPassword, at: later(seconds: 86_400)) == .refused)
        }
    }

    @Test(arguments: ["ada@council.example", "nobody@council.example"])
    func fiveWrongPasswordsSlowTheNextOnesDownWhoeverItIs(email: String) async throws {
        try await withStore { store, _ in
            _ = try await store.person()
            for _ in 0..<5 { #expect(try await attempt(store, "wrong", email: email) == .refused) }
            #expect(try await attempt(store, goodPassword, email: email) == .wait(until: later(seconds: 15)))
            #expect(try await attempt(store, "wrong", email: email, at: later(seconds: 15)) == .refused)
            #expect(
                try await attempt(store, goodPassword, email: email, at: later(seconds: 44))
                    == .wait(until: later(seconds: 45)))
        }
    }

    @Test func waitingItOutOrBeingUnlockedLetsOneInAndForgets() async throws {
        try await withStore { store, _ in
            let ada = try await store.person()
            for _ in 0..<5 { _ = try await attempt(store, "wrong") }
            #expect(try await attempt(store, goodPassword, at: later(seconds: 15)) == .signedIn(ada))
            for _ in 0..<5 { _ = try await attempt(store, "wrong", at: later(seconds: 20)) }
            try await store.unlock(ada)
            #expect(try await attempt(store, goodPassword, at: later(seconds: 20)) == .signedIn(ada))
        }
    }

    @Test func anAddressThatTriesManyAccountsIsSlowedDown() async throws {
        try await withStore { store, _ in
            let ada = try await store.person()
            for number in 0..<30 { _ = try await attempt(store, "wrong", email: "guess\(number)@council.example") }
            #expect(try await attempt(store, goodPassword) == .wait(until: later(seconds: 15)))
            #expect(try await attempt(store, goodPassword, from: "10.0.0.2") == .signedIn(ada))
        }
    }

    @Test func manyAttemptsAtOnceGainNothing() async throws {
        try await withStore { store, _ in
            _ = try await store.person()
            let looked = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<40 {
                    group.addTask { (try? await self.attempt(store, "wrong")) == .refused }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(looked == 5)
        }
    }

    @Test func theWaitDoublesUpToAQuarterOfAnHour() {
        let waits = (1...14).map(Throttle.account.wait)
        #expect(waits == [0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900, 900])
    }

    @Test func aCodeIsTakenOnceAndSlowedDownLikeAPassword() async throws {
        try await withStore { store, _ in
            let ada = try await store.person(roles: [.director])
            let (signIn, secret) = (SignIn(store, quickHashing), OneTimeCode.secret())
            let step = start.milliseconds / 1000 / OneTimeCode.step
            #expect(
                try await !store.setSecondFactor(
                    secret, code: OneTimeCode.code(secret, step: step + 9), of: ada, at: start))
            #expect(
                try await store.setSecondFactor(secret, code: OneTimeCode.code(secret, step: step), of: ada, at: start))
            #expect(
                try await signIn.check(code: OneTimeCode.code(secret, step: step), of: ada.id, at: start) == .refused,
                "it was used to set the telephone up")
            let next = OneTimeCode.code(secret, step: step + 1)
            guard case .signedIn = try await signIn.check(code: next, of: ada.id, at: later(seconds: 30)) else {
                Issue.record("the next code was refused")
                return
            }
            for _ in 0..<5 {
                #expect(try await signIn.check(code: next, of: ada.id, at: later(seconds: 30)) == .refused)
            }
            guard case .wait = try await signIn.check(code: next, of: ada.id, at: later(seconds: 31)) else {
                Issue.record("guessing codes is not slowed down")
                return
            }
        }
    }
}
