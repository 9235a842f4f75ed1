import Casework
import Testing

/// What a return's number means in an authority.
struct AuthorityTests {
    private func child(_ key: UInt64, _ number: String) -> ChildRecord {
        ChildRecord(id: ChildID(key: key), applying: number)
    }

    @Test func aNumberThatWasPutRightNoLongerMeansTheChild() {
        var authority = Authority()
        authority.replace(child(1, "100042"))
        authority.replace(child(1, "100024"))
        #expect(authority.child(ssda903: "100024")?.id == ChildID(key: 1))
        #expect(authority.child(ssda903: "100042") == nil)
        authority.replace(child(1, ""))
        #expect(authority.child(ssda903: "100024") == nil)
        #expect(authority.child(ssda903: "") == nil)
    }

    @Test func ofTwoChildrenOfOneNumberItMeansTheSameOneInWhateverOrderTheyCame() {
        let (a, b) = (child(1, "100042"), child(2, "100042"))
        for order in [[a, b], [b, a]] {
            var authority = Authority()
            for record in order { authority.replace(record) }
            #expect(authority.child(ssda903: "100042")?.id == a.id)
            authority.replace(child(1, "7"))
            #expect(authority.child(ssda903: "100042")?.id == b.id)
        }
    }
}

extension ChildRecord {
    fileprivate init(id: ChildID, applying number: String) {
        self.init(id: id)
        apply(.identity(.numbered(ssda903: number)), origin: Origin(EventID(1), .recordedHere))
    }
}
