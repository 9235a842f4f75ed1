import Casework
import Days
import Foundation
import Standards
import TestSupport
import Testing

/// The table itself.
struct CatalogueTests {
    private let all = Catalogue.standards

    @Test func eachIdStandsOnce() { #expect(Set(all.map(\.id)).count == all.count) }

    @Test func everyRowSaysWhomItIsForAndWhereItComesFrom() {
        for standard in all {
            #expect(!standard.populations.isEmpty && !standard.populations.titles.isEmpty, "\(standard.id)")
            #expect(!standard.source.instrument.isEmpty, "\(standard.id)")
            #expect(!standard.title.isEmpty && !standard.title.hasSuffix("."), "\(standard.id)")
        }
    }

    @Test func aRowReadsSomethingExactlyWhereSomethingStartsIt() {
        for standard in all {
            let isSignedHere = standard.reads.contains(.recorded)
            #expect(standard.reads.isEmpty != (standard.isStartedByReturn || isSignedHere), "\(standard.id)")
        }
    }

    @Test func aRowThatNothingStartsSaysWhy() {
        for standard in all where standard.reads.isEmpty {
            #expect(standard.startedBy.hasPrefix("a return starts none: "), "\(standard.id)")
            #expect(standard.startedBy.count > 30, "\(standard.id)")
        }
    }

    @Test func aRowThatIsAskedInPartSaysWhatOfItIsNot() {
        let inPart = all.filter { !$0.notAsked.isEmpty }
        #expect(inPart.map(\.id) == ["CP05", "CP06", "RV09", "VI13", "ED03", "RI05", "RI10", "IR12", "LC09"])
        for standard in inPart {
            #expect(standard.startedBy.hasSuffix("; not asked: \(standard.notAsked)"), "\(standard.id)")
            #expect(!standard.reads.isEmpty, "\(standard.id)")
        }
    }

    @Test func whatIsFromMemoryIsShownAsALocalAimAndNothingElseIs() {
        for standard in all {
            #expect(standard.weight == (standard.certainty == .unverified ? .local : standard.statedWeight))
        }
    }

    @Test func thePageOfTheCatalogueHasEveryRowOnceInOrder() {
        let rows = Catalogue.markdown().split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
            .compactMap { $0.dropFirst(2).split(separator: " ").first.map(String.init) }
        #expect(rows == all.map(\.id))
    }

    @Test func whatIsMissingHasItsWordsForEachFact() {
        for place in 0..<UInt64(64) {
            let fact = Facts(rawValue: 1 << place)
            #expect(fact.titles.count == 1, "\(place)")
        }
    }

    /// Children of many kinds, some of them as wrong as returns get.
    static let assorted: [ChildRecord] = [
        record(
            key: 1, born: "2007-02-10", episode("2021-01-10", "S", "V2", "K2", end: "2025-02-10", "E5"),
            review("2021-02-01", "PN1")),
        record(
            key: 2, born: "2020-02-10", episode("2023-01-10", "S", "L1", "U6", end: "2023-01-12"),
            episode("2023-01-12", "L", "C1", "U6", end: "2023-09-01"),
            episode("2023-09-01", "B", "E1", "A5", end: "2024-02-01", "E11"),
            review("2023-02-01", "PN0"), review("2023-04-01", "PN0")),
        record(
            key: 3, episode("2022-05-01", "P", "C2", "P1"), missing("2024-01-01", "2024-01-05"), missing("2024-02-01")),
        record(
            key: 4, episode("2023-01-01", "S", "V3", "U6", end: "2023-01-10"), episode("2023-01-10", "L", "C2", "U6")),
        record(key: 5, born: nil, episode("2023-01-01", "S", "J1", "R5", end: "2023-03-01", "E9"), order("2025-01-01")),
        record(key: 6, born: "2006-08-01", episode("2020-01-01", "S", "C2", "U4", end: "2024-08-01", "E17")),
        record(key: 7, episode("2023-01-01", "", "", "")),
        record(
            key: 8, born: "2010-01-01",
            episode("2022-01-10", "S", "V2", "K1", at: "BB22BB", end: "2022-09-20", why: "CARPL"),
            episode("2022-09-20", "P", "J1", "R5", end: "2022-11-01"),
            episode("2022-11-01", "B", "C2", "R2", end: "2023-02-01"),
            episode("2023-02-01", "P", "C2", "U1", end: "2024-06-20"),
            episode("2024-06-20", "P", "C1", "P1", end: "2024-09-20"),
            episode("2024-09-20", "P", "C2", "U2", end: "2024-10-20"), episode("2024-10-20", "P", "C2", "K3"),
            review("2022-02-01", "PN1"), review("2022-05-01", "PN1"), review("2025-12-01", "PN1"),
            [
                .yearlyOutcomes(
                    YearlyOutcomes(
                        year: CollectionYear(startingIn: 2025), sdqScore: 20, substanceMisuse: true,
                        interventionReceived: true))
            ], missing("2022-03-01", "2022-03-09"), order("2026-05-01")),
        record(key: 9, born: "2008-06-01", episode("2021-01-10", "S", "V2", "U6", end: "2025-06-01", "E9")),
        record(
            key: 10, born: "2023-01-01", episode("2023-01-10", "S", "V2", "U6"),
            [.adoption(.decided(day("2024-01-01")))]),
        record(
            key: 11, born: "2006-06-01", episode("2021-01-10", "S", "C2", "U6", end: "2024-06-01", "E8"),
            [
                .leavingCareContact(
                    LeavingCareContact(
                        year: CollectionYear(startingIn: 2024), inTouch: "YES", activity: "F1", accommodation: "B1"))
            ]),
        record(key: 13, born: "2021-01-01", episode("2022-01-10", "S", "E1", "U6")),
        record(key: 12, born: "2008-02-10", episode("2021-01-10", "S", "V2", "K2", end: "2025-02-10", "E5")),
    ]

    @Test func everyRowThatAReturnStartsGivesADutyToSomebody() {
        var reached: Set<String> = []
        for child in Self.assorted {
            for asAt in ["2024-03-31", "2026-06-30"] { reached.formUnion(ids(child, asAt, inAreaE1())) }
        }
        // Scotland is in no table made up here.
        reached.insert("CP16")
        let started = Set(Catalogue.standards.filter(\.isStartedByReturn).map(\.id))
        #expect(started.subtracting(reached).sorted() == [])
    }

    @Test func noRowThatNoReturnStartsEverGivesADuty() {
        for child in Self.assorted {
            for asAt in ["2023-01-01", "2024-03-31", "2026-03-31", "2030-01-01"] {
                for duty in Catalogue.duties(of: ChildAsAt(child, day(asAt)), covered()) {
                    #expect(Catalogue.standard(of: duty).isStartedByReturn)
                }
            }
        }
    }

    @Test func aDutyStartsNoLaterThanTheDayAskedAbout() {
        for child in Self.assorted {
            for asAt in ["2023-01-01", "2023-06-01", "2026-03-31"] {
                for duty in Catalogue.duties(of: ChildAsAt(child, day(asAt)), covered()) {
                    #expect(duty.trigger.day <= day(asAt), "\(Catalogue.standard(of: duty).id) \(duty)")
                    #expect(duty.done ?? .distantPast <= day(asAt), "\(Catalogue.standard(of: duty).id) \(duty)")
                }
            }
        }
    }

    @Test func theVersionInForceOnTheTriggerDayDecides() {
        let before = record(episode("2015-03-31", "S", "C2", "U4"))
        let after = record(episode("2015-04-01", "S", "C2", "U4"))
        #expect(told("CP27", before, "2024-01-01") == [])
        #expect(told("CP27", after, "2024-01-01") == ["2015-04-01 2015-04-01 unknown"])
    }
}

/// The table against the catalogue it was made from.
@Suite(.enabled(if: Shared.isWanted, Shared.reason)) struct SourceTests {
    private struct Row { let id, weight, sure: String }

    /// The rows of §2 to §5, in order.
    private func rows() throws -> [Row] {
        let text = try String(contentsOf: Shared.standards, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("## 2.") })
        let end = try #require(lines.firstIndex { $0.hasPrefix("## 6.") })
        return lines[start..<end].compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count > 4, cells[1].wholeMatch(of: /[A-Z]{2}\d\d/) != nil else { return nil }
            return Row(id: cells[1], weight: cells[2], sure: cells[cells.count - 2])
        }
    }

    @Test func everyRowOfTheLawIsInTheTableInItsOrder() throws {
        let rows = try rows()
        #expect(rows.count > 150)
        let ids = Catalogue.standards.map(\.id)
        #expect(Array(ids.prefix(rows.count)) == rows.map(\.id))
        // Behind the law stands what guidance gives a clock of its own, under its name there.
        let text = try String(contentsOf: Shared.standards, encoding: .utf8)
        for id in ids.dropFirst(rows.count) { #expect(text.contains("\n| \(id) |"), "\(id)") }
    }

    @Test func noRowWeighsMoreThanItsSourceSays() throws {
        let weights: [String: Weight] = [
            "REG": .regulation, "SG": .statutoryGuidance, "GP": .goodPractice, "LOC": .local, "903": .statutoryGuidance,
            "design": .local, "lit": .goodPractice, "REG/SG": .regulation,
        ]
        for (row, standard) in zip(try rows(), Catalogue.standards) {
            #expect(weights[row.weight] == standard.statedWeight, "\(row.id)")
        }
    }

    @Test func noRowIsSurerThanItsSource() throws {
        for (row, standard) in zip(try rows(), Catalogue.standards) {
            let marks = Set(row.sure.split { !$0.isLetter }.map(String.init)).intersection(["V", "S", "M"])
            if marks == ["M"] { #expect(standard.certainty == .unverified, "\(row.id)") }
            if !marks.contains("V") { #expect(standard.certainty != .verified, "\(row.id)") }
        }
    }
}
