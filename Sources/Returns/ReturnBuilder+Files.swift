import Casework

/// Files: which were read, and what is odd about a whole one.
extension ReturnBuilder {
    mutating func met(_ table: ReturnTable, in file: String) {
        result.tables.formUnion(ReturnTables([table]))
        result.files.append("\(file) (\(table.rawValue))")
    }

    mutating func ignore(_ file: String, _ problem: Problem = .noTable, table: ReturnTable? = nil) {
        result.ignored.append(file)
        result.findings.append(Finding(.fileIgnored, problem, result.year, table: table?.rawValue ?? "", file: file))
    }

    /// Compares a file's headings with the table's columns, and gives what each heading means.
    mutating func columns(_ headings: [String], of table: ReturnTable, in file: String, line: Int) -> [Column?] {
        var found: Set<Column> = []
        let columns = headings.map { heading -> Column? in
            if heading.isEmpty { return nil }
            guard let column = Column(heading: heading), table.columns.contains(column) else {
                note(.columnNotKnown, .columnNotKnown, heading, table, file, line)
                return nil
            }
            guard found.insert(column).inserted else {
                note(.columnRepeated, .columnRepeated, heading, table, file, line)
                return nil
            }
            return column
        }
        for column in table.columns where !found.contains(column) {
            note(.columnMissing, .columnMissing(result.year), column.name, table, file, line)
        }
        return columns
    }

    mutating func note(
        _ kind: Finding.Kind, _ problem: Problem, _ heading: String, _ table: ReturnTable, _ file: String, _ line: Int?
    ) {
        result.findings.append(
            Finding(kind, problem, result.year, table: table.rawValue, file: file, line: line, column: heading))
    }
}
