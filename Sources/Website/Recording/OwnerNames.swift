import Casework
import Days
import Forms
import HTML

/// People who are likely to be asked to do something for the child: who holds the work, who manages them, and the people
/// of the child's network. Offered where an owner is typed; any other name may be.
struct OwnerNames {
    static let id = "owners"

    let people: PeopleAround

    init(of child: ChildRecord, in authority: Authority?, on day: Day) {
        people = PeopleAround(of: child, in: authority, on: day)
    }

    func draw(into page: inout Writer) {
        page.datalist(.id(Self.id)) { list in
            for person in people.offered { list.option(person.who, .value(person.name)) }
        }
    }
}
