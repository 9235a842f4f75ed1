import Testing

@testable import Search

struct EditDistanceTests {
    private func slips(_ a: String, _ b: String, _ limit: Int = 9) -> Int? {
        var compare = EditDistance()
        return compare.between(Array(a.utf8), Array(b.utf8), within: limit)
    }

    @Test func eachSlipCountsOnce() {
        #expect(slips("ada", "ada") == 0)
        #expect(slips("ada", "adaa") == 1)
        #expect(slips("ada", "aa") == 1)
        #expect(slips("ada", "ida") == 1)
        #expect(slips("thornmere", "thonrmere") == 1)
        #expect(slips("kitten", "sitting") == 3)
        #expect(slips("", "abc") == 3)
        #expect(slips("abc", "") == 3)
    }

    @Test func furtherThanTheLimitIsNil() {
        #expect(slips("ada", "omar", 2) == nil)
        #expect(slips("thornmere", "wickdale", 2) == nil)
    }

    @Test func wordsThatLettersRuleOutAreIndeedFurther() {
        var state: UInt64 = 11
        func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var ruledOut = 0
        for _ in 0..<5_000 {
            let a = (0...below(6)).map { _ in UInt8(97 + below(5)) }
            let b = (0...below(6)).map { _ in UInt8(97 + below(5)) }
            var compare = EditDistance()
            for limit in 1...2 where !Letters(a).mayBe(Letters(b), within: limit) {
                ruledOut += 1
                #expect(compare.between(a, b, within: limit) == nil)
            }
        }
        #expect(ruledOut > 100)
    }
}
