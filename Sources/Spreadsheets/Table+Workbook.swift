import CXlsxWriter
import Days
import Foundation

/// Why a workbook could not be written.
public struct WorkbookError: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}

extension Table {
    /// The list as an Excel workbook: the rows on the first sheet under headings that stay, and on the second what a
    /// reader must know to trust them.
    ///
    /// Days are days and numbers are numbers, so that they sort; text is text, so that nothing in it is ever a formula.
    /// The library writes files, so one is made in a folder that only this account can read, and is gone before this
    /// returns.
    ///
    /// - Throws: ``WorkbookError`` where the list does not fit a workbook or there is no room to write one.
    public func workbook() throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("workbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("list.xlsx")
        try folder.path.withCString { folder in
            var options = lxw_workbook_options(
                constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
            guard let book = workbook_new_opt(file.path, &options) else {
                throw WorkbookError(description: "the workbook could not be begun; the server’s disk may be full")
            }
            // The library frees the workbook when it closes it, so that must happen whatever went wrong before.
            let written = Result { try write(into: book) }
            let closed = workbook_close(book)
            try written.get()
            try Self.check(closed)
        }
        return [UInt8](try Data(contentsOf: file))
    }

    private func write(into book: UnsafeMutablePointer<lxw_workbook>) throws {
        guard let list = workbook_add_worksheet(book, "List"), let about = workbook_add_worksheet(book, "About"),
            let bold = workbook_add_format(book), let asDay = workbook_add_format(book)
        else { throw WorkbookError(description: "the workbook could not be begun; the server’s disk may be full") }
        format_set_bold(bold)
        format_set_num_format(asDay, "d mmmm yyyy")
        for (column, heading) in columns.enumerated() {
            try Self.check(worksheet_set_column(list, UInt16(column), UInt16(column), Double(heading.width), nil))
            try Self.check(worksheet_write_string(list, 0, UInt16(column), heading.title, bold))
        }
        for (place, row) in rows.enumerated() {
            for (column, cell) in row.cells.enumerated() {
                try Self.check(Self.write(cell, UInt32(place + 1), UInt16(column), asDay, into: list))
            }
        }
        worksheet_freeze_panes(list, 1, 1)
        if !rows.isEmpty, !columns.isEmpty {
            try Self.check(worksheet_autofilter(list, 0, 0, UInt32(rows.count), UInt16(columns.count - 1)))
        }
        try Self.check(worksheet_set_column(about, 0, 0, 100, nil))
        for (place, line) in ([title] + notes).enumerated() {
            try Self.check(worksheet_write_string(about, UInt32(place), 0, line, place == 0 ? bold : nil))
        }
    }

    private static func write(
        _ cell: Cell, _ row: UInt32, _ column: UInt16, _ asDay: UnsafeMutablePointer<lxw_format>,
        into sheet: UnsafeMutablePointer<lxw_worksheet>
    ) -> lxw_error {
        switch cell {
        case .text(let text): worksheet_write_string(sheet, row, column, text, nil)
        case .number(let number): worksheet_write_number(sheet, row, column, Double(number), nil)
        case .decimal(let number): worksheet_write_number(sheet, row, column, number, nil)
        case .day(let day): worksheet_write_number(sheet, row, column, Double(excelSerial(day)), asDay)
        case .nothing: LXW_NO_ERROR
        }
    }

    /// The number that a workbook counts a day by: 1 January 1900 is 1, and a 29 February 1900 that never was is counted.
    static func excelSerial(_ day: Day) -> Int {
        guard let dayNought = Day(1899, 12, 30) else { return 0 }
        return day - dayNought
    }

    private static func check(_ outcome: lxw_error) throws {
        guard outcome != LXW_NO_ERROR else { return }
        let why = lxw_strerror(outcome).map { String(cString: $0) } ?? ""
        throw WorkbookError(description: "the list could not be written as a workbook (\(why)); take it as CSV instead")
    }
}
