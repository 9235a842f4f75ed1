import Casework
import Days
import TestSupport
import Testing

@testable import Website

/// A record that nothing is asked of any more says so, and why: never that all is well.
@Suite(.serialized) struct NothingAskedTests {
    private static let child = Office.children[.own]!
    private static let page = "/children/\(child)"
    private static let allIsWell = "is left hanging"

    @Test func aThreadSaysWhenTheChildWasLastWrittenOfWhereThatIsEarlierThanTheDayThatIsAskedAbout() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let last = "The last record about this child is of 1 September 2025."
        try await office.open { asker in
            let shown = try await asker.ask(.get, Self.page + "/thread", worker).text
            #expect(shown.contains("Asked as at 31 March 2026. \(last)"))
            let then = try await asker.ask(.get, Self.page + "/thread?as-at=2026-03-01", worker).text
            #expect(!then.contains("The last record about this child"), "a day was asked for")
            #expect(try await asker.ask(.get, "/", worker).text.contains("The last record here is of 1 September 2025"))
        }
        // Somebody writes of another child on a later day, and both are asked about it.
        for event in signed(.caseNote, "2026-03-31") {
            try await office.write(event, of: try #require(Office.children[.team]))
        }
        try await office.open { asker in
            let shown = try await asker.ask(.get, Self.page + "/thread", worker).text
            #expect(shown.contains(last))
        }
    }

    @Test(arguments: [
        ("E4A" as CareEnding, "Not looked after on 31 March 2026, so nothing is asked."),
        ("E2" as CareEnding, "Died on 1 March 2026, so nothing is asked any more."),
    ])
    func onceCareHasEndedBothPagesSayWhyNothingIsAsked(_ ending: CareEnding, _ why: String) async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let before = try await asker.ask(.get, Self.page + "/thread", worker).text
            #expect(before.contains("Each is a question and may be wrong") && !before.contains(why))
        }
        let end = EpisodeEnd(day: day("2026-03-01"), ending: ending, reason: "")
        try await office.write(.episode(.ended(start: day("2025-05-01"), end)), of: Self.child)
        let reader = try await office.enter([.director])
        try await office.open { asker in
            for path in [Self.page, Self.page + "/thread"] {
                let shown = try await asker.ask(.get, path, reader).text
                #expect(shown.contains(why) && !shown.contains(Self.allIsWell), "\(path)")
            }
        }
    }
}
