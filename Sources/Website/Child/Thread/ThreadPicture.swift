import Casework
import HTML

/// A thread as a picture: each need, risk or wish on the left, what is wanted of it, what is done, and what came of that.
/// What is to be joined up has a broken edge; where nothing follows, the line breaks.
struct ThreadPicture {
    let strands: [ThreadStrand]

    private struct Column {
        let title: String
        let x: Double
        let width: Double
        var end: Double { x + width }
        /// How many letters a line of it holds.
        var letters: Int { Int((width - 14) / 6.4) }
    }

    private static let (heads, wanted, steps, came) = (
        Column(title: "What the child needs", x: 4, width: 226), Column(title: "What is wanted", x: 258, width: 216),
        Column(title: "What is being done", x: 502, width: 240), Column(title: "What came of it", x: 770, width: 186)
    )
    private static let (width, top, box, row, gap) = (960.0, 32.0, 60.0, 68.0, 12.0)

    private func height(_ strand: ThreadStrand) -> Double {
        Double(max(1, strand.lines.count)) * Self.row + (strand.more > 0 ? 22 : 0) + Self.gap
    }

    func draw(into page: inout Writer) {
        let height = Self.top + strands.map(self.height).reduce(0, +)
        page.div(.class("tl-wide tl-desk"), .tabindex(0), .role("group"), .aria("aria-label", "Drawing of the thread"))
        {
            $0.svg(
                title:
                    "The thread, in \(strands.count) strands: what the child needs, what is wanted, what is being done, what came of it",
                width: Int(Self.width), height: Int(height), .class("tl-thread")
            ) { svg in
                for column in [Self.heads, Self.wanted, Self.steps, Self.came] {
                    svg.words(x: column.x, y: 18, column.title, .class("head"))
                }
                var y = Self.top
                for strand in strands {
                    svg.g(.when(strand.isClosed, .class("closed"))) { draw(strand, from: y, into: &$0) }
                    y += self.height(strand)
                }
            }
        }
    }

    private func draw(_ strand: ThreadStrand, from y: Double, into svg: inout Writer) {
        let shown = ThreadEvidence.summary(strand.shownBy.count)
        box(
            Self.heads, y, strand.title, strand.kind.title + (shown.isEmpty ? "" : ": \(shown)"),
            isBroken: !strand.joins.isEmpty, into: &svg)
        var outcomeAt = y
        for (place, line) in strand.lines.enumerated() {
            let level = y + Double(place) * Self.row
            if let outcome = line.outcome {
                outcomeAt = level
                join((Self.heads.end, y), (Self.wanted.x, level), into: &svg)
                box(Self.wanted, level, outcome.title, outcome.state, isBroken: !outcome.joins.isEmpty, into: &svg)
            }
            if let step = line.step {
                join(
                    line.hangsOnOutcome ? (Self.wanted.end, outcomeAt) : (Self.heads.end, y), (Self.steps.x, level),
                    into: &svg)
                box(Self.steps, level, step.title, step.state, isBroken: !step.joins.isEmpty, into: &svg)
            }
            came(line, level, into: &svg)
        }
        let last = y + Double(max(1, strand.lines.count)) * Self.row
        if strand.more > 0 {
            svg.words(x: Self.steps.x + 8, y: last + 8, "and \(strand.more) more", .class("gap"))
        }
        if strand.isLeft {
            let from = strand.outcomes.isEmpty ? Self.heads.end : Self.wanted.end
            join((from, y), (Self.steps.x, y), broken: true, into: &svg)
            svg.words(
                x: Self.steps.x + 8, y: y + 34, strand.left == nil ? "nothing yet" : "none: the plan says why",
                .class("gap"))
        }
    }

    /// What came of the outcome of a line, of its step where it has none; and how many records show how they stand.
    private func came(_ line: ThreadStrand.Line, _ y: Double, into svg: inout Writer) {
        guard let part = line.outcome ?? line.step else { return }
        let records = [line.outcome, line.step].compactMap(\.self).flatMap(\.shownBy.shown).map(\.record)
        let earlier = [line.outcome, line.step].compactMap(\.self).map(\.shownBy.earlier).reduce(0, +)
        let shown = ThreadEvidence.summary(Set(records).count + earlier)
        guard !part.came.isEmpty || !shown.isEmpty else { return }
        let from = line.step == nil ? Self.wanted.end : Self.steps.end
        join((from, y), (Self.came.x, y), broken: part.isUnknown, into: &svg)
        let lines =
            part.came.isEmpty
            ? [] : MarkedText(part.came).short.lines(of: Self.came.letters, most: shown.isEmpty ? 3 : 2)
        if !shown.isEmpty {
            svg.words(x: Self.came.x + 6, y: y + 18 + Double(lines.count) * 16, shown)
        }
        for (place, words) in lines.enumerated() {
            svg.words(
                x: Self.came.x + 6, y: y + 18 + Double(place) * 16, words, .class(part.isUnknown ? "unknown" : "what"))
        }
    }

    private func join(
        _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), broken: Bool = false, into svg: inout Writer
    ) {
        let (start, end) = ((x: from.x, y: from.y + Self.box / 2), (x: to.x, y: to.y + Self.box / 2))
        // A line down stands in the gap before the column that it leads to.
        let turn = end.x - 14
        svg.polyline(
            [start, (turn, start.y), (turn, end.y), end], .class(broken ? "join broken" : "join"))
    }

    private func box(
        _ column: Column, _ y: Double, _ title: String, _ state: String, isBroken: Bool, into svg: inout Writer
    ) {
        let title = MarkedText(title).short
        svg.rect(
            x: column.x, y: y, width: column.width, height: Self.box, .class(isBroken ? "part broken" : "part"),
            title: "\(title). \(state).")
        let lines = title.lines(of: column.letters, most: 2)
        for (place, words) in lines.enumerated() {
            svg.words(x: column.x + 8, y: y + 17 + Double(place) * 15, words, .class("what"))
        }
        svg.words(
            x: column.x + 8, y: y + 20 + Double(lines.count) * 15,
            state.lines(of: column.letters, most: 1).first ?? "")
    }
}

extension String {
    /// Broken between words into lines of at most so many letters; what is too long for all of them ends in an ellipsis.
    func lines(of letters: Int, most: Int) -> [String] {
        var lines: [String] = [""]
        for word in split(whereSeparator: \.isWhitespace) {
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if line.count + 1 + word.count <= letters {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        let shown = lines.prefix(most).map { $0.cut(to: letters) }
        guard lines.count > most, let last = shown.last, !last.hasSuffix("…") else { return Array(shown) }
        return shown.dropLast() + [(last + " …").cut(to: letters)]
    }

    private func cut(to most: Int) -> String { count <= most ? self : prefix(most - 1) + "…" }
}
