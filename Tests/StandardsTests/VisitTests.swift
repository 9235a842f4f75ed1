import Casework
import Days
import Standards
import TestSupport
import Testing

@testable import Standards

/// Which visits a child is owed: first match wins, and each row that a return can tell apart is reached.
struct VisitTests {
    private let rules = [
        "AD06", "VI01", "VI02", "VI03", "VI04", "VI05", "VI06", "VI07", "VI08", "VI14", "VI15", "VI16",
    ]

    private func visits(_ record: ChildRecord, _ asAt: String, _ context: Context = covered()) -> [String] {
        rules.flatMap { id in told(id, record, asAt, context).map { "\(id) \($0)" } }
    }

    @Test func theRulesAreAskedInTheOrderOfTheCatalogue() {
        #expect(
            VisitRule.order.map(\.id) == [
                "AD06", "VI14", "VI15", "VI16", "VI05", "VI06", "VI07", "VI08", "VI04", "VI02", "VI03", "VI01",
            ])
    }

    @Test func aPlacementIsVisitedWithinAWeek() {
        #expect(visits(record(episode("2024-01-10")), "2024-03-01") == ["VI01 2024-01-10 2024-01-17 unknown"])
    }

    @Test func aPlacementThatEndedWithinTheWeekIsOwedNoVisit() {
        let moved = record(episode("2024-01-10", end: "2024-01-17"), episode("2024-01-17", "P", "C2", "U4"))
        #expect(
            visits(moved, "2024-03-01") == [
                "VI01 2024-01-10 2024-01-17 not_applicable", "VI01 2024-01-17 2024-01-24 unknown",
            ])
        #expect(duties("VI01", moved, "2024-03-01").first?.standing == .notApplicable(.placementEnded))
    }

    @Test func pastAYearLongTermFosteringAndAnyOtherPlacementPart() {
        let longTerm = record(episode("2023-01-10", "S", "C2", "U4"))
        #expect(
            visits(longTerm, "2024-01-10") == [
                "VI01 2023-01-10 2023-01-17 unknown", "VI02 2024-01-10 - unknown",
            ])
        #expect(missingFacts("VI02", longTerm, "2024-01-10") == [[.visits, .childsAgreement]])
        let home = record(episode("2023-01-10", "S", "C2", "K2"))
        #expect(visits(home, "2024-01-09") == ["VI01 2023-01-10 2023-01-17 unknown"])
        #expect(
            visits(home, "2024-01-10") == ["VI01 2023-01-10 2023-01-17 unknown", "VI03 2024-01-10 - unknown"])
        #expect(missingFacts("VI03", home, "2024-01-10") == [[.visits, .placementIntention]])
    }

    @Test func aYearThatBeganOnOrBeforeADayWasOverByItsAnniversary() {
        #expect(told("VI03", record(episode("2023-01-10", "L", "C2", "K2")), "2024-01-10") == ["≤2024-01-10 - unknown"])
    }

    @Test func withParentsTheOrderDecides() {
        #expect(
            visits(record(episode("2024-01-10", "S", "C1", "P1")), "2024-03-01") == [
                "VI06 2024-01-10 2024-01-17 unknown"
            ])
        #expect(
            visits(record(episode("2024-01-10", "S", "C2", "P1")), "2024-03-01") == [
                "VI07 2024-01-10 2024-01-17 unknown"
            ])
    }

    @Test func theWeekOfACareOrderRunsFromTheOrder() {
        let child = record(
            episode("2024-01-10", "S", "C1", "P1", end: "2024-02-20"), episode("2024-02-20", "L", "C2", "P1"))
        #expect(
            visits(child, "2024-03-01") == [
                "VI06 2024-01-10 2024-01-17 unknown", "VI07 2024-02-20 2024-02-27 unknown",
            ])
        let soon = record(
            episode("2024-01-10", "S", "C1", "P1", end: "2024-01-15"), episode("2024-01-15", "L", "C2", "P1"))
        #expect(visits(soon, "2024-03-01").first == "VI06 2024-01-10 2024-01-17 not_applicable")
        // At home the year changes nothing.
        #expect(visits(child, "2025-06-01").count == 2)
    }

    @Test func anOrderThatChangesNoRuleStartsNoVisit() {
        let child = record(
            episode("2024-01-10", "S", "C1", "U6", end: "2024-02-20"), episode("2024-02-20", "L", "C2", "U6"))
        #expect(visits(child, "2024-03-01") == ["VI01 2024-01-10 2024-01-17 unknown"])
    }

    @Test func remandToYouthDetentionIsApartFromRemandToFosterCarers() {
        #expect(
            visits(record(episode("2024-01-10", "S", "J1", "R5")), "2024-03-01") == [
                "VI15 2024-01-10 2024-01-17 unknown"
            ])
        #expect(
            visits(record(episode("2024-01-10", "S", "J1", "U6")), "2024-03-01") == [
                "VI01 2024-01-10 2024-01-17 unknown"
            ])
    }

    @Test func inCareAndInHospitalOrCustody() {
        for place in ["R5", "T1", "R2"] as [PlacementType] {
            #expect(
                visits(record(episode("2024-01-10", "S", "C2", place)), "2024-03-01") == [
                    "VI08 2024-01-10 2024-01-17 unknown"
                ])
        }
        #expect(
            visits(record(episode("2024-01-10", "S", "V2", "T1")), "2024-03-01") == [
                "VI01 2024-01-10 2024-01-17 unknown"
            ])
    }

    @Test func placedForAdoptionComesBeforeEverythingElse() {
        let child = record(episode("2024-01-10", "S", "C2", "A4"))
        #expect(visits(child, "2025-06-01", covered()) == ["AD06 2024-01-10 2024-01-17 unknown"])
    }

    @Test func shortBreaksAreVisitedByTheSeries() {
        let child = record(
            episode("2024-01-10", "S", "V4", "U6", end: "2024-02-10"), episode("2024-02-10", "P", "V4", "K2"))
        #expect(visits(child, "2024-03-01") == ["VI14 2024-01-10 2024-04-10 unknown"])
    }

    @Test func custodyAfterSectionTwentyIsVisitedWithinTenWorkingDays() {
        let child = record(episode("2024-01-10", "S", "V2", "U6", end: "2024-06-03", "E9"))
        #expect(told("VI16", child, "2024-12-31") == ["2024-06-03 2024-06-17 unknown"])
        #expect(told("VI16", record(episode("2024-01-10", end: "2024-06-03", "E9")), "2024-12-31") == [])
        #expect(told("VI16", record(episode("2024-01-10", "S", "V2", end: "2024-06-03", "E4A")), "2024-12-31") == [])
    }

    @Test func whatNoReturnCanTellIsListedAndNeverClaimedFromOne() {
        for id in ["VI04", "VI05", "VI09", "VI10", "VI11", "VI12", "VI13", "VI17"] {
            #expect(Catalogue.standards.contains { $0.id == id && !$0.isStartedByReturn }, "\(id)")
        }
    }
}
