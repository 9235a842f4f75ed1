/// Words as somebody wrote them, with the passages that they marked as being about another person:
/// `He was quiet. [About Mark: he lost his job.]`
///
/// A mark is plain text: it is made alike on a telephone, without scripts and by `record`, it stays in the journal as it was
/// written, and it can be read wherever the words are. It begins with a square bracket and “about”, in letters of any size,
/// and runs to the bracket that closes it; one that nobody closed runs to the end. Whom it is about stands before the colon.
/// A passage is of the class ``InformationClass/anotherPerson``, whatever the answer around it is.
public struct MarkedText: Hashable, Sendable {
    public enum Part: Hashable, Sendable {
        case words(String)
        case passage(Passage)
    }

    public struct Passage: Hashable, Sendable {
        /// Whom it is about, in the writer's words; empty where they did not say.
        public let who: String
        public let words: String
        /// With its brackets.
        public let written: String
    }

    /// In the order of the text.
    public let parts: [Part]

    public init(_ text: String) {
        // Most texts have no bracket at all.
        guard text.utf8.contains(UInt8(ascii: "[")) else {
            parts = [.words(text)]
            return
        }
        var parts: [Part] = []
        var (before, place) = (text.startIndex, text.startIndex)
        while place < text.endIndex {
            guard let inside = Self.begins(at: place, of: text) else {
                place = text.index(after: place)
                continue
            }
            if before < place { parts.append(.words(String(text[before..<place]))) }
            let close = Self.closes(from: inside, of: text)
            let end = close < text.endIndex ? text.index(after: close) : close
            parts.append(.passage(Passage(inside: text[inside..<close], written: text[place..<end])))
            (before, place) = (end, end)
        }
        if before < place { parts.append(.words(String(text[before..<place]))) }
        self.parts = parts
    }

    /// Where the inside of a mark begins that begins here; nil where none does.
    private static func begins(at bracket: String.Index, of text: String) -> String.Index? {
        guard text[bracket] == "[" else { return nil }
        let rest = text[text.index(after: bracket)...].drop(while: \.isWhitespace)
        let word = rest.prefix(5)
        guard word.lowercased() == "about" else { return nil }
        let next = rest[word.endIndex...].first
        return next.map { $0.isLetter || $0.isNumber } ?? false ? nil : word.endIndex
    }

    /// The bracket that closes a mark, past those that are opened and closed within it; the end where there is none.
    private static func closes(from inside: String.Index, of text: String) -> String.Index {
        var depth = 1
        for place in text[inside...].indices {
            if text[place] == "[" { depth += 1 }
            if text[place] == "]" { depth -= 1 }
            if depth == 0 { return place }
        }
        return text.endIndex
    }
}

extension MarkedText.Passage {
    fileprivate init(inside: Substring, written: Substring) {
        let colon = inside.prefix { $0 != "[" }.firstIndex(of: ":")
        who = colon.map { String(inside[..<$0]).trimmed } ?? ""
        words = String(colon.map { inside[inside.index(after: $0)...] } ?? inside).trimmed
        self.written = String(written)
    }
}

extension MarkedText {
    public var isMarked: Bool {
        parts.contains { if case .passage = $0 { true } else { false } }
    }

    /// Every passage; one within another is words of the outer.
    public var passages: [Passage] {
        parts.compactMap { part in if case .passage(let passage) = part { passage } else { nil } }
    }

    /// The text with those passages as ordinary words that may be read; the others stay as they are written.
    public func opening(_ mayBeRead: (Passage) -> Bool) -> String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .passage(let passage): mayBeRead(passage) ? passage.words : passage.written
            }
        }.joined()
    }

    /// With no more of each passage than whom it is about: `He was quiet. [About Mark]`.
    public var short: String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .passage(let passage): "[About \(passage.who.isEmpty ? "somebody else" : passage.who)]"
            }
        }.joined()
    }

    /// All of it as ordinary words.
    public var plain: String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .passage(let passage): Self.plain(passage.words)
            }
        }.joined()
    }

    /// The words of a passage without the marks within it, however deep: in one walk.
    private static func plain(_ words: String) -> String {
        var plain = ""
        var marks: [Bool] = []
        var place = words.startIndex
        while place < words.endIndex {
            let inside = begins(at: place, of: words)
            switch words[place] {
            case "[": marks.append(inside != nil)
            case "]" where marks.popLast() == true:
                place = words.index(after: place)
                continue
            default: break
            }
            guard let inside else {
                plain.append(words[place])
                place = words.index(after: place)
                continue
            }
            let label = words[inside...].prefix { $0 != "[" && $0 != "]" }
            place = label.firstIndex(of: ":").map { words.index(after: $0) } ?? inside
            while place < words.endIndex, words[place].isWhitespace { place = words.index(after: place) }
        }
        return plain
    }

    /// Its sentences but those in which any of a passage stands: what is around one gives it away.
    public var unmarkedSentences: [String] {
        guard isMarked else { return opening { _ in false }.sentences }
        var text = ""
        // The last character that is no blank.
        var last: Character?
        for (place, part) in parts.enumerated() {
            switch part {
            case .words(let words):
                text += words
                last = words.last { !$0.isWhitespace } ?? last
            case .passage(let passage):
                let isBegun = last.map { !".!?".contains($0) } ?? false
                let next = parts.dropFirst(place + 1).first?.plainBegin
                // Of “Well. [About Mark: he drinks] She” and of “Then [about Mark: he drank.] She” the next is another.
                let isEnded = !isBegun || passage.words.last.map { ".!?".contains($0) } ?? false
                let isOver = isEnded && next?.isUppercase ?? true
                text += isOver ? Self.passed + ". " : Self.passed
                last = isOver ? "." : "-"
            }
        }
        return text.sentences.filter { !$0.contains(Self.passed) }
    }

    /// What stands for a passage while the text is taken apart: no letter of any script.
    private static let passed = "\u{E000}"
}

extension MarkedText.Part {
    /// The first character that is no blank of words that stand between passages.
    fileprivate var plainBegin: Character? {
        if case .words(let words) = self { words.first { !$0.isWhitespace } } else { nil }
    }
}
