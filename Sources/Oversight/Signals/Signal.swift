import Casework
import Days
import Standards

/// Something in a child's record that somebody should look at, put as a question.
///
/// A signal is never a score and never a finding: it says which records raised it, since when, and who must look. It may
/// be wrong, and the person who looks says so.
public struct Signal: Hashable, Sendable {
    /// Its rule's place in ``Signals/rules``.
    public let rule: UInt8
    public let child: ChildID
    /// The first day on which the question could have been asked.
    public let since: Day
    /// The records that raised it, earliest first.
    public let facts: [SignalFact]
    public let owner: Owner

    public var id: String { Signals.rules[Int(rule)].id }
    public var title: String { Signals.rules[Int(rule)].title }
    public var rung: Rung { Signals.rules[Int(rule)].rung }
}

/// Who must look.
public struct Owner: Hashable, Sendable {
    public enum Role: UInt8, Hashable, Sendable, CaseIterable {
        case socialWorker, teamManager, iro, serviceManager, director

        public var title: String {
            switch self {
            case .socialWorker: "social worker"
            case .teamManager: "the social worker’s manager"
            case .iro: "IRO"
            case .serviceManager: "service manager"
            case .director: "director"
            }
        }

        /// As somebody who is asked: "the IRO".
        public var asked: String { self == .teamManager ? title : "the \(title)" }
    }

    public let role: Role
    /// The code that leads to the person: the IRO's own, else the child's social worker's. Nil where the record has none.
    public let worker: String?

    public init(_ role: Role, worker: String?) { (self.role, self.worker) = (role, worker) }

    /// `social worker SW12`, or "no one known".
    public var title: String {
        guard let worker else { return "no one known" }
        switch role {
        case .socialWorker, .iro: return "\(role.title) \(worker)"
        case .teamManager, .serviceManager, .director: return "\(role.title) (social worker \(worker))"
        }
    }
}

/// One rule of the table: the question, whom it is for, what it reads, who must look, and the function that asks it.
public struct SignalRule: Sendable {
    public let id: String
    /// The question.
    public let title: String
    public let populations: Populations
    /// The areas of a record that can raise or settle it. Beside them, who is looked after, and under short breaks or
    /// not, decides whether it is asked at all; and who is allocated, whose it is to look at.
    public let reads: Set<Area>
    public let owner: Owner.Role
    /// Where it stands on the ladder of work.
    public let rung: Rung
    let find: @Sendable (ChildAsAt, Context, inout SignalList) -> Void

    init(
        _ id: String, _ title: String, populations: Populations = [.lookedAfter], reads: Set<Area>,
        owner: Owner.Role, rung: Rung = .question,
        find: @escaping @Sendable (ChildAsAt, Context, inout SignalList) -> Void
    ) {
        (self.id, self.title, self.populations, self.reads) = (id, title, populations, reads)
        (self.owner, self.rung, self.find) = (owner, rung, find)
    }
}

/// A child's signals as they are found, rule by rule.
public struct SignalList: Sendable {
    public private(set) var signals: [Signal] = []
    var rule = 0

    public init() {}

    mutating func add(_ child: ChildAsAt, since: Day, _ facts: [SignalFact]) {
        let role = Signals.rules[rule].owner
        let worker = role == .iro ? child.iro?.worker : child.socialWorker?.worker
        signals.append(
            Signal(
                rule: UInt8(rule), child: child.id, since: since, facts: facts, owner: Owner(role, worker: worker)))
    }

    /// Empties the list and keeps its room.
    public mutating func removeAll() { signals.removeAll(keepingCapacity: true) }
}

/// Every signal, as a table.
public enum Signals {
    public static let rules: [SignalRule] = missing + workers + law + placements + safeguards + populations

    /// Every signal of a child on the day. A child who is not looked after then, or who has died, has none.
    public static func of(_ child: ChildAsAt, _ context: Context) -> [Signal] {
        var list = SignalList()
        add(of: child, context, to: &list)
        return list.signals
    }

    /// Adds a child's signals to a list whose room is used again from child to child.
    public static func add(of child: ChildAsAt, _ context: Context, to list: inout SignalList) {
        guard child.isLookedAfter, child.died == nil else { return }
        let population: Populations = child.isOnShortBreaks ? [.shortBreaks] : [.lookedAfter]
        for (index, rule) in rules.enumerated() where !rule.populations.isDisjoint(with: population) {
            list.rule = index
            rule.find(child, context, &list)
        }
    }

    /// The rule of a signal by its id.
    public static func rule(_ id: String) -> SignalRule? { rules.first { $0.id == id } }
}
