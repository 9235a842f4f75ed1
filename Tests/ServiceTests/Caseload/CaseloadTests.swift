import Casework
import Days
import Oversight
import Standards
import TestSupport
import Testing

@testable import Service

/// A caseload made from an earlier one is the caseload made from nothing, whatever was written in between.
struct CaseloadTests {
    private let today = day("2026-03-31")

    /// Something that might be written about a child: most of it changes what must be done.
    private func written(_ dice: inout Seeded) -> ChildEvent {
        let when = day("2024-01-01") + Int.random(in: 0...900, using: &dice)
        return switch Int.random(in: 0...8, using: &dice) {
        case 0, 1:
            .episode(
                .started(
                    Episode(
                        start: when, reason: "S", legalStatus: Bool.random(using: &dice) ? "C2" : "V2", need: "N1",
                        placement: Bool.random(using: &dice) ? "U6" : "K2", provider: "PR1")))
        case 2: .episode(.ended(start: when, EpisodeEnd(day: when + 30, ending: "E8", reason: "")))
        case 3, 4: .reviewHeld(Review(day: when, participation: Bool.random(using: &dice) ? "PN1" : "PN4"))
        case 5: .missing(.started(when, "M"))
        case 6: .worker(.allocated(worker: "SW1", .socialWorker, when, "MANAGE"))
        case 7: assessed("\(when)", risk: Bool.random(using: &dice) ? .high : nil)[0]
        default: .identity(.described(ChildDetails(birthDate: when - 4_000, sex: "F", ethnicity: "WBRI")))
        }
    }

    private func write(_ count: Int, about children: Int, in authority: inout Authority, _ dice: inout Seeded) {
        for _ in 0..<count {
            let id = ChildID(key: .random(in: 1...UInt64(children), using: &dice))
            let event = EventID(authority.head.seq + 1)
            var record = authority[id] ?? ChildRecord(id: id)
            record.apply(written(&dice), origin: Origin(event, .recordedHere))
            authority.replace(record)
            authority.advance(to: event)
        }
    }

    private func question(_ authority: Authority, on day: Day? = nil, _ context: Context = covered()) -> Question {
        Question(authority, asAt: day ?? today, context: context)
    }

    private func expectSame(_ kept: Caseload, _ anew: Caseload, _ comment: Comment) {
        #expect(kept.entries == anew.entries, comment)
        #expect(kept.lookedAfter == anew.lookedAfter, comment)
        #expect(kept.asAt == anew.asAt, comment)
        #expect(kept.joins == anew.joins, comment)
    }

    @Test(arguments: 1...20) func whatIsKeptIsWhatIsWorkedOutAnew(_ seed: UInt64) {
        var dice = Seeded(state: seed)
        var authority = Authority()
        write(200, about: 40, in: &authority, &dice)
        var kept = Caseload(question(authority))
        #expect(!kept.entries.isEmpty)
        for round in 0..<30 {
            let before = authority
            write(Int.random(in: 0...4, using: &dice), about: 45, in: &authority, &dice)
            // Now and then the question goes back to what was known before, or to another day.
            let asked = Int.random(in: 0...9, using: &dice) == 0 ? before : authority
            let day = Int.random(in: 0...9, using: &dice) == 0 ? today - 200 : today
            let put = question(asked, on: day)
            kept = Caseload(put, after: kept)
            expectSame(kept, Caseload(put), "seed \(seed), round \(round)")
        }
    }

    @Test func recordsAreAskedAboutAsAtTheLastOneSignedUnlessADayIsAskedFor() throws {
        var authority = Authority()
        let coverage = covered().coverage
        for imported in coverage.imports {
            authority.apply(.returnImported(imported), origin: Origin(EventID(1), .recordedHere))
        }
        authority.replace(record(key: 1, episode("2026-01-10"), assessed("2026-03-01")))
        authority.replace(record(key: 2, episode("2026-01-10"), assessed("2026-09-01")))
        let open = try #require(Question(authority, asAt: nil))
        #expect(open.asAt == today && open.threadDay == day("2026-09-01"))
        // No direct work in 90 days: so by September, and not yet in March.
        let late = Caseload(open).joins[ChildID(key: 1)]?.map(\.rule.id) ?? []
        #expect(late.contains("no_direct_work"))
        let asked = try #require(Question(authority, asAt: today))
        #expect(asked.threadDay == today)
        #expect(Caseload(asked).joins[ChildID(key: 1)]?.map(\.rule.id).contains("no_direct_work") == false)
        #expect(Caseload(asked).joins[ChildID(key: 2)] == nil, "nothing was signed of the second by then")
    }

    @Test func everybodyIsWorkedOutAnewWhereTheContextIsAnother() {
        var dice = Seeded(state: 7)
        var authority = Authority()
        write(200, about: 40, in: &authority, &dice)
        let kept = Caseload(question(authority))
        var far = covered()
        far.places = TwoPlaces()
        for context in [covered(through: 2023), far, Context()] {
            let put = question(authority, context)
            expectSame(Caseload(put, after: kept), Caseload(put), "another context")
        }
        #expect(Caseload(question(authority, Context())).entries != kept.entries, "the context matters at all")
    }

    @Test func theActorAnswersEachDayWithItsOwn() async {
        var dice = Seeded(state: 11)
        var authority = Authority()
        write(200, about: 40, in: &authority, &dice)
        let caseloads = Caseloads()
        for step in 0..<40 {
            write(1, about: 40, in: &authority, &dice)
            let put = question(authority, on: today - step % 7 * 30)
            expectSame(await caseloads.caseload(put), Caseload(put), "step \(step)")
        }
    }

    private func question(_ authority: Authority, _ context: Context) -> Question {
        question(authority, on: nil, context)
    }
}
