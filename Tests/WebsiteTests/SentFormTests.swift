import Testing

@testable import Website

struct SentFormTests {
    @Test func aBlankIsABlankAndAPlusAPlusHoweverTheyWereSent() {
        let form = SentForm("team=Children+in+care+3&find=a%2Bb%20c&empty=&same=1&same=2&nothing")
        #expect(form["team"] == "Children in care 3")
        #expect(form["find"] == "a+b c")
        #expect(form["empty"] == "" && form["nothing"] == "" && form["absent"] == "")
        #expect(form.all("same") == ["1", "2"] && form["same"] == "1")
    }

    @Test(arguments: ["é", "“They’re here”", "\r\n", "👧🏽", "100 % & more = all"])
    func anyWordsComeAsTheyWereTyped(_ words: String) {
        let sent = words.utf8.map { "%" + String($0, radix: 16, uppercase: $0 % 2 == 0) }
            .map { $0.count == 2 ? "%0" + $0.dropFirst() : $0 }.joined()
        #expect(SentForm("a=\(sent)")["a"] == words)
    }

    @Test(arguments: ["100%", "%F", "%G1", "%1G", "%FF", "%E2%80"])
    func whatCannotBeDecodedStaysAsItWasSent(_ text: String) { #expect(SentForm("a=\(text)&b=+")["a"] == text) }
}
