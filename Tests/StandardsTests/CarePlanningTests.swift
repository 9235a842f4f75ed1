import Casework
import Days
import Standards
import TestSupport
import Testing

/// Care plans, placement plans, moves and endings.
struct CarePlanningTests {
    @Test func accommodationAsksForAPlanAndAnOrderDoesNot() {
        let accommodated = record(episode("2024-01-10", "S", "V2"))
        #expect(told("CP01", accommodated, "2024-03-01") == ["2024-01-10 2024-01-10 unknown"])
        #expect(told("CP02", accommodated, "2024-03-01") == ["2024-01-10 2024-01-24 unknown"])
        let inCare = record(episode("2024-01-10", "S", "C1"))
        #expect(told("CP01", inCare, "2024-03-01") + told("CP02", inCare, "2024-03-01") == [])
    }

    @Test func careThatEndedBeforeThePlanWasDueOwesNone() {
        let child = record(episode("2024-01-10", "S", "V2", end: "2024-01-24", "E4A"))
        #expect(duties("CP02", child, "2024-03-01").map(\.standing) == [.notApplicable(.ceasedBeforeDue)])
        let died = record(episode("2024-01-10", "S", "V2", end: "2024-01-12", "E2"))
        #expect(duties("CP02", died, "2024-03-01").map(\.standing) == [.notApplicable(.died)])
        let longer = record(episode("2024-01-10", "S", "V2", end: "2024-01-25", "E4A"))
        #expect(told("CP02", longer, "2024-03-01") == ["2024-01-10 2024-01-24 unknown"])
    }

    @Test func whatRunsFromAnUnknownStartOfCareHasNoDay() {
        let child = record(episode("2024-01-10", "L", "V2"))
        #expect(told("HE01", child, "2024-03-01") == ["≤2024-01-10 - unknown"])
        #expect(missingFacts("HE01", child, "2024-03-01") == [[.healthAssessmentDates, .startOfCare]])
        // Neither the status that care began under nor the child's age then is known.
        #expect(told("CP02", child, "2024-03-01") + told("ED01", child, "2024-03-01") == [])
        // A placement is owed its plan all the same.
        #expect(told("CP08", child, "2024-03-01") == ["≤2024-01-10 2024-01-17 unknown"])
    }

    @Test func whatAnEpisodeSaysChangedBeganOnItsDay() {
        let moved = record(episode("2024-01-10", "P", "V2"))
        #expect(told("CP08", moved, "2024-03-01") == ["2024-01-10 2024-01-17 unknown"])
        #expect(told("LG03", moved, "2024-06-01") == ["≤2024-01-10 - unknown"])
        let both = record(episode("2024-01-10", "B", "V2"))
        #expect(told("CP08", both, "2024-03-01") == ["2024-01-10 2024-01-17 unknown"])
        #expect(told("LG03", both, "2024-06-01") == ["2024-01-10 2024-04-10 unknown"])
        #expect(told("RV01", both, "2024-06-01") == ["≤2024-01-10 - unknown"])
    }

