import Casework
import Days

/// The people of whom a child's record knows: who holds the work and who manages them, whom records of people name, and who
/// matters to the child by a family-time plan. Offered where somebody is to be named.
public struct PeopleAround: Sendable {
    public struct Person: Hashable, Sendable {
        public let name: String
        /// Who they are to the child; may be empty.
        public let who: String
    }

    /// Those of the day, each name once.
    public let offered: [Person]
    /// Whoever was ever among them: what was right when it was written is not refused when it is put right.
    private let known: Set<PersonKey>

    public init(of child: ChildRecord, in authority: Authority?, on day: Day) {
        let workers = authority?.workers ?? [:]
        func holding(_ allocations: [Allocation]) -> [Person] {
            let held = allocations.map { (workers[$0.worker]?.name, $0.role.title) }
            let managers = allocations.map { (workers[$0.worker].flatMap { workers[$0.manager]?.name }, "manager") }
            return (held + managers).compactMap { name, who in name.map { Person(name: $0, who: who) } }
        }
        let network = child.thread.people.map { Person(name: $0.name, who: $0.relation) }
        let planned = child.significantPeople.map { Person(name: $0.name, who: "") }
        var seen: Set<PersonKey> = []
        offered = (holding(child.allocations.filter { $0.isOpen(on: day) }) + network + planned).filter {
            !$0.name.saysNothing && seen.insert(PersonKey($0.name)).inserted
        }
        let ever = child.thread.familyTime.map(\.person) + holding(child.allocations).map(\.name)
        known = seen.union(ever.map { PersonKey($0) })
    }

    public func know(_ name: String) -> Bool { known.contains(PersonKey(name)) }
}
