import Days
import Testing

@testable import Spreadsheets

struct TableTests {
    private static let day = Day(2018, 5, 15) ?? Day(ordinal: 0)
    private let table = Table(
        "Children looked after", notes: ["As at 15 May 2018."],
        columns: [.init("Name", width: 30), .init("Age", isNumeric: true), .init("Since"), .init("Note")],
        rows: [
            .init("c-1", [.text("Siân O’Thornmere"), .number(9), .day(day), .text("says \"no\", then\nyes")]),
            .init("c-2", [.text("=HYPERLINK(1)"), .number(-3), .nothing, .text("@home")]),
            .init("c-3", [.text("-Ada"), .nothing, .day(day + 1), .text("+1 \tx")]),
        ])

    @Test func csvHoldsHeadingsAndRowsAndGuardsWhatLooksLikeAFormula() {
        let text = String(decoding: table.csv, as: UTF8.self)
        #expect(
            text == "\u{FEFF}Name,Age,Since,Note\r\n"
                + "Siân O’Thornmere,9,2018-05-15,\"says \"\"no\"\", then\nyes\"\r\n"
                + "'=HYPERLINK(1),-3,,'@home\r\n" + "'-Ada,,2018-05-16,\"'+1 \tx\"\r\n")
    }

    @Test func theWorkbookHoldsTheSameRowsInTheSameOrder() throws {
        let read = try Workbook(table.workbook())
        #expect(read.rows.first == table.columns.map(\.title))
        let expected = table.rows.map { row in
            row.cells.map { cell in
                if case .day(let day) = cell { return "\(Table.excelSerial(day))" }
                return cell.shown
            }
        }
        let found = read.rows.dropFirst().map { row in row + Array(repeating: "", count: 4 - row.count) }
        #expect(found == expected)
    }

    @Test func aDayIsCountedAsWorkbooksCountIt() throws {
        #expect(Table.excelSerial(try #require(Day(1900, 3, 1))) == 61)
        #expect(Table.excelSerial(try #require(Day(2018, 5, 15))) == 43_235)
    }

    @Test func theSecondSheetSaysWhatAReaderMustKnow() throws {
        let about = try Workbook(table.workbook(), sheet: 2)
        #expect(about.rows == [["Children looked after"], ["As at 15 May 2018."]])
    }

    @Test func aTextTooLongForAWorkbookIsAnErrorThatSaysWhatToDo() {
        let long = Table(
            "Long", columns: [.init("A")], rows: [.init("", [.text(String(repeating: "x", count: 40_000))])])
        #expect { try long.workbook() } throws: { "\($0)".contains("take it as CSV instead") }
    }

    @Test func aListOfNobodyIsStillAWorkbook() throws {
        let empty = table.page([])
        #expect(try Workbook(empty.workbook()).rows == [table.columns.map(\.title)])
        #expect(String(decoding: empty.csv, as: UTF8.self) == "\u{FEFF}Name,Age,Since,Note\r\n")
    }
}