    @Test func everyPlacementIsPlannedAndNotified() {
        let child = record(
            episode("2024-01-10", end: "2024-02-01"), episode("2024-02-01", "L", "C1", end: "2024-02-20"),
            episode("2024-02-20", "P", "C1", "U4"))
        #expect(
            told("CP07", child, "2024-03-01") == ["2024-01-10 2024-01-10 unknown", "2024-02-20 2024-02-20 unknown"])
        for id in ["CP08", "CP17", "HE04"] {
            #expect(
                told(id, child, "2024-03-01") == ["2024-01-10 2024-01-17 unknown", "2024-02-20 2024-02-27 unknown"],
                "\(id)")
        }
        #expect(told("RI10", child, "2024-03-01").count == 2)
    }

    // MARK: Moves

    private func moved(_ born: String, on day: String = "2024-09-10", _ place: PlacementType = "K2") -> ChildRecord {
        record(
            born: born, episode("2024-01-10", "S", "C2", "U6", at: "AA11AA", end: day),
            episode(day, "P", "C2", place, at: "AA11AA"))
    }

    @Test func aMoveIsForTheNominatedOfficerInKeyStageFour() {
        // Years 10 and 11 are those who were 14 or 15 on the last 31 August.
        #expect(told("CP12", moved("2010-08-31"), "2024-12-31") == ["2024-09-10 2024-09-10 unknown"])
        #expect(told("CP12", moved("2010-09-01"), "2024-12-31") == [])
        #expect(told("CP13", moved("2010-09-01"), "2024-12-31") == ["2024-09-10 2024-09-10 unknown"])
        #expect(told("CP12", moved("2008-09-01"), "2024-12-31") == ["2024-09-10 2024-09-10 unknown"])
        #expect(told("CP12", moved("2008-08-31"), "2024-12-31") == [])
        // In July the school year is still the one before.
        #expect(told("CP12", moved("2010-08-31", on: "2024-07-10"), "2024-12-31") == [])
        #expect(told("CP13", moved("2010-08-31", on: "2024-07-10"), "2024-12-31").count == 1)
    }

    @Test func aMoveOfABabyOrOfAYoungAdultDisruptsNoSchool() {
        for born in ["2022-01-01", "2007-01-01"] {
            for id in ["CP12", "CP13", "ED05"] { #expect(told(id, moved(born), "2024-12-31") == [], "\(id) \(born)") }
        }
        #expect(told("ED05", moved("2015-01-01"), "2024-12-31") == ["2024-09-10 - unknown"])
    }

    @Test func whereTwoBirthDatesDisagreeOnlyTheStricterRuleIsAsked() {
        let child = born(
            "2010-08-31", or: "2010-09-01", episode("2024-01-10", "S", "C2", "U6", end: "2024-09-10"),
            episode("2024-09-10", "P", "C2", "K2"))
        #expect(told("CP12", child, "2024-12-31").count == 1)
        #expect(told("CP13", child, "2024-12-31") == [])
    }

    @Test func comingIntoCareAndATimeAwayAreNoMoves() {
        let away = record(
            episode("2024-01-10", "S", "C2", "U6", at: "AA11AA", end: "2024-09-10"),
            episode("2024-09-10", "P", "C2", "T1", end: "2024-09-20"),
            episode("2024-09-20", "P", "C2", "U6", at: "AA11AA"))
        #expect(told("IR04", away, "2024-12-31") == [])
        #expect(told("IR04", moved("2015-01-01"), "2024-12-31") == ["2024-09-10 2024-09-10 unknown"])
    }

    // MARK: Where

    @Test func aPlacementInAnotherAreaAsksWhoApprovedItAndOnlyOnce() {
        let child = record(episode("2024-01-10", "S", "C2", "K2", at: "BB22BB"))
        #expect(told("CP14", child, "2024-03-01", inAreaE1()) == ["2024-01-10 2024-01-10 unknown"])
        #expect(missingFacts("CP14", child, "2024-03-01", inAreaE1()) == [[.adjoiningAuthorities, .approvals]])
        #expect(told("CP15", child, "2024-03-01", inAreaE1()) == [])
        #expect(told("CP18", child, "2024-03-01", inAreaE1()) == ["2024-01-10 2024-01-17 unknown"])
        let near = record(episode("2024-01-10", "S", "C2", "K2", at: "AA11AA"))
        #expect(told("CP14", near, "2024-03-01", inAreaE1()) + told("CP18", near, "2024-03-01", inAreaE1()) == [])
        let relative = record(episode("2024-01-10", "S", "C2", "U1", at: "BB22BB"))
        #expect(told("CP14", relative, "2024-03-01", inAreaE1()) == [])
    }

    @Test func withoutATableOfPostcodesNothingIsSaidOfTheArea() {
        let child = record(episode("2024-01-10", "S", "C2", "K2", at: "BB22BB"), missing("2024-02-01", "2024-02-02"))
        #expect(ids(child, "2024-03-01").isDisjoint(with: ["CP14", "CP16", "CP18", "MI11"]))
        #expect(ids(child, "2024-03-01", inAreaE1()).isSuperset(of: ["CP14", "CP18", "MI11"]))
    }

    @Test func outsideEnglandAndWalesIsForTheCourt() {
        struct Scotland: Places {
            let edition = "Scotland"
            func place(of postcode: Code) -> Place? { Place(easting: 0, northing: 0, area: "S12000036") }
        }
        var context = inAreaE1()
        context.places = Scotland()
        let child = record(episode("2024-01-10", "S", "C2", "U4", at: "EH11AA"))
        #expect(told("CP16", child, "2024-03-01", context) == ["2024-01-10 2024-01-10 unknown"])
        #expect(told("CP14", child, "2024-03-01", context) + told("CP18", child, "2024-03-01", context) == [])
        let accommodated = record(episode("2024-01-10", "S", "V2", "U4", at: "EH11AA"))
        #expect(told("CP16", accommodated, "2024-03-01", context) == [])
    }

    // MARK: Particular placements

    @Test func eachKindOfPlacementHasItsOwnQuestion() {
        func asked(_ place: PlacementType, _ status: LegalStatus = "C2") -> Set<String> {
            ids(record(episode("2024-01-10", "S", status, place)), "2024-03-01")
                .intersection(["CP21", "CP22", "CP25", "CP27", "LG07"])
        }
        #expect(asked("P1") == ["CP21"])
        #expect(asked("P1", "V2") == [])
        #expect(asked("U3") == ["CP22"] && asked("U6") == ["CP22"])
        #expect(asked("U2") == ["CP25"] && asked("U5") == ["CP25"])
        #expect(asked("U1") == ["CP27"] && asked("U4") == ["CP27"])
        #expect(asked("K1") == ["LG07"])
        #expect(asked("K2") == [])
    }

    @Test func onlyAnEndingThatTheAuthorityBroughtAboutNeedsAReviewFirst() {
        func ended(_ why: PlacementChangeReason) -> ChildRecord {
            record(episode("2024-01-10", end: "2024-02-20", why: why), episode("2024-02-20", "P"))
        }
        #expect(told("CP19", ended("CARPL"), "2024-03-31") == ["2024-02-20 2024-02-20 unknown"])
        #expect(told("CP19", ended("CREQB"), "2024-03-31") == [])
        #expect(told("CP20", ended("CREQB"), "2024-03-31") == ["2024-02-20 2024-03-05 unknown"])
        // Care's own end is no ending of a placement in care.
        #expect(told("CP20", record(episode("2024-01-10", end: "2024-02-20", "E4A")), "2024-03-31") == [])
    }

    @Test func ceasingIsDecidedByNobodyWhereCareEndsByItself() {
        func left(_ ending: CareEnding, born: String = "2012-01-01", on end: String = "2024-06-01") -> [String] {
            told("CP30", record(born: born, episode("2024-01-10", end: end, ending)), "2024-12-31")
        }
        #expect(left("E4A") == ["2024-06-01 2024-06-01 unknown"])
        #expect(left("E2") == [] && left("E11") == [])
        #expect(left("E6", born: "2006-06-01") == [])
        #expect(left("E6", born: "2006-06-02") == ["2024-06-01 2024-06-01 unknown"])
        // Twenty working days from 10 January are 7 February.
        #expect(left("E4A", on: "2024-02-06") == [])
        #expect(left("E4A", on: "2024-02-07").count == 1)
    }

    // MARK: Unregulated

    @Test func aPlacementRunningWhenTheRuleCameInIsCaughtFromThatDay() {
        let running = record(born: "2010-05-10", episode("2021-03-01", "S", "C2", "H5"))
        #expect(told("CP28", running, "2021-09-08") == [])
        #expect(told("CP28", running, "2021-09-09") == ["2021-09-09 2021-09-09 unknown"])
        #expect(duties("CP28", running, "2022-01-01").first?.because == .cameIntoForce)
        let over = record(
            episode("2021-03-01", "S", "C2", "H5", end: "2021-09-09"), episode("2021-09-09", "P", "C2", "U4"))
        #expect(told("CP28", over, "2022-01-01") == [])
        let since = record(episode("2021-09-10", "S", "C2", "K3"))
        #expect(told("CP28", since, "2022-01-01") == ["2021-09-10 2021-09-10 unknown"])
    }

    @Test func underSixteenIsByTheYoungerBirthDate() {
        func unregulated(_ child: ChildRecord) -> [Facts] { missingFacts("CP28", child, "2024-03-01") }
        let place = episode("2024-01-10", "S", "C2", "Z1")
        #expect(unregulated(record(born: "2008-01-10", place)) == [])
        #expect(unregulated(record(born: "2008-01-11", place)) == [.registration])
        #expect(unregulated(born("2008-01-10", or: "2008-01-11", place)) == [[.registration, .birthDate]])
        #expect(unregulated(record(born: nil, place)) == [[.registration, .birthDate]])
    }
}
