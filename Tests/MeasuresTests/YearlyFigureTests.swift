import Casework
import Days
import Measures
import Standards
import TestSupport
import Testing

/// Figures that exist on some days only, and those of placements, workers, missing, care leavers and adoption.
struct YearlyFigureTests {
    private func figure(_ id: String, _ asAt: String, _ context: Context = covered(), _ records: ChildRecord...)
        -> Figure
    {
        var set = FigureSet(asAt: day(asAt), context)
        for record in records { set.add(ChildAsAt(record, day(asAt)), duties: []) }
        return set.figures().first { $0.id == id }!
    }
    private func counts(_ figure: Figure) -> [Int] {
        [figure.numerator.count, figure.denominator.count, figure.unknown.count]
    }
    private let year = CollectionYear(startingIn: 2024)
    private func isContinuous(_ record: ChildRecord) -> Bool {
        ChildAsAt(record, day("2025-03-31")).wasContinuouslyLookedAfter(in: year)
    }
    private func outcomes(_ make: (inout YearlyOutcomes) -> Void) -> [ChildEvent] {
        var outcomes = YearlyOutcomes(year: year)
        make(&outcomes)
        return [.yearlyOutcomes(outcomes)]
    }

    @Test func continuouslyLookedAfterIsExactlyTheReturnsRule() {
        #expect(isContinuous(record(episode("2024-03-31"))))
        #expect(isContinuous(record(episode("2024-04-01"))))
        #expect(!isContinuous(record(episode("2024-04-02"))))
        #expect(isContinuous(record(episode("2024-04-02", "P"))))
        #expect(isContinuous(record(episode("2023-01-01", end: "2025-03-31", "E4A"))))
        #expect(!isContinuous(record(episode("2023-01-01", end: "2025-03-30", "E4A"))))
        #expect(!isContinuous(record(episode("2023-01-01", end: "2024-04-01", "E4A"))))
        #expect(!isContinuous(record(episode("2023-01-01", end: "2024-03-31", "E4A"))))
        #expect(!isContinuous(record(episode("2023-01-01", "S", "V4"))))
        #expect(isContinuous(record(episode("2023-01-01", end: "2024-06-01"), episode("2024-06-01", "P"))))
    }

    @Test func theYearlyOutcomesExistAt31MarchOnlyAndBlankIsUnknown() {
        let yes = record(key: 1, episode("2023-01-01"), outcomes { $0.healthAssessment = true })
        let no = record(key: 2, episode("2023-01-01"), outcomes { $0.healthAssessment = false })
        let blank = record(key: 3, episode("2023-01-01"), outcomes { _ in })
        let absent = record(key: 4, episode("2023-01-01"))
        let figure31 = figure("K35", "2025-03-31", covered(), yes, no, blank, absent)
        #expect(counts(figure31) == [1, 4, 2] && figure31.value == 25)
        let other = figure("K35", "2025-03-30", covered(), yes)
        #expect(other.absence != nil && other.value == nil && other.denominator.isEmpty)
    }

    @Test func eachYearlyOutcomeIsOfItsAges() {
        let baby = record(key: 1, born: "2020-04-01", episode("2023-01-01"), outcomes { $0.developmentChecks = true })
        let five = record(key: 2, born: "2020-03-31", episode("2023-01-01"), outcomes { $0.developmentChecks = true })
        #expect(counts(figure("K38", "2025-03-31", covered(), baby, five)) == [1, 1, 0])
        let ten = record(key: 3, born: "2015-03-31", episode("2023-01-01"), outcomes { $0.convicted = false })
        #expect(counts(figure("K42", "2025-03-31", covered(), baby, ten)) == [0, 1, 0])
        #expect(counts(figure("K42", "2025-03-31", covered(), record(born: nil, episode("2023-01-01")))) == [0, 0, 1])
    }

    @Test func scoresAverageThoseThatAreKnown() {
        let high = record(key: 1, episode("2023-01-01"), outcomes { $0.sdqScore = 20 })
        let low = record(key: 2, episode("2023-01-01"), outcomes { $0.sdqScore = 10 })
        let refused = record(key: 3, episode("2023-01-01"), outcomes { $0.sdqReason = "SDQ2" })
        #expect(figure("K40", "2025-03-31", covered(), high, low, refused).value == 15)
        #expect(counts(figure("K40", "2025-03-31", covered(), high, low, refused)) == [2, 2, 1])
        #expect(counts(figure("K40b", "2025-03-31", covered(), high, low, refused)) == [1, 2, 1])
        #expect(counts(figure("K39", "2025-03-31", covered(), high, low, refused)) == [2, 3, 0])
        let ageless = record(key: 4, born: nil, episode("2023-01-01"), outcomes { $0.sdqScore = 20 })
        #expect(counts(figure("K40", "2025-03-31", covered(), low, ageless)) == [1, 1, 1])
    }

