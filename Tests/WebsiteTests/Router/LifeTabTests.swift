import Access
import Casework
import Days
import TestSupport
import Testing

@testable import Website

/// What the parts of a child's life show of records, and where they lead: asked of the real router.
@Suite(.serialized) struct LifeTabTests {
    private static let child = Office.children[.own]!
    private static let page = "/children/\(child)"

    /// Signs a record of the child, by its number.
    private func sign(_ told: [ChildEvent], _ office: Office) async throws -> EventID {
        for event in told { try await office.write(event, of: Self.child) }
        return try await office.site.records.current().head
    }

    @Test func ofTwoRecordsOfADayTheOneThatWasSignedLastIsTheLatest() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        _ = try await sign(signed(.directWork, "2026-03-01"), office)
        let last = try await sign(signed(.directWork, "2026-03-01"), office)
        try await office.open { asker in
            let shown = try await asker.ask(.get, Self.page + "/direct-work", worker).text
            let whole = try #require(shown.range(of: "The whole record"))
            #expect(shown[..<whole.lowerBound].suffix(120).contains("/records/\(last)\""))
        }
    }

    @Test func whoAnsweredIsNamedOnTheTabToo() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let sent = try await asker.ask(
                .post, Self.page + "/join", worker,
                form: "join=life_story_not_started&about=&answer=later&until=2026-04-10&because=She+is+away")
            #expect(sent.status == 303)
            let shown = try await asker.ask(.get, Self.page + "/direct-work", worker).text
            #expect(shown.contains("Later, until 10 April 2026: \(worker.account.name)"))
        }
    }

    @Test func theTimelineHasVisitsAndWhatElseWasSignedEachWithItsRecord() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let visited = try await sign(visit("2026-03-01"), office)
        try await office.open { asker in
            let shown = try await asker.ask(.get, Self.page + "/timeline", worker).text
            #expect(shown.contains("/records/\(visited)\"") && shown.contains("Visit: seen alone"))
            #expect(shown.contains("/records/\(Office.note(of: Self.child))\"") && shown.contains("mark-record"))
            let reviews = try await asker.ask(.get, Self.page + "/timeline?kind=reviews", worker).text
            #expect(!reviews.contains("/records/\(visited)\""))
        }
    }

    @Test func whatIsMendedInARecordLeadsToItsFormAndWhoMayNotCorrectItToTheRecord() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let colleague = try await office.enter([.socialWorker], worker: "W2")
        let visited = try await sign(visit("2026-03-01"), office)
        let form = Self.page + "/record/visit?correct=\(visited)"
        try await office.open { asker in
            #expect(try await asker.ask(.get, Self.page + "/thread", worker).text.contains(form))
            let refused = try await asker.ask(.get, form, colleague)
            #expect(refused.status == 303 && refused.location?.hasSuffix("/records/\(visited)") == true)
        }
    }
}
