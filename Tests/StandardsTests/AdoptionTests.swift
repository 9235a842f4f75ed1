import Casework
import Days
import Standards
import TestSupport
import Testing

/// Adoption: decisions, authority, the match and the scorecards' thresholds.
struct AdoptionTests {
    private func match(placed: String?, matched: String?) -> [ChildEvent] {
        [.adoption(.matched(AdoptionMatch(placed: placed.map(day), matched: matched.map(day))))]
    }

    private func adopted(_ order: String, start reason: EpisodeReason = "S", _ more: [ChildEvent] = []) -> ChildRecord {
        record(
            born: "2021-01-01", episode("2022-06-01", reason, "C1", end: order),
            episode(order, "L", "E1", end: "2024-03-01", "E11"), more)
    }

    @Test func theDecisionIsHeldAndWhatStartedItIsNot() {
        let child = record(episode("2024-01-10"), [.adoption(.decided(day("2024-05-01")))])
        for id in ["AD02", "AD03"] { #expect(told(id, child, "2024-06-30") == ["≤2024-05-01 - unknown"], "\(id)") }
        #expect(duties("AD02", child, "2024-06-30").first?.done == day("2024-05-01"))
    }

    @Test func theMatchIsDueSixMonthsFromAuthority() {
        let inTime = adopted("2023-01-10", match(placed: "2023-08-01", matched: "2023-07-10"))
        #expect(told("AD04", inTime, "2024-06-30") == ["2023-01-10 2023-07-10 met"])
        let late = adopted("2023-01-10", match(placed: "2023-08-01", matched: "2023-07-12"))
        #expect(told("AD04", late, "2024-06-30") == ["2023-01-10 2023-07-10 met_late 2"])
        // Only an adopted child's match is in a return.
        let waiting = record(episode("2022-06-01", "S", "E1"))
        #expect(told("AD04", waiting, "2024-06-30") == ["2022-06-01 2022-12-01 unknown"])
        let changed = record(episode("2022-06-01", "S", "E1", end: "2022-11-01"), episode("2022-11-01", "L", "C2"))
        #expect(duties("AD04", changed, "2024-06-30").map(\.standing) == [.notApplicable(.statusChanged)])
    }

    @Test func theScorecardsThresholdsAreForAdoptedChildren() {
        let child = adopted("2023-01-10", match(placed: "2023-08-02", matched: "2023-05-12"))
        // 1 June 2022 and 426 days; 10 January 2023 and 121 days.
        #expect(told("AD07", child, "2024-06-30") == ["2022-06-01 2023-08-01 met_late 1"])
        #expect(told("AD08", child, "2024-06-30") == ["2023-01-10 2023-05-11 met_late 1"])
        let sooner = adopted("2023-01-10", match(placed: "2023-08-01", matched: "2022-12-01"))
        #expect(told("AD07", sooner, "2024-06-30") == ["2022-06-01 2023-08-01 met"])
        #expect(told("AD08", sooner, "2024-06-30") == ["2023-01-10 2023-05-11 met"])
        #expect(told("AD07", adopted("2023-01-10"), "2024-06-30") == ["2022-06-01 2023-08-01 unknown"])
        #expect(told("AD07", child, "2024-02-28") + told("AD08", child, "2024-02-28") == [])
        #expect(told("AD07", record(episode("2022-06-01", end: "2024-03-01", "E4A")), "2024-06-30") == [])
    }

    @Test func aWaitFromAnUnknownStartIsAtLeastThatLong() {
        let late = adopted("2023-01-10", start: "P", match(placed: "2023-08-02", matched: nil))
        #expect(told("AD07", late, "2024-06-30") == ["≤2022-06-01 2023-08-01 met_late 1"])
        let soon = adopted("2023-01-10", start: "P", match(placed: "2023-07-01", matched: nil))
        #expect(told("AD07", soon, "2024-06-30") == ["≤2022-06-01 2023-08-01 unknown"])
    }

    @Test func adoptionReviewsRunFromAuthorityAndFromPlacement() {
        let child = record(
            born: "2021-01-01", episode("2023-01-10", "S", "E1", "U6", end: "2023-06-01"),
            episode("2023-06-01", "P", "E1", "A5"))
        #expect(
            Set(told("AD05", child, "2024-06-30")) == [
                "2023-01-10 2023-04-10 unknown", "2023-06-01 2023-06-29 unknown",
            ])
        #expect(told("AD09", child, "2024-06-30") == ["2023-01-10 - unknown"])
        let placed = record(born: "2021-01-01", episode("2023-01-10", "S", "E1", "A5"))
        #expect(told("AD09", placed, "2024-06-30") == [])
    }
}
