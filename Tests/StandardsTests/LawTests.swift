import Casework
import Days
import Standards
import TestSupport
import Testing

/// Legal status: section 20, the courts, emergency powers, secure accommodation, deprivation of liberty.
struct LawTests {
    @Test func sectionTwentyAsksForTheAgreementAndForLegalPlanning() {
        let child = record(episode("2024-01-10", "S", "V2"))
        #expect(told("LG02", child, "2024-06-30") == ["2024-01-10 2024-01-10 unknown"])
        #expect(told("LG03", child, "2024-06-30") == ["2024-01-10 2024-04-10 unknown"])
        let order = record(episode("2024-01-10", "S", "V2", end: "2024-04-10"), episode("2024-04-10", "L", "C1"))
        #expect(duties("LG03", order, "2024-06-30").map(\.standing) == [.notApplicable(.statusChanged)])
        #expect(told("LG05", order, "2024-06-30") == ["2024-04-10 - unknown"])
        let before = record(episode("2024-01-10", "P", "V2"))
        #expect(missingFacts("LG03", before, "2024-06-30") == [[.legalPlanning, .startOfStatus]])
    }

    private func power(_ status: LegalStatus, _ reason: EpisodeReason = "S", until end: String?) -> ChildRecord {
        record(
            episode("2024-01-10", reason, status, end: end), end.map { episode($0, "L", "C1") } ?? [])
    }

    @Test func policeProtectionIsCountedInWholeDays() {
        func stands(_ end: String?, _ asAt: String = "2024-06-30") -> [String] {
            told("LG06", power("L1", until: end), asAt)
        }
        #expect(stands("2024-01-12") == ["2024-01-10 2024-01-13 met"])
        // The third day after holds the end of the 72 hours, whose hour is not known.
        #expect(stands("2024-01-13") == ["2024-01-10 2024-01-13 unknown"])
        #expect(missingFacts("LG06", power("L1", until: "2024-01-13"), "2024-06-30") == [.timeOfDay])
        #expect(stands("2024-01-14") == ["2024-01-10 2024-01-13 met_late 1"])
        #expect(stands(nil, "2024-01-12") == ["2024-01-10 2024-01-13 due"])
        #expect(stands(nil, "2024-01-13") == ["2024-01-10 2024-01-13 unknown"])
        #expect(stands(nil, "2024-01-15") == ["2024-01-10 2024-01-13 overdue 2"])
    }

    @Test func anEmergencyOrderMayHaveBeenExtendedOnce() {
        func stands(_ end: String) -> [String] { told("LG06", power("L2", until: end), "2024-06-30") }
        #expect(stands("2024-01-18") == ["2024-01-10 2024-01-18 met"])
        #expect(stands("2024-01-25") == ["2024-01-10 2024-01-18 unknown"])
        #expect(stands("2024-01-26") == ["2024-01-10 2024-01-25 met_late 1"])
        #expect(told("LG06", power("C1", until: "2024-01-26"), "2024-06-30") == [])
    }

    @Test func aPowerThatBeganOnOrBeforeADayIsLateByAtLeast() {
        #expect(
            told("LG06", power("L1", "P", until: "2024-01-20"), "2024-06-30") == ["≤2024-01-10 2024-01-13 met_late 7"])
        #expect(told("LG06", power("L1", "P", until: "2024-01-12"), "2024-06-30") == ["≤2024-01-10 - unknown"])
    }

    @Test func nothingIsOverdueBeyondWhatTheReturnsSpeakFor() {
        let context = covered(from: 2021, through: 2022)
        #expect(
            told("LG06", record(episode("2023-03-29", "S", "L1")), "2024-06-30", context) == [
                "2023-03-29 2023-04-01 due"
            ])
    }

    @Test func secureAccommodationIsReviewedWithinAMonth() {
        let child = record(episode("2024-01-10", "S", "C2", "K1"))
        #expect(told("LG07", child, "2024-06-30") == ["2024-01-10 2024-02-10 unknown"])
        let short = record(
            episode("2024-01-10", "S", "C2", "K1", end: "2024-02-01"), episode("2024-02-01", "P", "C2", "K2"))
        #expect(duties("LG07", short, "2024-06-30").map(\.standing) == [.notApplicable(.placementEnded)])
    }

    @Test func anOrderRunningWhenTheTableBeganIsCaughtFromThatDay() {
        func orders(_ start: String, _ end: String? = nil) -> [String] {
            told("LG09", record(episode("2025-01-10"), order(start, end)), "2026-06-30")
        }
        #expect(orders("2025-06-01") == ["2026-04-01 - unknown"])
        #expect(orders("2025-06-01", "2026-03-01") == [])
        #expect(orders("2026-05-01") == ["2026-05-01 - unknown"])
        #expect(told("LG09", record(episode("2025-01-10"), order("2025-06-01")), "2026-03-31") == [])
    }
}
