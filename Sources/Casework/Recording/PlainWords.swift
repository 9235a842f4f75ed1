extension StringProtocol {
    /// Its words in small letters, with one blank between and nothing else: “On-going. ” and “ongoing” read alike but for
    /// the blank.
    public var plainWords: String {
        var plain = ""
        var isApart = false
        for character in self {
            guard character.isLetter || character.isNumber else {
                // An apostrophe joins: “children’s” is one word.
                if character != "’", character != "'" { isApart = true }
                continue
            }
            if isApart, !plain.isEmpty { plain += " " }
            isApart = false
            plain += character.lowercased()
        }
        return plain
    }
}
