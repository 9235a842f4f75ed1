import Casework
import Days
import Oversight
import Standards
import TestSupport
import Testing

/// A kind of which too much is not so leaves the lists of work; one about safety never.
struct JoinRatesTests {
    private static let today = day("2024-06-01")
    private static let now = Moment(today, minute: 600).instant.at

    /// A child with an open need and an open risk that nothing answers; of the kinds named, two people say that they are not
    /// so.
    private func joins(_ key: UInt64, notSo kinds: Set<String> = []) -> [Break] {
        var child = record(
            key: key, episode("2024-01-10"), worker("SW1", "2024-01-10"), assessed("2024-05-20", risk: .high))
        for (place, found) in Breaks.of(ChildAsAt(child, Self.today), covered()).enumerated()
        where kinds.contains(found.rule.id) {
            let event = EventID(Int64(900 + 2 * place))
            let answer = JoinAnswer(
                kind: found.rule.id, about: found.about, facts: found.restsOn, word: .notSo, because: "No", by: "a",
                at: Self.now)
            let second = JoinSecond(agrees: true, because: "", by: "b", at: Self.now)
            child.apply(.join(.answered(answer)), origin: Origin(event, .recordedHere))
            child.apply(
                .join(.seconded(answer: event, second)), origin: Origin(EventID(event.seq + 1), .recordedHere))
        }
        return Breaks.of(ChildAsAt(child, Self.today), covered())
    }

    private func rates(_ children: Int, notSo: Int, _ kind: String) -> JoinRates {
        var rates = JoinRates()
        for key in 1...children { rates.add(joins(UInt64(key), notSo: key <= notSo ? [kind] : [])) }
        return rates
    }

    @Test func aRateIsTheNotSoOfAllThatIsFound() throws {
        let rule = try #require(Breaks.rule("need_without_action"))
        let line = rates(8, notSo: 2, rule.id)[rule]
        #expect((line.found, line.notSo, line.putOff, line.awaitSecond) == (8, 2, 0, 0))
        #expect(line.notSoPercent == 25)
        #expect(JoinRates()[rule].notSoPercent == nil, "where none is found there is no rate")
    }

    @Test func aKindLeavesAboveTheLimitAndNotAtItNorForAFew() {
        let settings = LocalSettings()
        #expect(rates(25, notSo: 5, "need_without_action").leftOut(settings) == [], "20 % is not above 20 %")
        #expect(rates(24, notSo: 5, "need_without_action").leftOut(settings) == ["need_without_action"])
        #expect(rates(4, notSo: 4, "need_without_action").leftOut(settings) == [], "four are too few")
    }

    @Test func aKindAboutSafetyNeverLeaves() {
        #expect(rates(5, notSo: 5, "risk_without_action").leftOut(LocalSettings()) == [])
    }

    @Test func whatIsTakenBackIsAsIfItHadNeverBeenCounted() {
        var rates = rates(6, notSo: 3, "need_without_action")
        let before = rates
        let more = joins(9, notSo: ["need_without_action"])
        rates.add(more)
        #expect(rates != before)
        rates.take(more)
        #expect(rates == before)
    }

    @Test func aKindLeftOutIsOnNoListOfWorkAndTheRestIs() {
        let child = ChildAsAt(
            record(episode("2024-01-10"), worker("SW1", "2024-01-10"), assessed("2024-05-20", risk: .high)), Self.today)
        let joins = Breaks.of(child, covered())
        let work = Worklist(
            for: child, duties: [], signals: [], joins: joins, leavingOut: ["need_without_action"])
        #expect(!work.items.contains { $0.title == Breaks.rule("need_without_action")?.title })
        #expect(work.items.contains { $0.title == Breaks.rule("risk_without_action")?.title })
    }
}
