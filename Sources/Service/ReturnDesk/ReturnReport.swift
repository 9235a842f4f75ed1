import Days
import Returns

/// What came of reading or importing a return, as values that can be kept and sent: the JSON of `import` and what the
/// Return page shows are both made from it.
public struct ReturnReport: Codable, Hashable, Sendable {
    public var children, rowsRead, rowsSetAside, eventsAppended, corrections: Int
    public var horizon: String
    public var files, ignored: [String]
    public var findings: [Line]
    public var disagreements: [String]
    /// What the year as it is held says and this version no longer does; nil where no version was held.
    @OrNull public var losses: ImportReturn.Losses?

    /// One finding: where, what is wrong, how to mend it.
    public struct Line: Codable, Hashable, Sendable {
        public var kind, year, table, file: String
        @OrNull public var line: Int?
        @OrNull public var column: String?
        @OrNull public var value: String?
        @OrNull public var child: String?
        public var message, remedy: String

        /// `EPISODES.CSV, line 9, DEC`.
        public var place: String {
            [file.isEmpty ? nil : file, line.map { "line \($0)" }, column].compactMap { $0 }.joined(separator: ", ")
        }

        /// The kind of finding as a page names it.
        public var title: String {
            let words = kind.replacing("_", with: " ")
            return words.prefix(1).uppercased() + words.dropFirst()
        }
    }

    public init(_ outcome: ImportReturn.Outcome) {
        (children, rowsRead, rowsSetAside) = (outcome.children, outcome.rowsRead, outcome.rowsSetAside)
        (eventsAppended, corrections) = (outcome.eventsAppended, outcome.corrections)
        horizon = outcome.horizon.description
        (files, ignored, disagreements) = (outcome.files, outcome.ignored, outcome.disagreements)
        losses = outcome.losses
        findings = outcome.findings.map {
            Line(
                kind: $0.kind.rawValue, year: $0.year.description, table: $0.table, file: $0.file, line: $0.line,
                column: $0.column, value: $0.value, child: $0.child, message: $0.message, remedy: $0.remedy)
        }
    }
}

extension ImportReturn.Losses {
    /// `3 children would lose 12 facts that this version no longer has; 1 of them is gone from it.`
    ///
    /// - Parameter isDone: whether it has happened.
    public func sentence(isDone: Bool = false) -> String {
        guard facts > 0 else { return "No child \(isDone ? "lost" : "would lose") anything that is held of the year." }
        let who = children.count == 1 ? "1 child" : "\(children.count) children"
        let what = facts == 1 ? "1 fact" : "\(facts) facts"
        let missing = gone == 0 ? "" : "; \(gone) of them \(gone == 1 ? "is" : "are") gone from it"
        return "\(who) \(isDone ? "lost" : "would lose") \(what) that this version no longer has\(missing)."
    }
}
