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

    @Test func whatCannotBeDecodedStaysAsItWasSent() { #expect(SentForm("a=100%&b=%FF")["a"] == "100%") }
}
