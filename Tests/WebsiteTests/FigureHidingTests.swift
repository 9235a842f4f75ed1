import Casework
import Days
import Measures
import Service
import TestSupport
import Testing

@testable import Website

/// A child who may not be listed is in no part of a figure, and in the whole of none that is small.
struct FigureHidingTests {
    private func authority(without hidden: Set<Int> = []) -> Authority {
        var authority = Authority()
        for number in 1...30 where !hidden.contains(number) {
            let start = (day("2024-01-09") + 17 * number).description
            authority.replace(
                record(
                    key: UInt64(number), born: "20\(10 + number % 9)-05-10",
                    [.identity(.numbered(ssda903: "\(1000 + number)"))],
                    episode(start, "S", number % 4 == 0 ? "V2" : "C2"), review("2025-06-0\(1 + number % 9)", "PN1"),
                    number % 5 == 0 ? missing("2025-09-01", "2025-09-02") : [],
                    worker("SW\(number % 3)", start)))
        }
        for (code, team) in [("SW0", "East"), ("SW1", "West"), ("SW2", "North")] {
            authority.apply(
                .described(Worker(code: code, team: team)), to: StreamID(.worker, key: UInt64(code.utf8.last!)))
        }
        for start in 2021...2025 {
            let year = CollectionYear(startingIn: start)
            authority.apply(
                .returnImported(
                    ReturnImported(
                        year: year, tables: ReturnTables(ReturnTable.allCases), horizon: year.lastDay, digest: "",
                        rowsRead: 0, rowsSetAside: 0)), origin: Origin(EventID(1), .ssda903(year)))
        }
        return authority
    }

    private func board(_ authority: Authority) throws -> FigureBoard {
        FigureBoard(try #require(Question(authority, asAt: day("2026-03-31"))))
    }

    private let hidden = Set([5, 8, 15].map { ChildID(key: UInt64($0)) })

    @Test func everyPartIsAsIfTheyHadNeverBeen() throws {
        let whole = try board(authority())
        let told = whole.hiding(hidden)
        let without = try board(authority(without: [5, 8, 15]))
        var parts = 0
        for figure in whole.figures where figure.absence == nil {
            let other = try #require(without.figure(figure.id))
            for split in Split.allCases {
                let (a, b) = (told.parts(of: figure, by: split), without.parts(of: other, by: split))
                #expect(a.map(\.title) == b.map(\.title), "\(figure.id) by \(split)")
                for (part, same) in zip(a, b) {
                    #expect(Set(part.figure.numerator) == Set(same.figure.numerator), "\(figure.id) \(part.title)")
                    #expect(Set(part.figure.denominator) == Set(same.figure.denominator), "\(figure.id) \(part.title)")
                    #expect(Set(part.figure.unknown) == Set(same.figure.unknown), "\(figure.id) \(part.title)")
                    #expect(part.figure.values.count == same.figure.values.count)
                    parts += 1
                }
            }
        }
        #expect(parts > 100)
    }

    @Test func theWholeIsTheSameForEverybodyUnlessItIsSmallAndOneOfThemIsInIt() throws {
        let whole = try board(authority())
        let told = whole.hiding(hidden)
        var (same, withheld) = (0, 0)
        for (figure, shown) in zip(whole.figures, told.figures) where figure.absence == nil {
            let lists = [figure.numerator, figure.denominator, figure.unknown]
            if shown.isWithheld {
                withheld += 1
                #expect(lists.contains { $0.count < 10 && $0.contains { hidden.contains($0.child) } })
                #expect(shown.numerator.isEmpty && shown.denominator.isEmpty && shown.value == nil)
            } else {
                same += 1
                #expect(shown.count.numerator == figure.count.numerator && shown.value == figure.value)
                #expect(lists.allSatisfy { $0.count >= 10 || !$0.contains { hidden.contains($0.child) } })
            }
        }
        #expect(same > 5 && withheld > 0)
    }

    @Test func nothingChangesForWhoMaySeeEverybody() throws {
        let whole = try board(authority())
        #expect(whole.hiding([]).figures.map(\.count.numerator) == whole.figures.map(\.count.numerator))
    }
}
