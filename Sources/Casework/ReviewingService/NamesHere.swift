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
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        var kept: [String] = []
        var place = 0
        while place < words.count {
            let length = (1...Self.longest).reversed().first { length in
                place + length <= words.count
                    && names.contains(words[place..<place + length].joined(separator: " ").plainWords)
            }
            if let length {
                let end = words[place + length - 1].reversed().prefix { !$0.isLetter && !$0.isNumber }
                kept.append("[name left out]" + String(end.reversed()))
            } else {
                kept.append(String(words[place]))
            }
            place += length ?? 1
        }
        return kept.joined(separator: " ")
    }
}
