import Casework
import Days
import Standards
import TestSupport
import Testing

/// Whether a visit is written up in time (VI13): by the day that it is first signed.
struct WrittenUpTests {
    private let came = episode("2024-01-10", "S", "V2")

    /// A record of which each event was written down on a day.
    private func written(_ told: ([ChildEvent], String)...) -> ChildRecord {
        var record = ChildRecord(id: ChildID(key: 1))
        var seq: Int64 = 0
        for (events, on) in told {
            for event in events {
                seq += 1
                record.apply(
                    event, origin: Origin(EventID(seq), .recordedHere), recorded: Moment(day(on)).instant.at)
            }
        }
        return record
    }

    private func writtenUp(_ on: String, asAt: String = "2024-06-01") -> [String] {
        let note = signed(.caseNote, "2024-01-12")
        return told("VI13", written((came, "2024-01-10"), (note, "2024-01-12"), (visit("2024-02-01"), on)), asAt)
    }

    @Test func aVisitIsWrittenUpByTheDayItIsSigned() {
        // 1 February 2024 was a Thursday; five working days on, the Thursday after.
        #expect(writtenUp("2024-02-01") == ["2024-02-01 2024-02-08 met"])
        #expect(writtenUp("2024-02-08") == ["2024-02-01 2024-02-08 met"])
        #expect(writtenUp("2024-02-09") == ["2024-02-01 2024-02-08 met_late 1"])
    }

    @Test func asAtADayBeforeItWasSignedItIsStillToBeWritten() {
        #expect(writtenUp("2024-02-20", asAt: "2024-02-08") == ["2024-02-01 2024-02-08 due"])
        #expect(writtenUp("2024-02-20", asAt: "2024-02-10") == ["2024-02-01 2024-02-08 overdue 2"])
    }

    @Test func whatHappenedBeforeAnythingWasSignedHereMayHaveBeenWrittenElsewhere() {
        let moved = written((came, "2024-01-10"), (visit("2024-02-01"), "2024-05-01"))
        #expect(told("VI13", moved, "2024-06-01") == ["2024-02-01 2024-02-08 unknown"])
        #expect(missingFacts("VI13", moved, "2024-06-01") == [[.writing]])
        // Of a record without the instant of its writing nobody can say either.
        #expect(told("VI13", record(came, visit("2024-02-01")), "2024-06-01") == ["2024-02-01 2024-02-08 unknown"])
    }

    @Test func theCouncilMaySetAnotherNumberOfDays() {
        var context = covered()
        context.settings.visitWrittenDays = 2
        let child = written((signed(.caseNote, "2024-01-12") + came, "2024-01-12"), (visit("2024-02-01"), "2024-02-06"))
        #expect(told("VI13", child, "2024-06-01", context) == ["2024-02-01 2024-02-05 met_late 1"])
    }

    @Test func withAnotherYearOfHolidaysUnknownSoIsTheDay() {
        var context = covered()
        context.workingDays = WorkingDays(name: "none", years: 2030...2030, holidays: [])
        #expect(missingFacts("VI13", record(came, visit("2024-02-01")), "2024-06-01", context) == [[.workingDayTable]])
    }
}
