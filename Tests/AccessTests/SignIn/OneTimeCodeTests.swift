import Testing

@testable import Access

@Suite struct OneTimeCodeTests {
    private let secret = Array("12345678901234567890".utf8)

    /// RFC 6238, appendix B, the rows for SHA-1.
    @Test(
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func theExamplesOfTheStandardComeOut(second: Int64, code: String) {
        #expect(OneTimeCode.code(secret, step: second / OneTimeCode.step, digits: 8) == code)
    }

    @Test func aCodeIsGoodOneStepEitherWayAndNoFurther() {
        for distance in Int64(-3)...3 {
            let code = OneTimeCode.code(secret, step: 1000 + distance)
            let found = OneTimeCode.step(of: code, secret, atSecond: 1000 * OneTimeCode.step, after: 0)
            #expect(found == (abs(distance) <= 1 ? 1000 + distance : nil))
        }
    }

    @Test func aCodeThatWasUsedIsNotGoodAgainNorOneBeforeIt() {
        let now = 1000 * OneTimeCode.step
        for step in Int64(999)...1000 {
            #expect(
                OneTimeCode.step(of: OneTimeCode.code(secret, step: step), secret, atSecond: now, after: 1000) == nil)
        }
        #expect(OneTimeCode.step(of: OneTimeCode.code(secret, step: 1001), secret, atSecond: now, after: 1000) == 1001)
    }

    @Test func blanksBetweenTheDigitsDoNotMatter() {
        let code = OneTimeCode.code(secret, step: 1000)
        let typed = code.prefix(3) + " " + code.suffix(3)
        #expect(OneTimeCode.step(of: String(typed), secret, atSecond: 30_000, after: 0) == 1000)
    }

    /// RFC 4648, section 10, without the padding that telephones do not ask for.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func base32ComesOutAndGoesBack(plain: String, text: String) {
        #expect(Base32.text(Array(plain.utf8)) == text)
        #expect(Base32.bytes(text) == Array(plain.utf8))
        #expect(Base32.bytes(text.lowercased()) == Array(plain.utf8))
    }

    @Test func whatIsNotBase32IsNotRead() { #expect(Base32.bytes("MZXW1") == nil) }

    @Test func theFictionalKeyCanBeTyped() { #expect(Base32.bytes(FictionalAccount.secondFactor)?.count == 20) }
}
