import Access
import Casework
import Days
import Measures
import Service
import Spreadsheets
import Standards
import TestSupport
import Testing

@testable import Website

/// The number on a tile, the list behind it and the file are one: for every figure, every part and every cut.
struct FigureListingTests {
    private let asAt = day("2026-03-31")
    private let director = Viewer(id: "director", name: "Director", roles: [.director], worker: nil)

    /// Children of many kinds in the care of an authority whose returns cover five years.
    private var records: [ChildRecord] { (1...60).map(made(_:)) }

    private func made(_ number: Int) -> ChildRecord {
        let start = day("2023-01-09") + 17 * number
        let move = (start + 90 + number).description
        let end = number % 3 == 0 ? (start + 300).description : nil
        let isAdoption = number % 6 == 0
        let year = CollectionYear(startingIn: 2025)
        var outcomes = YearlyOutcomes(year: year)
        (outcomes.healthAssessment, outcomes.sdqScore) = (number % 2 == 0, number % 5 == 0 ? nil : number % 41)
        (outcomes.substanceMisuse, outcomes.interventionOffered) = (number % 4 == 0, number % 8 == 0 ? true : nil)
        let contact = LeavingCareContact(
            year: year, inTouch: number % 2 == 0 ? "YES" : "NO", activity: "F1",
            accommodation: number % 9 == 0 ? "" : "B1")
        return record(
            key: UInt64(number), born: number % 13 == 0 ? nil : "20\(10 + number % 9)-05-10",
            [.identity(.numbered(ssda903: "\(1000 + number)"))],
            episode(start.description, "S", number % 4 == 0 ? "V2" : "C2", end: move, why: "CREQB"),
            episode(
                move, "P", isAdoption ? "E1" : "C2", isAdoption ? "A5" : "U4", end: end,
                end == nil ? "X1" : isAdoption ? "E11" : "E4A"),
            review((start + 20 + number % 15).description, number % 2 == 0 ? "PN1" : "PN7"),
            number % 5 == 0 ? missing((start + 200).description, (start + 201).description) : [],
            number % 7 == 0 ? [] : worker("SW\(number % 3)", start.description),
            [.yearlyOutcomes(outcomes), .leavingCareContact(contact)])
    }

    private func authority(_ records: [ChildRecord]) -> Authority {
        var authority = Authority()
        for record in records { authority.replace(record) }
        for start in 2021...2025 {
            let year = CollectionYear(startingIn: start)
            let imported = ReturnImported(
                year: year, tables: ReturnTables(ReturnTable.allCases), horizon: year.lastDay, digest: "", rowsRead: 0,
                rowsSetAside: 0)
            authority.apply(.returnImported(imported), origin: Origin(EventID(1), .ssda903(year)))
        }
        for (code, team) in [("SW0", "East"), ("SW1", "West, and =North")] {
            authority.apply(
                .described(Worker(code: code, team: team)), to: StreamID(.worker, key: UInt64(code.utf8.last!)))
        }
        authority.advance(to: EventID(Int64(records.count)))
        return authority
    }

