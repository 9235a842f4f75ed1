import Casework
import Days
import HTML

/// A thread as a picture: each need or risk on the left, what is wanted of it, what is done, and whether it got better. What
/// does not meet ends in a broken line.
struct ThreadPicture {
    struct Part {
        let id: ItemID
        let title: String
        let state: String
        let isBroken: Bool
        /// Whether nothing more is expected of it.
        let isEnded: Bool
    }

    /// A need or a risk with all that hangs on it.
    struct Strand {
        let id: ItemID
        let kind: String
        let title: String
        let since: String
        let outcomes: [Part]
        let actions: [Part]
        /// How many more actions there are than are shown.
        let more: Int
    }

    /// As many actions of a need are shown at first: what is still to be done before what is done, the latest before the
    /// earlier.
    private static let most = 6

    let strands: [Strand]

    private static let width = 960.0
    private static let row = 52.0
    private static let top = 34.0
    private static let columns: [(title: String, x: Double, width: Double)] = [
        ("What the child needs", 8, 270), ("What is wanted", 318, 240), ("What is being done", 598, 354),
    ]

    /// Nil where no need and no risk is recorded.
    ///
    /// - Parameter whole: whether every action is shown.
    init?(_ child: ChildAsAt, whole: Bool = false) {
        let (thread, day) = (child.record.thread, child.day)
        func strand(_ id: ItemID, _ kind: String, _ title: String, _ since: Day, _ closed: Day?) -> Strand {
            let outcomes = thread.outcomes.filter { $0.need == id }
            let wanted = Set(outcomes.map(\.id)).union([id])
            let actions =
                thread.actions.filter { !wanted.isDisjoint(with: $0.addresses) }.map { Self.part($0, on: day) }
                + thread.decisions.filter { !wanted.isDisjoint(with: $0.addresses) }.map { Self.part($0, on: day) }
            let shown = whole ? actions : Self.foremost(of: actions)
            return Strand(
                id: id, kind: kind, title: title,
                since: "Since \(since.inWords)" + (closed.map { ", closed \($0.inWords)" } ?? ""),
                outcomes: outcomes.map { Self.part($0, on: day) }, actions: shown, more: actions.count - shown.count)
        }
        strands =
            thread.risks.map { strand($0.id, "Risk (\($0.level.words))", $0.what, $0.since, $0.closed) }
            + thread.needs.map { strand($0.id, "Need", $0.what, $0.since, $0.closed) }
        if strands.isEmpty { return nil }
    }

    private static func foremost(of parts: [Part]) -> [Part] {
        guard parts.count > most else { return parts }
        return Array((parts.filter { !$0.isEnded }.reversed() + parts.filter(\.isEnded).reversed()).prefix(most))
    }

    private static func part(_ outcome: ChildOutcome, on day: Day) -> Part {
        let last = outcome.measured.max { $0.on < $1.on }
        let state: String =
            if let closed = outcome.closed {
                "Closed on \(closed.inWords)"
                    + (last.map { ", \($0.change.words.lowercased()) on \($0.on.inWords)" } ?? "")
            } else if let last { "\(last.change.words) on \(last.on.inWords)" } else if let by = outcome.measureBy {
                by < day ? "To be looked at by \(by.inWords), not done" : "To be looked at by \(by.inWords)"
            } else { "Not looked at yet" }
        return Part(
            id: outcome.id, title: outcome.what, state: state,
            isBroken: outcome.closed == nil && last == nil && outcome.measureBy.map { $0 < day } ?? false,
            isEnded: outcome.closed != nil)
    }

    private static func part(_ action: ChildAction, on day: Day) -> Part {
        let who = action.owner.isEmpty ? "nobody named" : action.owner
        let state: String =
            if let closed = action.closed { "\(closed.state.words) on \(closed.on.inWords)" } else {
                who + ", " + (action.due.map { "by \($0.inWords)" } ?? "no day set")
            }
        let late = action.closed == nil && action.due.map { $0 < day } ?? true
        return Part(
            id: action.id, title: action.what, state: state, isBroken: action.owner.isEmpty || late,
            isEnded: action.closed != nil)
    }

