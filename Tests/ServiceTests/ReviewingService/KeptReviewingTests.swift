import Casework
import Days
import Measures
import Service
import Standards
import TestSupport
import Testing

/// What is kept of the reviewing service is what would be counted anew, whatever was written since.
struct KeptReviewingTests {
    private func child(_ key: UInt64, _ officer: String, with other: UInt64) -> ChildRecord {
        let said = SignedRecord(
            kind: .siblings, day: day("2024-06-01"), form: FormEdition(version: 1, digest: 1),
            answers: [.siblingRelation: .choice("full")])
        return record(
            key: key, episode("2024-06-03"), worker(officer, "2024-06-03", role: .iro),
            [.sibling(SiblingSaid(of: ChildID(key: other), said))])
    }

    private func question(_ authority: Authority) -> Question {
        Question(authority, asAt: day("2025-03-31"), context: covered())
    }

    private func numbers(_ records: ReviewingRecords) -> [[Int]] {
        ReviewingRow.all.map { row in ReviewingAnswer.allCases.map { records[row].members($0).count } }
    }

    @Test func aChangeOfOneRecordChangesWhatIsSaidOfThoseLinkedToIt() async throws {
        let kept = KeptReviewing()
        var authority = Authority()
        for (key, other) in [(1, 2), (2, 1)] as [(UInt64, UInt64)] { authority.replace(child(key, "R1", with: other)) }
        authority.advance(to: EventID(2))
        let siblings = try #require(ReviewingRow.all.first { $0.id == "siblings" })
        #expect(await kept.records(question(authority))[siblings].met.count == 2)

        authority.replace(child(2, "R2", with: 1))
        authority.advance(to: EventID(3))
        let brought = await kept.records(question(authority))
        #expect(brought[siblings].notMet.count == 2, "both have another officer than the other")
        #expect(numbers(brought) == numbers(ReviewingRecords(question(authority))))
        #expect(brought.spread.officers.map(\.code) == ["R1", "R2"])
    }

    @Test func thePlanIsAskedAboutTodayUnlessADayIsAskedFor() throws {
        var authority = Authority()
        for imported in covered().coverage.imports {
            authority.apply(.returnImported(imported), origin: Origin(EventID(1), .recordedHere))
        }
        let horizon = try #require(authority.coverage.horizon)
        let today = horizon + 40
        #expect(Question(authority, asAt: nil, answersUntil: today)?.serviceDay == today)
        #expect(Question(authority, asAt: nil)?.serviceDay == horizon)
        #expect(Question(authority, asAt: horizon - 5, answersUntil: today)?.serviceDay == horizon - 5)
    }

    @Test func whatTheStaffFileSaysIsReadAnew() async throws {
        let kept = KeptReviewing()
        var authority = Authority()
        authority.replace(
            record(
                key: 1, episode("2024-06-03"), worker("W1", "2024-06-03"), worker("R1", "2024-06-03", role: .iro)))
        authority.advance(to: EventID(1))
        let independent = try #require(ReviewingRow.all.first { $0.id == "independent" })
        #expect(await kept.records(question(authority))[independent].unknown.count == 1)

        authority.apply(.described(Worker(code: "W1", manager: "R1")), to: StreamID(.worker, key: 1))
        authority.share(by: EventID(2))
        authority.advance(to: EventID(2))
        #expect(await kept.records(question(authority))[independent].notMet.count == 1)
    }
}
