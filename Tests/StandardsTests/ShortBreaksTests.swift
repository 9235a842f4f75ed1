import Casework
import Days
import Standards
import TestSupport
import Testing

/// Short breaks: whose rules hold on which day (`docs/decisions/0005`), and the limits of a series.
struct ShortBreaksTests {
    private let throughout = record(
        episode("2023-06-01", "S", "V4", "U6"), review("2023-08-01", "PN1"), review("2024-01-01", "PN1"))

    @Test func shortBreaksTakeOnlyTheirOwnStandardsAndSafeguarding() {
        let child = record(
            born: "2008-05-10", episode("2023-06-01", "S", "V4", "K1", end: "2025-06-01", "E4A"),
            review("2023-08-01", "PN1"), missing("2023-07-01", "2023-07-02"))
        for id in ids(child, "2026-03-31") {
            let standard = Catalogue.standards.first { $0.id == id }
            #expect(standard?.populations.contains(.shortBreaks) == true, "\(id)")
        }
        #expect(ids(child, "2026-03-31").isSuperset(of: ["CP29", "RV08", "VI14", "MI02"]))
        #expect(ids(child, "2026-03-31").isDisjoint(with: ["RV01", "RV07", "RV10", "IR06", "IR08", "LC01", "HE01"]))
    }

    @Test func theRulesBeginOnTheDayThatShortBreaksGiveWay() {
        let child = record(
            episode("2023-06-01", "S", "V3", "U6", end: "2024-01-10"),
            episode("2024-01-10", "L", "C2", "U6"), review("2024-02-01", "PN1"))
        #expect(told("RV01", child, "2024-03-31") == ["2024-01-10 2024-02-07 met"])
        #expect(told("RV02", child, "2024-03-31") == ["2024-02-01 2024-05-01 due"])
        #expect(told("HE01", child, "2024-03-31") == ["2024-01-10 2024-02-07 unknown"])
        // The placement went on, and what it is owed runs from that day.
        #expect(told("CP08", child, "2024-03-31") == ["2024-01-10 2024-01-17 unknown"])
        #expect(told("VI01", child, "2024-03-31") == ["2024-01-10 2024-01-17 unknown"])
        #expect(duties("RV01", child, "2024-03-31").first?.because == .shortBreaksGaveWay)
        // No move: nobody's schooling was disrupted.
        #expect(told("CP13", child, "2024-03-31") == [])
        // Twelve months in the placement are counted from that day too.
        #expect(told("VI03", child, "2025-01-09", covered()) == [])
        #expect(told("VI03", child, "2025-01-10", covered()) == ["2025-01-10 - unknown"])
    }

    @Test func theRulesEndOnTheDayThatShortBreaksBegin() {
        let child = record(
            episode("2024-01-10", "S", "V2", "U6", end: "2024-01-20"), episode("2024-01-20", "L", "V4", "U6"))
        #expect(told("RV01", child, "2024-03-31") == ["2024-01-10 2024-02-07 not_applicable"])
        #expect(duties("RV01", child, "2024-03-31").first?.standing == .notApplicable(.shortBreaks))
        #expect(told("CP08", child, "2024-03-31") == ["2024-01-10 2024-01-17 unknown"])
        #expect(told("RV08", child, "2024-03-31") == ["2024-01-20 2024-04-20 unknown"])
        #expect(told("VI14", child, "2024-03-31") == ["2024-01-20 2024-04-20 unknown"])
    }

    @Test func reviewsOfShortBreaksAreNotReviewsUnderTheOtherRules() {
        let child = record(
            episode("2023-06-01", "S", "V4", "U6", end: "2024-01-10"), episode("2024-01-10", "L", "C2", "U6"),
            review("2023-08-01", "PN1"), review("2024-01-30", "PN1"))
        #expect(told("RV07", child, "2024-03-31") == ["2024-01-30 2024-01-30 unknown"])
        #expect(told("IR08", child, "2024-03-31").count == 1)
    }

    @Test func thirteenWeeksAreCountedFromTheDayShortBreaksGaveWay() {
        let child = record(
            born: "2008-01-01", episode("2022-06-01", "S", "V3", "U6", end: "2024-01-10"),
            episode("2024-01-10", "L", "V2", "U6"))
        // 10 January and 91 days.
        #expect(told("LC01", child, "2024-12-31") == ["2024-04-10 2024-07-10 unknown"])
    }

