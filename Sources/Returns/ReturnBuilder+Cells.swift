import Casework
import Days

/// Cells. One that cannot be read is set aside, and the rest of its row used.
extension ReturnBuilder {
    /// The day a row hangs on. A row without one is set aside.
    mutating func key(_ row: Row, _ column: Column, _ child: Int, _ what: String) -> Day? {
        let cell = row.cell(column)
        if cell.isEmpty {
            setAside(row, column, of: child, .noDay(of: what))
            return nil
        }
        guard let day = readDay(cell) else {
            setAside(row, column, of: child, .notADay)
            return nil
        }
        if day > lastPossible {
            setAside(row, column, of: child, .liesAhead(day))
            return nil
        }
        return day
    }

    /// A day that a row can do without.
    mutating func day(
        _ row: Row, _ column: Column, _ child: Int, _ problem: Problem = .notADay, mayLieAhead: Bool = false
    ) -> Day? {
        let cell = row.cell(column)
        if cell.isEmpty { return nil }
        guard let day = readDay(cell) else {
            setAsideCell(row, column, child, problem)
            return nil
        }
        if !mayLieAhead, day > lastPossible {
            setAsideCell(row, column, child, .liesAhead(day))
            return nil
        }
        return day
    }

    /// The day something ended, on or after its start.
    mutating func endDay(_ row: Row, _ column: Column, from start: Day, _ child: Int) -> Day? {
        let cell = row.cell(column)
        if cell.isEmpty { return nil }
        guard let end = readDay(cell) else {
            setAsideCell(row, column, child, .endNotADay)
            return nil
        }
        if end < start {
            setAsideCell(row, column, child, .endBeforeStart(end: end, start: start))
            return nil
        }
        if end > lastPossible {
            setAsideCell(row, column, child, .endLiesAhead(end))
            return nil
        }
        return end
    }

    /// A code. One that the year does not have is kept as it stands.
    mutating func code(_ row: Row, _ column: Column, _ child: Int) -> Code {
        let cell = row.cell(column)
        if cell.isEmpty { return .blank }
        guard let code = Code(bytes: cell) else {
            setAsideCell(row, column, child, .notACode)
            return .blank
        }
        if !codes.knows(code, in: column) { find(.codeNotKnown, .codeOfNoYear(result.year), row, column, child) }
        return code
    }

    /// A postcode without its spaces.
    mutating func postcode(_ row: Row, _ column: Column, _ child: Int) -> Code {
        let cell = row.cell(column)
        if cell.isEmpty { return .blank }
        if let code = Code(bytes: cell), !cell.contains(32) { return code }
        guard let code = cell.filter({ $0 != 32 }).withUnsafeBytes({ Code(bytes: $0) }) else {
            setAsideCell(row, column, child, .notAPostcode)
            return .blank
        }
        return code
    }

    /// 0 or 1; blank is not said.
    mutating func flag(_ row: Row, _ column: Column, _ child: Int) -> Bool? {
        let cell = row.cell(column)
        if cell.isEmpty { return nil }
        if cell.count == 1, cell[0] == UInt8(ascii: "0") { return false }
        if cell.count == 1, cell[0] == UInt8(ascii: "1") { return true }
        setAsideCell(row, column, child, .notZeroOrOne)
        return nil
    }

    mutating func number(_ row: Row, _ column: Column, _ range: ClosedRange<Int>, _ child: Int) -> Int? {
        let cell = row.cell(column)
        if cell.isEmpty { return nil }
        if let value = Int(decoded(cell)), range.contains(value) { return value }
        setAsideCell(row, column, child, .notANumber(range))
        return nil
    }
}

// MARK: Setting aside

extension ReturnBuilder {
    /// Keeps a whole row unused.
    mutating func setAside(_ row: Row, _ column: Column, of child: Int?, _ problem: Problem) {
        result.rowsSetAside += 1
        keep(row, find(.rowSetAside, problem, row, column, child), child)
    }

    /// Leaves a cell out, and keeps its row beside what was used of it.
    mutating func setAsideCell(_ row: Row, _ column: Column, _ child: Int, _ problem: Problem) {
        keep(row, find(.cellSetAside, problem, row, column, child), child)
    }

    private mutating func keep(_ row: Row, _ finding: Finding, _ child: Int?) {
        let kept = SetAside(table: row.table.rawValue, year: result.year, cells: row.kept, why: finding.message)
        if let child {
            result.children[child].setAside.append(kept)
        } else {
            result.setAside.append(kept)
        }
    }

    @discardableResult
    mutating func find(
        _ kind: Finding.Kind, _ problem: Problem, _ row: Row, _ column: Column, _ child: Int?
    ) -> Finding {
        let finding = Finding(
            kind, problem, result.year, table: row.table.rawValue, file: row.file, line: row.line, column: column.name,
            value: row.text(column), child: child.map { result.children[$0].ssda903 } ?? numberOf(row))
        result.findings.append(finding)
        return finding
    }

    private func numberOf(_ row: Row) -> String? {
        let number = row.text(.child)
        return number.isEmpty ? nil : number
    }
}
