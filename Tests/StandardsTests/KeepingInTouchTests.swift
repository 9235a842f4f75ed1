import Casework
import Days
import Standards
import TestSupport
import Testing

/// Whether somebody stays in touch with a young person after care: each time starts the next, until 21.
struct KeepingInTouchTests {
    private func stands(
        _ id: String, _ ending: CareEnding, _ visits: [ChildEvent]..., on asAt: String = "2024-09-30"
    ) -> [String] {
        let left = episode("2022-01-10", end: "2024-06-20", ending)
        return told(id, record(born: "2006-06-20", left, visits.flatMap { $0 }), asAt)
    }

    // MARK: Every eight weeks (LC06)

    @Test func ofTheFirstTimeWhatIsNotHereIsNoEvidence() {
        #expect(stands("LC06", "E8") == ["2024-06-20 2024-08-15 unknown"])
        #expect(stands("LC06", "E8", visit("2024-06-01")) == ["2024-06-20 2024-08-15 unknown"], "a visit in care")
        #expect(stands("LC06", "E8", visit("2024-07-01", [.seen: .flag(false)])) == ["2024-06-20 2024-08-15 unknown"])
    }

    @Test func eachTimeStartsTheNextEightWeeks() {
        #expect(
            stands("LC06", "E8", visit("2024-08-15")) == ["2024-06-20 2024-08-15 met", "2024-08-15 2024-10-10 due"])
        // The first was late, or somebody had met them where nobody wrote it down here.
        #expect(
            stands("LC06", "E8", visit("2024-08-16")) == ["2024-06-20 2024-08-15 unknown", "2024-08-16 2024-10-11 due"])
        // 56 days after 1 July: 26 August; after 26 August: 21 October.
        #expect(
            stands("LC06", "E8", visit("2024-07-01"), visit("2024-08-26"), visit("2024-10-23"), on: "2024-12-31") == [
                "2024-06-20 2024-08-15 met", "2024-07-01 2024-08-26 met", "2024-08-26 2024-10-21 met_late 2",
                "2024-10-23 2024-12-18 overdue 13",
            ])
        #expect(stands("LC06", "E8", visit("2024-07-01"), on: "2024-08-26").last == "2024-07-01 2024-08-26 due")
        #expect(stands("LC06", "E8", visit("2024-07-01"), on: "2024-08-27").last == "2024-07-01 2024-08-26 overdue 1")
    }

    @Test func onOneDayTheyAreInTouchOnce() {
        #expect(stands("LC06", "E8", visit("2024-07-01"), visit("2024-07-01"), on: "2024-07-10").count == 2)
    }

    @Test func fromTwentyOneNothingMoreIsOwed() {
        // Born on 20 June 2006.
        let last = visit("2027-05-01")
        #expect(stands("LC06", "E8", last, on: "2027-06-19").last == "2024-06-20 2024-08-15 unknown")
        #expect(stands("LC06", "E8", visit("2027-04-01"), on: "2027-07-30").last == "2027-04-01 2027-05-27 overdue 24")
        #expect(stands("LC06", "E8", visit("2027-07-01"), on: "2027-07-30") == ["2024-06-20 2024-08-15 unknown"])
    }

    @Test func whoeverComesIntoCareAgainIsOwedWhatTheyAreOwedThere() {
        let child = record(
            born: "2007-01-20", episode("2022-01-10", end: "2024-06-20", "E5"), visit("2024-06-24"),
            episode("2024-08-01", "S", "V2"))
        #expect(told("LC05", child, "2024-12-31") == ["2024-06-20 2024-06-27 met"])
    }

    @Test func nothingMoreIsOwedToWhoeverDiedOrWentToAnotherAuthority() {
        let died: [ChildEvent] = [
            .leavingCareContact(
                LeavingCareContact(
                    year: CollectionYear(startingIn: 2025), inTouch: "DIED", activity: "0", accommodation: "0"))
        ]
        let times = visit("2024-07-01") + died
        #expect(stands("LC06", "E8", times, on: "2025-06-19").last == "2024-07-01 2024-08-26 overdue 297")
        #expect(stands("LC06", "E8", times, on: "2025-06-20") == ["2024-06-20 2024-08-15 met"])
        #expect(stands("LC06", "E3", visit("2024-07-01")) == [])
    }

    // MARK: A home that the authority finds (LC05)

    @Test func theAdviserVisitsWithinAWeekAndThenEveryTwoMonths() {
        #expect(
            stands("LC05", "E5", visit("2024-06-27"), visit("2024-08-27"), visit("2024-10-28"), on: "2024-12-29") == [
                "2024-06-20 2024-06-27 met", "2024-06-27 2024-08-27 met", "2024-08-27 2024-10-27 met_late 1",
                "2024-10-28 2024-12-28 unknown",
            ])
        #expect(
            stands("LC05", "E5", visit("2024-06-28")) == [
                "2024-06-20 2024-06-27 unknown", "2024-06-28 2024-08-28 unknown",
            ])
    }

    @Test func aCallIsNoVisitButItIsBeingInTouch() {
        let call = visit("2024-06-25", [.place: .choice("online")])
        #expect(stands("LC05", "E5", call) == ["2024-06-20 2024-06-27 unknown"])
        #expect(stands("LC06", "E8", call).first == "2024-06-20 2024-08-15 met")
    }

    @Test func aRecordOfKeepingInTouchSaysWhetherTheyWereMetReachedOrNeither() {
        func touch(_ way: WayOfKeepingInTouch, reached: Bool = true) -> [ChildEvent] {
            signed(
                .keepingInTouch, "2024-06-25",
                [
                    .keptInTouchBy: .choice(WhoKeptInTouch.adviser.rawValue), .keptInTouchHow: .choice(way.rawValue),
                    .reached: .flag(reached),
                ])
        }
        #expect(stands("LC05", "E5", touch(.atHome)).first == "2024-06-20 2024-06-27 met")
        #expect(stands("LC05", "E5", touch(.phone)).first == "2024-06-20 2024-06-27 unknown")
        #expect(stands("LC06", "E8", touch(.phone)).first == "2024-06-20 2024-08-15 met")
        #expect(stands("LC06", "E8", touch(.phone, reached: false)) == ["2024-06-20 2024-08-15 unknown"])
    }
}
