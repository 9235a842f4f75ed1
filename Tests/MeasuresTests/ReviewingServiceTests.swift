import Casework
import Days
import Measures
import Standards
import TestSupport
import Testing

/// What the records show of the reviewing service, counted by hand.
struct ReviewingServiceTests {
    private let asAt = day("2025-03-31")

    private func records(_ children: [ChildRecord], workers: [Worker] = []) -> ReviewingRecords {
        var context = covered()
        context.isRecordedHere = true
        var authority = Authority()
        for child in children { authority.replace(child) }
        let staff = Dictionary(workers.map { ($0.code, $0) }) { $1 }
        var counted = ReviewingRecords(asAt: asAt, context)
        for record in children {
            let child = ChildAsAt(record, asAt)
            counted.add(
                child, duties: Catalogue.duties(of: child, context), siblings: authority.openSiblings(of: child)
            ) { staff[$0] }
        }
        return counted
    }

    private func counts(_ id: String, _ records: ReviewingRecords) -> [Int] {
        let count = records[ReviewingRow.all.first { $0.id == id }!]
        return [count.met.count, count.notMet.count, count.unknown.count]
    }

    private func answer(_ function: ReviewingFunction, _ records: ReviewingRecords) -> ReviewingAnswer {
        ReviewingStanding(records, Authority().reviewing, on: asAt).functions.first { $0.function == function }!.answer
    }

    private func linked(_ one: UInt64, _ other: UInt64) -> ChildEvent {
        .sibling(
            SiblingSaid(
                of: ChildID(key: other),
                SignedRecord(
                    kind: .siblings, day: day("2024-06-01"), form: FormEdition(version: 1, digest: 1),
                    answers: [.siblingRelation: .choice("full")])))
    }

