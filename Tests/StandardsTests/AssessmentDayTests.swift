import Casework
import Days
import Standards
import TestSupport
import Testing

/// An assessment is owed by the day that a manager set for it, and not by the most that guidance gives.
struct AssessmentDayTests {
    private let came = episode("2024-01-10")

    private func set(_ when: String, _ due: String) -> [ChildEvent] {
        signed(.assessmentStart, when, [.assessmentType: .choice("core"), .target: .day(day(due))])
    }

    @Test func itsClockRunsToTheDayThatStands() {
        let begun = record(came, set("2024-02-01", "2024-02-20"))
        #expect(told("SG02", begun, "2024-02-20") == ["2024-02-01 2024-02-20 due"])
        #expect(told("SG02", begun, "2024-02-21") == ["2024-02-01 2024-02-20 overdue 1"])
        let moved = record(came, set("2024-02-01", "2024-02-20"), set("2024-02-19", "2024-03-05"))
        #expect(told("SG02", moved, "2024-02-21") == ["2024-02-01 2024-03-05 due"])
        #expect(told("SG02", moved, "2024-02-18") == ["2024-02-01 2024-02-20 due"], "nobody had moved it yet")
    }

    @Test func whatIsSignedMeetsItInTimeOrLate() {
        func assessed(_ when: String) -> ChildRecord {
            record(
                came, set("2024-02-01", "2024-02-20"), signed(.assessment, when, [.assessmentType: .choice("core")]))
        }
        #expect(told("SG02", assessed("2024-02-20"), "2024-06-01") == ["2024-02-01 2024-02-20 met"])
        #expect(told("SG02", assessed("2024-02-22"), "2024-06-01") == ["2024-02-01 2024-02-20 met_late 2"])
    }

    @Test func oneThatIsNotNeededAnyMoreIsOwedNoLonger() {
        func ended(_ when: String) -> ChildRecord {
            record(
                came, set("2024-02-01", "2024-02-20"),
                signed(
                    .assessmentStart, when,
                    [.assessmentType: .choice("core"), .notNeededBecause: .text("She went home")]))
        }
        #expect(told("SG02", ended("2024-02-10"), "2024-06-01") == ["2024-02-01 2024-02-20 not_applicable"])
        #expect(told("SG02", ended("2024-02-10"), "2024-02-09") == ["2024-02-01 2024-02-20 due"])
        #expect(told("SG02", ended("2024-03-10"), "2024-03-09") == ["2024-02-01 2024-02-20 overdue 18"])
        let late = ChildAsAt(ended("2024-03-10"), day("2024-06-01")).record.assessmentWorks.first?.withdrawn
        #expect(late?.on == day("2024-03-10"))
    }

    @Test func withNoDaySetNothingIsOwedAndCareThatEndsEndsIt() {
        #expect(told("SG02", record(came, signed(.assessment, "2024-02-01")), "2024-06-01").isEmpty)
        let left = record(episode("2024-01-10", end: "2024-02-10", "E4A"), set("2024-02-01", "2024-02-20"))
        #expect(told("SG02", left, "2024-06-01") == ["2024-02-01 2024-02-20 not_applicable"])
    }
}
