import Casework
import Days
import TestSupport
import Testing

/// The plans and reports of the reviewing service as the journal keeps them.
struct ReviewingServiceTests {
    private func told(_ events: AuthorityEvent...) -> ReviewingService {
        var authority = Authority()
        for (place, event) in events.enumerated() {
            let body = event.body
            let read = body.bytes.withUnsafeBytes { AuthorityEvent(kind: body.kind, schema: body.schema, bytes: $0) }
            #expect(read == event, "as it was written")
            authority.apply(read, origin: Origin(EventID(Int64(place + 1)), .recordedHere))
        }
        return authority.reviewing
    }

    @Test func aNewerVersionTakesThePlaceOfTheOneBeforeWhichIsKept() throws {
        let first = try ReviewingPlans.plan()
        let second = try ReviewingPlans.plan { ($0.inPost, $0.day) = (700, day("2018-06-20")) }
        let service = told(.reviewingPlanSigned(first), .reviewingPlanSigned(second))
        #expect(service.plan(on: day("2018-06-19")) == first, "on the day before, the earlier one stood")
        #expect(service.plan(on: day("2018-06-20")) == second)
        #expect(service.versions(of: first.year, by: day("2018-06-20")).map(\.value) == [first, second])
        #expect(service.plan(on: day("2018-05-13")) == nil, "nobody had signed one")
        #expect(service.plan(of: CollectionYear(containing: day("2019-04-01")), by: day("2019-04-01")) == nil)
        #expect(service.plan(on: day("2019-04-01")) == second, "it stands until one of the next year is signed")
    }

    @Test func whatAProgramTookInSaysSo() throws {
        var authority = Authority()
        let event = AuthorityEvent.reviewingPlanSigned(try ReviewingPlans.plan())
        for (place, author) in [Actor.account("a1"), Actor("cli:ruth"), nil].enumerated() {
            authority.apply(event, origin: Origin(EventID(Int64(place + 1)), .recordedHere), author: author)
        }
        let own = "signed for 14 May 2018 by Ruth Example"
        let told = "signed for 14 May 2018, taken in from a file, on behalf of Ruth Example"
        #expect(authority.reviewing.plans.map(\.signing) == [own, told, own])
    }

    @Test func whatChangedSinceAVersionIsSaidWhereItIsKnown() throws {
        let first = try ReviewingPlans.plan()
        let second = try ReviewingPlans.plan { $0.inPost = 700 }
        let service = told(.reviewingPlanSigned(first), .reviewingPlanSigned(second))
        #expect(service.changes(since: EventID(1)).map(\.now) == ["7"])
        #expect(service.changes(since: EventID(2)).isEmpty && service.changes(since: nil).isEmpty)
    }

    @Test func anActionIsPastItsDayFromTheNextUntilItIsDone() throws {
        let plan = try ReviewingPlans.plan()
        let service = told(.reviewingPlanSigned(plan))
        #expect(service.actionsPast(on: day("2018-10-31")).isEmpty)
        #expect(service.actionsPast(on: day("2018-11-01")).map(\.id) == [1])
        var done = plan
        (done.actions[0].done, done.actions[0].changed, done.day) = (day("2018-11-20"), "Less", day("2018-11-20"))
        let later = told(.reviewingPlanSigned(plan), .reviewingPlanSigned(done))
        #expect(later.actionsPast(on: day("2018-11-19")).map(\.id) == [1], "it was late, and stays so")
        #expect(later.actionsPast(on: day("2018-11-20")).isEmpty)
    }

    @Test func aReportIsLateFromTheDayAfterItsDayUntilItIsPublished() throws {
        let plan = try ReviewingPlans.plan()
        let published = ReviewingReportPublished(
            year: plan.year, day: day("2019-10-09"), place: "On our website", presented: nil, signedBy: "Ruth Example")
        let service = told(.reviewingPlanSigned(plan), .reviewingReportPublished(published))
        #expect(service.reportsLate(on: day("2019-09-30")).isEmpty)
        #expect(service.reportsLate(on: day("2019-10-01")).map(\.year) == [plan.year])
        #expect(service.reportsLate(on: day("2019-10-09")).isEmpty)
        #expect(service.report(of: plan.year, by: day("2019-10-08")) == nil)
    }

    @Test func aReportIsPublishedOnceItsYearIsOver() {
        var command = ReviewingReportCommand()
        (command.year, command.day, command.place, command.signedBy) = ("2018-19", "2019-03-31", "Here", "Ruth")
        func fields() -> [String] {
            guard case .failure(let refusals) = command.decided(today: day("2019-12-01")) else { return [] }
            return refusals.all.map(\.field)
        }
        #expect(fields() == ["day"])
        command.day = "2019-04-01"
        #expect(fields() == [])
        (command.place, command.presented) = ("", "soon")
        #expect(fields() == ["place", "presented"])
        command.presented = "2019-12-02"
        #expect(fields() == ["place", "presented"], "that day has not come")
    }

    @Test func bytesThatAreNoPlanAreKeptWhole() throws {
        let body = AuthorityEvent.reviewingPlanSigned(try ReviewingPlans.plan()).body
        for length in 0..<body.bytes.count {
            let harmed = StoredBody(kind: body.kind, schema: 1, bytes: Array(body.bytes.prefix(length)))
            let read = harmed.bytes.withUnsafeBytes { AuthorityEvent(kind: harmed.kind, schema: 1, bytes: $0) }
            #expect(read == .unrecognised(harmed))
        }
    }
}
