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

    @Test func chaptersAndTimesInTouchStandOnTheirTabsWithTheWayToEach() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        func chapter(_ when: String, _ more: [CoreField: Casework.Answer]) async throws -> EventID {
            try await sign(
                signed(.lifeStoryChapter, when, [.partOfLife: .choice("homes")].merging(more) { $1 }), office)
        }
        let first = try await chapter("2026-03-01", [.chapterTold: .choice("told"), .toldOn: .day(day("2026-02-20"))])
        let second = try await chapter("2026-03-08", [.chapterTold: .choice("not_yet"), .stillUnknown: .text("Who")])
        func kept(_ when: String, _ isReached: Bool) async throws -> EventID {
            try await sign(
                signed(
                    .keepingInTouch, when,
                    [
                        .keptInTouchBy: .choice("adviser"), .keptInTouchHow: .choice("phone"),
                        .reached: .flag(isReached), .homeSuits: .choice("not_suitable"),
                    ]), office)
        }
        let times = [try await kept("2026-03-02", true), try await kept("2026-03-09", false)]
        try await office.open { asker in
            let story = try await asker.ask(.get, Self.page + "/direct-work", worker).text
            let row = try #require(story.range(of: "Where they have lived, and with whom</td>"))
            let told = story[row.upperBound...].prefix(600)
            #expect(told.contains("/records/\(second)\"") && !told.contains("/records/\(first)\""))
            #expect(told.contains("some of it nobody knows yet"))
            #expect(told.contains("Not yet; as it was written before, on 20 February 2026"))
            let touch = try await asker.ask(.get, Self.page + "/leaving-care", worker).text
            for time in times { #expect(touch.contains("/records/\(time)\"")) }
            #expect(touch.contains("Personal adviser, by phone") && touch.contains("Does not suit them"))
            #expect(touch.contains("No: the record says why"))
            let line = try await asker.ask(.get, Self.page + "/timeline", worker).text
            #expect(line.contains("Keeping in touch: tried, not reached"))
        }
    }

    @Test func whatIsSettledStandsOnItsTabsWithTheRecordThatSaysIt() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        func row(_ cells: [RecordColumn: Casework.Answer]) -> Casework.Answer { .rows([AnswerRow(cells)]) }
        let consent: [RecordColumn: Casework.Answer] = [
            .matter: .choice("photographs"), .person: .text("Kay Example"), .consent: .choice("given"),
            .on: .day(day("2026-01-05")), .until: .day(day("2026-02-01")),
        ]
        let people = try await sign(signed(.people, "2026-01-05", [.consents: row(consent)]), office)
        let plan = try await sign(
            signed(
                .carePlan, "2026-02-05",
                [
                    .agreements: row([
                        .person: .text("Kay Example"), .role: .choice("parent"), .agreed: .choice("not_agreed"),
                    ])
                ]), office)
        let review = try await sign(
            signed(
                .review, "2026-02-06",
                [
                    .attended: row([
                        .person: .text("A teacher"), .role: .choice("school"), .there: .choice("sent_their_views"),
                    ])
                ]), office)
        let pathway = try await sign(
            signed(
                .pathwayPlan, "2026-02-07",
                [.readiness: row([.matter: .choice("savings"), .ready: .choice("they_have_it")])]), office)
        try await office.open { asker in
            for tab in ["people", "legal"] {
                let shown = try await asker.ask(.get, Self.page + "/" + tab, worker).text
                #expect(shown.contains("Photographs") && shown.contains("1 February 2026, which has passed"))
                #expect(shown.contains("/records/\(people)\""))
            }
            let plans = try await asker.ask(.get, Self.page + "/plan", worker).text
            #expect(plans.contains("Not agreed") && plans.contains("/records/\(plan)\""))
            let reviews = try await asker.ask(.get, Self.page + "/reviews", worker).text
            #expect(reviews.contains("Sent their views") && reviews.contains("/records/\(review)\""))
            let leaving = try await asker.ask(.get, Self.page + "/leaving-care", worker).text
            #expect(leaving.contains("They have it") && leaving.contains("Nothing is said"))
            #expect(leaving.contains("/records/\(pathway)\""))
        }
    }

    @Test func theYearsAheadStandOnTheFirstPageAndUnderLeavingCare() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            #expect(try await !asker.ask(.get, Self.page, worker).text.contains("The years ahead"))
            let born = ChildDetails(birthDate: day("2010-05-10"), sex: "F", ethnicity: "WBRI")
            try await office.write(.identity(.described(born)), of: Self.child)
            for address in [Self.page, Self.page + "/leaving-care"] {
                let shown = try await asker.ask(.get, address, worker).text
                #expect(shown.contains("Turns 16 on 10 May 2026.") && shown.contains("Turns 25 on 10 May 2035."))
                #expect(shown.contains("which is 10 August 2026 at the earliest"))
                #expect(shown.contains("Nothing is said yet of: study, training or work; somewhere to live"))
            }
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
