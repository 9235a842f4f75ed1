import Casework
import Days

/// A year's return as it was read: what it says of each child, and everything that could not be used.
public struct Return: Sendable {
    public let year: CollectionYear
    public internal(set) var tables = ReturnTables([])
    /// The files that were read, each with the table it holds.
    public internal(set) var files: [String] = []
    public internal(set) var ignored: [String] = []
    public internal(set) var rowsRead = 0
    public internal(set) var rowsSetAside = 0
    public internal(set) var findings: [Finding] = []
    /// SHA-256 over the files' names and bytes.
    public internal(set) var digest = ""
    /// In the order they were first met.
    public internal(set) var children: [ReportedChild] = []
    /// Rows that name no child.
    public internal(set) var setAside: [SetAside] = []
}

/// Builds a ``Return`` from rows, whichever kind of file they come from.
struct ReturnBuilder {
    private(set) var result: Return
    private var places: [String: Int] = [:]
    private let codes: CodeBook
    /// A fact dated after this cannot have happened: the later of the collection's end and the day of import.
    private let lastPossible: Day
    private var duplicates: [ReturnTable: (count: Int, file: String)] = [:]
    /// The tables whose row a child already has, for tables of one row a child.
    private var told: Set<OneRow> = []

    private struct OneRow: Hashable {
        let child: Int
        let table: ReturnTable
    }

    init(year: CollectionYear, importedOn: Day) {
        result = Return(year: year)
        codes = CodeBook(year: year)
        lastPossible = max(year.lastDay, importedOn)
    }

    mutating func met(_ table: ReturnTable, in file: String) {
        result.tables = ReturnTables(result.tables.tables + [table])
        result.files.append("\(file) (\(table.rawValue))")
    }

    mutating func ignore(_ file: String) {
        result.ignored.append(file)
        result.findings.append(
            Finding(
                kind: .fileIgnored, table: "", file: file, line: nil, column: nil, value: nil, child: nil,
                message: "\(file) is not a table of the SSDA903 return and was not read",
                remedy: "If it is one, name it as the collection does, for example Episodes.csv."))
    }

    /// A file without so much as headings says nothing, and so the table counts as absent.
    mutating func ignoreEmpty(_ table: ReturnTable, _ file: String) {
        result.ignored.append(file)
        result.findings.append(
            Finding(
                kind: .fileIgnored, table: table.rawValue, file: file, line: nil, column: nil, value: nil, child: nil,
                message: "\(file) is empty, so the return says nothing of \(table.rawValue)",
                remedy: "Send the table with at least its headings if there is nothing to tell."))
    }

    mutating func missingColumns(_ columns: [Column], of table: ReturnTable, in file: String) {
        for column in columns {
            result.findings.append(
                Finding(
                    kind: .columnMissing, table: table.rawValue, file: file, line: 1, column: column.name, value: nil,
                    child: nil, message: "\(table.rawValue) has no column \(column.name)",
                    remedy: "Add the column, or leave it out if the collection of \(result.year) has none."))
        }
    }

    /// The return, its facts in the order of their days and its findings complete.
    mutating func finish(digest: String) -> Return {
        for (table, found) in duplicates.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            result.findings.append(
                Finding(
                    kind: .duplicateRows, table: table.rawValue, file: found.file, line: nil, column: nil, value: nil,
                    child: nil, message: "\(found.count) rows say what another row says, and were read once",
                    remedy: "Nothing is lost; take the repeats out where the file is made."))
        }
        for index in result.children.indices {
            result.children[index].episodes.sort { $0.episode.start < $1.episode.start }
            result.children[index].reviews.sort { $0.day < $1.day }
            result.children[index].missing.sort { $0.start < $1.start }
            result.children[index].socialWorkers.sort { $0.start < $1.start }
        }
        result.digest = digest
        return result
    }
}

// MARK: One row

