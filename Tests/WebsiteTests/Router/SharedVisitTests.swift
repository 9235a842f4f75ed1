import Casework
import Testing

@testable import Access
@testable import Website

/// One visit to several children: what is the same is typed once, and no child's record has another's in it.
@Suite(.serialized) struct SharedVisitTests {
    private let one = ChildID(key: 11)
    private let other = ChildID(key: 14)
    private static let typed =
        "do=with&occurred=2026-03-20&purpose=To+hear+how+the+new+room+is&place=placement&others_present=Jo+Weir&seen=true&alone=alone&childs_words=Zephyrwords+at+night&observations=Zephyrlooks+well"

    @Test func theOthersBeginWithTheFactsOfTheVisitAndWithNothingThatIsTheFirstChilds() async throws {
        let office = try await Office(more: [14])
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let (path, together) = ("/children/\(one)/record/visit", "/children/\(one)/visited-together")
            let kept = try await asker.ask(.post, path, worker, form: Self.typed)
            #expect(kept.status == 303 && kept.location == together)
            let page = try await asker.ask(.get, together, worker)
            #expect(page.status == 200 && page.text.contains("value=\"\(other)\""))
            #expect(!page.text.contains("value=\"\(one)\""))
            let empty = try await asker.ask(.post, together, worker, form: "")
            #expect(empty.status == 200 && empty.text.contains("Choose whom else you visited"))
            let shared = try await asker.ask(.post, together, worker, form: "child=\(other)")
            #expect(shared.status == 303 && shared.location == "\(path)?shared=yes")
            let theirs = try await asker.ask(.get, "/children/\(other)/record/visit", worker)
            for same in ["2026-03-20", "To hear how the new room is", "Jo Weir"] {
                #expect(theirs.text.contains(same), "\(same) is not in the other child’s")
            }
            #expect(!theirs.text.contains("Zephyr"))
            #expect(theirs.text.contains("/children/\(one)/record/visit\""))
            let own = try await asker.ask(.get, path, worker)
            #expect(own.text.contains("Zephyrwords at night") && own.text.contains("/children/\(other)/record/visit\""))
            // A second time changes nothing that was written since.
            let again = try await asker.ask(
                .post, "/children/\(other)/record/visit", worker,
                form: "do=save&occurred=2026-03-20&purpose=Another+reason&with=\(one)")
            #expect(again.status == 303)
            _ = try await asker.ask(.post, together, worker, form: "child=\(other)")
            #expect(
                try await asker.ask(.get, "/children/\(other)/record/visit", worker).text.contains("Another reason"))
        }
    }

    /// The other child's draft is set aside while another visit to them is written: it is still to sign.
    @Test func aVisitThatIsSetAsideIsStillToSign() async throws {
        let office = try await Office(more: [14])
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let (path, together) = ("/children/\(one)/record/visit", "/children/\(one)/visited-together")
            let theirs = "/children/\(other)/record/visit"
            _ = try await asker.ask(.post, path, worker, form: Self.typed)
            _ = try await asker.ask(.post, together, worker, form: "child=\(other)")
            let page = try await asker.ask(.get, theirs, worker).text
            let draft = try #require(page.firstMatch(of: /name="draft" value="([^"]+)"/)?.1)
            let mark = try #require(page.firstMatch(of: /name="mark" value="([^"]+)"/)?.1)
            _ = try await asker.ask(
                .post, theirs, worker,
                form: "do=another&occurred=2026-03-20&purpose=To+hear+how+the+new+room+is&with=\(one)"
                    + "&draft=\(draft)&mark=\(mark)")
            _ = try await asker.ask(
                .post, theirs, worker, form: "do=save&occurred=2026-03-25&purpose=Another+day&draft=&mark=")
            let own = try await asker.ask(.get, path, worker).text
            let (first, seen) = (
                try #require(own.firstMatch(of: /name="draft" value="([^"]+)"/)?.1),
                try #require(own.firstMatch(of: /name="mark" value="([^"]+)"/)?.1)
            )
            let signed = try await asker.ask(
                .post, path, worker,
                form: Self.typed.replacing("do=with", with: "do=sign")
                    + "&with=\(other)&significant=none&bedroom_seen=seen&actions.none=Nothing+new"
                    + "&draft=\(first)&mark=\(seen)")
            let place = try #require(signed.location)
            let shown = try await asker.ask(.get, place, worker).text
            #expect(shown.ranges(of: "Still to sign, of the same visit").count == 1)
            #expect(shown.contains("href=\"\(theirs)\""))
        }
    }

    @Test func nobodyIsOfferedNorGivenADraftOfAChildWhomTheyDoNotRecordFor() async throws {
        let office = try await Office(more: [14])
        let worker = try await office.enter([.socialWorker])
        try await office.protect(other, .restricted(to: []))
        try await office.open { asker in
            let (path, together) = ("/children/\(one)/record/visit", "/children/\(one)/visited-together")
            _ = try await asker.ask(.post, path, worker, form: Self.typed + "&with=\(other)")
            let page = try await asker.ask(.get, together, worker)
            #expect(page.status == 200 && !page.text.contains("\(other)"))
            let forced = try await asker.ask(.post, together, worker, form: "child=\(other)")
            #expect(forced.status == 200 && forced.text.contains("Choose whom else"))
            #expect(try await !asker.ask(.get, path, worker).text.contains("/children/\(other)/record/visit\""))
        }
    }
}
