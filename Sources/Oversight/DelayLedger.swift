import Casework
import Days
import Standards

/// Every day that a child waited beyond a duty, by what was waited for. A duty that is unknown or still in time adds
/// nothing; one done late keeps its days for ever.
public struct DelayLedger: Sendable {
    /// One wait of one child.
    public struct Entry: Hashable, Sendable {
        public let child: ChildID
        /// Place of the standard in the catalogue.
        public let standard: UInt16
        /// The first day too late.
        public let from: Day
        /// The last day waited: the day it was done, the day it stopped being owed or the day asked about.
        public let to: Day
        /// Still waiting on the day asked about.
        public let isOpen: Bool

        public var days: Int { to - from + 1 }
        public var waitedFor: String { DelayLedger.waitedFor(Catalogue.standards[Int(standard)]) }
    }

    /// The days waited for one thing.
    public struct Total: Hashable, Sendable {
        public let waitedFor: String
        public internal(set) var days = 0
        public internal(set) var waits = 0
        public internal(set) var open = 0
    }

    public let asAt: Day
    public private(set) var entries: [Entry] = []

    public init(asAt: Day) { self.asAt = asAt }

    /// Adds what one child waited.
    public mutating func add(_ child: ChildID, _ duties: [Duty]) {
        for duty in duties {
            guard let due = duty.due, let days = duty.standing.daysLate, days > 0 else { continue }
            let isOverdue = duty.standing == .overdue(days: days)
            let last = due + days
            entries.append(
                Entry(
                    child: child, standard: duty.standard, from: due + 1, to: last,
                    isOpen: isOverdue && last >= asAt))
        }
    }

    /// The days by what was waited for, most first.
    public var totals: [Total] {
        var totals: [String: Total] = [:]
        for entry in entries {
            let name = entry.waitedFor
            totals[name, default: Total(waitedFor: name)].days += entry.days
            totals[name, default: Total(waitedFor: name)].waits += 1
            if entry.isOpen { totals[name, default: Total(waitedFor: name)].open += 1 }
        }
        return totals.values.sorted { ($1.days, $0.waitedFor) < ($0.days, $1.waitedFor) }
    }

    public var days: Int { entries.reduce(0) { $0 + $1.days } }

    /// What standards of a family are waited for; the first row whose start fits.
    private static let families: [(start: String, name: String)] = [
        ("RV", "a review"), ("AD05", "an adoption review"), ("AD", "a step towards adoption"),
        ("HE", "health care"), ("ED", "education planning"), ("LG", "a legal step"), ("LC", "leaving-care support"),
        ("MI", "an answer to going missing"),
        ("IR05", "the social worker’s report for a review"), ("IR06", "the decisions of a review"),
        ("IR07", "the manager’s answer to a review"), ("IR08", "the record of a review"),
        ("IR11", "an end to a reviewing officer’s dispute"), ("IR16", "an answer to a reviewing officer’s concern"),
        ("IR", "the IRO"),
        ("CP", "care planning"), ("VI", "a visit"),
    ]

    /// What is waited for under a standard, in words: delay is named by it, never by a person.
    public static func waitedFor(_ standard: Standard) -> String {
        families.first { standard.id.hasPrefix($0.start) }?.name ?? standard.title
    }
}