extension ReturnBuilder {
    /// Takes one row: what can be used is used, what cannot is set aside with a finding.
    mutating func take(_ row: Row) {
        result.rowsRead += 1
        let number = row.text(.child)
        guard !number.isEmpty else {
            setAside(row, .child, child: nil, "the row names no child", "Give the child’s number.")
            return
        }
        var place = places[number] ?? -1
        if place < 0 {
            place = result.children.count
            places[number] = place
            result.children.append(ReportedChild(ssda903: number))
        }
        switch row.table {
        case .header: takeHeader(row, place)
        case .episodes: takeEpisode(row, place)
        case .reviews: takeReview(row, place)
        case .unaccompanied: takeUnaccompanied(row, place)
        case .outcomes: takeOutcomes(row, place)
        case .leavingCare: takeContact(row, place)
        case .adoption: takeMatch(row, place)
        case .placedForAdoption: takeDecision(row, place)
        case .previousPermanence: takePermanence(row, place)
        case .missing: takeMissing(row, place)
        case .socialWorkers: takeWorker(row, place)
        case .deprivation: takeDeprivation(row, place)
        }
        if row.table != .header, row.table != .episodes { takeBirthDate(row, place) }
    }

    private mutating func takeHeader(_ row: Row, _ place: Int) {
        let birthDate = day(row, .dob, place)
        let sex = Sex(code(row, .sex, place))
        let details = ChildDetails(
            birthDate: birthDate, sex: sex, ethnicity: Ethnicity(code(row, .ethnic, place)), upn: row.text(.upn),
            isMother: flag(row, .mother, place), motherOfChildBorn: day(row, .mcDob, place))
        guard takesOnly(row, place, sameAs: result.children[place].details == details) else { return }
        result.children[place].details = details
        if let birthDate, result.children[place].birthDates.first != birthDate {
            // Header's date comes first, whatever order the files were read in.
            result.children[place].birthDates.removeAll { $0 == birthDate }
            result.children[place].birthDates.insert(birthDate, at: 0)
            noteBirthDates(row, place)
        }
        noteSex(sex, row, place)
    }

    /// The birth date that most tables repeat. One that differs is another source, not an error to drop.
    private mutating func takeBirthDate(_ row: Row, _ place: Int) {
        guard !row.cell(.dob).isEmpty, let born = readDay(row.cell(.dob)), born <= lastPossible else { return }
        if !result.children[place].birthDates.contains(born) {
            result.children[place].birthDates.append(born)
            noteBirthDates(row, place)
        }
    }

    private mutating func noteBirthDates(_ row: Row, _ place: Int) {
        let dates = result.children[place].birthDates
        guard dates.count > 1, let last = dates.last else { return }
        find(
            .birthDateDiffers, row, .dob, place,
            "the child’s birth date is \(dates[0].inWords) in one place and \(last.inWords) in another",
            "Find out which is right. Until then both are kept, and what depends on age is worked out on both.")
    }

    private mutating func noteSex(_ sex: Sex, _ row: Row, _ place: Int) {
        guard !sex.isBlank, !result.children[place].sexes.contains(where: { $0.asWrittenNow == sex.asWrittenNow })
        else { return }
        result.children[place].sexes.append(sex)
        if result.children[place].sexes.count > 1 {
            find(
                .sexDiffers, row, .sex, place, "the child’s sex is not the same in every table",
                "Find out which is right. Until then both are kept.")
        }
    }

    private mutating func takeEpisode(_ row: Row, _ place: Int) {
        guard let start = key(row, .decom, place, "when the episode started") else { return }
        let episode = Episode(
            start: start, reason: EpisodeReason(code(row, .rne, place)),
            legalStatus: LegalStatus(code(row, .ls, place)),
            need: CategoryOfNeed(code(row, .cin, place)), placement: PlacementType(code(row, .place, place)),
            provider: PlacementProvider(code(row, .placeProvider, place)),
            homePostcode: postcode(row, .homePost, place),
            placementPostcode: postcode(row, .plPost, place), urn: code(row, .urn, place))
        var end: EpisodeEnd?
        if let day = endDay(row, .dec, from: start, place) {
            end = EpisodeEnd(
                day: day, ending: CareEnding(code(row, .rec, place)),
                reason: PlacementChangeReason(code(row, .reasonPlaceChange, place)))
        }
        let reported = ReportedEpisode(episode, end: end)
        let held = result.children[place].episodes.first { $0.episode.start == start }
        guard isNew(row, place, held: held.map { $0 == reported }, "an episode that starts on \(start.inWords)") else {
            return
        }
        result.children[place].episodes.append(reported)
    }

