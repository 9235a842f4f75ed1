import Casework
import Days
import Oversight
import Standards
import TestSupport
import Testing

/// Each signal raised, and the nearest record on which it is not.
struct SignalTests {
    private func signals(_ record: ChildRecord, _ asAt: String, _ context: Context = Context()) -> [Signal] {
        Signals.of(ChildAsAt(record, day(asAt)), context)
    }
    private func ids(_ record: ChildRecord, _ asAt: String, _ context: Context = Context()) -> Set<String> {
        Set(signals(record, asAt, context).map(\.id))
    }
    private let care = episode("2024-01-10")

    @Test func theTableHasEachIdOnceAndEveryTitleIsAQuestion() {
        let ids = Signals.rules.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(Signals.rules.allSatisfy { $0.title.hasSuffix("?") && !$0.reads.isEmpty && !$0.populations.isEmpty })
        #expect(!Signals.rules.contains { $0.title.contains("drift") })
    }

    @Test func twoMissingEpisodesIn28DaysRaiseAndOnThe29thDayDoNot() {
        let child = record(care, missing("2024-06-01", "2024-06-02"), missing("2024-06-20", "2024-06-22"))
        let raised = signals(child, "2024-06-28").first { $0.id == "RS01" }
        #expect(raised?.since == day("2024-06-20"))
        #expect(raised?.facts.first?.sentence == "Missing from 1 June 2024 until 2 June 2024.")
        #expect(raised?.owner.title == "no one known")
        #expect(!ids(child, "2024-06-29").contains("RS01"))
    }

    @Test func threeIn90DaysRaiseAndAwayDoesNotCount() {
        let two = [missing("2024-04-10", "2024-04-11"), missing("2024-05-10", "2024-05-11")].flatMap { $0 }
        #expect(ids(record(care, two, missing("2024-06-20", "2024-06-21")), "2024-06-25").contains("RS01"))
        #expect(!ids(record(care, two, missing("2024-06-20", "2024-06-21", "A")), "2024-06-25").contains("RS01"))
    }

