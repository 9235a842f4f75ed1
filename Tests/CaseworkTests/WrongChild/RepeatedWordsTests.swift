import Casework
import Testing

struct RepeatedWordsTests {
    private let sealed = RepeatedWords(of: [
        "Mum's new partner came to the school gate, and Quill would not go with him.", "Too short",
    ])

    @Test func aRunIsFoundWhateverItsCapitalsAndStops() {
        #expect(sealed.longest(in: "She said: mum’s NEW partner came to the school gate") == 9)
        #expect(sealed.longest(in: "new PARTNER came – to the school; gate and then nothing") == 8)
        #expect(
            sealed.longest(in: "Mum's new partner came to the school gate, and Quill would not go with him.") == 16)
    }

    @Test func fewerWordsThanSixAreHowPeopleWrite() {
        #expect(sealed.longest(in: "came to the school gate") == 0)
        #expect(sealed.longest(in: "Too short") == 0)
        #expect(sealed.longest(in: "") == 0)
    }

    @Test func aRunDoesNotGoOnFromOneTextIntoTheNext() {
        #expect(RepeatedWords(of: ["one two three", "four five six"]).longest(in: "one two three four five six") == 0)
    }
}
