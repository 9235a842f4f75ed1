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
        // So that nobody takes what was not written down for what was not done.
        #expect(Caseload(open).entries.first { $0.work.child == ChildID(key: 1) }?.lastSigned == day("2026-03-01"))
        let asked = try #require(Question(authority, asAt: today))
        #expect(asked.threadDay == today)
        #expect(Caseload(asked).joins[ChildID(key: 1)]?.map(\.rule.id).contains("no_direct_work") == false)
        #expect(Caseload(asked).joins[ChildID(key: 2)] == nil, "nothing was signed of the second by then")
    }

    /// Two children with a need that nothing answers; of the first, it is put off for ten days from the last record.
    private func putOff() throws -> (Authority, Day) {
        var authority = Authority()
        for imported in covered().coverage.imports {
            authority.apply(.returnImported(imported), origin: Origin(EventID(1), .recordedHere))
        }
        let signed = day("2026-05-01")
        var first = record(key: 1, episode("2026-01-10"), assessed("2026-05-01"))
        let found = try #require(
            Breaks.of(ChildAsAt(first, signed), covered()).first { $0.rule.id == "need_without_action" })
        let answer = JoinAnswer(
            kind: found.rule.id, about: found.about, facts: found.restsOn, word: .later(until: signed + 10),
            because: "Waiting", by: "m", at: Moment(signed, minute: 600).instant.at)
        first.apply(.join(.answered(answer)), origin: Origin(EventID(90), .recordedHere))
        authority.replace(first)
        authority.replace(record(key: 2, episode("2026-01-10"), assessed("2026-05-01")))
        return (authority, signed)
    }

    private func state(_ caseload: Caseload, _ key: UInt64) -> String? {
        caseload.joins[ChildID(key: key)]?.first { $0.rule.id == "need_without_action" }?.state.name
    }

    @Test func whatIsPutOffIsThereAgainOnItsDayThoughNobodyHasWrittenSince() async throws {
        let (authority, signed) = try putOff()
        let caseloads = Caseloads()
        for (days, expected) in [(0, "put_off"), (9, "put_off"), (10, "returned"), (40, "returned")] {
            let put = try #require(Question(authority, asAt: nil, answersUntil: signed + days))
            let kept = await caseloads.caseload(put)
            #expect(state(kept, 1) == expected && state(kept, 2) == "open", "after \(days) days")
            expectSame(kept, Caseload(put), "after \(days) days")
        }
        let past = try #require(Question(authority, asAt: signed))
        #expect(state(Caseload(past), 1) == "put_off", "answered on the day itself")
    }

    @Test func aKindThatIsOftenNotSoLeavesEverybodysListAndComesBack() throws {
        let (authority, signed) = try putOff()
        var often = authority
        var records: [ChildRecord] = []
        for key in 3...7 as ClosedRange<UInt64> {
            var child = record(key: key, episode("2026-01-10"), assessed("2026-05-01"))
            let found = try #require(
                Breaks.of(ChildAsAt(child, signed), covered()).first { $0.rule.id == "need_without_action" })
            let at = Moment(signed, minute: 600).instant.at
            let answer = JoinAnswer(
                kind: found.rule.id, about: found.about, facts: found.restsOn, word: .notSo, because: "No", by: "m",
                at: at)
            child.apply(.join(.answered(answer)), origin: Origin(EventID(90), .recordedHere))
            child.apply(
                .join(
                    .seconded(answer: EventID(90), JoinSecond(agrees: true, because: "", by: "d", at: at))),
                origin: Origin(EventID(91), .recordedHere))
            records.append(child)
            often.replace(child)
        }
        often.advance(to: EventID(100))
        let put = try #require(Question(often, asAt: nil, answersUntil: signed))
        let caseload = Caseload(put)
        #expect(caseload.leftOut == ["need_without_action"])
        let title = Breaks.rule("need_without_action")?.title
        func asks(_ caseload: Caseload) -> Bool {
            caseload.entries.contains { $0.work.items.contains { $0.title == title } }
        }
        #expect(!asks(caseload) && state(caseload, 2) == "open", "off the lists, and counted all the same")
        // One of the five is taken back: four are too few to stop asking for.
        var fewer = often
        fewer.replace(record(key: 3, episode("2026-01-10"), assessed("2026-05-01")))
        fewer.advance(to: EventID(101))
        let again = try #require(Question(fewer, asAt: nil, answersUntil: signed))
        let kept = Caseload(again, after: caseload)
        #expect(kept.leftOut.isEmpty && asks(kept))
        expectSame(kept, Caseload(again), "worked out anew")
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
