import Casework
import Days
import Measures
import Standards
import TestSupport
import Testing

/// Figures about what reviewing officers raised, counted by hand.
struct ConcernFigureTests {
    private func child(_ key: UInt64, _ more: [ChildEvent]...) -> ChildRecord {
        record(
            key: key, episode("2024-01-10", "S", "V2"), concern("2024-04-08", by: "2024-04-15"), more.flatMap { $0 })
    }

    /// Twenty working days after Monday 8 April 2024: Tuesday 7 May, for the first Monday of May is a holiday.
    @Test func settledInTimeIsClosedInTwentyWorkingDays() {
        let inTime = child(1, concernMoved("2024-05-07", .closedWithout))
        let late = child(2, concernMoved("2024-05-08", .closedWithChange))
        let open = child(3, concernAnswered("2024-04-10"))
        #expect(counts("K26", "2024-05-07", inTime, late, open) == [1, 1, 0], "the others are still in time")
        #expect(counts("K26", "2024-05-08", inTime, late, open) == [1, 3, 0])
        #expect(counts("K26", "2025-05-08", inTime, late, open) == [0, 0, 0], "raised in another year")
    }

    @Test func whatWasInTimeWhenCareEndedIsNotCounted() {
        func ended(_ on: String) -> ChildRecord {
            record(
                key: 4, episode("2024-01-10", "S", "V2", end: on, "E4A"), concern("2024-04-08", by: "2024-04-15"))
        }
        #expect(counts("K26", "2024-06-01", ended("2024-05-07")) == [0, 0, 0])
        #expect(counts("K26", "2024-06-01", ended("2024-05-08")) == [0, 1, 0])
    }

    @Test func whatChangedForTheChildIsCountedOfThoseClosed() {
        let changed = child(1, concernMoved("2024-05-07", .closedWithChange))
        let unchanged = child(2, concernMoved("2024-05-08", .closedWithout))
        #expect(counts("K27", "2024-06-01", changed, unchanged, child(3)) == [1, 2, 0])
        #expect(counts("K27", "2024-05-07", changed, unchanged, child(3)) == [1, 1, 0])
    }

    @Test func whatIsNamedByALaterConcernWasRaisedAgain() {
        let closed = concernMoved("2024-05-07", .closedWithChange)
        let again = concern("2024-05-20", by: "2024-05-27", id: "C2", about: ["C1"])
        let another = concern("2024-05-06", by: "2024-05-27", id: "C2", about: ["C1"])
        #expect(counts("K27a", "2024-06-01", child(1, closed, again), child(2, closed, another)) == [1, 2, 0])
        #expect(counts("K27a", "2024-05-19", child(1, closed, again), child(2, closed, another)) == [0, 2, 0])
    }

    @Test func aLookHalfWayLiesBetweenTwoReviewsOfOneTimeInCare() {
        func look(_ when: String, _ why: LookReason = .halfWay) -> [ChildEvent] {
            signed(.lookBetweenReviews, when, [.lookedBecause: .choice(why.rawValue)])
        }
        let reviews = review("2024-02-05", "PN1") + review("2024-05-02", "PN1")
        let begun = signed(.review, "2024-02-05")
        func seen(_ key: UInt64, _ more: [ChildEvent]...) -> ChildRecord {
            record(key: key, episode("2024-01-10", "S", "V2"), reviews, more.flatMap { $0 })
        }
        let halfWay = seen(1, begun, look("2024-03-18"))
        let otherwise = seen(2, begun, look("2024-03-18", .somebodyAsked), look("2024-05-03"))
        // Somebody writes here, and reviewing officers not yet.
        let unkept = seen(3, signed(.caseNote, "2024-01-11", [.subject: .text("A call")]))
        #expect(counts("K29", "2024-06-01", halfWay, otherwise, unkept) == [1, 2, 1])
        #expect(counts("K29", "2024-05-01", halfWay, otherwise, unkept) == [0, 0, 0], "the next review is to come")
        let twice = record(
            key: 4, episode("2024-01-10", "S", "V2", end: "2024-03-01", "E4A"), episode("2024-04-01", "S", "V2"),
            reviews, begun, look("2024-04-10"))
        #expect(counts("K29", "2024-06-01", twice) == [0, 0, 0], "two times in care")
    }

    @Test func timeAndSubstanceStandBesideEachOther() {
        guard case .figure("K27")? = Indicators.indicator("K26")?.twin else {
            Issue.record("K26 stands without what changed for the child")
            return
        }
    }
}
