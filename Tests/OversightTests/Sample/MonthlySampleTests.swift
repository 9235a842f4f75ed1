import Casework
import Days
import Oversight
import TestSupport
import Testing

/// The draw: the same for everybody, of a size that the table gives, with each team in it.
struct MonthlySampleTests {
    private static let month = Month("2024-05")!

    static func item(_ event: Int, child: Int = 1) -> ClosedItem {
        ClosedItems(
            of: ChildID(key: UInt64(child)),
            told: [
                Recorded(
                    id: EventID(Int64(event)), stream: ChildID(key: UInt64(child)).stream, version: 1,
                    occurred: Moment(day("2024-05-10")), recorded: Moment(day("2024-05-10")).instant.at,
                    author: .account("u1"), source: .recordedHere,
                    event: visit("2024-05-10", [.actions: .noneBecause("All is in hand")])[0])
            ], in: month, covered()
        ).items[0]
    }

    private func candidates(_ count: Int, team: (Int) -> String = { _ in "East" }) -> [MonthlySample.Candidate] {
        (0..<count).map { MonthlySample.Candidate(Self.item($0 + 1), number: "9\($0 % 7)", team: team($0)) }
    }

    private func sample(_ candidates: [MonthlySample.Candidate], in month: Month = month) -> MonthlySample {
        MonthlySample(month, of: candidates, untimed: [:])
    }

    @Test(arguments: [(0, 0), (1, 1), (10, 10), (11, 10), (100, 10), (101, 11), (500, 50), (501, 50), (900, 50)])
    func asManyAreDrawnAsTheTableSays(_ pool: Int, _ drawn: Int) {
        #expect(sample(candidates(pool)).drawn.count == drawn)
        #expect(sample(candidates(pool)).pool.count == pool)
    }

    @Test func theDrawIsTheSameWhateverOrderItIsMadeInAndAnotherInAnotherMonth() throws {
        let all = candidates(60)
        #expect(sample(all).drawn == sample(all.reversed()).drawn)
        #expect(sample(all).drawn != sample(all, in: Self.month.next).drawn)
        #expect(Set(sample(all).drawn).count == 10)
    }

    @Test func eachTeamThatHasAnyIsInIt() {
        // One item of West among ninety-nine of East; one of a team that nobody knows.
        let drawn = sample(candidates(100) { $0 == 41 ? "West" : $0 == 77 ? "" : "East" }).drawn
        #expect(drawn.contains(Self.item(42)) && drawn.contains(Self.item(78)) && drawn.count == 10)
        #expect(sample(candidates(40) { "Team \($0 % 20)" }).drawn.count == 20, "more teams than the size")
    }

    @Test func whatIsDrawnOfTheOthersTellsNothingOfARestrictedRecord() {
        let others = candidates(30)
        let restricted = MonthlySample.Candidate(
            Self.item(500, child: 2), number: "1", team: "East", isProtected: true)
        let with = sample(others + [restricted])
        #expect(with.told { $0 != ChildID(key: 2) } == sample(others))
        #expect(with.drawn.contains(Self.item(500, child: 2)))
    }

    @Test func itIsToBeReadByTheLastDayOfTheMonthAfter() {
        #expect(sample([]).due == day("2024-06-30"))
    }

    @Test func howFarItIsReadIsSaidInNumbersAndUnknownWhereNoneIs() throws {
        let made = sample(candidates(3))
        var child = record(key: 1, episode("2024-01-10"))
        func words(_ child: ChildRecord) -> String {
            var authority = Authority()
            authority.replace(child)
            return SampleCount(made, in: authority).words
        }
        #expect(words(child) == "none is read, so nobody knows; 3 are not read yet")
        for (place, agrees) in [(0, true), (1, false)] {
            let item = made.drawn[place]
            child.apply(
                .join(
                    .read(
                        SecondReading(
                            closed: item.fact, version: item.version, on: item.on, closings: item.closings,
                            fields: item.fields, agrees: agrees, because: "", by: "u2",
                            at: Moment(day("2024-06-10")).instant.at))),
                origin: Origin(EventID(Int64(900 + place)), .recordedHere))
        }
        #expect(words(child) == "1 of 2 read are agreed with; 1 is not read yet")
    }
}
