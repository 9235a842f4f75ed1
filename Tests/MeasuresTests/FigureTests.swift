import Casework
import Days
import Measures
import Standards
import TestSupport
import Testing

/// Figures over a few fictional children, counted by hand.
struct FigureTests {
    private func set(_ asAt: String, _ context: Context = covered(), _ records: [ChildRecord]) -> FigureSet {
        var set = FigureSet(asAt: day(asAt), context)
        for record in records {
            let child = ChildAsAt(record, day(asAt))
            set.add(
                child, duties: Catalogue.duties(of: child, context).filter { Catalogue.standard(of: $0).id == "RV01" })
        }
        return set
    }
    private func figure(_ id: String, _ asAt: String, _ context: Context = covered(), _ records: ChildRecord...)
        -> Figure
    {
        set(asAt, context, records).figures().first { $0.id == id }!
    }
    /// Numerator, denominator, unknown.
    private func counts(_ figure: Figure) -> [Int] {
        [figure.numerator.count, figure.denominator.count, figure.unknown.count]
    }

    @Test func theTableHasEachIdOnceAndEveryTwinExists() {
        let ids = Indicators.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for case .figure(let id)? in Indicators.all.map(\.twin) { #expect(ids.contains(id)) }
        for id in [
            "K01", "K02", "K02b", "K03", "K04", "K08", "K18", "K19", "K20", "K35", "K36", "K37", "K38", "K39", "K40",
            "K41", "K42", "K45", "K46", "K47", "K48", "K50", "K53", "K55", "K56", "K57", "K66", "K67", "K68", "K71",
            "K72",
        ] { #expect(ids.contains(id)) }
    }

    @Test func aChildIsLookedAfterOnTheFirstDayAndNotOnTheLast() {
        let child = record(episode("2024-04-01", end: "2024-09-30", "E4A"))
        let breaks = record(key: 2, episode("2024-04-01", "S", "V4"))
        #expect(counts(figure("K01", "2024-03-31", covered(), child, breaks)) == [0, 0, 0])
        #expect(counts(figure("K01", "2024-04-01", covered(), child, breaks)) == [1, 1, 0])
        #expect(counts(figure("K01", "2024-09-29", covered(), child)) == [1, 1, 0])
        #expect(counts(figure("K01", "2024-09-30", covered(), child)) == [0, 0, 0])
    }

    @Test func aRateNeedsAPopulationAndTheCountDoesNot() {
        let child = record(episode("2024-04-01"))
        #expect(figure("K01", "2024-06-01", covered(), child).value == nil)
        var context = covered()
        context.settings.population = 5_000
        #expect(figure("K01", "2024-06-01", context, child).value == 2)
    }

    @Test func entriesAndExitsCountInTheYearOfTheirDay() {
        let first = record(key: 1, episode("2024-04-01", end: "2025-03-31", "E4A"))
        let eve = record(key: 2, episode("2024-03-31"))
        let before = record(key: 3, episode("2024-05-01", "P"))
        let entries = figure("K02", "2025-03-31", covered(), first, eve, before)
        #expect(counts(entries) == [1, 1, 1])
        #expect(entries.numerator == [Member(ChildID(key: 1), on: day("2024-04-01"))])
        #expect(counts(figure("K02b", "2025-03-31", covered(), first, eve)) == [1, 1, 0])
        #expect(counts(figure("K02b", "2025-03-30", covered(), first, eve)) == [0, 0, 0])
        #expect(counts(figure("K02b", "2025-04-01", covered(), first, eve)) == [0, 0, 0])
    }

    @Test func backWithin365DaysOfTheLastEndingIsAReentry() {
        let back = record(episode("2023-01-01", end: "2023-05-01", "E4A"), episode("2024-04-30"))
        let later = record(key: 2, episode("2023-01-01", end: "2023-05-01", "E4A"), episode("2024-05-02"))
        let new = record(key: 3, episode("2024-06-01"))
        // 2024 is a leap year: 1 May 2023 to 30 April 2024 is 365 days.
        #expect(counts(figure("K03", "2025-03-31", covered(), back, later, new)) == [1, 3, 0])
        #expect(counts(figure("K03", "2025-03-31", covered(from: 2024), new)) == [0, 0, 1])
    }

    @Test func theEndOfShortBreaksIsNoEndingOfCare() {
        let breaks = episode("2024-01-01", "S", "V4", end: "2024-05-01", "E8")
        #expect(
            counts(figure("K03", "2025-03-31", covered(), record(breaks, episode("2024-06-01")))) == [0, 1, 0])
        let earlier = episode("2023-01-01", end: "2023-12-01", "E4A")
        #expect(
            counts(figure("K03", "2025-03-31", covered(), record(earlier, breaks, episode("2024-06-01"))))
                == [1, 1, 0])
    }

    @Test func careThatBeganAnewBeforeItEndedIsNeitherAReentryNorNone() {
        let twice = record(episode("2024-01-01", end: "2024-06-01"), episode("2024-06-01"))
        #expect(counts(figure("K03", "2025-03-31", covered(), twice)) == [0, 0, 1])
    }

    @Test func aFirstReviewThatCareDidNotLastToIsNotOwedWhateverTheReturnsReachBackTo() {
        let short = record(episode("2024-03-23", end: "2024-03-28", "E15"))
        #expect(counts(figure("K18", "2025-03-31", covered(from: 2024), short)) == [0, 0, 0])
    }

    @Test func nothingKnownIsNoValueAndNotNought() {
        let child = record(episode("2024-05-01", "S", ""))
        let figure = figure("K04", "2024-06-01", covered(), child)
        #expect(counts(figure) == [0, 1, 1] && figure.value == nil)
    }

