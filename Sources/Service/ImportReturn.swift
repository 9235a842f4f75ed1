import Casework
import Days
import JournalStore
import Returns

/// Takes a year's return into the journal: read, compared with what is known, and appended in one go or not at all.
public struct ImportReturn: Sendable {
    public var paths: [String]
    public var year: CollectionYear
    /// The day the return was drawn; the collection's 31 March where it was not said.
    public var drawn: Day?
    /// The year before, imported first in the same transaction.
    public var previous: [String]
    public var limits = ReadingLimits()

    public init(paths: [String], year: CollectionYear, drawn: Day? = nil, previous: [String] = []) {
        (self.paths, self.year, self.drawn, self.previous) = (paths, year, drawn, previous)
    }

    /// What an import did.
    public struct Outcome: Sendable {
        public internal(set) var children = 0
        public internal(set) var rowsRead = 0
        public internal(set) var rowsSetAside = 0
        public internal(set) var eventsAppended = 0
        public internal(set) var corrections = 0
        public internal(set) var horizon: Day
        public internal(set) var files: [String] = []
        public internal(set) var ignored: [String] = []
        public internal(set) var findings: [Finding] = []
        /// What the return says otherwise than a better source.
        public internal(set) var disagreements: [String] = []
    }

    /// Reads and appends.
    ///
    /// - Parameter progress: told what is being done, in a few words, now and then.
    /// - Throws: ``ReturnError`` where the return is refused; ``JournalError`` where the journal will not take it.
    nonisolated(nonsending) public func run<Kept: Journal>(
        into open: @autoclosure () throws -> Kept, command: CommandID, by author: Actor, at now: Instant, today: Day,
        progress: (String) -> Void = { _ in }
    ) async throws -> Outcome {
        var readings: [(reading: Return, horizon: Day)] = []
        for (paths, year, horizon) in [
            (previous, year.previous, year.previous.lastDay), (paths, year, drawn ?? year.lastDay),
        ]
        where !paths.isEmpty {
            progress("reading \(year)")
            let reader = ReturnReader(year: year, importedOn: today, limits: limits)
            readings.append((try reader.read(paths), horizon))
        }
        // Opened only now, so that a return that is refused leaves no empty journal behind.
        let journal = try open()
        var coverage = Coverage()
        try await journal.scan(stream: .authority) { coverage.take($0) }
        // A return that was read before needs no record to be compared with; and what can be folded before the journal is
        // kept from other writers is.
        let isNew = readings.contains { !coverage.holds($0.reading, $0.horizon) }
        let known = isNew ? try await journal.authority() : Authority()
        var outcome = Outcome(horizon: drawn ?? year.lastDay)
        let appended = try await journal.append(command, by: author, at: now) { transaction in
            var authority = known
            for (reading, horizon) in readings {
                outcome.note(reading)
                var coverage = Coverage()
                try transaction.scan(stream: .authority) { coverage.take($0) }
                guard !coverage.holds(reading, horizon) else { continue }
                // Another process may have written since; and the year before, just above, has.
                authority = try transaction.authority(from: authority)
                progress("comparing \(reading.year) with what is known")
                try Self.append(reading, horizon, to: authority, transaction, &outcome)
            }
        }
        outcome.eventsAppended = appended.count
        return outcome
    }

    private static func append(
        _ reading: Return, _ horizon: Day, to authority: Authority, _ transaction: any JournalTransaction,
        _ outcome: inout Outcome
    ) throws {
        var given: Set<ChildID> = []
        var rowsSetAside = reading.rowsSetAside
        var reported: Set<String> = []
        for child in reading.children {
            reported.insert(child.ssda903)
            let record = authority.child(ssda903: child.ssda903)
            if let record, record.isSomebodyElse(than: child) {
                rowsSetAside += try setAside(child, record, reading, authority, transaction, &outcome)
                continue
            }
            let id = record?.id ?? newChild(authority, &given)
            try append(child, record, id, reading, transaction, &outcome)
        }
        // A child who is gone from a newer version of the same year: every fact that only that year gave is taken back.
        if authority.coverage.latest(of: reading.year) != nil {
            for (id, record) in authority.children where !reported.contains(record.identity.ssda903) {
                guard record.identity.described?.source == .ssda903(reading.year) else { continue }
                try append(ReportedChild(ssda903: record.identity.ssda903), record, id, reading, transaction, &outcome)
            }
        }
        let known = Set(authority.setAside.map(\.fingerprint))
        for row in reading.setAside where !known.contains(row.fingerprint) {
            try append(row, transaction)
        }
        let imported = ReturnImported(
            year: reading.year, tables: reading.tables, horizon: horizon, digest: reading.digest,
            rowsRead: reading.rowsRead, rowsSetAside: rowsSetAside)
        try transaction.append(
            Proposed(
                stream: .authority, occurred: Moment(horizon), source: .ssda903(reading.year),
                body: AuthorityEvent.returnImported(imported).body))
    }

