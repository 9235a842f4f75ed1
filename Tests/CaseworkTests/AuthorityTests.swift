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

    @Test func recordsThatDifferAreThoseThatCameWentOrSaySomethingElse() {
        func records(_ all: [ChildRecord]) -> ChildRecords {
            var records = ChildRecords()
            for record in all { records[record.id] = record }
            return records
        }
        let before = records([child(1, "100042"), child(2, "100024"), child(3, "7")])
        // The second says the same as before and was put in place again, the third is gone.
        let after = records([child(1, "100043"), child(2, "100024"), child(4, "8")])
        #expect(after.changes(since: before) == [1, 3, 4].reduce(into: []) { $0.insert(ChildID(key: $1)) })
        #expect(after.changes(since: after).isEmpty)
        #expect(Set(after.values.map(\.id)) == Set(after.keys))
        #expect(after.count == 3 && after.values.count == 3)
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

    @Test func aFormThatIsKeptWithARecordIsReadAndTakesNobodysPlace() {
        func form(_ version: UInt16) -> PublishedForm {
            PublishedForm(
                kind: .visit, edition: FormEdition(version: version, digest: UInt64(version)), content: "form: visit")
        }
        var authority = Authority()
        let events: [AuthorityEvent] = [.formPublished(form(3)), .formKept(form(2)), .formKept(form(9))]
        for (place, event) in events.enumerated() {
            let body = event.body
            let read = body.bytes.withUnsafeBytes { AuthorityEvent(kind: body.kind, schema: body.schema, bytes: $0) }
            #expect(read == event)
            authority.apply(read, origin: Origin(EventID(Int64(place + 1)), .recordedHere))
        }
        #expect(authority.latestForms == [.visit: form(3).edition])
        #expect(Set(authority.forms.keys) == Set([form(2), form(3), form(9)].map(\.edition)))
    }
}

extension ChildRecord {
    fileprivate init(id: ChildID, applying number: String) {
        self.init(id: id)
        apply(.identity(.numbered(ssda903: number)), origin: Origin(EventID(1), .recordedHere))
    }
}