    private mutating func takeReview(_ row: Row, _ place: Int) {
        guard let day = key(row, .review, place, "when the review was held") else { return }
        let review = Review(day: day, participation: Participation(code(row, .reviewCode, place)))
        let held = result.children[place].reviews.first { $0.day == day }
        guard isNew(row, place, held: held.map { $0 == review }, "a review on \(day.inWords)") else { return }
        result.children[place].reviews.append(review)
    }

    private mutating func takeUnaccompanied(_ row: Row, _ place: Int) {
        let until = day(row, .duc, place, mayLieAhead: true)
        let said = ReportedUnaccompanied(until: until)
        noteSex(Sex(code(row, .sex, place)), row, place)
        guard takesOnly(row, place, sameAs: result.children[place].unaccompanied == said) else { return }
        result.children[place].unaccompanied = said
    }

    private mutating func takeOutcomes(_ row: Row, _ place: Int) {
        let outcomes = YearlyOutcomes(
            year: result.year, sdqScore: number(row, .sdqScore, 0...40, place),
            sdqReason: code(row, .sdqReason, place),
            convicted: flag(row, .convicted, place), developmentChecks: flag(row, .healthCheck, place),
            immunisations: flag(row, .immunisations, place), dentalCheck: flag(row, .teethCheck, place),
            healthAssessment: flag(row, .healthAssessment, place),
            substanceMisuse: flag(row, .substanceMisuse, place),
            interventionReceived: flag(row, .interventionReceived, place),
            interventionOffered: flag(row, .interventionOffered, place))
        guard takesOnly(row, place, sameAs: result.children[place].outcomes == outcomes) else { return }
        result.children[place].outcomes = outcomes
    }

    private mutating func takeContact(_ row: Row, _ place: Int) {
        let contact = LeavingCareContact(
            year: result.year, inTouch: code(row, .inTouch, place), activity: code(row, .activ, place),
            accommodation: code(row, .accom, place))
        guard takesOnly(row, place, sameAs: result.children[place].contact == contact) else { return }
        result.children[place].contact = contact
    }

    private mutating func takeMatch(_ row: Row, _ place: Int) {
        let match = AdoptionMatch(
            placed: day(row, .dateInt, place), matched: day(row, .dateMatch, place),
            wereFosterCarers: flag(row, .fosterCare, place), numberOfAdopters: number(row, .nbAdoptr, 1...2, place),
            sexOfAdopters: code(row, .sexAdoptr, place), legalStatusOfAdopters: code(row, .lsAdoptr, place))
        guard takesOnly(row, place, sameAs: result.children[place].match == match) else { return }
        result.children[place].match = match
    }

    private mutating func takeDecision(_ row: Row, _ place: Int) {
        guard let decided = key(row, .datePlaced, place, "when it was decided that the child should be placed") else {
            return
        }
        let decision = ReportedDecision(
            decided: decided, ceased: endDay(row, .datePlacedCeased, from: decided, place),
            reason: AdoptionCeasedReason(code(row, .reasonPlacedCeased, place)))
        let held = result.children[place].decisions.first { $0.decided == decided }
        guard isNew(row, place, held: held.map { $0 == decision }, "a decision on \(decided.inWords)") else { return }
        result.children[place].decisions.append(decision)
    }

    private mutating func takePermanence(_ row: Row, _ place: Int) {
        // Where the day or month is not known the return writes zz, which is no error and no date.
        let date = row.cell(.datePerm)
        let partial = date.contains { $0 == UInt8(ascii: "z") || $0 == UInt8(ascii: "Z") }
        let permanence = PreviousPermanence(
            option: code(row, .prevPerm, place), authority: code(row, .laPerm, place),
            day: partial ? nil : day(row, .datePerm, place))
        guard takesOnly(row, place, sameAs: result.children[place].permanence == permanence) else { return }
        result.children[place].permanence = permanence
    }