    private static func part(_ decision: ReviewDecision, on day: Day) -> Part {
        Part(
            id: decision.id, title: "Review decision: \(decision.what)",
            state: decision.looked.last.map { "\($0.state.words) at the review of \($0.on.inWords)" }
                ?? "\(decision.owner), by \(decision.due.inWords)",
            isBroken: !decision.isEnded && decision.due < day, isEnded: decision.isEnded)
    }

    func draw(into page: inout Writer) {
        let heights = strands.map {
            Double(max(1, $0.outcomes.count, $0.actions.count)) * Self.row + ($0.more > 0 ? 22 : 0)
        }
        let height = Self.top + heights.reduce(0, +) + 6
        page.div(.class("tl-wide tl-desk"), .tabindex(0), .role("group"), .aria("aria-label", "Drawing of the thread"))
        {
            $0.svg(
                title: "The thread: \(strands.count) needs and risks, each with what is wanted and what is being done",
                width: Int(Self.width), height: Int(height), .class("tl-thread")
            ) { svg in
                for column in Self.columns { svg.words(x: column.x, y: 20, column.title, .class("head")) }
                var y = Self.top
                for (strand, height) in zip(strands, heights) {
                    draw(strand, from: y, into: &svg)
                    y += height
                }
            }
        }
    }

    private func draw(_ strand: Strand, from y: Double, into svg: inout Writer) {
        let (left, middle, right) = (Self.columns[0], Self.columns[1], Self.columns[2])
        box(left, y, strand.title, strand.kind, isBroken: false, into: &svg)
        for (place, outcome) in strand.outcomes.enumerated() {
            let level = y + Double(place) * Self.row
            join((left.x + left.width, y), (middle.x, level), into: &svg)
            box(middle, level, outcome.title, outcome.state, isBroken: outcome.isBroken, into: &svg)
        }
        let start = strand.outcomes.isEmpty ? left : middle
        for (place, action) in strand.actions.enumerated() {
            let level = y + Double(place) * Self.row
            let from = strand.outcomes.isEmpty ? y : y + Double(min(place, strand.outcomes.count - 1)) * Self.row
            join((start.x + start.width, from), (right.x, level), into: &svg)
            box(right, level, action.title, action.state, isBroken: action.isBroken, into: &svg)
        }
        if strand.more > 0 {
            svg.words(
                x: right.x + 8, y: y + Double(strand.actions.count) * Self.row + 8, "and \(strand.more) more",
                .class("gap"))
        }
        if strand.actions.isEmpty {
            join((start.x + start.width, y), (right.x, y), broken: true, into: &svg)
            svg.words(x: right.x + 8, y: y + 26, "nothing yet", .class("gap"))
        }
    }

    private func join(
        _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), broken: Bool = false, into svg: inout Writer
    ) {
        let (start, end) = ((x: from.x, y: from.y + 21), (x: to.x, y: to.y + 21))
        let half = (start.x + end.x) / 2
        svg.polyline([start, (half, start.y), (half, end.y), end], .class(broken ? "join broken" : "join"))
    }

    private func box(
        _ column: (title: String, x: Double, width: Double), _ y: Double, _ title: String, _ state: String,
        isBroken: Bool,
        into svg: inout Writer
    ) {
        svg.rect(
            x: column.x, y: y, width: column.width, height: 42, .class(isBroken ? "part broken" : "part"),
            title: "\(title). \(state).")
        let most = Int(column.width / 6.6)
        svg.words(x: column.x + 8, y: y + 17, title.cut(to: most), .class("what"))
        svg.words(x: column.x + 8, y: y + 34, state.cut(to: most))
    }
}

extension String {
    /// Its first letters, where it is longer.
    fileprivate func cut(to most: Int) -> String { count <= most ? self : prefix(most - 1) + "…" }
}

extension RiskLevel {
    fileprivate var words: String { self == .notAssessed ? "not assessed" : rawValue }
}

extension Change {
    fileprivate var words: String {
        switch self {
        case .better: "Better"
        case .same: "The same"
        case .worse: "Worse"
        }
    }
}

extension ActionState {
    fileprivate var words: String {
        switch self {
        case .done: "Done"
        case .partly: "Partly done"
        case .notDone: "Not done"
        case .stopped: "Stopped"
        case .goingOn: "Going on"
        }
    }
}