    private static func append(
        _ child: ReportedChild, _ record: ChildRecord?, _ id: ChildID, _ reading: Return,
        _ transaction: any JournalTransaction, _ outcome: inout Outcome
    ) throws {
        let reconciled = Reconciliation(child, with: record, as: id, year: reading.year, tables: reading.tables)
        try transaction.append(contentsOf: reconciled.proposed)
        outcome.corrections += reconciled.corrections
        outcome.disagreements += reconciled.disagreements.map { "\(child.ssda903): \($0)" }
    }

    private static func append(_ row: SetAside, _ transaction: any JournalTransaction) throws {
        try transaction.append(
            Proposed(
                stream: .authority, occurred: Moment(row.year.firstDay), source: .ssda903(row.year),
                body: AuthorityEvent.setAside(row).body))
    }

    /// Birth date and sex both differ: the number may now mean somebody else, so nothing of theirs enters the record.
    /// Gives how many rows that was.
    private static func setAside(
        _ child: ReportedChild, _ record: ChildRecord, _ reading: Return, _ authority: Authority,
        _ transaction: any JournalTransaction, _ outcome: inout Outcome
    ) throws -> Int {
        let why = "the number is known, but both birth date and sex differ from the child who has it"
        let row = SetAside(
            table: ReturnTable.header.rawValue, year: reading.year,
            cells: "CHILD=\(child.ssda903)\u{1F}\(child.summary)", why: why)
        if !authority.setAside.contains(where: { $0.fingerprint == row.fingerprint }) { try append(row, transaction) }
        outcome.rowsSetAside += 1
        outcome.findings.append(
            Finding(
                kind: .rowSetAside, table: ReturnTable.header.rawValue, file: "", line: nil, column: nil, value: nil,
                child: child.ssda903, message: why, remedy: "Find out whether the number was given to another child."))
        return 1
    }

    /// A new child's id, drawn at random and given to nobody.
    private static func newChild(_ authority: Authority, _ given: inout Set<ChildID>) -> ChildID {
        while true {
            let id = ChildID(key: .random(in: 1...0x00FF_FFFF_FFFF_FFFF))
            if authority[id] == nil, given.insert(id).inserted { return id }
        }
    }
}

extension ImportReturn.Outcome {
    /// Adds what was read, whether or not any of it is new.
    fileprivate mutating func note(_ reading: Return) {
        children += reading.children.count
        rowsRead += reading.rowsRead
        rowsSetAside += reading.rowsSetAside
        findings += reading.findings
        files += reading.files
        ignored += reading.ignored
    }
}

extension Coverage {
    /// Adds an event of the authority's stream, if it is an import.
    fileprivate mutating func take(_ event: borrowing StoredEvent) {
        if case .returnImported(let imported) = AuthorityEvent(
            kind: event.kind, schema: event.schema, bytes: event.body)
        {
            add(imported)
        }
    }

    /// Whether the return, to the byte, is the latest of its year that was taken in.
    fileprivate func holds(_ reading: Return, _ horizon: Day) -> Bool {
        latest(of: reading.year).map { $0.digest == reading.digest && $0.horizon == horizon } ?? false
    }
}

extension ChildRecord {
    /// Whether a return's child of the same number differs in birth date and in sex.
    func isSomebodyElse(than child: ReportedChild) -> Bool {
        guard !identity.birthDates.isEmpty, !child.birthDates.isEmpty, !identity.details.sex.isBlank,
            let sex = child.sexes.first
        else { return false }
        let sexes = [identity.details.sex] + identity.otherSexes.map(\.sex)
        return !child.birthDates.contains(where: identity.birthDates.contains)
            && !sexes.contains { $0.asWrittenNow == sex.asWrittenNow }
    }
}

extension ReportedChild {
    /// What was reported, for a row that is kept aside: its facts, one after another.
    var summary: String {
        var parts = birthDates.map { "DOB=\($0)" } + sexes.map { "SEX=\($0)" }
        for one in episodes {
            parts.append(
                "DECOM=\(one.episode.start) RNE=\(one.episode.reason) LS=\(one.episode.legalStatus) CIN=\(one.episode.need) PLACE=\(one.episode.placement) PLACE_PROVIDER=\(one.episode.provider) HOME_POST=\(one.episode.homePostcode) PL_POST=\(one.episode.placementPostcode) URN=\(one.episode.urn) DEC=\(one.end.map { "\($0.day)" } ?? "") REC=\(one.end?.ending.description ?? "") REASON_PLACE_CHANGE=\(one.end?.reason.description ?? "")"
            )
        }
        parts += reviews.map { "REVIEW=\($0.day) REVIEW_CODE=\($0.participation)" }
        parts += missing.map { "MIS_START=\($0.start) MISSING=\($0.kind) MIS_END=\($0.end.map { "\($0)" } ?? "")" }
        parts += socialWorkers.map { "SW_ID=\($0.worker) SW_DECOM=\($0.start) SW_DEC=\($0.end.map { "\($0)" } ?? "")" }
        return parts.joined(separator: "\u{1F}")
    }
}
