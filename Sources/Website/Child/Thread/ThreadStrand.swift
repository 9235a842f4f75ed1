import Casework
import Days
import Oversight

/// A need, a risk or something the child wishes, with all that hangs on it: what is wanted, what is done for it, and what
/// came of that.
struct ThreadStrand {
    /// An outcome, an action or a decision.
    struct Part {
        let id: ItemID
        let title: String
        /// How it stands, in a few words.
        let state: String
        /// What came of it; empty where nothing is said yet.
        let came: String
        /// What else is written of it, a sentence each.
        let more: [String]
        /// What is to be joined up in it.
        let joins: [Break]
        /// Whether nothing more is expected of it.
        let isEnded: Bool
        /// Whether it came to nothing yet that somebody was to find out by now.
        var isUnknown = false
        /// The records that show how it stands.
        var shownBy = ThreadEvidence.none
    }

    /// One line of the drawing. A step without an outcome of its own hangs on the outcome above it, or on the head.
    struct Line {
        var outcome: Part?
        var step: Part?
        var hangsOnOutcome: Bool
    }

    enum Kind: Hashable {
        case risk(RiskLevel)
        case need, wish
        /// What nobody has tied to a need, a risk or a wish.
        case loose
    }

    let id: ItemID?
    let kind: Kind
    let title: String
    let since: String
    let evidence: String?
    let joins: [Break]
    let isClosed: Bool
    /// The plan that says why nothing is done for it; nil where none does.
    var left: ChildNeed.Left?
    /// The records that show how its head stands.
    var shownBy = ThreadEvidence.none
    let lines: [Line]
    /// How many more steps there are than are shown.
    let more: Int

    var outcomes: [Part] { lines.compactMap(\.outcome) }
    var steps: [Part] { lines.compactMap(\.step) }
    /// Whether something is to be done, and nothing is said of what.
    var isLeft: Bool { steps.isEmpty && !isClosed && (kind != .loose) && (kind != .wish) }
}

extension ThreadStrand.Kind {
    var title: String {
        switch self {
        case .risk(let level): "Risk (\(level.words))"
        case .need: "Need"
        case .wish: "What the child said"
        case .loose: "For nothing yet"
        }
    }
}

/// A child's thread as its strands: risks first, the highest before the others; then needs, wishes that something is done
/// for, and what hangs on none of them. What is closed comes last.
struct ThreadStrands {
    /// As many steps of a strand are shown at first: what is still to be done before what is done, the latest before the
    /// earlier.
    private static let most = 6

    private let record: ChildRecord
    private let thread: ChildThread
    private let day: Day
    private let words: ThreadWords
    private let joins: [ItemID: [Break]]
    private let isWhole: Bool
    private let evidence: [ItemID: [HeldRecord]]

    /// - Parameters:
    ///   - joins: What is to be joined up, each shown with the part that it is about.
    ///   - whole: Whether every step is shown.
    init(_ child: ChildAsAt, joins: [Break], words: ThreadWords, whole: Bool = false) {
        (record, thread, day) = (child.record, child.record.thread, child.day)
        (self.words, isWhole, evidence) = (words, whole, child.record.evidence)
        self.joins = Dictionary(grouping: joins.filter { $0.about != nil }) { $0.about! }
    }

    func strands() -> [ThreadStrand] {
        let risks = thread.risks.map {
            strand($0.id, .risk($0.level), $0.what, since: $0.since, closed: $0.closed)
        }
        let needs = thread.needs.map { need in
            var strand = strand(need.id, .need, need.what, since: need.since, closed: need.closed)
            strand.left = record.reason(forLeaving: need)
            return strand
        }
        let heads = risks.sorted { $0.kind.height > $1.kind.height } + needs
        return heads.filter { !$0.isClosed } + wishes() + [loose()].compactMap(\.self) + heads.filter(\.isClosed)
    }

