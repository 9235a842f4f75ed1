import Casework
import Days

extension ChildAsAt {
    /// Changes after which what is known and planned has to be looked at again (K13): a move, a change of legal status, a
    /// third missing episode within 90 days. Those after a day, earliest first.
    public func materialChanges(after first: Day) -> [(day: Day, what: String)] {
        var changes: [(day: Day, what: String)] = []
        for placement in placements.dropFirst()
        where periods.contains(where: { $0.isOpen(on: placement.start.day) && $0.start.day < placement.start.day }) {
            changes.append((placement.start.day, "Moved on \(placement.start.day.inWords)."))
        }
        for spell in legalSpells.dropFirst() {
            changes.append((spell.start.day, "The legal status changed on \(spell.start.day.inWords)."))
        }
        let missing = record.missing.filter { $0.kind == .missing }.map(\.start)
        for index in missing.indices.dropFirst(2) where missing[index] - missing[index - 2] < 90 {
            changes.append(
                (missing[index], "Missing for the third time within 90 days, from \(missing[index].inWords)."))
        }
        return changes.filter { $0.day > first }.sorted { $0.day < $1.day }
    }
}
