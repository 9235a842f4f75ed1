import Casework
import Testing

/// Words as they are compared: small letters, one blank between, nothing else.
struct PlainWordsTests {
    @Test(arguments: [
        ("On-going. ", "on going"), ("  ASAP!", "asap"), ("children's", "childrens"), ("children’s", "childrens"),
        ("S/W, Bea", "s w bea"), ("", ""), ("…", ""), ("ÉCOLE no. 7", "école no 7"), ("a'b", "ab"),
        ("7Up_{}[`@", "7up"),
    ]) func areWhatIsLeftOfAText(text: String, words: String) {
        #expect(text.plainWords == words)
        #expect(text[...].plainWords == words)
    }

    /// A text of ASCII alone is read a byte at a time: with a letter behind it that is none, it is read as any other.
    @Test func areTheSameHoweverTheyAreRead() {
        let marks = (0..<128).map { String(UnicodeScalar(UInt8($0))) }
        for one in marks {
            for other in marks {
                let text = "x\(one)y\(other)Z"
                #expect(text.plainWords + " é" == (text + " é").plainWords, "\(text.debugDescription)")
            }
        }
    }
}