    private func strand(
        _ id: ItemID, _ kind: ThreadStrand.Kind, _ what: String, since: Day, closed: Day?
    ) -> ThreadStrand {
        let outcomes = thread.outcomes.filter { $0.needs.contains(id) }
        let own = Set(outcomes.map(\.id)).union([id])
        return strand(
            id, kind, what, since: since, closed: closed, outcomes: outcomes,
            steps: { !own.isDisjoint(with: $0) })
    }

    /// Views of the child that something is done for.
    private func wishes() -> [ThreadStrand] {
        thread.views.compactMap { view in
            let strand = strand(
                view.id, .wish, words.said[view.id].map { "“\($0.words)”" } ?? "Said on \(view.since.inWords)",
                since: view.since, closed: nil, outcomes: [], steps: { $0.contains(view.id) })
            return strand.lines.isEmpty ? nil : strand
        }
    }

    private func loose() -> ThreadStrand? {
        let heads = Set(thread.needs.map(\.id) + thread.risks.map(\.id) + thread.views.map(\.id))
        let outcomes = thread.outcomes.filter { heads.isDisjoint(with: $0.needs) }
        let tied = heads.union(thread.outcomes.map(\.id)).subtracting(outcomes.map(\.id))
        let strand = strand(
            nil, .loose, "Not joined to a need, a risk or what the child said", since: nil, closed: nil,
            outcomes: outcomes, steps: { tied.isDisjoint(with: $0) })
        return strand.lines.isEmpty ? nil : strand
    }

    private func strand(
        _ id: ItemID?, _ kind: ThreadStrand.Kind, _ title: String, since: Day?, closed: Day?,
        outcomes: [ChildOutcome], steps hang: ([ItemID]) -> Bool
    ) -> ThreadStrand {
        let all =
            thread.actions.filter { hang($0.addresses) }.map { (part: part($0), addresses: $0.addresses) }
            + thread.decisions.filter { hang($0.addresses) }.map { (part: part($0), addresses: $0.addresses) }
        let shown = isWhole ? all : foremost(of: all)
        return ThreadStrand(
            id: id, kind: kind, title: title,
            since: since.map { "Since \($0.inWords)" + (closed.map { ", closed \($0.inWords)" } ?? "") } ?? "",
            evidence: id.flatMap { words.evidence[$0] }, joins: id.flatMap { joins[$0] } ?? [],
            isClosed: closed.map { $0 <= day } ?? false, shownBy: id.map(shownBy) ?? .none,
            lines: lines(outcomes, shown), more: all.count - shown.count)
    }

    private func shownBy(_ id: ItemID) -> ThreadEvidence {
        guard let records = evidence[id] else { return .none }
        return ThreadEvidence(records, words.shows[id] ?? [:], whole: isWhole)
    }

    /// Each step beside the outcome that it is for; where there is one outcome, every step of the need is for that.
    private func lines(
        _ outcomes: [ChildOutcome], _ steps: [(part: ThreadStrand.Part, addresses: [ItemID])]
    ) -> [ThreadStrand.Line] {
        var (lines, rest) = ([ThreadStrand.Line](), steps)
        for outcome in outcomes {
            let own = rest.filter { outcomes.count == 1 || $0.addresses.contains(outcome.id) }
            rest.removeAll { step in own.contains { $0.part.id == step.part.id } }
            lines.append(
                ThreadStrand.Line(outcome: part(outcome), step: own.first?.part, hangsOnOutcome: !own.isEmpty))
            lines += own.dropFirst().map { ThreadStrand.Line(outcome: nil, step: $0.part, hangsOnOutcome: true) }
        }
        return lines + rest.map { ThreadStrand.Line(outcome: nil, step: $0.part, hangsOnOutcome: false) }
    }

    private func foremost<Step>(
        of steps: [(part: ThreadStrand.Part, addresses: Step)]
    ) -> [(part: ThreadStrand.Part, addresses: Step)] {
        guard steps.count > Self.most else { return steps }
        let (open, ended) = (steps.filter { !$0.part.isEnded }, steps.filter(\.part.isEnded))
        return Array((open.reversed() + ended.reversed()).prefix(Self.most))
    }
}