    @Test func legalStatusesCountTheirShareAndABlankIsUnknownAndInside() {
        let section20 = record(key: 1, episode("2024-05-01", "S", "V2"))
        let emergency = record(key: 2, episode("2024-05-01", "S", "L1"))
        let blank = record(key: 3, episode("2024-05-01", "S", ""))
        #expect(counts(figure("K04", "2024-06-01", covered(), section20, emergency, blank)) == [1, 3, 1])
        #expect(counts(figure("K08", "2024-06-01", covered(), section20, emergency, blank)) == [1, 3, 1])
    }

    @Test func firstReviewsAreCountedOnTheDayTheyWereDue() {
        // Due 20 working days after 10 January 2024: 7 February.
        let met = record(key: 1, episode("2024-01-10"), review("2024-02-07", "PN1"))
        let late = record(key: 2, episode("2024-01-10"), review("2024-02-08", "PN7"))
        let figures = figure("K18", "2024-03-31", covered(), met, late)
        #expect(counts(figures) == [1, 2, 0])
        #expect(figures.numerator.first?.event == day("2024-02-07"))
        #expect(figures.value == 50)
        #expect(counts(figure("K18", "2024-04-01", covered(), met, late)) == [0, 0, 0])
        #expect(counts(figure("K18", "2024-02-06", covered(), met, late)) == [0, 0, 0])
        #expect(counts(figure("K19", "2024-03-31", covered(), met, late)) == [1, 2, 0])
        let none = record(key: 3, episode("2024-01-10"))
        #expect(counts(figure("K18", "2024-03-31", covered([.episodes]), none)) == [0, 0, 1])
        #expect(counts(figure("K19", "2024-03-31", covered([.episodes]), none)) == [0, 0, 1])
    }

    @Test func participationIsOfChildrenOfFourAndOver() {
        let child = record(
            born: "2020-05-10", episode("2024-01-10"), review("2024-05-09", "PN0"), review("2024-05-10", "PN1"),
            review("2024-08-01", "PN4"), review("2024-11-01", ""))
        #expect(counts(figure("K20", "2025-03-31", covered(), child)) == [1, 2, 1])
        let breaks = record(episode("2024-01-10", "S", "V4"), review("2024-05-10", "PN1"))
        #expect(counts(figure("K20", "2025-03-31", covered(), breaks)) == [0, 0, 0])
    }

    @Test func aBreakdownAddsUpToItsFigure() {
        let records = [
            record(key: 1, born: "2022-05-10", episode("2024-05-01", "S", "V2")),
            record(key: 2, episode("2024-05-01"), worker("SW1", "2024-05-01")),
            record(key: 3, born: nil, episode("2024-05-01", "S", "", "K2")),
        ]
        let set = set("2024-06-01", covered(), records)
        for figure in set.figures() where figure.absence == nil {
            for split in Split.allCases {
                let parts = set.breakdown(of: figure, by: split) { $0 == "SW1" ? "East" : nil }
                #expect(parts.flatMap(\.figure.denominator).count == figure.denominator.count)
                #expect(Set(parts.flatMap(\.figure.numerator)) == Set(figure.numerator))
                #expect(parts.reduce(0) { $0 + $1.figure.unknown.count } == figure.unknown.count)
            }
        }
        let section20 = set.figures().first { $0.id == "K04" }!
        #expect(set.breakdown(of: section20, by: .ageBand).map(\.title) == ["1 to 4", "10 to 15", "not known"])
        #expect(set.breakdown(of: section20, by: .team) { _ in "East" }.map(\.title) == ["East", "not known"])
    }

    /// A tile's number is the length of its list: nothing holds a count apart from it.
    @Test func everyFigureSaysWhomItIsForAndWhatItCounts() {
        for indicator in Indicators.all {
            #expect(!indicator.populations.titles.isEmpty, "\(indicator.id)")
            #expect(!indicator.tables.isEmpty || indicator.exists == .recordedHere, "\(indicator.id)")
            let words = indicator.definition
            #expect(!words.counts.isEmpty && !words.unknown.isEmpty, "\(indicator.id)")
            #expect(words.of.isEmpty == (indicator.unit == .per10000), "\(indicator.id)")
        }
    }

    @Test func agesStandInTheirOrderAndWhatIsNotKnownLast() {
        let born = ["2024-05-01", "2019-05-01", "2012-05-01", "2006-07-01", nil]
        let records = born.enumerated().map { record(key: UInt64($0), born: $1, episode("2024-05-01")) }
        let set = set("2024-06-01", covered(), records)
        let parts = set.breakdown(of: set.figures()[0], by: .ageBand)
        #expect(parts.map(\.title) == ["under 1", "5 to 9", "10 to 15", "16 to 17", "not known"])
    }

    @Test func aPercentageIsWorkedOutFromTheListsAlone() {
        var records: [ChildRecord] = []
        for number in 1...20 {
            let status: LegalStatus = number % 3 == 0 ? "V2" : "C2"
            let place: PlacementType = number % 4 == 0 ? "Z11" : "U6"
            records.append(record(key: UInt64(number), episode("2024-05-01", "S", status, place)))
        }
        for figure in set("2024-06-01", covered(), records).figures() where figure.unit == .percent {
            #expect(Set(figure.numerator).isSubset(of: figure.denominator))
            let inside = Set(figure.unknown).isSubset(of: figure.denominator)
            #expect(figure.unknown.isEmpty || inside == figure.indicator.unknownInDenominator)
            guard let value = figure.value else { continue }
            #expect(value == 100 * Double(figure.numerator.count) / Double(figure.denominator.count))
        }
    }
}
