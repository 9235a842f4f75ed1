import Casework
import Days

/// Builds a ``Return`` from rows, whichever kind of file they come from: what can be used is used, and what cannot is set
/// aside with a finding.
struct ReturnBuilder {
    var result: Return
    let limits: ReadingLimits
    let codes: CodeBook
    /// A fact dated after this cannot have happened: the later of the collection's end and the day of import.
    let lastPossible: Day
    /// Numbers that are known to mean another child than the return's: their rows are set aside.
    private let strangers: Set<String>
    private let onRows: (Int) -> Void

    private var places: [String: Int] = [:]
    /// Where each child was first met.
    private var firstRows: [RowPlace] = []
    /// The tables of one row a child that each child has had.
    private var told: [ReturnTables] = []
    private var index = FactIndex()
    private var duplicates: [ReturnTable: (count: Int, first: RowPlace, child: Int)] = [:]
    /// Episodes that the return gives no end.
    private var unended: [(child: Int, start: Day, place: RowPlace)] = []

    init(
        year: CollectionYear, importedOn: Day, limits: ReadingLimits, strangers: Set<String> = [],
        onRows: @escaping (Int) -> Void = { _ in }
    ) {
        result = Return(year: year)
        codes = CodeBook(year: year)
        lastPossible = max(year.lastDay, importedOn)
        (self.limits, self.strangers, self.onRows) = (limits, strangers, onRows)
    }

    /// Takes one row.
    mutating func take(_ row: Row) {
        result.rowsRead += 1
        if result.rowsRead.isMultiple(of: 4096) { onRows(result.rowsRead) }
        let number = row.text(.child)
        if number.isEmpty { return setAside(row, .child, of: nil, .noChild) }
        if strangers.contains(number) { return setAside(row, .child, of: nil, .anotherChild) }
        let child = place(of: number, row)
        if row.table != .header, row.table != .episodes, row.table != .unaccompanied { takeBirthDate(row, child) }
        switch row.table {
        case .header: takeHeader(row, child)
        case .episodes: takeEpisode(row, child)
        case .reviews: takeReview(row, child)
        case .unaccompanied: takeUnaccompanied(row, child)
        case .outcomes: takeOutcomes(row, child)
        case .leavingCare: takeContact(row, child)
        case .adoption: takeMatch(row, child)
        case .placedForAdoption: takeDecision(row, child)
        case .previousPermanence: takePermanence(row, child)
        case .missing: takeMissing(row, child)
        case .socialWorkers: takeWorker(row, child)
        case .deprivation: takeDeprivation(row, child)
        }
    }

    private mutating func place(of number: String, _ row: Row) -> Int {
        if let known = places[number] { return known }
        let place = result.children.count
        places[number] = place
        result.children.append(ReportedChild(ssda903: number))
        firstRows.append(RowPlace(row))
        told.append(ReturnTables([]))
        return place
    }
}

/// Where a row stands.
struct RowPlace {
    let table: ReturnTable
    let file: String
    let line: Int

    init(_ row: Row) { (table, file, line) = (row.table, row.file, row.line) }
}

// MARK: Beside the child's other rows

extension ReturnBuilder {
    /// Adds a fact, unless the child has one under the same key: one alike is a repeat, one that differs is set aside.
    ///
    /// - Parameter what: The fact in words that a day can follow: "a review on".
    mutating func add<Fact: KeyedFact>(
        _ fact: Fact, to facts: WritableKeyPath<ReportedChild, [Fact]>, _ row: Row, _ key: Column, _ child: Int,
        _ what: String
    ) {
        guard let held = held(fact.key, in: facts, row.table, child) else {
            result.children[child][keyPath: facts].append(fact)
            return
        }
        if held == fact {
            noteRepeat(row, child)
        } else {
            setAside(row, key, of: child, .saysOtherwise(than: what, fact.key.day))
        }
    }

    /// The fact that the child has under a key. A function of its own, so that nothing holds the list while it grows: it
    /// would be copied with every row.
    private mutating func held<Fact: KeyedFact>(
        _ key: FactKey, in facts: WritableKeyPath<ReportedChild, [Fact]>, _ table: ReturnTable, _ child: Int
    ) -> Fact? {
        let list = result.children[child][keyPath: facts]
        return index.place(of: key, in: list, of: child, table).map { list[$0] }
    }

    /// Whether the row is the first that a table of one row a child has for the child.
    mutating func isFirst(_ row: Row, _ child: Int) -> Bool {
        if told[child].contains(row.table) { return false }
        told[child].formUnion(ReturnTables([row.table]))
        return true
    }

    /// Puts in what a table of one row a child says, unless the child has had its row.
    mutating func put<Fact: Equatable>(
        _ fact: Fact, in slot: WritableKeyPath<ReportedChild, Fact?>, _ row: Row, _ child: Int
    ) {
        if isFirst(row, child) {
            result.children[child][keyPath: slot] = fact
        } else if result.children[child][keyPath: slot] == fact {
            noteRepeat(row, child)
        } else {
            setAside(row, .child, of: child, .saysOtherwise(than: "a row in \(row.table.rawValue)", nil))
        }
    }

    mutating func noteRepeat(_ row: Row, _ child: Int) {
        duplicates[row.table, default: (0, RowPlace(row), child)].count += 1
    }

    mutating func noteUnended(_ row: Row, _ child: Int, _ start: Day) {
        unended.append((child, start, RowPlace(row)))
    }
}

// MARK: Once everything is read

extension ReturnBuilder {
    /// The return, its facts in the order of their days and its findings complete.
    mutating func finish(digest: String) -> Return {
        for index in result.children.indices {
            result.children[index].episodes.sort { $0.episode.start < $1.episode.start }
            result.children[index].reviews.sort { $0.day < $1.day }
            result.children[index].missing.sort { $0.start < $1.start }
            result.children[index].socialWorkers.sort { $0.start < $1.start }
        }
        findRepeats()
        findEpisodesThatNeverEnded()
        findChildrenWithoutEpisodes()
        result.digest = digest
        return result
    }

    private mutating func findRepeats() {
        for (_, found) in duplicates.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            find(.duplicateRows, .repeated(found.count), at: found.first, of: found.child)
        }
    }

    /// An episode without an end beside a later one that ended: see `docs/decisions/0003`.
    private mutating func findEpisodesThatNeverEnded() {
        for one in unended {
            guard let last = result.children[one.child].episodes.last, last.end != nil, one.start < last.episode.start
            else { continue }
            find(
                .neverEnded, .neverEnded(start: one.start, later: last.episode.start), at: one.place, of: one.child,
                .dec)
        }
    }

    private mutating func findChildrenWithoutEpisodes() {
        guard result.tables.contains(.episodes) else { return }
        for (index, child) in result.children.enumerated() where child.episodes.isEmpty && child.contact == nil {
            // A child whose episode was set aside has one.
            if child.setAside.contains(where: { $0.table == ReturnTable.episodes.rawValue }) { continue }
            find(.noEpisode, .noEpisode, at: firstRows[index], of: index)
        }
    }

    private mutating func find(
        _ kind: Finding.Kind, _ problem: Problem, at place: RowPlace, of child: Int, _ column: Column = .child
    ) {
        let number = result.children[child].ssda903
        result.findings.append(
            Finding(
                kind, problem, result.year, table: place.table.rawValue, file: place.file, line: place.line,
                column: column.name,
                value: column == .child ? number : nil, child: number))
    }
}
