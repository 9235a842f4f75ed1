import Casework
import Foundation

/// Reads one CSV table into a return.
struct TableReader {
    let limits: ReadingLimits

    func read(
        _ bytes: UnsafeRawBufferPointer, _ table: ReturnTable, file: String, into builder: inout ReturnBuilder
    ) throws(ReturnError) {
        var csv = try CSV(bytes, file: file, limits: limits)
        // A file without so much as headings says nothing, and so the table counts as absent.
        guard try csv.next() else { return builder.ignore(file, .emptyTable, table: table) }
        let headings = csv.cells.map {
            decoded(UnsafeRawBufferPointer(rebasing: bytes[$0])).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        guard headings.contains(where: { Column(heading: $0) == .child }) else {
            throw ReturnError(
                "\(file), line \(csv.rowLine): the headings have no CHILD; the first row must name the columns")
        }
        builder.met(table, in: file)
        let columns = builder.columns(headings, of: table, in: file, line: csv.rowLine)
        var cells = [Range<Int>](repeating: 0..<0, count: Column.allCases.count)
        while try csv.next() {
            for column in table.columns { cells[column.rawValue] = 0..<0 }
            for (column, range) in zip(columns, csv.cells) { if let column { cells[column.rawValue] = range } }
            builder.take(Row(table: table, file: file, line: csv.rowLine, bytes: bytes, cells: cells))
            try builder.checkFindings(in: file)
        }
    }
}

extension ReturnBuilder {
    /// - Throws: ``ReturnError`` where there is more wrong than could be of use to anybody.
    func checkFindings(in file: String) throws(ReturnError) {
        guard result.findings.count <= limits.findings else {
            throw ReturnError(
                "\(file): more than \(limits.findings) things are wrong with the return; is it one of \(result.year)?")
        }
    }
}