    /// From 3 and from 10 March to 31 March 2025, and one that was closed.
    @Test func openConcernsSayForHowLong() {
        func child(_ key: UInt64, _ raised: String, _ more: [ChildEvent] = []) -> ChildRecord {
            record(key: key, episode("2024-06-03"), concern(raised, by: "2025-03-20"), more)
        }
        let closed = child(3, "2025-03-03", concernMoved("2025-03-12", .closedWithChange))
        var counted = records([child(1, "2025-03-03"), child(2, "2025-03-10"), closed])
        #expect(counted.openConcerns.days == [21, 28] && counted.openConcerns.median == 24.5)
        #expect(
            counted.openConcerns.words()
                == "2 concerns are open: the middle one for 24.5 days, the longest for 28.")
        counted.remove(ChildID(key: 1))
        #expect(counted.openConcerns.words() == "One concern is open, for 21 days.")
        #expect(records([closed]).openConcerns.median == nil)
        let shown = ReviewingStanding(counted, Authority().reviewing, on: asAt).functions.filter {
            $0.openConcerns != nil
        }
        #expect(shown.map(\.function) == [.concerns])
    }

    @Test func aConcernOfAChildWhoLeftIsNoLongerOpen() {
        func child(_ care: [ChildEvent]) -> ChildRecord {
            record(key: 1, care, concern("2025-03-03", by: "2025-03-20"))
        }
        #expect(records([child(episode("2024-06-03"))]).openConcerns.days == [28])
        for ending in ["E4A", "E2"] as [CareEnding] {
            let left = child(episode("2024-06-03", end: "2025-03-15", ending))
            #expect(records([left]).openConcerns.days == [], "\(ending)")
        }
        let back = child(episode("2024-06-03", end: "2025-03-15", "E4A") + episode("2025-03-20"))
        #expect(records([back]).openConcerns.days == [], "it was of the time before")
    }

    @Test func fewConcernsAreNotToldWhereAChildMayNotBeListed() {
        func open(_ count: UInt64) -> OpenConcerns {
            records((1...count).map { record(key: $0, episode("2024-06-03"), concern("2025-03-03", by: "2025-03-20")) })
                .openConcerns
        }
        let hidden: Set<ChildID> = [ChildID(key: 3)]
        let few = open(9).words(hiding: hidden)
        #expect(few.hasPrefix("Fewer than 10 concerns are open") && !few.contains("28") && !few.contains("9"))
        #expect(open(2).words(hiding: hidden) == open(2).words(), "the child is not among them")
        #expect(open(10).words(hiding: hidden).hasPrefix("10 concerns are open"))
    }

    /// Care began on Monday 3 June 2024; five working days later is Monday 10 June.
    @Test func anOfficerIsAppointedInFiveWorkingDaysOrItIsNotKnown() {
        func child(_ key: UInt64, _ from: String) -> ChildRecord {
            record(key: key, episode("2024-06-03"), worker("R1", from, role: .iro))
        }
        let inTime = records([child(1, "2024-06-10")])
        #expect(counts("IR02", inTime) == [1, 0, 0] && answer(.appointed, inTime) == .met)
        let mixed = records([child(1, "2024-06-10"), child(2, "2024-06-11")])
        #expect(counts("IR02", mixed) == [1, 0, 1])
        #expect(answer(.appointed, mixed) == .unknown, "met of one, and of the other nobody can say")
    }

    @Test func oneChildWhoDidNotHaveItMakesAFunctionNotMetForEverybody() {
        let inTime = record(
            key: 1, episode("2024-06-03"), review("2024-06-20", "PN1"), review("2024-09-16", "PN1"),
            review("2025-03-10", "PN1"))
        let late = record(key: 2, episode("2024-06-03"), review("2024-07-10", "PN1"))
        #expect(counts("RV03", records([inTime]))[1] == 0)
        let both = records([inTime, late])
        #expect(counts("RV03", both)[1] > 0 && answer(.reviews, both) == .notMet)
        #expect(both[ReviewingRow.all.first { $0.id == "RV03" }!].notMet.contains { $0.child == late.id })
    }

    @Test func onlyTheTwelveMonthsCount() {
        let earlier = record(key: 1, episode("2024-03-01"), worker("R1", "2024-03-01", role: .iro))
        #expect(counts("IR02", records([earlier])) == [0, 0, 0], "it fell due in March 2024")
        let first = record(key: 1, episode("2024-03-25"), worker("R1", "2024-03-25", role: .iro))
        #expect(counts("IR02", records([first])) == [1, 0, 0], "five working days later is after Easter")
        #expect(records([]).period == DayInterval(day("2024-04-01"), day("2025-03-31")))
    }

    @Test func whereNothingFellDueNobodyCanSay() {
        #expect(answer(.concerns, records([record(episode("2020-01-01"))])) == .unknown)
    }

    /// Everything that the records could show of these functions is met, and still nobody can say.
    @Test func whatNoRecordShowsIsNeverMet() {
        let moved = Episode(
            start: day("2025-02-19"), reason: "P", legalStatus: "C2", need: "N1", placement: "U6", provider: "PR1",
            homePostcode: .blank, placementPostcode: "SV12AB")
        let told = signed(
            .placementPlan, "2025-02-20",
            [.placementFrom: .day(day("2025-02-19")), .moveToldIro: .day(day("2025-02-16"))])
        let child = record(
            episode("2024-06-03", end: "2025-02-19"), [.episode(.started(moved))], told,
            worker("W1", "2024-06-03"), worker("R1", "2024-06-03", role: .iro), concern("2025-03-03", by: "2025-03-11"),
            concernMoved("2025-03-12", .disputeBegun, by: "2025-03-21"), concernMoved("2025-03-18", .notReferred))
        let counted = records([child], workers: [Worker(code: "W1", manager: "M1")])
        let functions = Set(ReviewingRow.all.filter(\.isUnseen).map(\.function))
        #expect(functions == [.consulted, .independentAdvice, .independence])
        for function in functions {
            let seen = ReviewingRow.rows(of: function).filter { !$0.isUnseen }.map { counted[$0].answer }
            #expect(!seen.isEmpty && seen.allSatisfy { $0 == .met }, "\(function)")
            #expect(answer(function, counted) == .unknown, "\(function)")
        }
    }

    @Test func anOfficerWhoManagesTheWorkerIsNotIndependent() {
        let child = record(episode("2024-06-03"), worker("W1", "2024-06-03"), worker("R1", "2024-06-03", role: .iro))
        func shown(_ manager: String) -> [Int] {
            counts("independent", records([child], workers: [Worker(code: "W1", manager: manager)]))
        }
        #expect(shown("M1") == [1, 0, 0])
        #expect(shown("R1") == [0, 1, 0])
        #expect(shown("") == [0, 0, 1], "nobody knows who manages the worker")
        #expect(counts("independent", records([child])) == [0, 0, 1])
        let own = record(episode("2024-06-03"), worker("R1", "2024-06-03"), worker("R1", "2024-06-03", role: .iro))
        #expect(counts("independent", records([own])) == [0, 1, 0], "and nobody reviews their own work")
    }

    @Test func brothersAndSistersHaveOneOfficer() {
        func child(_ key: UInt64, _ officer: String?, with other: UInt64) -> ChildRecord {
            record(
                key: key, episode("2024-06-03"), officer.map { worker($0, "2024-06-03", role: .iro) } ?? [],
                [linked(key, other)])
        }
        #expect(counts("siblings", records([child(1, "R1", with: 2), child(2, "R1", with: 1)])) == [2, 0, 0])
        #expect(counts("siblings", records([child(1, "R1", with: 2), child(2, "R2", with: 1)])) == [0, 2, 0])
        #expect(counts("siblings", records([child(1, "R1", with: 2), child(2, nil, with: 1)])) == [0, 0, 2])
        let only = record(key: 3, episode("2024-06-03"), worker("R1", "2024-06-03", role: .iro))
        #expect(counts("siblings", records([only])) == [0, 0, 0])
    }

    @Test func anOfficerStaysWhoHadTheChildFromTheFirstDayToTheLast() {
        func kept(_ officers: [ChildEvent]...) -> [Int] {
            counts("kept", records([record(episode("2023-06-03"), officers.flatMap { $0 })]))
        }
        #expect(kept(worker("R1", "2023-06-03", role: .iro)) == [1, 0, 0])
        #expect(
            kept(worker("R1", "2023-06-03", "2024-09-01", role: .iro), worker("R2", "2024-09-01", role: .iro)) == [
                0, 1, 0,
            ])
        #expect(kept(worker("R1", "2024-09-01", role: .iro)) == [0, 0, 1], "nobody is known for the first day")
        #expect(
            counts("kept", records([record(episode("2024-06-03"), worker("R1", "2024-06-03", role: .iro))])) == [
                0, 0, 0,
            ])
    }

    @Test func aChildTakenOutIsInNoNumber() {
        let child = record(episode("2024-06-03"), worker("R1", "2024-06-03", role: .iro), review("2024-07-10", "PN1"))
        var counted = records([child])
        #expect(counted.spread.allocated == [child.id])
        counted.remove(child.id)
        for row in ReviewingRow.all { #expect(counted[row].total == 0, "\(row.id)") }
        #expect(counted.spread.allocated.isEmpty && counted.spread.without.isEmpty)
    }

    @Test func theSpreadIsInTheOrderOfCodesAndOfNoNumber() {
        let children = [
            record(key: 1, episode("2024-06-03"), worker("R2", "2024-06-03", role: .iro)),
            record(key: 2, episode("2024-06-03"), worker("R2", "2024-06-03", role: .iro)),
            record(key: 3, episode("2024-06-03"), worker("R1", "2024-06-03", role: .iro)),
            record(key: 4, episode("2024-06-03")), record(key: 5, episode("2023-06-03", end: "2024-01-01", "E4A")),
        ]
        let spread = records(children).spread
        #expect(spread.officers.map(\.code) == ["R1", "R2"] && spread.officers.map(\.children.count) == [1, 2])
        #expect(spread.without == [ChildID(key: 4)])
    }

    @Test func capacityIsChildrenForEachFullTimeOfficerInPost() {
        func capacity(_ children: Int, _ inPost: Int?) -> ReviewingCapacity {
            ReviewingCapacity(
                children: children,
                plan: inPost.map {
                    ReviewingServicePlan(
                        year: CollectionYear(startingIn: 2024), day: asAt, signedBy: "", established: 800, inPost: $0,
                        reportDue: asAt, functions: [], actions: [])
                })
        }
        #expect(capacity(448, 640).forEach == "70" && capacity(448, 640).answer == .met)
        #expect(capacity(449, 640).answer == .notMet, "more than 70, however little")
        #expect(capacity(40, 100).answer == .met, "fewer than guidance speaks of is no child’s loss")
        #expect(capacity(10, nil).answer == .unknown && capacity(10, nil).forEach == nil)
        #expect(capacity(10, 0).answer == .notMet && capacity(10, 0).forEach == nil)
    }

    @Test func thePublicIsToldNoNumberBelowTenButNought() {
        func officers(_ count: Int, _ review: String) -> [ChildRecord] {
            (0..<count).map { record(key: UInt64($0 + 1), episode("2024-06-03"), TestSupport.review(review, "PN1")) }
        }
        let row = ReviewingRow.all.first { $0.id == "K20" }!
        #expect(records(officers(9, "2024-06-20"))[row].inPublic == "Met: fewer than 10.")
        #expect(records(officers(10, "2024-06-20"))[row].inPublic == "Met: 10.")
        #expect(records([])[row].inPublic == "Nothing of this fell due.")
        let nine = records(officers(9, "2024-06-20"))[row]
        #expect(nine.number(.met) == 9 && nine.number(.met, hiding: [ChildID(key: 3)]) == nil)
        #expect(nine.number(.notMet, hiding: [ChildID(key: 3)]) == 0)
    }

    @Test func everyFunctionHasASourceAndARowOrAnAnswerOfItsOwn() {
        for function in ReviewingFunction.allCases {
            #expect(function.standard != nil, "\(function)")
            let isTold = [.enoughOfficers, .annualReport].contains(function)
            #expect(ReviewingRow.rows(of: function).isEmpty == isTold, "\(function)")
        }
        #expect(Set(ReviewingRow.all.map(\.id)).count == ReviewingRow.all.count)
    }
}
