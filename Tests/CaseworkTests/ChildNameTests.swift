import Casework
import Days
import Testing

struct ChildNameTests {
    private func record(_ events: [IdentityEvent]) -> ChildRecord {
        var record = ChildRecord(id: ChildID(key: 7))
        for (place, event) in events.enumerated() {
            record.apply(.identity(event), origin: Origin(EventID(Int64(place + 1)), .namesFile))
        }
        return record
    }

    @Test func aChangedNameKeepsTheOldOneAsFormer() {
        let names = record([
            .named(ChildName(given: "Ada", family: "Thornmere")), .named(ChildName(given: "Ada", family: "Wickdale")),
        ]).identity.names
        #expect(names.current.legal == "Ada Wickdale")
        #expect(names.former == ["Ada Thornmere"])
    }

    @Test func aNameThatComesBackIsNoLongerFormer() {
        let names = record([
            .named(ChildName(given: "Ada", family: "Thornmere")), .named(ChildName(given: "Ada", family: "Wickdale")),
            .named(ChildName(given: "Ada", family: "Thornmere")),
        ]).identity.names
        #expect(names.current.legal == "Ada Thornmere")
        #expect(names.former == ["Ada Wickdale"])
    }

    @Test func pagesSayWhatTheChildGoesBy() {
        #expect(ChildName(given: "Adeline Mae", family: "Example").shown == "Adeline Mae Example")
        #expect(ChildName(given: "Adeline Mae", family: "Example", knownAs: "Ada").shown == "Ada Example")
        #expect(ChildName(given: "Adeline", family: "Example", knownAs: "Ada Other").shown == "Ada Other")
    }

    @Test func aChildWithoutANameIsCalledByTheNumber() {
        #expect(record([.numbered(ssda903: "100042")]).identity.title == "Child 100042")
        let named = record([.numbered(ssda903: "100042"), .named(ChildName(given: "Ada", family: "Example"))])
        #expect(named.identity.title == "Ada Example (100042)")
    }

    @Test func whatAChildWentByBeforeIsKept() {
        let names = record([
            .named(ChildName(given: "Ada", family: "Example", knownAs: "Addie")),
            .named(ChildName(given: "Ada", family: "Example")), .formerlyNamed("Ada Wickdale"),
            .formerlyNamed("Ada Wickdale"),
        ]).identity.names
        #expect(names.formerlyKnownAs == ["Addie"])
        #expect(names.former == ["Ada Wickdale"])
    }
}