    @Test func section20AsksFromTheThirdMonthAndSaysHowLong() {
        let child = record(born: "2015-01-01", episode("2024-01-10", "S", "V2"))
        #expect(!ids(child, "2024-04-09").contains("S20"))
        let raised = signals(child, "2024-07-10").first { $0.id == "S20" }
        #expect(raised?.since == day("2024-04-10"))
        #expect(raised?.facts.last?.sentence == "That is 6 months.")
        let before = record(born: "2015-01-01", episode("2024-01-10", "P", "V2"))
        #expect(
            signals(before, "2024-07-10").first { $0.id == "S20" }?.facts.last?.sentence == "That is at least 6 months."
        )
    }

    @Test func unaccompaniedSixteenAndOverAndShortBreaksAreListsOfTheirOwn() {
        let alone = record(episode("2024-01-10", "S", "V2"), [.identity(.unaccompanied(until: day("2028-05-10")))])
        #expect(ids(alone, "2024-07-10").isSuperset(of: ["UASC"]) && !ids(alone, "2024-07-10").contains("S20"))
        let older = record(born: "2007-05-10", episode("2024-01-10", "S", "V2"))
        #expect(ids(older, "2024-07-10").contains("S20Y") && !ids(older, "2024-07-10").contains("S20"))
        #expect(ids(record(episode("2024-01-10", "S", "V4")), "2024-07-10") == ["SHBR"])
    }

    @Test func permanenceIsAskedAfterFourMonthsUnlessACodeStandsForIt() {
        #expect(!ids(record(care), "2024-05-10").contains("PERM"))
        #expect(signals(record(care), "2024-05-11").first { $0.id == "PERM" }?.since == day("2024-05-11"))
        #expect(!ids(record(episode("2024-01-10", "S", "C2", "U4")), "2024-06-01").contains("PERM"))
        #expect(!ids(record(episode("2024-01-10", "S", "E1")), "2024-06-01").contains("PERM"))
        #expect(!ids(record(care, [.adoption(.decided(day("2024-05-01")))]), "2024-06-01").contains("PERM"))
    }

    @Test func permanenceIsNotAskedWhereACarePlanSaysWhatItIs() {
        func plan(_ permanence: String, _ when: String = "2024-03-01") -> [ChildEvent] {
            signed(.carePlan, when, [.permanence: .choice(permanence)])
        }
        #expect(!ids(record(care, plan("long_term_fostering")), "2024-06-01").contains("PERM"))
        #expect(ids(record(care, plan("not_decided")), "2024-06-01").contains("PERM"))
        #expect(
            ids(record(care, plan("long_term_fostering"), plan("not_decided", "2024-04-01")), "2024-06-01")
                .contains("PERM"))
        #expect(ids(record(care, plan("long_term_fostering", "2024-06-02")), "2024-06-01").contains("PERM"))
    }

    @Test func oneUnplannedEndingAsksAndTwoAskInItsPlace() {
        let one = [
            episode("2024-01-10", end: "2024-03-01", why: "CREQB"), episode("2024-03-01", "P"),
        ].flatMap { $0 }
        #expect(ids(record(one), "2024-06-01").contains("UNPL"))
        #expect(ids(record(one), "2025-02-28").contains("UNPL"))
        #expect(!ids(record(one), "2025-03-01").contains("UNPL"))
        let two = [
            episode("2024-01-10", end: "2024-03-01", why: "CREQB"),
            episode("2024-03-01", "P", end: "2024-04-01", why: "ALLEG"), episode("2024-04-01", "P"),
        ].flatMap { $0 }
        let raised = ids(record(two), "2024-06-01")
        #expect(raised.contains("RPT") && !raised.contains("UNPL"))
        let planned = [episode("2024-01-10", end: "2024-03-01", why: "CARPL"), episode("2024-03-01", "P")]
        #expect(ids(record(planned.flatMap { $0 }), "2024-06-01").isDisjoint(with: ["UNPL", "RPT"]))
    }

    @Test func pressuresAreListedFromThreeOnAndNeverAddedUp() {
        let moves = [
            episode("2024-01-10", "S", "C2", "K2", end: "2024-03-01", why: "CARPL"),
            episode("2024-03-01", "P", "C2", "U6"),
        ].flatMap { $0 }
        let raised = signals(record(moves), "2024-06-01").first { $0.id == "RS06" }
        #expect(raised?.facts.count == 4)
        #expect(!ids(record(born: "2019-05-10", care), "2024-06-01").contains("RS06"))
    }

    @Test func distanceAndAreaAreAskedOnlyWhereTheyAreKnown() {
        let far = record(episode("2024-01-10", home: "AA11AA", at: "BB22BB"))
        var context = Context(places: TwoPlaces())
        #expect(signals(far, "2024-02-01", context).first { $0.id == "FAR" }?.facts.last == .miles(30.0))
        #expect(!ids(far, "2024-02-01", context).contains("OOA"))
        context.settings.authorityArea = "E1"
        #expect(ids(far, "2024-02-01", context).contains("OOA"))
        let near = record(episode("2024-01-10", home: "AA11AA", at: "AA11AA"))
        #expect(ids(near, "2024-02-01", context).isDisjoint(with: ["FAR", "OOA"]))
        #expect(ids(far, "2024-02-01").isDisjoint(with: ["FAR", "OOA"]))
    }

    @Test func underSixteenIsAskedFromTheDayOfTheLawAndByTheYoungerAge() {
        let child = record(episode("2021-06-01", "S", "C2", "H5"))
        #expect(!ids(child, "2021-09-08").contains("U16"))
        #expect(signals(child, "2021-09-09").first { $0.id == "U16" }?.since == day("2021-09-09"))
        #expect(!ids(child, "2026-05-10").contains("U16"))
        let two = record(
            episode("2024-01-10", "S", "C2", "Z13"),
            [.identity(.alsoDescribed(birthDate: day("2007-01-01"), sex: ""))])
        #expect(signals(two, "2024-02-01").first { $0.id == "U16" }?.facts.contains(.birthDatesDisagree) == true)
    }

    @Test func aReviewWithoutViewsIsAskedOfChildrenOfFourAndOver() {
        let twice = record(care, review("2024-02-05", "PN7"), review("2024-05-01", "PN4"))
        let raised = signals(twice, "2024-06-01").first { $0.id == "VIEW" }
        #expect(raised?.since == day("2024-02-05"))
        #expect(raised?.facts.last == .viewsMissingAgain(reviews: 2))
        #expect(
            !ids(record(care, review("2024-02-05", "PN7"), review("2024-05-01", "PN1")), "2024-06-01").contains("VIEW"))
        #expect(!ids(record(born: "2021-01-01", care, review("2024-02-05", "PN7")), "2024-06-01").contains("VIEW"))
    }

    @Test func noWorkerIsAskedOnlyWhereTheReturnWouldShowOne() {
        let left = record(care, worker("SW1", "2024-01-10", "2024-05-01"))
        #expect(signals(left, "2024-06-01", covered()).first { $0.id == "NOSW" }?.since == day("2024-05-01"))
        #expect(!ids(left, "2024-06-01").contains("NOSW"))
        #expect(!ids(record(care, worker("SW1", "2024-01-10")), "2024-06-01", covered()).contains("NOSW"))
    }

    @Test func twoChangesOfWorkerOrOneWhileMissingAreAsked() {
        let one = [worker("SW1", "2024-01-10", "2024-05-01"), worker("SW2", "2024-05-01")].flatMap { $0 }
        #expect(!ids(record(care, one), "2024-06-01").contains("RS15"))
        let away = signals(record(care, one, missing("2024-04-28", "2024-05-03")), "2024-06-01").first {
            $0.id == "RS15"
        }
        #expect(away?.since == day("2024-05-01"))
        #expect(away?.owner.worker == "SW2")
        let two = [
            worker("SW1", "2024-01-10", "2024-03-01"), worker("SW2", "2024-03-01", "2024-05-01"),
            worker("SW3", "2024-05-01"),
        ].flatMap { $0 }
        #expect(signals(record(care, two), "2024-06-01").first { $0.id == "RS15" }?.since == day("2024-05-01"))
    }

    @Test func anEndedOrderAsksWhileTheChildIsStillThere() {
        let home = episode("2024-01-10", "S", "C2", "K2")
        let ended = record(home, order("2024-02-01", "2024-04-01"))
        #expect(signals(ended, "2024-04-01", covered()).first { $0.id == "DOL" }?.since == day("2024-04-01"))
        #expect(!ids(ended, "2024-03-31", covered()).contains("DOL"))
        #expect(!ids(ended, "2024-04-01").contains("DOL"))
        #expect(
            !ids(record(home, order("2024-02-01", "2024-04-01"), order("2024-04-01")), "2024-04-02", covered())
                .contains("DOL"))
        let supported = record(episode("2024-01-10", "S", "C2", "K3"), order("2024-02-01"))
        #expect(ids(supported, "2024-03-01", covered()).contains("DOL"))
    }

    @Test func aChildWhoLeftOrDiedHasNoSignals() {
        let left = record(
            episode("2024-01-10", end: "2024-06-01", "E4A"), missing("2024-05-20", "2024-05-21"),
            missing("2024-05-25", "2024-05-26"))
        #expect(signals(left, "2024-06-01").isEmpty)
        #expect(!signals(left, "2024-05-31").isEmpty)
    }
}
