import Casework
import Days
import Standards

/// Something to join up: a place where what a child needs, what is planned, what was done and what came of it do not meet.
///
/// A break finds blanks and broken links, not quality. It is a question and may be wrong.
public struct Break: Hashable, Sendable {
    public let rule: BreakRule
    public let child: ChildID
    /// Since when it could have been asked.
    public let since: Day
    /// The part of the thread, or the record, that it is about; nil where it is about the child as a whole.
    public let about: ItemID?
    /// The signed record that it is about, or that made the part it is about.
    public let record: EventID?
    /// What kind of record that is.
    public let recordKind: RecordKind?
    /// What on the record raised it, as sentences.
    public let facts: [String]
    public let owner: Owner
    /// What is to be joined up in this child's case, where the kind's own title does not say it; else nil.
    let said: String?
    /// What is to be looked at again, where it is that.
    public let lookingAgain: LookingAgain?
    /// Breaks that this one stands for: the same gap, said less closely.
    public internal(set) var folded: [Break] = []
    /// What people have answered to it.
    public internal(set) var state = JoinState.open

    public static func == (a: Break, b: Break) -> Bool {
        a.rule.id == b.rule.id && a.child == b.child && a.since == b.since && a.about == b.about && a.facts == b.facts
            && a.said == b.said && a.lookingAgain == b.lookingAgain && a.owner == b.owner && a.folded == b.folded
            && a.state == b.state
    }
    public func hash(into hasher: inout Hasher) {
        hasher.combine(rule.id)
        hasher.combine(child)
        hasher.combine(about)
    }
}

extension Break {
    /// What is to be joined up.
    public var title: String { said ?? rule.title }
}

/// One kind of break: a row of the table.
public struct BreakRule: Sendable {
    /// As files and commands name it.
    public let id: String
    /// What is to be joined up.
    public let title: String
    public let weight: Weight
    public let source: Citation
    /// Who mends it.
    public let owner: Owner.Role
    /// The one thing to do.
    public let action: String
    /// What is filled in to do it; nil where the child's Thread is the place to begin.
    public let mend: Mend?
    /// Where it stands on the ladder of work.
    public let rung: Rung
    /// Whether a child may be unsafe while it is open. Such a kind never leaves My work, and only a manager answers it
    /// otherwise than by mending it.
    public var isAboutSafety: Bool { rung <= .disclosure }
    /// Kinds that say the same less closely: where both are found about one thing, these are folded under this.
    public let standsFor: [String]
    /// The standard whose duty it speaks of, where both would say the same of one thing: the list of work has it once.
    public let ofDuty: String?
    let find: @Sendable (Threaded, inout Findings) -> Void

    init(
        _ id: String, _ title: String, _ weight: Weight, _ source: Citation, owner: Owner.Role = .socialWorker,
        action: String, mend: Mend? = nil, rung: Rung? = nil, standsFor: [String] = [],
        ofDuty: String? = nil,
        find: @escaping @Sendable (Threaded, inout Findings) -> Void
    ) {
        (self.id, self.title, self.weight, self.source, self.owner) = (id, title, weight, source, owner)
        (self.action, self.mend, self.standsFor, self.find) = (action, mend, standsFor, find)
        self.rung = rung ?? Rung(weight)
        self.ofDuty = ofDuty
    }
}

/// Where a break is mended.
public enum Mend: Hashable, Sendable {
    /// On a new record of this kind, at a field of it; where the field is a table, in a new row whose column names what
    /// the break is about.
    case writing(RecordKind, CoreField? = nil, RecordColumn? = nil)
    /// In the record that the break is about, or that made the part it is about.
    case correcting
}

/// What one rule finds.
struct Findings {
    struct Finding {
        let since: Day
        let about: ItemID?
        let facts: [String]
        var title: String?
        var again: LookingAgain?
        /// Who mends it, where that is not the kind's usual one.
        var owner: Owner.Role?
    }

    fileprivate(set) var found: [Finding] = []

    mutating func add(_ about: ItemID? = nil, since: Day, _ facts: String...) {
        found.append(Finding(since: since, about: about, facts: facts))
    }

    /// Something that is for somebody else to mend than the kind's usual owner.
    mutating func add(_ about: ItemID?, since: Day, owner: Owner.Role, _ facts: [String]) {
        found.append(Finding(since: since, about: about, facts: facts, owner: owner))
    }

    /// Something about the child as a whole, in words of its own.
    mutating func add(since: Day, title: String, _ facts: [String]) {
        found.append(Finding(since: since, about: nil, facts: facts, title: title))
    }

    /// Something that was to be looked at again, in words of its own.
    mutating func add(since: Day, title: String, _ again: LookingAgain, _ facts: [String]) {
        found.append(Finding(since: since, about: nil, facts: facts, title: title, again: again))
    }
}
