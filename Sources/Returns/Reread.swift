import Casework
import Days

extension ReturnReader {
    /// Reads a row that was set aside once more, by today's rules and with today's day of import.
    ///
    /// - Returns: What the row says of its child; nil where any of it still cannot be used.
    public func reread(_ row: SetAside) -> ReportedChild? {
        guard let table = ReturnTable(rawValue: row.table) else { return nil }
        var bytes: [UInt8] = []
        var cells = [Range<Int>](repeating: 0..<0, count: Column.allCases.count)
        for (name, value) in row.columns {
            guard let column = Column(heading: name) else { continue }
            cells[column.rawValue] = bytes.count..<(bytes.count + value.utf8.count)
            bytes += value.utf8
        }
        var builder = ReturnBuilder(year: year, importedOn: importedOn, limits: limits)
        bytes.withUnsafeBytes { builder.take(Row(table: table, file: "", line: 1, bytes: $0, cells: cells)) }
        let reading = builder.finish(digest: "")
        guard reading.rowsSetAside == 0, let child = reading.children.first, child.setAside.isEmpty else { return nil }
        return child
    }
}
