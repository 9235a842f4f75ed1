/// The words that give away what only some may know of who a child is, out of what a record says of it.
///
/// Each line, sentence or part between commas is one, as it was written, and so is each of its words that says something
/// alone: `gay`, `asylum`. The words of every sentence (`she`, `told`, `only`) are none, or nothing would be left to read: a
/// pronoun alone is not found, `they/them` is. That is why a person reads a copy before it is sent.
enum IdentityWords {
    /// - Parameter known: Names that stand in it and tell nothing of it.
    static func telling(_ text: String, besides known: Set<String>) -> [FoldedWords] {
        let parts = text.split { $0.isNewline || $0 == "," || $0 == ";" || $0 == "." || $0 == ":" }
            .map { FoldedWords(String($0)) }
        func tells(_ word: String) -> Bool {
            word.count > 1 && !word.allSatisfy(\.isNumber) && !plain.contains(word) && !pronouns.contains(word)
                && !known.contains(word)
        }
        let words = Set(parts.flatMap(\.words).filter(tells))
        let together = parts.filter { part in
            part.words.count > 1 && (part.words.contains(where: tells) || part.words.allSatisfy(pronouns.contains))
        }
        return together + words.sorted().map { FoldedWords($0) }
    }

    private static let pronouns: Set<String> = [
        "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "theirs", "themself",
        "themselves", "it", "its",
    ]
    private static let plain: Set<String> = [
        "about", "after", "all", "also", "am", "an", "and", "any", "anybody", "anyone", "are", "as", "ask", "asked",
        "asks", "at", "be", "because", "been", "before", "being", "born", "but", "by", "call", "called", "calls",
        "can", "carer", "carers", "child", "could", "dad", "day", "did", "do", "does", "everybody", "everyone",
        "family", "father", "feel", "feels", "few", "for", "friend", "friends", "from", "goes", "had", "has", "have",
        "home", "how", "if", "in", "is", "keep", "know", "knows", "leave", "like", "likes", "lives", "made", "may",
        "me", "mother", "much", "mum", "my", "name", "named", "names", "new", "no", "nobody", "not", "now", "of",
        "old", "on", "one", "only", "or", "other", "others", "our", "out", "parents", "people", "person", "pronoun",
        "pronouns", "said", "say", "says", "school", "see", "sees", "should", "since", "sister", "sisters", "so",
        "brother", "brothers", "some", "somebody", "someone", "still", "than", "that", "the", "then", "there",
        "these", "this", "those", "time", "to", "told", "too", "until", "up", "use", "uses", "us", "wait", "waiting",
        "waits", "want", "wants", "was", "we", "were", "what", "when", "where", "which", "while", "who", "will",
        "wish", "wishes", "with", "within", "without", "worker", "would", "year", "years", "yet", "you", "your",
    ]
}
