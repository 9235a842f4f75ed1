import Casework
import Days
import Standards
import TestSupport
import Testing

/// From sixteen on.
struct LeavingCareTests {
    @Test func needsAreAssessedWithinThreeMonthsOfSixteen() {
        let child = record(born: "2008-03-01", episode("2022-01-10"))
        #expect(told("LC01", child, "2024-02-29") == [])
        #expect(told("LC01", child, "2024-03-01") == ["2024-03-01 2024-06-01 unknown"])
        #expect(told("LC02", child, "2024-03-01") == ["2024-03-01 2024-06-01 unknown"])
        #expect(told("LC04", child, "2024-03-01") == ["2024-03-01 2024-03-01 unknown"])
        #expect(duties("LC01", child, "2024-03-01").first?.because == .birthday(16))
    }

    @Test func thirteenWeeksComeFirst() {
        let child = record(born: "2007-03-01", episode("2024-01-10"))
        #expect(told("LC01", child, "2024-04-09") == [])
        #expect(told("LC01", child, "2024-04-10") == ["2024-04-10 2024-07-10 unknown"])
        let short = record(born: "2007-03-01", episode("2024-01-10", end: "2024-04-01", "E4A"))
        #expect(told("LC01", short, "2024-12-31") == [])
    }

    @Test func twoBirthDatesLeaveTheDayUnknownAndDropNothing() {
        let child = born("2008-03-01", or: "2009-03-01", episode("2022-01-10"))
        #expect(told("LC01", child, "2024-02-29") == [])
        #expect(told("LC01", child, "2024-06-30") == ["≤2024-03-01 - unknown"])
        #expect(missingFacts("LC01", child, "2024-06-30") == [[.needsAssessment, .birthDate]])
        // Past both, thirteen weeks decide and the dates agree.
        let later = born("2007-01-01", or: "2007-03-01", episode("2024-01-10"))
        #expect(told("LC01", later, "2024-12-31") == ["2024-04-10 2024-07-10 unknown"])
    }

    private func left(_ ending: CareEnding, born: String = "2006-06-01", on end: String = "2024-06-01") -> ChildRecord {
        record(born: born, episode("2021-01-10", "S", "V2", end: end, ending))
    }

    @Test func leavingForIndependenceOrForAnythingElseHasItsOwnVisits() {
        #expect(told("LC05", left("E5"), "2024-12-31") == ["2024-06-01 2024-06-08 unknown"])
        #expect(told("LC06", left("E5"), "2024-12-31") == [])
        #expect(told("LC05", left("E5", born: "2007-06-01"), "2024-12-31").count == 1)
        #expect(told("LC06", left("E8"), "2024-12-31") == ["2024-06-01 2024-07-27 unknown"])
        #expect(told("LC06", left("E8", born: "2007-06-01"), "2024-12-31") == [])
        #expect(told("LC08", left("E17"), "2024-12-31") == ["2024-06-01 - unknown"])
        for id in ["LC05", "LC06", "LC08"] { #expect(told(id, left("E2"), "2024-12-31") == [], "\(id)") }
        // Never eligible.
        #expect(told("LC05", left("E5", born: "2010-06-01"), "2024-12-31") == [])
    }

    private func contact(_ start: Int, _ accommodation: Code) -> [ChildEvent] {
        [
            .leavingCareContact(
                LeavingCareContact(
                    year: CollectionYear(startingIn: start), inTouch: "YES", activity: "F1",
                    accommodation: accommodation))
        ]
    }

    @Test func aBirthdayAfterCareAsksForContact() {
        let child = record(born: "2006-06-01", episode("2021-01-10", end: "2024-06-01", "E8"), contact(2024, "B1"))
        #expect(
            told("LC10", child, "2025-12-31") == ["2024-06-01 2024-07-01 met", "2025-06-01 2025-07-01 unknown"])
        #expect(told("LC10", child, "2024-05-31") == [])
        #expect(told("LC07", child, "2025-12-31") == ["2024-06-01 2024-06-01 met"])
        let unsuitable = record(born: "2006-06-01", episode("2021-01-10", end: "2024-06-01", "E8"), contact(2024, "D2"))
        #expect(missingFacts("LC07", unsuitable, "2025-03-31") == [.accommodation])
        // Where no return speaks for care leavers, no row is no evidence either way.
        #expect(told("LC10", child, "2025-12-31", covered([.episodes])) == ["2024-06-01 2024-07-01 met"])
    }

    @Test func twoBirthDatesLeaveTheBirthdayUnknown() {
        let child = born("2006-06-01", or: "2006-08-01", episode("2021-01-10", end: "2024-06-01", "E8"))
        #expect(missingFacts("LC10", child, "2024-12-31") == [.birthDate])
    }

    @Test func shortBreaksAfterSixteenMakeNoCareLeaver() {
        let child = record(born: "2006-06-01", episode("2021-01-10", "S", "V4", end: "2024-06-01", "E8"))
        #expect(told("LC10", child, "2025-12-31") == [])
    }
}
