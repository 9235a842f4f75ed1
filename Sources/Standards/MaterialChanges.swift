import Casework
import Days

/// Something that happened in a child's life after which what is known and planned has to be looked at again (K13).
public struct MaterialChange: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case moved, legalStatus, missingAgain, exploitation }

    public let kind: Kind
    public let day: Day

    /// `Moved on 3 May 2026`.
    public var what: String {
        switch kind {
        case .moved: "Moved on \(day.inWords)"
        case .legalStatus: "The legal status changed on \(day.inWords)"
        case .missingAgain: "Missing for the third time within 90 days, from \(day.inWords)"
        case .exploitation: "A risk of exploitation was named on \(day.inWords)"
        }
    }
}

extension ChildAsAt {
    /// The changes after a day, earliest first: a move, a change of legal status, a third missing episode within 90 days,
    /// and a risk that a person marked as exploitation: nothing guesses that from words.
    public func materialChanges(after first: Day) -> [MaterialChange] {
        var changes: [MaterialChange] = []
        for placement in placements.dropFirst()
        where periods.contains(where: { $0.isOpen(on: placement.start.day) && $0.start.day < placement.start.day }) {
            changes.append(MaterialChange(kind: .moved, day: placement.start.day))
        }
        for spell in legalSpells.dropFirst() {
            changes.append(MaterialChange(kind: .legalStatus, day: spell.start.day))
        }
        let missing = record.missing.filter { $0.kind == .missing }.map(\.start)
        for index in missing.indices.dropFirst(2) where missing[index] - missing[index - 2] < 90 {
            changes.append(MaterialChange(kind: .missingAgain, day: missing[index]))
        }
        for named in Set(record.thread.risks.filter(\.isExploitation).map(\.since)) {
            changes.append(MaterialChange(kind: .exploitation, day: named))
        }
        return changes.filter { $0.day > first }.sorted { $0.day < $1.day }
    }
}
