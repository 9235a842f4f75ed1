import Casework
import Testing

/// A passage about another person is found however its mark was typed, and what is not marked stays as it is.
struct MarkedTextTests {
    private static func about(_ text: String) -> [String] {
        MarkedText(text).passages.map { "\($0.who)|\($0.words)" }
    }

    @Test(arguments: [
        ("He was quiet. [About Mark: he lost his job.]", "Mark|he lost his job."),
        ("[about mark:he lost his job", "mark|he lost his job"),
        ("[ ABOUT  Mark Fell : he lost\nhis job ]", "Mark Fell|he lost\nhis job"),
        ("[About he lost his job]", "|he lost his job"), ("[About: he lost his job]", "|he lost his job"),
        ("[About Mark: he said [sic] so] she", "Mark|he said [sic] so"),
    ]) func aMarkIsFound(_ text: String, _ passage: String) { #expect(Self.about(text) == [passage]) }

    @Test(arguments: ["", "Nothing.", "[sic]", "[Aboutface: no]", "About Mark: he", "a ] b [ c", "[[", "["])
    func whatIsNoMarkStays(_ text: String) {
        let marked = MarkedText(text)
        #expect(!marked.isMarked && marked.plain == text && marked.short == text)
        #expect(marked.unmarkedSentences == text.sentences)
    }

    @Test func oneWithinAnotherIsWordsOfTheOuter() {
        let text = "[About Mark: he fears [about Jo: she drinks] at night]"
        #expect(Self.about(text) == ["Mark|he fears [about Jo: she drinks] at night"])
        #expect(MarkedText(text).plain == "he fears she drinks at night")
        #expect(MarkedText("[About he [sic] fears [about: Jo] now] so").plain == "he [sic] fears Jo now so")
        #expect(MarkedText(MarkedText(text).opening { _ in true }).isMarked, "it is opened by itself, or not at all")
    }

    /// However deep and however many: a text is as long as somebody likes.
    @Test func marksWithoutEndAreReadInOneWalk() {
        let deep = String(repeating: "[about x: ", count: 20_000) + "end"
        #expect(MarkedText(deep).plain == "end" && MarkedText(deep).unmarkedSentences.isEmpty)
        let many = String(repeating: "[about x]", count: 20_000)
        #expect(MarkedText(many).passages.count == 20_000 && MarkedText(many).unmarkedSentences.isEmpty)
    }

    @Test(arguments: [
        ("He was quiet. [About Mark: he lost his job.] He drew.", ["He was quiet.", "He drew."]),
        ("He was quiet. [About Mark: he lost his job] He drew.", ["He was quiet.", "He drew."]),
        ("Dad [about Mark: lost his job. He drinks] now. He drew.", ["He drew."]),
        ("Dad [about Mark: lost his job.] He drew.", ["He drew."]),
        ("He drew. Dad (who [about Mark: drinks.]) rang", ["He drew."]),
        ("He drew.\n[About Mark: he\nran]\nHe sang", ["He drew.", "He sang"]),
        ("He drew. [About Mark: he ran. He sang", ["He drew."]),
    ]) func theSentencesAroundAPassageGoWithIt(_ text: String, _ left: [String]) {
        #expect(MarkedText(text).unmarkedSentences == left)
    }

    @Test func inShortItSaysNoMoreThanWhomItIsAbout() {
        #expect(
            MarkedText("He drew. [About Mark: he ran] [about he sang]").short
                == "He drew. [About Mark] [About somebody else]")
    }
}