    @Test func helpWithSubstanceMisuseIsOfThoseIdentified() {
        let offered = record(
            key: 1, episode("2023-01-01"), outcomes { ($0.substanceMisuse, $0.interventionOffered) = (true, true) })
        let received = record(
            key: 2, episode("2023-01-01"), outcomes { ($0.substanceMisuse, $0.interventionReceived) = (true, true) })
        let unsaid = record(key: 3, episode("2023-01-01"), outcomes { $0.substanceMisuse = true })
        let none = record(key: 4, episode("2023-01-01"), outcomes { $0.substanceMisuse = false })
        #expect(counts(figure("K41", "2025-03-31", covered(), offered, received, unsaid, none)) == [2, 3, 1])
        let blank = record(key: 5, episode("2023-01-01"), outcomes { _ in })
        #expect(counts(figure("K41", "2025-03-31", covered(), none, blank)) == [0, 0, 1], "not said whether any")
    }

    @Test func theThirdPlacementCountsWithTheOneAt1AprilAndWithoutTemporaryOnes() {
        let first = episode("2024-01-10", at: "AA11AA", end: "2024-05-01", why: "CARPL")
        let three = record(
            key: 1, first, episode("2024-05-01", "P", end: "2024-06-01", why: "CARPL"), episode("2024-06-01", "P"))
        #expect(counts(figure("K45", "2024-05-31", covered(), three)) == [0, 1, 0])
        #expect(counts(figure("K45", "2024-06-01", covered(), three)) == [1, 1, 0])
        #expect(counts(figure("K45", "2024-05-31", covered(from: 2025), three)) == [0, 1, 1])
        let hospital = record(
            key: 2, first, episode("2024-05-01", "T", "C2", "T1", end: "2024-05-05"),
            episode("2024-05-05", "T", at: "AA11AA", end: "2024-07-01", why: "PLACE"),
            episode("2024-07-01", "T", "C2", "U4", at: "AA11AA"))
        #expect(counts(figure("K45", "2025-03-31", covered(), hospital)) == [0, 1, 0])
        // In hospital on 1 April, back at home with the same carers, then two moves: three placements.
        let back = record(
            key: 3, episode("2024-01-10", at: "AA11AA", end: "2024-03-30"),
            episode("2024-03-30", "T", "C2", "T1", end: "2024-04-05"),
            episode("2024-04-05", "T", at: "AA11AA", end: "2024-05-01", why: "CARPL"),
            episode("2024-05-01", "P", end: "2024-06-01", why: "CARPL"), episode("2024-06-01", "P"))
        #expect(counts(figure("K45", "2025-03-31", covered(), back)) == [1, 1, 0])
    }

    @Test func twoYearsWithTheSameCarersIsStableAndAnUnknownStartMayBe() {
        let stable = record(key: 1, episode("2022-04-01", end: "2022-06-01"), episode("2022-06-01", "P"))
        let moved = record(key: 2, episode("2022-04-01", end: "2023-06-01"), episode("2023-06-01", "P"))
        let same = record(key: 3, episode("2022-04-01", end: "2023-06-01"), episode("2023-06-01", "T"))
        let short = record(key: 4, episode("2023-12-01", "P"))
        let sixteen = record(key: 5, born: "2008-10-01", episode("2022-04-01"))
        #expect(counts(figure("K47", "2024-10-01", covered(), stable, moved, same, short, sixteen)) == [2, 4, 1])
        let three = record(
            key: 6, episode("2022-04-01", end: "2023-06-01"), episode("2023-06-01", "P", end: "2023-07-01"),
            episode("2023-07-01", "P"))
        #expect(counts(figure("K46", "2024-10-01", covered(), stable, three, short)) == [1, 3, 1])
    }

    @Test func endingsCountByTheirReasonOnTheirDay() {
        let child = record(
            episode("2024-01-10", end: "2024-04-01", why: "CREQB"),
            episode("2024-04-01", "P", end: "2024-05-01", why: "CARPL"),
            episode("2024-05-01", "P", end: "2024-06-01"), episode("2024-06-01", "P", end: "2024-07-01", "E4A"))
        let endings = figure("K48", "2025-03-31", covered(), child)
        #expect(counts(endings) == [1, 2, 1])
        #expect(endings.numerator.first?.event == day("2024-04-01"))
    }

    @Test func distanceAndAreaAreUnknownWithoutPostcodes() {
        var context = covered()
        context.places = TwoPlaces()
        let far = record(key: 1, episode("2024-05-01", home: "AA11AA", at: "BB22BB"))
        let near = record(key: 2, episode("2024-05-01", home: "AA11AA", at: "AA11AA"))
        let unsaid = record(key: 3, episode("2024-05-01"))
        #expect(counts(figure("K53", "2024-06-01", context, far, near, unsaid)) == [1, 3, 1])
        #expect(counts(figure("K53b", "2024-06-01", context, far)) == [0, 1, 1])
        context.settings.authorityArea = "E1"
        #expect(counts(figure("K53b", "2024-06-01", context, far, near, unsaid)) == [1, 3, 1])
        let other = record(key: 4, episode("2024-05-01", "S", "C2", "Z12"))
        #expect(counts(figure("K55", "2024-06-01", context, near, other)) == [1, 2, 0])
    }

