import Testing

@testable import Access

@Suite struct PasswordTests {
    private let advice = PasswordAdvice(list: "/nowhere")

    private func objection(_ password: String) -> String? {
        advice.objection(to: password, email: "ada.okoro@council.example", name: "Ada Okoro Lovelace")
    }

    @Test func threeRandomWordsWillDo() { #expect(objection(goodPassword) == nil) }

    @Test func noKindOfCharacterIsAskedFor() {
        #expect(objection("ότερ φανάρι χαλίκι") == nil)
        #expect(objection("lanterngravel") == nil)
    }

    @Test(arguments: [
        "short", "elevenchars", "PasswordPassword", "password1234", "password1234!!", "aaaaaaaaaaaaa",
        "ada.okoro@council.example", "Ada Okoro Lovelace", "throughline2026!",
    ])
    func whatIsTriedFirstIsRefused(password: String) { #expect(objection(password) != nil) }

    @Test func aPasswordIsToldFromOthersAndItsHashHoldsNothingOfIt() async throws {
        let hash = try await quickHashing.hash(typed: goodPassword)
        #expect(hash.hasPrefix("$argon2id$"))
        #expect(try await quickHashing.check(typed: goodPassword, against: hash))
        #expect(try await !quickHashing.check(typed: goodPassword + " ", against: hash))
        #expect(try await !quickHashing.check(typed: goodPassword, against: nil))
        #expect(try await quickHashing.hash(typed: goodPassword) != hash, "each has a salt of its own")
    }

    @Test func theUsualCostIsNineteenMebibytesAndTwoPasses() async throws {
        let hash = try await PasswordHashing().hash(typed: goodPassword)
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    }

    @Test func anAccentTypedInTwoWaysIsOnePassword() async throws {
        let hash = try await quickHashing.hash(typed: "caf\u{E9} lantern gravel")
        #expect(try await quickHashing.check(typed: "cafe\u{301} lantern gravel", against: hash))
    }

    @Test func whoeverComesWhenTooManyWaitIsToldSo() async throws {
        let narrow = PasswordHashing(cost: .usual, atOnce: 1, mostWaiting: 1)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 {
                group.addTask { (try? await narrow.hash(typed: goodPassword)) != nil }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.contains(true))
        #expect(outcomes.contains(false), "twelve at once, one working and one waiting")
    }
}
