/// Who is known here by name: what goes before the public names none of them.
///
/// Whole names only, of two words or more, and children’s numbers. Those around whose record more stands than the roles
/// are left out, so that nobody can learn from a refusal that there is such a child.
public struct NamesHere: Sendable {
    private var names: Set<String> = []
    private static let longest = 4

    public init(_ authority: Authority) {
        for worker in authority.workers.values { add(worker.name) }
        for child in authority.children.values where !authority.protected.contains(child.id) {
            let name = child.identity.names.current
            add(name.legal)
            add(name.shown)
            let number = child.identity.ssda903.plainWords
            if number.count > 3 { names.insert(number) }
        }
    }

    private mutating func add(_ name: String) {
        let plain = name.plainWords
        if (2...Self.longest).contains(plain.split(separator: " ").count) { names.insert(plain) }
    }

    /// Whether a text names somebody.
    public func areNamed(in text: String) -> Bool { without(text) != text }

    /// The text with each name left out, and saying so.
    public func without(_ text: String) -> String {
        guard !names.isEmpty else { return text }
        let words = Word.all(of: text)
        var kept = ""
        var (end, place) = (text.startIndex, 0)
        while place < words.count {
            guard let last = lastOfName(from: place, in: words) else {
                place += 1
                continue
            }
            kept += text[end..<words[place].start]
            kept += "[name left out]"
            (end, place) = (words[last].end, last + 1)
        }
        kept += text[end...]
        return kept
    }

    /// The last word of the longest name that begins with a word; nil where none does.
    private func lastOfName(from first: Int, in words: [Word]) -> Int? {
        let longest = min(first + Self.longest, words.count)
        return (first..<longest).reversed().first { last in
            let before = words[first..<last].map(\.plain)
            return names.contains((before + [words[last].plain]).joined(separator: " "))
                || names.contains((before + [words[last].owner]).joined(separator: " "))
        }
    }

    /// A run of letters and numbers; whatever stands between two ends the one and begins the other.
    private struct Word {
        let start: String.Index
        /// Where it ends, a final ’s left off.
        let end: String.Index
        /// In small letters; and without a final ’s.
        let plain, owner: String

        static func all(of text: String) -> [Word] {
            func isApostrophe(_ character: Character) -> Bool { character == "’" || character == "'" }
            var words: [Word] = []
            for part in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && !isApostrophe($0) }) {
                var whole = part.drop(while: isApostrophe)
                while let last = whole.last, isApostrophe(last) { whole = whole.dropLast() }
                if whole.isEmpty { continue }
                let isOwning = ["’s", "'s"].contains(whole.suffix(2).lowercased())
                let owner = isOwning ? whole.dropLast(2) : whole
                words.append(
                    Word(start: whole.startIndex, end: owner.endIndex, plain: whole.plainWords, owner: owner.plainWords)
                )
            }
            return words
        }
    }
}
