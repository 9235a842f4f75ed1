import Casework
import Days
import Standards
import TestSupport
import Testing

/// Children who go missing.
struct MissingTests {
    private func child(_ events: [ChildEvent]..., born: String = "2010-05-10", end: String? = nil) -> ChildRecord {
        record(born: born, episode("2022-01-10", "S", "C2", "K2", end: end, "E8"), events.flatMap { $0 })
    }

    @Test func aReturnStartsTheInterviewAndAnAbsenceTheReport() {
        let child = child(missing("2024-02-01", "2024-02-02"))
        #expect(told("MI01", child, "2024-03-01") == ["2024-02-02 2024-02-02 unknown"])
        #expect(told("MI02", child, "2024-03-01") == ["2024-02-02 2024-02-05 unknown"])
        #expect(told("MI05", child, "2024-03-01") == ["2024-02-02 2024-02-02 unknown"])
        #expect(told("MI07", child, "2024-03-01") == ["2024-02-01 2024-02-01 unknown"])
    }

    @Test func awayStartsNothingButTheCheckOfTheRecord() {
        let child = child(missing("2024-02-01", "2024-02-08", "A"))
        #expect(ids(child, "2024-03-01").filter { $0.hasPrefix("MI") } == ["MI12"])
    }

    @Test func agenciesMeetOnTheThirdTimeInNinetyDays() {
        let three = child(
            missing("2024-02-01", "2024-02-01"), missing("2024-03-01", "2024-03-01"),
            missing("2024-04-30", "2024-04-30"))
        #expect(told("MI08", three, "2024-06-30") == ["2024-04-30 - unknown"])
        let spread = child(
            missing("2024-02-01", "2024-02-01"), missing("2024-03-01", "2024-03-01"),
            missing("2024-05-01", "2024-05-01"))
        #expect(told("MI08", spread, "2024-06-30") == [])
    }

    @Test func agenciesMeetWhereItIsSurelyMoreThanADay() {
        #expect(told("MI08", child(missing("2024-02-01", "2024-02-02")), "2024-06-30") == [])
        #expect(told("MI08", child(missing("2024-02-01", "2024-02-03")), "2024-06-30").count == 1)
        #expect(told("MI08", child(missing("2024-02-01")), "2024-02-02") == [])
        #expect(told("MI08", child(missing("2024-02-01")), "2024-02-03").count == 1)
    }

    @Test func agenciesMeetForAChildUnderTwelve() {
        let events = missing("2024-02-01", "2024-02-01")
        #expect(told("MI08", child(events, born: "2012-02-01"), "2024-06-30") == [])
        #expect(told("MI08", child(events, born: "2012-02-02"), "2024-06-30").count == 1)
    }

    // MARK: MI12

    private func stands(_ record: ChildRecord, _ asAt: String = "2024-03-31") -> [String] {
        told("MI12", record, asAt)
    }

    @Test func anEpisodeThatAgreesWithTheRecordIsMet() {
        #expect(stands(child(missing("2024-02-01", "2024-02-03"))) == ["2024-02-01 2024-03-31 met"])
        #expect(
            stands(child(missing("2024-02-01", "2024-02-03"), missing("2024-02-03", "2024-02-04"))) == [
                "2024-02-01 2024-03-31 met", "2024-02-03 2024-03-31 met",
            ])
        // Still missing, in the placement it began in.
        #expect(stands(child(missing("2024-02-01"))) == ["2024-02-01 2024-03-31 met"])
    }

    @Test func whatDoesNotAgreeIsDueUntilTheYearClosesAndOverdueAfter() {
        let overlapping = child(missing("2024-02-01"), missing("2024-02-10", "2024-02-11"))
        #expect(stands(overlapping).first == "2024-02-01 2024-03-31 due")
        #expect(stands(overlapping, "2024-04-10").first == "2024-02-01 2024-03-31 overdue 10")
        #expect(stands(child(missing("2024-02-03", "2024-02-01"))) == ["2024-02-03 2024-03-31 due"])
    }

    @Test func anEpisodeEndsWithThePlacementItBeganIn() {
        let moved = record(
            episode("2022-01-10", "S", "C2", "K2", end: "2024-02-10"), episode("2024-02-10", "P", "C2", "U4"),
            missing("2024-02-01"))
        #expect(stands(moved) == ["2024-02-01 2024-03-31 due"])
    }

    @Test func careThatEndsWhileMissingEndsForAnotherReason() {
        let other = child(missing("2024-02-01", "2024-02-20"), end: "2024-02-10")
        #expect(stands(other) == ["2024-02-01 2024-03-31 met"])
        let home = record(
            episode("2022-01-10", "S", "C2", "K2", end: "2024-02-10", "E4A"), missing("2024-02-01", "2024-02-20"))
        #expect(stands(home) == ["2024-02-01 2024-03-31 due"])
    }

    @Test func nobodyIsMissingFromCareBeforeItBeganOrAfterItEnded() {
        #expect(stands(child(missing("2024-02-20", "2024-02-21"), end: "2024-02-10")) == ["2024-02-20 2024-03-31 due"])
        #expect(stands(child(missing("2021-12-01", "2021-12-02")), "2022-03-31") == ["2021-12-01 2022-03-31 due"])
        // Before the years returned there may have been care that is not here.
        let earlier = record(episode("2024-05-10"), missing("2020-12-01", "2020-12-02"))
        #expect(missingFacts("MI12", earlier, "2024-06-30") == [.careBeforeReturn])
        let unknown = record(episode("2024-05-10", "P"), missing("2024-05-01", "2024-05-02"))
        #expect(missingFacts("MI12", unknown, "2024-06-30") == [.careBeforeReturn])
    }
}