extension ThreadStrands {
    private func part(_ outcome: ChildOutcome) -> ThreadStrand.Part {
        let last = outcome.measured.max { $0.on < $1.on }
        let isLate = outcome.measureBy.map { $0 < day } ?? false
        let value = words.measured[outcome.id].map { ": \($0)" } ?? ""
        return ThreadStrand.Part(
            id: outcome.id, title: outcome.what,
            state: outcome.closed.map { "Closed on \($0.inWords)" }
                ?? outcome.measureBy.map { "Look again by \($0.inWords)" } ?? "No day to look again",
            came: last.map { "\($0.change.words) on \($0.on.inWords)\(value)" }
                ?? (isLate ? "Not looked at, and its day has passed" : "Not looked at yet"),
            more: words.wanted[outcome.id] ?? [], joins: joins[outcome.id] ?? [],
            isEnded: outcome.closed != nil, isUnknown: last == nil && outcome.closed == nil && isLate,
            shownBy: shownBy(outcome.id))
    }

    private func part(_ action: ChildAction) -> ThreadStrand.Part {
        let who = action.owner.isEmpty ? "Nobody named" : action.owner
        return ThreadStrand.Part(
            id: action.id, title: action.what,
            state: action.closed.map { "\($0.state.words) on \($0.on.inWords)" }
                ?? "\(who), \(action.due.map { "by \($0.inWords)" } ?? "no day set")",
            came: words.effects[action.id] ?? "", more: moves(of: action) + concerns(about: action.id),
            joins: joins[action.id] ?? [],
            isEnded: action.closed != nil, shownBy: shownBy(action.id))
    }

    /// A moved day keeps the ones before it.
    private func moves(of action: ChildAction) -> [String] {
        guard action.dues.count > 1, let first = action.dues.first else { return [] }
        let reasons = words.moved[action.id] ?? []
        return ["First by \(first.due.inWords)"]
            + action.dues.dropFirst().enumerated().map { place, moved in
                "On \(moved.set.inWords) moved to \(moved.due.inWords)"
                    + (reasons.count == action.dues.count - 1 ? ", because: \(reasons[place])" : "")
            }
    }

    /// What the reviewing officer is concerned about in it, until they close it.
    private func concerns(about id: ItemID) -> [String] {
        thread.openConcerns(about: id).map {
            "The reviewing officer is concerned since \($0.raised.inWords): “\($0.what)”"
        }
    }

    private func part(_ decision: ReviewDecision) -> ThreadStrand.Part {
        let looked = decision.looked.last
        let effect = words.effects[decision.id].map { ": \($0)" } ?? ""
        return ThreadStrand.Part(
            id: decision.id, title: "Review decision: \(decision.what)",
            state: "\(decision.owner), by \(decision.due.inWords)",
            came: looked.map { "\($0.state.words), the review of \($0.on.inWords) found\(effect)" } ?? "",
            more: ["Decided on \(decision.since.inWords)"] + concerns(about: decision.id),
            joins: joins[decision.id] ?? [],
            isEnded: decision.isEnded)
    }
}

extension ThreadStrand.Kind {
    /// What stands first among risks.
    fileprivate var height: Int {
        guard case .risk(let level) = self else { return 0 }
        return switch level {
        case .high: 4
        case .notAssessed: 3
        case .medium: 2
        case .low: 1
        }
    }
}

extension RiskLevel {
    var words: String { self == .notAssessed ? "not assessed" : rawValue }
}

extension Change {
    var words: String {
        switch self {
        case .better: "Better"
        case .same: "The same"
        case .worse: "Worse"
        }
    }
}

extension ActionState {
    var words: String {
        switch self {
        case .done: "Done"
        case .partly: "Partly done"
        case .notDone: "Not done"
        case .stopped: "Stopped"
        case .goingOn: "Going on"
        }
    }
}
