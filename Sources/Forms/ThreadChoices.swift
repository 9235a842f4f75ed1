import Casework
import Days

/// What a row may be joined to of the child's thread, the nearest first: what is likely to be meant stands where it is seen,
/// and a long rest is a step away. Nothing is chosen for anybody.
public struct ThreadChoices: Hashable, Sendable {
    public struct Choice: Hashable, Sendable {
        public let id: ItemID
        public let what: String
    }

    /// How a choice begins where a list offers parts of several kinds, as “Need: to sleep”; what the child said says it by
    /// itself.
    public static func title(of kind: ItemKind) -> String {
        switch kind {
        case .need: "Need"
        case .risk: "Risk"
        case .outcome: "Wanted"
        case .action: "Action"
        case .view: "Said"
        case .decision: "Decided"
        case .concern: "Concern"
        }
    }

    /// Those that are shown.
    public let near: [Choice]
    /// The rest; none where all of it is a short list.
    public let more: [Choice]

    /// A list of so many is looked through, on a telephone too; who looks for one thing in a longer one is shown the nearest.
    public static let few = 12

    /// - Parameters:
    ///   - kinds: What kinds of part are offered; any, where none is named.
    ///   - chosen: What is chosen already, open or not.
    ///   - purpose: The actions of the plan that the record is written for.
    ///   - named: What the record names elsewhere.
    ///   - few: How many are shown whole.
    public init(
        _ kinds: [ItemKind], of thread: ChildThread, chosen: [ItemID] = [], purpose: [ItemID] = [],
        named: [ItemID] = [],
        few: Int = Self.few
    ) {
        var offered = thread.open(kinds)
        for id in chosen where !offered.contains(where: { $0.id == id }) {
            guard let what = thread.what(id), let kind = thread.kind(of: id) else { continue }
            offered.append(Choice(id: id, what: Choice.words(what, kind, amid: kinds)))
        }
        let nearest = thread.ends(of: purpose) + purpose + named + chosen
        let first = nearest.reduce(into: [ItemID: Int]()) { places, id in
            if places[id] == nil { places[id] = places.count }
        }
        let ordered = offered.enumerated().map { place, choice in
            (choice, rank: first[choice.id] ?? .max, since: thread.since(choice.id) ?? .distantPast, place)
        }.sorted { a, b in
            if a.rank != b.rank { return a.rank < b.rank }
            return a.since != b.since ? a.since > b.since : a.3 < b.3
        }
        let isLong = ordered.count > few
        let count = isLong ? max(few - 1, ordered.count { $0.rank != .max }) : ordered.count
        (near, more) = (ordered.prefix(count).map(\.0), ordered.dropFirst(count).map(\.0))
    }
}

extension ThreadChoices.Choice {
    /// What a part is, with its kind before it in a list of several; a risk is called one wherever it stands.
    fileprivate static func words(_ what: String, _ kind: ItemKind, amid kinds: [ItemKind]) -> String {
        guard kind == .risk || (kinds.count != 1 && kind != .view) else { return what }
        return "\(ThreadChoices.title(of: kind)): \(what)"
    }
}

extension ChildThread {
    /// What actions are for: what each addresses and, behind an outcome, the need that it is wanted for.
    fileprivate func ends(of purpose: [ItemID]) -> [ItemID] {
        purpose.flatMap { id in actions.first { $0.id == id }?.addresses ?? [] }.flatMap { end in
            [end] + (outcomes.first { $0.id == end }?.needs ?? [])
        }
    }

    /// The open parts that a record may point at, of some kinds or of any, with what they are.
    fileprivate func open(_ kinds: [ItemKind]) -> [ThreadChoices.Choice] {
        var open: [ThreadChoices.Choice] = []
        func take(_ own: ItemKind, _ items: [(ItemID, String)]) {
            guard kinds.isEmpty || kinds.contains(own) else { return }
            open += items.map {
                ThreadChoices.Choice(id: $0.0, what: ThreadChoices.Choice.words($0.1, own, amid: kinds))
            }
        }
        take(.need, needs.filter { $0.closed == nil }.map { ($0.id, $0.what) })
        take(.risk, risks.filter { $0.closed == nil }.map { ($0.id, $0.what) })
        take(.outcome, outcomes.filter { $0.closed == nil }.map { ($0.id, $0.what) })
        take(.action, actions.filter { $0.closed == nil }.map { ($0.id, $0.what) })
        take(.view, views.map { ($0.id, "Said on \($0.since.inWords)" + ($0.answered == nil ? "" : ", answered")) })
        take(.decision, decisions.filter { !$0.isEnded }.map { ($0.id, $0.what) })
        take(.concern, concerns.filter(\.isOpen).map { ($0.id, $0.what) })
        return open
    }
}