    private func board(_ records: [ChildRecord]) throws -> FigureBoard {
        FigureBoard(try #require(Question(authority(records), asAt: asAt)))
    }

    private func listing(
        _ board: FigureBoard, _ figure: Figure, _ part: FigureListing.Part, _ split: Split? = nil, _ of: String? = nil,
        as viewer: Viewer? = nil
    ) -> FigureListing? {
        let sight = Sight(viewer ?? director, board.question.authority, .findChildren, today: asAt)
        return FigureListing(figure, part, by: split, of: of, board, sight)
    }

    private func lines(_ table: Table) -> [Substring] {
        String(decoding: table.csv.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    }

    @Test func everyNumberIsTheLengthOfItsListAndOfItsFile() throws {
        let board = try board(records)
        var counted = 0
        for figure in board.figures {
            let count = figure.count
            for (part, number) in [
                (FigureListing.Part.numerator, count.numerator), (.denominator, count.denominator),
                (.unknown, count.unknown),
            ] {
                let list = try #require(listing(board, figure, part))
                #expect(list.table.rows.count == number, "\(figure.id) \(part)")
                #expect(lines(list.table).count == number + 1, "\(figure.id) \(part)")
                #expect(list.hidden == 0)
                counted += number
            }
        }
        #expect(counted > 1_000)
    }

    @Test func everyCutIsTheLengthOfItsListAndTheCutsAddUp() throws {
        let board = try board(records)
        for split in Split.allCases {
            for (figure, parts) in zip(board.figures, board.cut(by: split)) {
                #expect(parts.reduce(0) { $0 + $1.count.denominator } == figure.count.denominator)
                for part in parts {
                    let list = try #require(listing(board, figure, .denominator, split, part.title))
                    #expect(list.table.rows.count == part.count.denominator, "\(figure.id) \(part.title)")
                }
            }
        }
    }

    @Test func aListNamesThePartItWasAskedForOrIsNone() throws {
        let board = try board(records)
        let figure = try #require(board.figure("K01"))
        #expect(listing(board, figure, .denominator, .team, "No such team") == nil)
        #expect(listing(board, figure, .denominator, .team, nil) == nil)
        #expect(listing(board, figure, .denominator, .team, "East")?.table.title.hasSuffix(", East") == true)
    }

    /// The numbers are the same for everybody; who may not see a child is not told who it is, nor how few there are.
    @Test func aViewerIsListedTheirOwnAndToldOfTheRestOnlyWhereTheyAreMany() throws {
        let board = try board(records)
        let worker = Viewer(id: "w", name: "Worker", roles: [.socialWorker], worker: "SW0")
        let figure = try #require(board.figure("K01"))
        let list = try #require(listing(board, figure, .numerator, as: worker))
        #expect(list.table.rows.count + list.hidden == figure.count.numerator)
        #expect(!list.table.rows.isEmpty && list.hidden >= 10)
        let children = board.question.authority.children.values
        let own = Set(children.filter { $0.allocations.contains { $0.worker == "SW0" } }.map { "\($0.id)" })
        #expect(Set(list.table.rows.map(\.subject)).isSubset(of: own))
        #expect(Sight.said(of: list.hidden) == "\(list.hidden) counted, not listed to you.")
        #expect(Sight.said(of: 9)?.contains("9") == false && Sight.said(of: 0) == nil)
    }

    @Test func aBoardBroughtUpToDateIsOneWorkedOutAnew() throws {
        let before = try board(records)
        var changed = records
        changed[4] = record(key: 5, [.identity(.numbered(ssda903: "1005"))], episode("2025-06-01", "S", "L1", "K2"))
        changed.append(record(key: 99, [.identity(.numbered(ssda903: "1099"))], episode("2025-07-01", "S", "V2", "U6")))
        let question = try #require(Question(authority(changed), asAt: asAt))
        #expect(question.asksTheSame(as: before.question))
        for (one, other) in zip(before.brought(to: question).figures, FigureBoard(question).figures) {
            #expect(Set(one.numerator) == Set(other.numerator) && one.count == other.count, "\(one.id)")
            #expect(Set(one.denominator) == Set(other.denominator) && Set(one.unknown) == Set(other.unknown))
        }
    }

    @Test func keptChartsAreBroughtUpToDateByTheChildrenThatChanged() async throws {
        let kept = KeptFigures()
        let first = try #require(Question(authority(records), asAt: asAt))
        _ = await kept.series(first, every: .month, patience: .seconds(60))
        var changed = records
        changed[10] = record(key: 11, [.identity(.numbered(ssda903: "1011"))], episode("2025-06-01", "S", "L1", "K2"))
        changed.append(record(key: 98, [.identity(.numbered(ssda903: "1098"))], episode("2025-07-01", "S", "V2", "U6")))
        let second = try #require(Question(authority(changed), asAt: asAt))
        let brought = try #require(await kept.series(second, every: .month, patience: .seconds(60)))
        var anew = FigureSeries(asAt: asAt, every: .month, second.context)
        for record in changed { anew.add(record) }
        for indicator in Indicators.all {
            #expect(
                brought.chart(of: indicator.id)?.points.map(\.count)
                    == anew.chart(of: indicator.id)?.points.map(\.count),
                "\(indicator.id)")
        }
    }

    @Test func aListNamesItsChildrenAsEveryListDoes() throws {
        var named = records
        named[4].apply(
            .identity(.named(ChildName(given: "Siân", family: "Aardale"))), origin: Origin(EventID(9_000), .namesFile))
        let board = try board(named)
        let figure = try #require(board.figure("K01"))
        let table = try #require(listing(board, figure, .numerator)).table
        #expect(table.columns.prefix(2).map(\.title) == ["Name", "Number"])
        #expect(table.rows.first?.cells.prefix(2).map(\.shown) == ["Siân Aardale", "1005"])
        let others = table.rows.dropFirst()
        #expect(others.allSatisfy { $0.cells[0].shown == "Name not known" })
        #expect(others.map { Int($0.cells[1].shown) ?? 0 } == others.map { Int($0.cells[1].shown) ?? 0 }.sorted())
        #expect(lines(table)[1].hasPrefix("Siân Aardale,1005,"))
    }

    @Test func aTextThatASpreadsheetWouldRunIsText() throws {
        let board = try board(records)
        let figure = try #require(board.figure("K01"))
        let list = try #require(listing(board, figure, .numerator, .team, "West, and =North"))
        #expect(lines(list.table).dropFirst().allSatisfy { $0.hasSuffix(",\"West, and =North\"") })
    }
}