    @Test func socialWorkersOfTheYearAreCountedAt31March() {
        let three = record(
            key: 1, episode("2023-01-01"), worker("A", "2023-01-01", "2024-04-02"),
            worker("B", "2024-04-02", "2024-08-01"),
            worker("C", "2024-08-01"))
        let two = record(
            key: 2, episode("2023-01-01"), worker("A", "2023-01-01", "2024-04-01"),
            worker("B", "2024-04-01", "2024-08-01"),
            worker("C", "2024-08-01"))
        let none = record(key: 3, episode("2023-01-01"))
        #expect(counts(figure("K50", "2025-03-31", covered(), three, two, none)) == [1, 3, 1])
        #expect(counts(figure("K50.2", "2025-03-31", covered(), three, two, none)) == [1, 3, 1])
        #expect(figure("K50", "2025-03-30", covered(), three).absence != nil)
    }

    @Test func missingCountsEpisodesThatBeganInThePeriodAndIsUnknownOutsideCoverage() {
        let twice = record(
            key: 1, episode("2023-01-01"), missing("2024-03-31", "2024-04-02"), missing("2024-04-01", "2024-04-01"),
            missing("2025-03-31", "2025-04-02"))
        let away = record(key: 2, episode("2023-01-01"), missing("2024-06-01", "2024-06-02", "A"))
        #expect(counts(figure("K56", "2025-03-31", covered(), twice, away)) == [1, 2, 0])
        let episodes = figure("K57", "2025-03-31", covered(), twice, away)
        #expect(counts(episodes) == [2, 1, 0] && episodes.value == 2)
        #expect(counts(figure("K56", "2025-03-31", covered([.episodes]), twice, away)) == [1, 2, 1])
    }

    @Test func careLeaversCountOnceTheirBirthdayHasCome() {
        func leaver(_ key: UInt64, _ touch: Code, _ activity: Code, _ home: Code) -> ChildRecord {
            record(
                key: key, born: "2005-10-10",
                [
                    .leavingCareContact(
                        LeavingCareContact(year: year, inTouch: touch, activity: activity, accommodation: home))
                ])
        }
        let all = [
            leaver(1, "YES", "F2", "U1"), leaver(2, "NO", "0", ""), leaver(3, "YES", "G5", "X2"),
            leaver(4, "DIED", "", ""),
        ]
        func at(_ id: String, _ asAt: String) -> Figure { figure(id, asAt, covered(), all[0], all[1], all[2], all[3]) }
        #expect(counts(at("K66", "2025-03-31")) == [2, 3, 0])
        #expect(counts(at("K67", "2025-03-31")) == [1, 3, 1])
        #expect(counts(at("K68", "2025-03-31")) == [1, 3, 1])
        #expect(at("K66", "2024-10-10").numerator.first?.event == day("2024-10-10"))
        #expect(counts(at("K66", "2024-10-09")) == [0, 0, 0])
        #expect(figure("K66", "2025-03-31", covered([.episodes]), all[0]).absence != nil)
    }

    @Test func adoptionIsAveragedOverThreeYearsToTheDay() {
        let match = ChildEvent.adoption(
            .matched(AdoptionMatch(placed: day("2022-06-01"), matched: day("2022-05-20"), wereFosterCarers: true)))
        let child = record(
            born: "2021-05-10", episode("2022-01-01", "S", "C1", end: "2022-05-01"),
            episode("2022-05-01", "L", "E1", end: "2022-08-01"),
            episode("2022-08-01", "P", "E1", "A6", end: "2023-03-01", "E11"), [match])
        #expect(figure("K71", "2025-03-31", covered(), child).value == 212)
        #expect(figure("K71b", "2025-03-31", covered(), child).value == 151)
        #expect(figure("K72", "2025-03-31", covered(), child).value == 19)
        let second = record(
            born: "2021-05-10", episode("2022-01-01", "S", "E1", end: "2022-05-01"),
            episode("2022-05-01", "P", "E1", "A6", end: "2022-07-01"),
            episode("2022-07-01", "P", "E1", "A6", end: "2022-09-01"),
            episode("2022-09-01", "T", "E1", "A5", end: "2023-03-01", "E11"))
        #expect(figure("K71", "2025-03-31", covered(), second).value == 181, "from 1 January to 1 July")
        #expect(counts(figure("K71", "2023-02-28", covered(), child)) == [0, 0, 0])
        #expect(counts(figure("K71", "2023-03-01", covered(), child)) == [1, 1, 0])
        #expect(counts(figure("K71", "2026-03-01", covered(), child)) == [0, 0, 0])
        let unknown = record(
            key: 2, episode("2022-01-01", "P", "E1", "A6", end: "2023-03-01", "E11"))
        #expect(counts(figure("K71", "2025-03-31", covered(), unknown)) == [0, 0, 1])
    }
}
