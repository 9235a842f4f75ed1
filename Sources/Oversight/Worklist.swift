import Casework
import Days
import Standards

/// What needs doing for one child, by the ladder: at most three items, and how many more there are.
public struct Worklist: Hashable, Sendable {
    /// How many items a child shows.
    public static let shown = 3

    public let child: ChildID
    /// What nobody knows about the child and everything else needs. Such children are a group of their own at the top.
    public let gaps: [Gap]
    public let items: [WorkItem]
    /// How many items there are beyond those shown.
    public let more: Int
    /// What is put off and will be there again: counted, and shown beside the items. What is about safety stays an item.
    public let putOff: [Break]

    /// The worklist of a child who is looked after on the day; empty for one who is not, and for one who has died.
    ///
    /// - Parameter leftOut: Kinds of things to join up that are not asked, because too much of them was not so.
    public init(
        for child: ChildAsAt, duties: [Duty], signals: [Signal], joins: [Break] = [],
        leavingOut leftOut: Set<String> = []
    ) {
        let joins = leftOut.isEmpty ? joins : joins.filter { !leftOut.contains($0.rule.id) }
        self.child = child.id
        guard child.isLookedAfter, child.died == nil else {
            (gaps, items, more, putOff) = ([], [], 0, [])
            return
        }
        var all: [WorkItem] = []
        if let episode = child.openMissingEpisode, episode.kind == .missing {
            all.append(WorkItem(rung: .missingNow, what: .missing, since: episode.start))
        }
        // What is to be joined up says more than that a day has passed, and says it once, of the day that it is about.
        let said = joins.counted.filter { $0.rule.ofDuty != nil }
        for duty in duties {
            guard let due = duty.due, let rung = WorkItem.rung(of: duty, on: child.day) else { continue }
            let isSaid = said.contains { $0.since == due && $0.rule.ofDuty == Catalogue.standard(of: duty).id }
            if isSaid, duty.standing != .due { continue }
            all.append(WorkItem(rung: rung, what: .duty(duty), since: due))
        }
        for signal in signals { all.append(WorkItem(rung: signal.rung, what: .signal(signal), since: signal.since)) }
        for found in joins where found.isAsked {
            all.append(WorkItem(rung: found.rule.rung, what: .join(found), since: found.since))
        }
        all.sort { ($0.rung, $0.since) < ($1.rung, $1.since) }
        gaps = Gap.of(child)
        items = Array(all.prefix(Self.shown))
        more = all.count - items.count
        putOff = joins.filter { $0.isPutOff && !$0.isAsked }
    }

    public var isTooLittleKnown: Bool { !gaps.isEmpty }

    /// Whether there is nothing to show.
    public var isEmpty: Bool { gaps.isEmpty && items.isEmpty && putOff.isEmpty }

    /// Children in the order that work is done: too little known first, then by the highest rung, then by the longest
    /// wait, then by the child's id so that the order is always the same.
    public static func precedes(_ a: Worklist, _ b: Worklist) -> Bool {
        if a.isTooLittleKnown != b.isTooLittleKnown { return a.isTooLittleKnown }
        let end = (Rung.question.rawValue + 1, Day.distantFuture)
        let first = a.items.first.map { ($0.rung.rawValue, $0.since) } ?? end
        let second = b.items.first.map { ($0.rung.rawValue, $0.since) } ?? end
        return first == second ? a.child < b.child : first < second
    }
}

/// One thing to do for a child.
public struct WorkItem: Hashable, Sendable {
    public enum What: Hashable, Sendable {
        case missing
        case duty(Duty)
        case signal(Signal)
        /// Something to join up, with those it stands for: one item.
        case join(Break)
    }

    public let rung: Rung
    public let what: What
    /// Since when it has waited; for something due, the day it is due.
    public let since: Day

    public var title: String {
        switch what {
        case .missing: "Missing"
        case .duty(let duty): Catalogue.standard(of: duty).title
        case .signal(let signal): signal.title
        case .join(let found): found.title
        }
    }

    /// What on the record puts it here, as sentences.
    public var why: [String] {
        switch what {
        case .missing: return ["Missing from \(since.inWords); no return is recorded."]
        case .duty(let duty):
            let start = "The clock started on \(duty.trigger.day.inWords), when \(duty.because.title)."
            guard case .overdue(let days) = duty.standing else { return [start, "It is due on \(since.inWords)."] }
            return [start, "It was due on \(since.inWords): \(days) day\(days == 1 ? "" : "s") ago."]
        case .signal(let signal): return signal.facts.map(\.sentence)
        case .join(let found): return found.facts + found.folded.map { "With it: \($0.rule.title.lowercasedFirst)." }
        }
    }

    /// What to do about it.
    public var action: String {
        switch what {
        case .missing: "Check what is being done to find the child, and record the return when they are back."
        case .duty(let duty):
            duty.standing == .due
                ? "Make sure that it happens in time." : "Do it, or record that it was done and when."
        case .signal(let signal): "Ask \(signal.owner.role.asked), and record the answer."
        case .join(let found): found.rule.action
        }
    }

    /// Where a duty stands on the ladder; nil for one that asks for nothing now.
    static func rung(of duty: Duty, on day: Day) -> Rung? {
        switch duty.standing {
        case .overdue:
            guard duty.isOwed(on: day) else { return nil }
            return Rung(Catalogue.standard(of: duty).weight)
        case .due: return duty.due.map { $0 - day < 7 } ?? false ? .dueThisWeek : nil
        default: return nil
        }
    }
}

/// Something so basic that without it a child's place on the ladder means little.
public enum Gap: UInt8, Hashable, Sendable, CaseIterable {
    case birthDate, twoBirthDates, legalStatus, placement

    public var title: String {
        switch self {
        case .birthDate: "No birth date is recorded"
        case .twoBirthDates: "Two birth dates are recorded"
        case .legalStatus: "The legal status is not recorded"
        case .placement: "Where the child is placed is not recorded"
        }
    }

    static func of(_ child: ChildAsAt) -> [Gap] {
        let births = child.record.identity.birthDates.count
        var gaps: [Gap] = []
        if births == 0 { gaps.append(.birthDate) } else if births > 1 { gaps.append(.twoBirthDates) }
        if child.legalStatus?.isBlank ?? true { gaps.append(.legalStatus) }
        if child.currentPlacement?.type.isBlank ?? true { gaps.append(.placement) }
        return gaps
    }
}
