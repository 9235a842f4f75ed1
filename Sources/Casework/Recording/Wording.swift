extension String {
    /// Whether it is empty but for spaces, tabs and ends of lines.
    public var saysNothing: Bool { utf8.allSatisfy { $0 == 32 || (9...13).contains($0) } }

    /// Without blanks and ends of lines around it: a browser may add some.
    public var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }

    /// With its first letter as at the start of a sentence.
    public var capitalised: String { prefix(1).uppercased() + dropFirst() }

    /// A name as files give it, in words: `not_done` is “Not done”.
    public var spoken: String { replacing("_", with: " ").capitalised }

    /// As in the middle of a sentence; what is written in capitals stays so.
    public var lowercasedFirst: String {
        dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
    }
}

extension [String] {
    /// As a sentence lists them: `the assessment, the plan and health`; empty where there are none.
    public func listed(_ joiner: String = "and") -> String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " \(joiner) " + last
    }
}