    @Test func anEpisodeThatNeverEndedKeepsItsOwnRules() {
        let child = record(
            episode("2023-06-01", "S", "V3", "U6"), episode("2023-09-01", "L", "C2", "U6", end: "2024-01-10", "E4A"))
        #expect(ids(child, "2024-03-31").contains("RV08"))
        #expect(!ids(child, "2024-03-31").contains("RV01"))
    }

    // MARK: RV08

    /// A return leaves out the reviews of short breaks, so that one which is not there is no evidence.
    @Test func aReviewOfShortBreaksThatIsNotReturnedIsNeverLate() {
        #expect(
            told("RV08", throughout, "2025-03-31") == [
                "2023-06-01 2023-09-01 met", "2023-08-01 2024-02-01 met", "2024-01-01 2024-07-01 unknown",
            ])
        #expect(missingFacts("RV08", throughout, "2025-03-31") == [.shortBreakReviews])
        let late = record(episode("2023-06-01", "S", "V4", "U6"), review("2023-12-01", "PN1"))
        #expect(told("RV08", late, "2023-12-31") == ["2023-06-01 2023-09-01 unknown", "2023-12-01 2024-06-01 unknown"])
    }

    // MARK: CP29

    private func stay(_ start: String, _ end: String? = nil) -> [ChildEvent] {
        episode(start, "S", "V3", "U6", end: end, "E4A")
    }

    @Test func aStayOfSeventeenDaysIsWithinTheLimitAndOneOfEighteenIsNot() {
        #expect(told("CP29", record(stay("2024-06-01", "2024-06-18")), "2024-12-31") == ["2024-06-01 - met"])
        #expect(
            told("CP29", record(stay("2024-06-01", "2024-06-19")), "2024-12-31") == ["2024-06-01 2024-06-18 met_late 1"]
        )
    }

    @Test func anOpenStayIsDueThenOverdue() {
        #expect(told("CP29", record(stay("2024-06-01")), "2024-06-18") == ["2024-06-01 2024-06-18 due"])
        #expect(told("CP29", record(stay("2024-06-01")), "2024-06-19") == ["2024-06-01 2024-06-18 overdue 1"])
        #expect(told("CP29", record(stay("2024-06-01")), "2024-07-18") == ["2024-06-01 2024-06-18 overdue 30"])
    }

    @Test func theSeventySixthNightInTwelveMonthsPassesTheLimit() {
        // Five stays of fifteen nights are 75; a sixth begins one too many on its first night.
        let stays = ["01", "02", "03", "04", "05"].map { stay("2024-\($0)-01", "2024-\($0)-16") }.flatMap { $0 }
        #expect(told("CP29", record(stays), "2024-12-31").allSatisfy { $0.hasSuffix("met") })
        let more = record(stays, stay("2024-06-01", "2024-06-03"))
        #expect(told("CP29", more, "2024-12-31").last == "2024-06-01 2024-06-01 met_late 2")
        // A year on the first stay no longer counts.
        let later = record(stays, stay("2025-01-20", "2025-01-22"))
        #expect(told("CP29", later, "2025-12-31").last == "2025-01-20 - met")
    }

    @Test func ofAnAgreementAloneNoDaysAreKnown() {
        #expect(missingFacts("CP29", throughout, "2025-03-31") == [.shortBreakDays])
        #expect(told("CP29", throughout, "2025-03-31") == ["2023-06-01 - unknown"])
    }

    @Test func withinTheLimitsIsNotClaimedWhereEarlierBreaksMayNotHaveBeenReturned() {
        let context = covered(from: 2024, through: 2025)
        let child = record(stay("2024-06-01", "2024-06-08"))
        #expect(missingFacts("CP29", child, "2024-12-31", context) == [.careBeforeReturn])
        // Past them is past them, whatever came before.
        #expect(
            told("CP29", record(stay("2024-06-01", "2024-06-30")), "2024-12-31", context) == [
                "2024-06-01 2024-06-18 met_late 12"
            ])
    }
}
