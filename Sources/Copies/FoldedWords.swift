import Casework

/// Words as they are compared: small letters, no accents, no marks; `Siân’s` and `sian` are one word.
struct FoldedWords: Hashable, Sendable {
    let words: [String]

    init(_ text: String) {
        var words: [String] = []
        var word = ""
        func end() {
            if word.count > 2, word.hasSuffix("'s") { word.removeLast(2) }
            word.removeAll { $0 == "'" }
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for scalar in text.unicodeScalars {
            if scalar == "'" || scalar == "’" || scalar == "‘" {
                if !word.isEmpty { word.append("'") }
            } else if let letter = Self.plain(scalar) {
                word += letter
            } else if scalar.properties.generalCategory != .nonspacingMark {
                end()
            }
        }
        end()
        self.words = words
    }

    /// The letter without what stands over or under it, small; nil for what is no letter and no digit.
    private static func plain(_ scalar: Unicode.Scalar) -> String? {
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return nil }
        if scalar.isASCII { return scalar.properties.lowercaseMapping }
        // Unicode names a letter by its plain one: LATIN SMALL LETTER A WITH CIRCUMFLEX.
        let parts = scalar.properties.name?.split(separator: " ").map(String.init) ?? []
        if parts.first == "LATIN", let letter = parts.firstIndex(of: "LETTER"), letter + 1 < parts.count {
            return parts[letter + 1].lowercased()
        }
        return scalar.properties.lowercaseMapping
    }

    /// Whether the words of another stand in these, one after another. Words that are written apart or together are the
    /// same (`SV1 2AB`, `sv12ab`), where they hold a digit.
    func hold(_ other: FoldedWords) -> Bool {
        let wanted = other.words
        guard !wanted.isEmpty else { return false }
        if wanted.count <= words.count {
            for start in 0...(words.count - wanted.count) where Array(words[start..<start + wanted.count]) == wanted {
                return true
            }
        }
        let joined = wanted.joined()
        guard joined.contains(where: \.isNumber) else { return false }
        for start in words.indices {
            var run = ""
            for word in words[start...] {
                run += word
                if run == joined { return true }
                if run.count >= joined.count { break }
            }
        }
        return false
    }
}

extension String {
    /// As a sentence, with its end.
    var asSentence: String {
        let text = trimmed
        guard let last = text.last else { return "" }
        return ".!?”\"".contains(last) ? text : text + "."
    }
}