    private mutating func takeMissing(_ row: Row, _ place: Int) {
        guard let start = key(row, .misStart, place, "when the child went missing") else { return }
        let missing = ReportedMissing(
            start: start, kind: MissingKind(code(row, .missing, place)), end: endDay(row, .misEnd, from: start, place))
        let held = result.children[place].missing.first { $0.start == start }
        guard isNew(row, place, held: held.map { $0 == missing }, "a missing episode from \(start.inWords)") else {
            return
        }
        result.children[place].missing.append(missing)
    }

    private mutating func takeWorker(_ row: Row, _ place: Int) {
        guard let start = key(row, .swDecom, place, "when the social worker began") else { return }
        let worker = row.text(.swId)
        guard !worker.isEmpty else {
            setAside(row, .swId, child: place, "the row names no social worker", "Give the worker’s code.")
            return
        }
        let allocation = ReportedAllocation(
            worker: worker, role: .socialWorker, start: start, reason: WorkerChangeReason(code(row, .swReason, place)),
            end: endDay(row, .swDec, from: start, place))
        let held = result.children[place].socialWorkers.first { $0.start == start && $0.worker == worker }
        guard isNew(row, place, held: held.map { $0 == allocation }, "\(worker) from \(start.inWords)") else { return }
        result.children[place].socialWorkers.append(allocation)
    }

    private mutating func takeDeprivation(_ row: Row, _ place: Int) {
        guard let start = key(row, .doloStart, place, "when the order began") else { return }
        let order = ReportedDeprivation(start: start, end: endDay(row, .doloEnd, from: start, place))
        let held = result.children[place].deprivations.first { $0.start == start }
        guard isNew(row, place, held: held.map { $0 == order }, "an order from \(start.inWords)") else { return }
        result.children[place].deprivations.append(order)
    }
}

// MARK: Cells

extension ReturnBuilder {
    /// The day a row hangs on. A row without one is set aside.
    private mutating func key(_ row: Row, _ column: Column, _ place: Int, _ what: String) -> Day? {
        let cell = row.cell(column)
        guard !cell.isEmpty else {
            setAside(row, column, child: place, "the row does not say \(what)", "Fill in \(column.name).")
            return nil
        }
        guard let day = readDay(cell) else {
            setAside(
                row, column, child: place, "\(decoded(cell)) is not a day", "Write \(column.name) as 15/05/2018.")
            return nil
        }
        guard day <= lastPossible else {
            setAside(
                row, column, child: place, "\(day.inWords) lies ahead, so it cannot have happened",
                "Correct \(column.name), or leave the row out until it has happened.")
            return nil
        }
        return day
    }

    /// A day that a row can do without. One that cannot be read is set aside and the rest of the row used.
    private mutating func day(_ row: Row, _ column: Column, _ place: Int, mayLieAhead: Bool = false) -> Day? {
        let cell = row.cell(column)
        guard !cell.isEmpty else { return nil }
        guard let day = readDay(cell) else {
            setAsideCell(row, column, place, "\(decoded(cell)) is not a day", "Write \(column.name) as 15/05/2018.")
            return nil
        }
        guard mayLieAhead || day <= lastPossible else {
            setAsideCell(
                row, column, place, "\(day.inWords) lies ahead, so it cannot have happened", "Correct \(column.name).")
            return nil
        }
        return day
    }

    /// The day something ended. One before its start is set aside.
    private mutating func endDay(_ row: Row, _ column: Column, from start: Day, _ place: Int) -> Day? {
        guard let end = day(row, column, place) else { return nil }
        guard end >= start else {
            setAsideCell(
                row, column, place, "it ends on \(end.inWords), before it starts on \(start.inWords)",
                "Correct \(column.name) or the start.")
            return nil
        }
        return end
    }

