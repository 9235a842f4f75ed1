import Casework

/// Words that tell of what may have come from the police. Whoever writes does not always mark it as theirs, and once it is in
/// a copy it has gone without the officer who had to agree. A word concludes nothing: a child may want to join the police. So
/// a person is asked to look.
///
/// A row more here is looked for in every copy. Each is written as people say it, and found in any spelling of capitals.
enum PoliceWords {
    static let all = [
        "police", "policeman", "policewoman", "officer in the case",
        "PNC", "PND", "previous convictions", "criminal record", "intelligence report", "public protection notice",
        "crime reference", "crime number", "crime report", "incident log", "domestic incident",
        "arrest", "arrested", "bail", "custody record",
    ]

    private static let folded = all.map { (written: $0, words: FoldedWords($0)) }

    /// Those that stand in any of these texts, in the order of the table.
    static func standing(in texts: [FoldedWords]) -> [String] {
        folded.filter { word in texts.contains { $0.hold(word.words) } }.map(\.written)
    }
}

/// A record of which something goes into a copy that tells of the police, and that nobody marked as being from them.
public struct UnmarkedPolice: Hashable, Sendable {
    /// The record; event 0 where the draft is of none that was signed.
    public let event: EventID
    public let kind: RecordKind
    /// Which words tell of them, each once.
    public let words: [String]

    /// `“police” and “crime reference”`.
    public var quoted: String { words.map { "“\($0)”" }.listed() }

    /// The same of a text as it is now, where its author has changed it; nil where nothing of it is left there.
    public func still(in text: String) -> UnmarkedPolice? {
        let left = Set(PoliceWords.standing(in: [FoldedWords(text)])).intersection(words)
        return left.isEmpty ? nil : UnmarkedPolice(event: event, kind: kind, words: words.filter(left.contains))
    }
}

extension CopyRules {
    /// The words in these texts, as they go into a copy, that tell of the police where no record says that the sentence is
    /// from them.
    func unmarkedPoliceWords(in texts: [String]) -> [String] {
        let theirs = Set(marked.filter { $0.0 == .police }.flatMap(\.1.sentences).map { FoldedWords($0) })
        return PoliceWords.standing(
            in: texts.flatMap(\.sentences).map { FoldedWords($0) }.filter { !theirs.contains($0) })
    }
}
