import Casework
import Days
import Standards

/// A child's thread as a rule asks it: as at a day, with the context.
struct Threaded {
    let child: ChildAsAt
    let context: Context
    var day: Day { child.day }
    var thread: ChildThread { child.record.thread }

    /// The first day that the child's life is recorded here: of a signed record, or of an episode that no return told.
    /// Before it nothing is known to be absent.
    let keptSince: Day

    /// Changes after which what is known and planned has to be looked at again (K13): a move, a change of legal status, a
    /// third missing episode within 90 days. Those since the record is kept here, earliest first.
    let materialChanges: [(day: Day, what: String)]

    /// Nil for a child of whom nothing is signed here, and for one who is not looked after or has died: nothing can be
    /// said to be missing from a record that is kept elsewhere.
    init?(_ child: ChildAsAt, _ context: Context) {
        guard let signed = child.record.records.first?.day, child.died == nil, child.isLookedAfter else { return nil }
        let entered = child.record.episodes.first { $0.origin.source == .recordedHere }?.start
        (self.child, self.context, keptSince) = (child, context, entered.map { min($0, signed) } ?? signed)
        materialChanges = Self.materialChanges(child, after: keptSince)
    }

    func records(_ kind: RecordKind) -> [HeldRecord] { child.record.records.filter { $0.kind == kind } }
    func last(_ kind: RecordKind) -> HeldRecord? { child.record.records.last { $0.kind == kind } }

    /// Whether something live, or done, answers a part of the thread: an action or a decision for it, or for an outcome
    /// that is wanted of it.
    func isAnswered(_ id: ItemID, byLiveOnly live: Bool) -> Bool {
        let wanted = Set(thread.outcomes.filter { $0.need == id }.map(\.id)).union([id])
        return thread.actions.contains { action in
            !wanted.isDisjoint(with: action.addresses)
                && (action.isLive(on: day) || (!live && action.closed?.state == .done))
        }
            || thread.decisions.contains { decision in
                !wanted.isDisjoint(with: decision.addresses) && (!live || !decision.isEnded)
            }
    }

    private static func materialChanges(_ child: ChildAsAt, after first: Day) -> [(day: Day, what: String)] {
        var changes: [(day: Day, what: String)] = []
        for placement in child.placements.dropFirst()
        where child.periods.contains(where: { $0.isOpen(on: placement.start.day) && $0.start.day < placement.start.day }
        ) {
            changes.append((placement.start.day, "Moved on \(placement.start.day.inWords)."))
        }
        for spell in child.legalSpells.dropFirst() {
            changes.append((spell.start.day, "The legal status changed on \(spell.start.day.inWords)."))
        }
        let missing = child.record.missing.filter { $0.kind == .missing }.map(\.start)
        for index in missing.indices.dropFirst(2) where missing[index] - missing[index - 2] < 90 {
            changes.append(
                (missing[index], "Missing for the third time within 90 days, from \(missing[index].inWords)."))
        }
        return changes.filter { $0.day > first }.sorted { $0.day < $1.day }
    }

    /// The reviews recorded here, in order.
    var reviews: [HeldRecord] { records(.review) }
}
