import Casework
import Days
import HTML

/// People who are likely to be asked to do something for the child: who holds the work, who manages them, and the people
/// of the child's network. Offered where an owner is typed; any other name may be.
struct OwnerNames {
    static let id = "owners"

    /// Each with who they are to the child.
    let people: [(name: String, who: String)]

    init(of child: ChildRecord, in authority: Authority?, on day: Day) {
        let workers = authority?.workers ?? [:]
        func named(_ code: String) -> String? { workers[code]?.name }
        let open = child.allocations.filter { $0.isOpen(on: day) }
        let held = open.map { (named($0.worker), $0.role.title) }
        let managers = open.map { (workers[$0.worker].flatMap { named($0.manager) }, "manager") }
        let network = child.thread.people.map { (Optional($0.name), $0.relation) }
        var seen: Set<String> = []
        people = (held + managers + network).compactMap { name, who in
            guard let name, !name.isEmpty, seen.insert(name).inserted else { return nil }
            return (name, who)
        }
    }

    func draw(into page: inout Writer) {
        page.datalist(.id(Self.id)) { list in
            for person in people { list.option(person.who, .value(person.name)) }
        }
    }
}
