import Casework
import Days
import Standards
import TestSupport
import Testing

/// What is owed of what a reviewing officer raises: an answer, an end to a dispute, and a thought of Cafcass.
struct ConcernTests {
    private func owed(
        _ id: String, _ more: [ChildEvent]..., ended: String? = nil, asAt: String = "2024-05-31"
    ) -> [String] {
        let care = ended.map { episode("2024-01-10", "S", "V2", end: $0, "E4A") } ?? episode("2024-01-10", "S", "V2")
        return told(id, record(care, concern("2024-03-04", by: "2024-03-11"), more.flatMap { $0 }), asAt)
    }

    // MARK: An answer by its day (IR16)

    @Test func whoeverIsAskedAnswersByTheDay() {
        #expect(owed("IR16", asAt: "2024-03-11") == ["2024-03-04 2024-03-11 due"])
        #expect(owed("IR16", asAt: "2024-03-12") == ["2024-03-04 2024-03-11 overdue 1"])
        #expect(owed("IR16", concernAnswered("2024-03-11")) == ["2024-03-04 2024-03-11 met"])
        #expect(owed("IR16", concernAnswered("2024-03-13")) == ["2024-03-04 2024-03-11 met_late 2"])
        #expect(owed("IR16", concernMoved("2024-03-08", .closedWithout)) == ["2024-03-04 2024-03-11 met"])
    }

    @Test func whoeverIsAskedNextOwesTheNextAnswer() {
        let inTime = concernMoved("2024-03-08", .askedAgain, by: "2024-03-22")
        #expect(owed("IR16", inTime, asAt: "2024-03-12") == ["2024-03-08 2024-03-22 due"])
        // The first was late until somebody else was asked, and keeps its days.
        let late = concernMoved("2024-03-14", .takenHigher, by: "2024-03-22")
        #expect(
            owed("IR16", late, concernAnswered("2024-03-20"))
                == ["2024-03-04 2024-03-11 overdue 3", "2024-03-14 2024-03-22 met"])
    }

    @Test func whoWasPassedOverIsAskedNothingAnyMore() {
        let child = record(
            episode("2024-01-10", "S", "V2"), concern("2024-03-04", by: "2024-03-11"),
            concernMoved("2024-03-14", .takenHigher, by: "2024-03-22"))
        func owed(_ on: String) -> [Day?] {
            let asAt = ChildAsAt(child, day(on))
            return Catalogue.duties(of: asAt, covered()).filter {
                Catalogue.standard(of: $0).id == "IR16" && $0.isOwed(on: asAt.day)
            }.map(\.due)
        }
        #expect(owed("2024-03-13") == [day("2024-03-11")])
        #expect(owed("2024-03-20") == [day("2024-03-22")])
    }

    @Test func nothingIsOwedOnceCareHasEnded() {
        #expect(owed("IR16", ended: "2024-03-11") == ["2024-03-04 2024-03-11 not_applicable"])
        #expect(owed("IR16", ended: "2024-03-20") == ["2024-03-04 2024-03-11 overdue 9"])
    }

    // MARK: A dispute (IR11, IR12)

    @Test func aDisputeThatIsNotFormalHasNoClock() {
        #expect(owed("IR11") == [] && owed("IR12") == [])
        #expect(owed("IR11", concernMoved("2024-03-14", .takenHigher, by: "2024-03-22")) == [])
    }

    @Test func theWholeOfItIsOverInTwentyWorkingDays() {
        // From Thursday 14 March 2024: Good Friday and Easter Monday are no working days.
        let begun = concernMoved("2024-03-14", .disputeBegun, by: "2024-03-21")
        #expect(owed("IR11", begun, asAt: "2024-04-15") == ["2024-03-14 2024-04-15 due"])
        #expect(owed("IR11", begun, asAt: "2024-04-16") == ["2024-03-14 2024-04-15 overdue 1"])
        let higher = concernMoved("2024-03-25", .takenHigher, to: .director, by: "2024-04-02")
        #expect(owed("IR11", begun, higher, asAt: "2024-04-15") == ["2024-03-14 2024-04-15 due"], "from its beginning")
        #expect(
            owed("IR11", begun, higher, concernAnswered("2024-04-02"), asAt: "2024-04-15")
                == ["2024-03-14 2024-04-15 due"], "an answer is no end")
        #expect(owed("IR11", begun, concernMoved("2024-04-15", .closedWithChange)) == ["2024-03-14 2024-04-15 met"])
        #expect(
            owed("IR11", begun, concernMoved("2024-04-17", .closedWithout)) == ["2024-03-14 2024-04-15 met_late 2"])
        #expect(owed("IR11", begun, ended: "2024-04-01") == ["2024-03-14 2024-04-15 not_applicable"])
    }

    @Test(arguments: [ConcernMove.referred, .notReferred])
    func cafcassIsConsideredWhateverComesOfIt(_ move: ConcernMove) {
        let begun = concernMoved("2024-03-14", .disputeBegun, by: "2024-03-21")
        #expect(owed("IR12", begun) == ["2024-03-14 - unknown"])
        #expect(owed("IR12", begun, concernMoved("2024-03-20", move)) == ["2024-03-14 - met"])
    }

    // MARK: Half-way (IR10)

    @Test func aLookThatSaysSoIsHalfWay() {
        func looked(_ when: String, _ why: LookReason) -> [String] {
            let look = signed(.lookBetweenReviews, when, [.lookedBecause: .choice(why.rawValue)])
            return told(
                "IR10", record(episode("2024-01-10"), review("2024-02-01", "PN1"), review("2024-04-20", "PN1"), look),
                "2024-05-31")
        }
        #expect(looked("2024-03-10", .halfWay) == ["2024-02-01 - met", "2024-04-20 - unknown"])
        #expect(looked("2024-04-20", .halfWay) == ["2024-02-01 - unknown", "2024-04-20 - unknown"])
        #expect(looked("2024-03-10", .somethingHappened) == ["2024-02-01 - unknown", "2024-04-20 - unknown"])
        // In care again, it is half-way to another review.
        let again = record(
            episode("2024-01-10", "S", "V2", end: "2024-02-20", "E4A"), review("2024-02-01", "PN1"),
            episode("2024-03-01", "S", "V2"),
            signed(.lookBetweenReviews, "2024-03-10", [.lookedBecause: .choice(LookReason.halfWay.rawValue)]))
        #expect(told("IR10", again, "2024-05-31") == ["2024-02-01 - unknown"])
    }
}
