import Casework
import Days

/// A chronology on two pages for one reader: of the lines that were chosen, what is ordinary or was put in by choice,
/// without what this reader may not know.
///
/// What a person marked as significant comes in first, then what changes any child's life, then the rest, the latest of
/// each first, until the pages are full; it is written in the order of its days. What does not fit is said, to the author
/// by number and to the reader as "more".
public struct ChronologyCopy: Sendable {
    let lines: [ChronologyLine]
    let choice: ChronologyChoice
    let rules: CopyRules

    public init(_ chronology: Chronology, _ choice: ChronologyChoice, rules: CopyRules) {
        (lines, self.choice, self.rules) = (chronology.lines(choice), choice, rules)
    }

    /// The copy as it is first written; or what has to be decided first.
    public func draft(for reader: CopyReader) -> Result<CopyDraft, CopyRefusal> {
        if let refusal = rules.undecided(of: reader) { return .failure(refusal) }
        var writing = ChronologyWriting(rules, reader)
        writing.write(self, for: reader)
        return .success(writing.draft)
    }
}

private struct ChronologyWriting: Writing {
    /// A line as it is read, and what of it people wrote.
    typealias Written = (line: ChronologyLine, text: String, said: [String])

    let withholding: Withholding
    let including: Set<InformationClass>
    var draft = CopyDraft()

    /// Lines of print on two pages, the head left out, and the letters in one: as `Tests/Browser/test_chronology.py` prints
    /// them.
    static let room = 78
    static let width = 88

    init(_ rules: CopyRules, _ reader: CopyReader) {
        (withholding, including) = (rules.withholding(for: reader), rules.including(for: reader))
    }

    mutating func write(_ copy: ChronologyCopy, for reader: CopyReader) {
        var written: [Written] = []
        for line in copy.lines {
            draft.said = []
            let text = words(line)
            if !text.isEmpty { written.append((line, text, draft.said)) }
        }
        let fitting = fitting(written)
        for (line, _, said) in fitting {
            guard case .record(let event, let kind) = line.source else { continue }
            draft.notice(copy.rules.unmarkedPoliceWords(in: said), of: event, kind)
        }
        let left = written.count - fitting.count
        if left > 0 {
            leaveOut(
                "Two pages",
                "\(left) \(left == 1 ? "line does" : "lines do") not fit. Choose a shorter time or a theme, or mark what is background."
            )
        }
        part(
            "Chronology of \(copy.rules.childsName)",
            [
                "Made for \(reader == .child ? copy.rules.childsName : reader.name). \(copy.choice.words)",
                "Something may have been left out that is not for this copy."
                    + (left > 0 ? " The record holds more than these two pages." : ""),
            ])
        for year in Set(fitting.map(\.line.day.year)).sorted() {
            part("\(year)", fitting.filter { $0.line.day.year == year }.map(\.text))
        }
    }

    /// A line as it is read; empty where it does not enter.
    private mutating func words(_ line: ChronologyLine) -> String {
        let place = line.day.inWords
        guard enters(line.informationClass, at: place) else { return "" }
        let what = say(line.what, at: place)
        guard !what.isEmpty else { return "" }
        var (says, impact) = ("", "")
        if let mark = line.mark, !mark.says.isEmpty, enters(mark.saysClass, at: place) {
            says = say(mark.says, at: place)
        }
        if let mark = line.mark, !mark.impact.isEmpty, enters(mark.impactClass, at: place) {
            impact = say(mark.impact, at: place)
        }
        return (line.start.isKnown ? "" : "On or before ") + "\(place). \(what)" + (says.isEmpty ? "" : " \(says)")
            + (impact.isEmpty ? "" : " What it meant: \(impact)") + " (\(line.source.words))"
    }

    private func fitting(_ written: [Written]) -> [Written] {
        func rank(_ line: ChronologyLine) -> Int { line.isSignificant ? (line.mark != nil ? 0 : 1) : 2 }
        let order = written.indices.sorted { a, b in
            (rank(written[a].line), -a) < (rank(written[b].line), -b)
        }
        var left = Self.room
        var years: Set<Int> = []
        var taken: Set<Int> = []
        for place in order {
            // The heading of a year takes two.
            let year = written[place].line.day.year
            let cost = (written[place].text.count + Self.width - 1) / Self.width + (years.contains(year) ? 0 : 2)
            guard cost <= left else { break }
            left -= cost
            years.insert(year)
            taken.insert(place)
        }
        return written.indices.filter(taken.contains).map { written[$0] }
    }
}

extension ChronologyLine.Source {
    /// Where a line is from, for a reader who cannot open it.
    fileprivate var words: String {
        switch self {
        case .care: "care record"
        case .record(_, let kind): kind.title.lowercased()
        }
    }
}

extension ChronologyChoice {
    /// What of the chronology it is, as a reader is told.
    fileprivate var words: String {
        var parts = [isSignificantOnly ? "What is significant" : "What has happened"]
        if !themes.isEmpty {
            parts.append(
                "about "
                    + ChronologyTheme.allCases.filter(themes.contains).map { $0.title.lowercased() }
                    .joined(separator: ", "))
        }
        if let from { parts.append("from \(from.inWords)") }
        if let until { parts.append("until \(until.inWords)") }
        return parts.joined(separator: " ") + "."
    }
}
