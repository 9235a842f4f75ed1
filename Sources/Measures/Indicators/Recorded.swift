import Casework
import Days
import Standards

/// What figures about recorded work share: whose record is kept here, and what is owed to them.
extension Subject {
    /// Since when the child's life is recorded here; nil where nothing is.
    var keptSince: Day? { child.keptSince }

    func records(_ kind: RecordKind) -> [HeldRecord] { child.record.records.filter { $0.kind == kind } }
    func recordsInPeriod(_ kind: RecordKind) -> [HeldRecord] {
        records(kind).filter { window.period.contains($0.day) }
    }
    func member(_ record: HeldRecord) -> Member { Member(child.id, on: record.day) }

    /// Counts a child who is looked after by an answer that holds only where the record is kept here.
    func countLookedAfter(_ tally: inout Tally, _ answer: (_ kept: Day) -> Bool?) {
        guard isLookedAfter else { return }
        guard let keptSince else { return tally.count(member, nil) }
        tally.count(member, answer(keptSince))
    }

    /// Counts each duty of these standards that fell due in the period: in time, late, or unknown. A child who is looked
    /// after and of whom nothing is recorded here stands once among the unknown.
    func countDuties(_ standards: Set<String>, _ tally: inout Tally) {
        guard keptSince != nil else {
            if isLookedAfter { tally.countUnplaced(member) }
            return
        }
        for duty in owed(standards) {
            guard let due = duty.due, window.period.contains(due) else { continue }
            switch duty.standing {
            case .met: tally.count(Member(child.id, on: due), true)
            case .metLate, .overdue, .lateWithReason: tally.count(Member(child.id, on: due), false)
            case .unknown: tally.count(Member(child.id, on: due), nil)
            case .due, .notApplicable: continue
            }
        }
    }

    func owed(_ standards: Set<String>) -> [Duty] {
        duties.all.filter { standards.contains(Catalogue.standard(of: $0).id) }
    }

    /// The text of "nobody can say" that most of these share.
    static let notKept = "children of whom nothing is recorded here"
}
