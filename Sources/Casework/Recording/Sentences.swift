extension String {
    /// Its sentences, each with the mark that ends it; a line's end ends one too.
    public var sentences: [String] {
        var sentences: [String] = []
        for line in split(whereSeparator: \.isNewline) {
            var sentence = ""
            var isOver = false
            for character in line {
                if isOver, character.isWhitespace {
                    sentences.append(sentence)
                    (sentence, isOver) = ("", false)
                    continue
                }
                isOver = ".!?".contains(character) || (isOver && "”’\"')".contains(character))
                sentence.append(character)
            }
            sentences.append(sentence)
        }
        return sentences.filter { $0.contains { !$0.isWhitespace } }.map(\.trimmed)
    }

    /// Up to the first full stop, question or exclamation that ends a sentence, or the end of the line.
    public var firstSentence: String {
        var sentence = ""
        var isOver = false
        for character in trimmed {
            if character.isNewline || (isOver && character.isWhitespace) { break }
            isOver = ".!?".contains(character)
            sentence.append(character)
        }
        return sentence
    }
}
