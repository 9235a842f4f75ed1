import Casework
import Days
import Testing

/// What an assessment has to say before it is finished, by the law's own conditions.
struct BreachAssessmentTests {
    /// Noon on 1 April 2026 by the clock in London.
    private let known = Moment(Day(2026, 4, 1)!, minute: 720).instant.at
    private var now: Instant { known.adding(hours: 24 * 30) }

    private func finished(_ risk: BreachRisk, _ change: (inout BreachAssessment) -> Void = { _ in }) -> [String] {
        var assessment = BreachAssessment()
        (assessment.what, assessment.seen, assessment.because) = ("A visit note", "One worker", "It was minutes")
        (assessment.risk, assessment.isFinished) = (risk, true)
        change(&assessment)
        return assessment.refusals(known: known, now: now).map(\.field)
    }

    @Test func whatIsNotFinishedMayLeaveAnythingOut() {
        #expect(BreachAssessment().refusals(known: known, now: now).isEmpty)
    }

    @Test func whatIsFinishedSaysWhatTheLawAsks() {
        var empty = BreachAssessment()
        empty.isFinished = true
        #expect(empty.refusals(known: known, now: now).map(\.field) == ["what", "seen", "risk", "because"])
        #expect(finished(.unlikely).isEmpty)
        #expect(finished(.risk) == ["reported"])
        #expect(finished(.high) == ["reported", "told"])
        #expect(finished(.risk) { $0.reported = Moment(Day(2026, 4, 2)!) }.isEmpty)
        #expect(finished(.high) { ($0.reported, $0.told) = (Moment(Day(2026, 4, 2)!), Day(2026, 4, 3)) }.isEmpty)
        #expect(
            finished(.high) { ($0.reported, $0.notToldBecause) = (Moment(Day(2026, 4, 2)!), "It was unreadable") }
                .isEmpty)
    }

    @Test func theLastMinuteIsInTimeAndTheNextAsksWhy() {
        let day = Day(2026, 4, 4)!
        #expect(finished(.risk) { $0.reported = Moment(day, minute: 720) }.isEmpty)
        #expect(finished(.risk) { $0.reported = Moment(day, minute: 721) } == ["delay"])
        #expect(
            finished(.risk) { ($0.reported, $0.delayBecause) = (Moment(day, minute: 721), "The line was down") }.isEmpty
        )
        #expect(finished(.risk) { $0.reported = Moment(day + 1) } == ["delay"])
    }

    /// A day alone does not tell on which side of the hour it was.
    @Test func onTheLastDayTheTimeIsAskedFor() {
        #expect(finished(.risk) { $0.reported = Moment(Day(2026, 4, 4)!) } == ["reported"])
        #expect(finished(.risk) { $0.reported = Moment(Day(2026, 4, 3)!) }.isEmpty)
    }

    @Test func nothingIsReportedOrToldBeforeItHasHappened() {
        var assessment = BreachAssessment()
        (assessment.reported, assessment.told) = (Moment(now.inLondon.day + 1), now.inLondon.day + 1)
        #expect(assessment.refusals(known: known, now: now).map(\.field) == ["reported", "told"])
    }

    /// The clocks go forward in the night of 29 March 2026: 72 hours are 72 hours.
    @Test func theHoursAreHoursOfTheClockWhateverItShows() {
        let friday = Moment(Day(2026, 3, 27)!, minute: 720).instant.at
        #expect(friday.adding(hours: BreachAssessment.hours).inLondon == Moment(Day(2026, 3, 30)!, minute: 780))
    }
}