    private mutating func code(_ row: Row, _ column: Column, _ place: Int) -> Code {
        let cell = row.cell(column)
        guard !cell.isEmpty else { return .blank }
        guard let code = Code(bytes: cell) else {
            setAsideCell(
                row, column, place, "\(decoded(cell)) is too long for a code, or not plain letters and figures",
                "Write one of the collection’s codes for \(column.name).")
            return .blank
        }
        if !codes.knows(code, in: column) {
            find(
                .codeNotKnown, row, column, place, "\(code) is not a code for \(column.name) in \(result.year)",
                "Check the code; it was kept as it stands.")
        }
        return code
    }

    /// A postcode without its spaces.
    private mutating func postcode(_ row: Row, _ column: Column, _ place: Int) -> Code {
        let cell = row.cell(column)
        guard !cell.isEmpty else { return .blank }
        let close = cell.filter { $0 != 32 }
        guard let code = close.withUnsafeBytes({ Code(bytes: $0) }) else {
            setAsideCell(
                row, column, place, "\(decoded(cell)) is not a postcode", "Write \(column.name) as a postcode.")
            return .blank
        }
        return code
    }

    /// 0 or 1; blank is not said.
    private mutating func flag(_ row: Row, _ column: Column, _ place: Int) -> Bool? {
        let cell = row.cell(column)
        guard !cell.isEmpty else { return nil }
        if cell.count == 1, cell[0] == UInt8(ascii: "0") { return false }
        if cell.count == 1, cell[0] == UInt8(ascii: "1") { return true }
        setAsideCell(
            row, column, place, "\(decoded(cell)) is neither 0 nor 1", "Write 1 for yes, 0 for no, or nothing.")
        return nil
    }

    private mutating func number(_ row: Row, _ column: Column, _ range: ClosedRange<Int>, _ place: Int) -> Int? {
        let cell = row.cell(column)
        guard !cell.isEmpty else { return nil }
        if let value = Int(decoded(cell)), range.contains(value) { return value }
        setAsideCell(
            row, column, place,
            "\(decoded(cell)) is not a whole number from \(range.lowerBound) to \(range.upperBound)",
            "Correct \(column.name).")
        return nil
    }
}

// MARK: Setting aside

extension ReturnBuilder {
    /// Whether a keyed row is new. One alike is counted as a duplicate; one that differs is set aside.
    private mutating func isNew(_ row: Row, _ place: Int, held: Bool?, _ what: String) -> Bool {
        guard let same = held else { return true }
        if same {
            duplicates[row.table, default: (0, row.file)].count += 1
        } else {
            setAside(
                row, nil, child: place, "the child already has \(what), and this row says something else",
                "Keep the row that is right; the first was used.")
        }
        return false
    }

    /// Whether a row is the first of a table that has one a child.
    private mutating func takesOnly(_ row: Row, _ place: Int, sameAs same: Bool) -> Bool {
        if told.insert(OneRow(child: place, table: row.table)).inserted { return true }
        return isNew(row, place, held: same, "a row in \(row.table.rawValue)")
    }

    private mutating func setAside(_ row: Row, _ column: Column?, child: Int?, _ message: String, _ remedy: String) {
        result.rowsSetAside += 1
        keep(row, child, message)
        find(.rowSetAside, row, column, child, message, remedy)
    }

    private mutating func setAsideCell(_ row: Row, _ column: Column, _ child: Int, _ message: String, _ remedy: String)
    {
        keep(row, child, message)
        find(.cellSetAside, row, column, child, message, remedy)
    }

    private mutating func keep(_ row: Row, _ child: Int?, _ message: String) {
        let kept = SetAside(table: row.table.rawValue, year: result.year, cells: row.kept, why: message)
        if let child {
            result.children[child].setAside.append(kept)
        } else {
            result.setAside.append(kept)
        }
    }

    private mutating func find(
        _ kind: Finding.Kind, _ row: Row, _ column: Column?, _ child: Int?, _ message: String, _ remedy: String
    ) {
        result.findings.append(
            Finding(
                kind: kind, table: row.table.rawValue, file: row.file, line: row.line, column: column?.name,
                value: column.map { row.text($0) }, child: child.map { result.children[$0].ssda903 }, message: message,
                remedy: remedy))
    }
}
