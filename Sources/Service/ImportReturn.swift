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
    /// Whether only to say what the import would do: everything is worked out and nothing is written.
    public var isRehearsal = false

    public init(paths: [String], year: CollectionYear, drawn: Day? = nil, previous: [String] = []) {
        (self.paths, self.year, self.drawn, self.previous) = (paths, year, drawn, previous)
    }

    /// What an import did.
    public struct Outcome: Sendable {
        /// Children that the return, or the one of the year before beside it, tells of.
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
        /// What the year as it is held says and this version of it no longer does; nil where no version was held.
        public internal(set) var losses: Losses?
        fileprivate var numbers: Set<String> = []
    }

    /// What would be lost of a year that is held already. It stays known as it was known before the import.
    public struct Losses: Codable, Hashable, Sendable {
        /// Children of whom something is lost, by the numbers of the return, in order.
        public internal(set) var children: [String] = []
        /// How many of them this version has no row for at all.
        public internal(set) var gone = 0
        public internal(set) var facts = 0
    }

    /// Where an import is.
    public enum Progress: Hashable, Sendable {
        case reading(CollectionYear, rows: Int)
        case comparing(CollectionYear, children: Int, of: Int)
    }

    /// Reads and appends.
    ///
    /// - Parameter progress: Told now and then how far the import has come. Where it throws, the import is called off and
    ///   nothing is written; after the last child is compared it is not asked again.
    /// - Throws: ``ReturnError`` where the return is refused; ``JournalError`` where the journal will not take it.
    nonisolated(nonsending) public func run<Kept: Journal>(
        into open: @autoclosure () throws -> Kept, command: CommandID, by author: Actor, at now: Instant, today: Day,
        progress: @escaping (Progress) throws -> Void = { _ in }
    ) async throws -> Outcome {
        let source = Sources(limits: limits, today: today, progress: progress)
        var readings: [YearRead] = []
        for (paths, year, horizon) in [
            (previous, year.previous, year.previous.lastDay), (paths, year, drawn ?? year.lastDay),
        ]
        where !paths.isEmpty {
            readings.append(try YearRead(paths, year, horizon, source))
        }
        // Opened only now, so that a return that is refused leaves no empty journal behind.
        let journal = try open()
        var coverage = Coverage()
        try await journal.scan(stream: .authority) { coverage.take($0) }
        // A return that was read before needs no record to be compared with; and what can be folded before the journal is
        // kept from other writers is.
        let isNew = readings.contains { !coverage.holds($0) }
        let known = isNew ? try await journal.authority() : Authority()
        var outcome = Outcome(horizon: drawn ?? year.lastDay)
        let decide: (any JournalTransaction) throws -> Void = { transaction in
            let before = transaction.last
            var authority = known
            for read in readings {
                var coverage = Coverage()
                try transaction.scan(stream: .authority) { coverage.take($0) }
                let isNew = !coverage.holds(read)
                if coverage.latest(of: read.reading.year) != nil, outcome.losses == nil { outcome.losses = Losses() }
                if !isNew, coverage.latest(of: read.reading.year)?.rowsSetAside == read.reading.rowsSetAside {
                    outcome.note(read.reading)
                    continue
                }
                // Another process may have written since; and the year before, just above, has.
                authority = try transaction.authority(from: authority)
                let read = try read.settingStrangersAside(in: authority, source)
                outcome.note(read.reading)
                if isNew { try Self.append(read, to: authority, transaction, &outcome, progress) }
            }
            outcome.eventsAppended = Int(transaction.last.seq - before.seq)
            if isRehearsal { throw Rehearsed() }
        }
        do {
            let appended = try await journal.append(command, by: author, at: now, deciding: decide)
            outcome.eventsAppended = appended.count
            // Carried out before, so nothing was compared now: it is still said what the return holds.
            if appended.isRepeat { for read in readings { outcome.note(read.reading) } }
        } catch is Rehearsed {}
        return outcome
    }

    private static func append(
        _ read: YearRead, to authority: Authority, _ transaction: any JournalTransaction, _ outcome: inout Outcome,
        _ progress: (Progress) throws -> Void
    ) throws {
        let reading = read.reading
        var given: Set<ChildID> = []
        var reported = read.strangers
        for (index, child) in reading.children.enumerated() {
            if index.isMultiple(of: 1024) {
                try progress(.comparing(reading.year, children: index, of: reading.children.count))
            }
            reported.insert(child.ssda903)
            let record = authority.child(ssda903: child.ssda903)
            let id = record?.id ?? newChild(authority, &given)
            try append(child, record, id, reading, transaction, &outcome)
        }
        // A child who is gone from a newer version of the same year: every fact that only that year gave is taken back.
        if authority.coverage.latest(of: reading.year) != nil {
            for record in authority.children.values where !reported.contains(record.identity.ssda903) {
                let lost = outcome.losses?.children.count
                try append(
                    ReportedChild(ssda903: record.identity.ssda903), record, record.id, reading, transaction, &outcome)
                if outcome.losses?.children.count != lost { outcome.losses?.gone += 1 }
            }
        }
        let losing = Set(outcome.losses?.children ?? []).sorted(by: Question.numberOrder)
        outcome.losses?.children = losing
        try appendRowsOfNobody(reading, authority, transaction, &outcome)
        let imported = ReturnImported(
            year: reading.year, tables: reading.tables, horizon: read.horizon, digest: reading.digest,
            rowsRead: reading.rowsRead, rowsSetAside: reading.rowsSetAside)
        try transaction.append(
            Proposed(
                stream: .authority, occurred: Moment(read.horizon), source: .ssda903(reading.year),
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
        if reconciled.losses > 0 {
            outcome.losses?.facts += reconciled.losses
            outcome.losses?.children.append(child.ssda903)
        }
    }

    /// Keeps the rows that belong to no child who could be named, and takes back those that the return no longer holds.
    private static func appendRowsOfNobody(
        _ reading: Return, _ authority: Authority, _ transaction: any JournalTransaction, _ outcome: inout Outcome
    ) throws {
        let source = Source.ssda903(reading.year)
        func append(_ event: AuthorityEvent, correcting fact: EventID? = nil) throws {
            try transaction.append(
                Proposed(
                    stream: .authority, occurred: Moment(reading.year.firstDay), source: source, corrects: fact,
                    body: event.body))
        }
        var known = Set(authority.setAside.values.map(\.fingerprint))
        for row in reading.setAside where known.insert(row.fingerprint).inserted { try append(.setAside(row)) }
        let now = Set(reading.setAside.map(\.fingerprint))
        let gone = authority.setAside.values.filter {
            !now.contains($0.fingerprint) && $0.isSpokenFor(by: reading.tables, of: source)
        }
        for held in gone.sorted(by: { $0.origin.event < $1.origin.event }) {
            try append(.retracted, correcting: held.origin.event)
            outcome.corrections += 1
        }
    }

    /// A new child's id, drawn at random and given to nobody.
    private static func newChild(_ authority: Authority, _ given: inout Set<ChildID>) -> ChildID {
        while true {
            let id = ChildID(key: .random(in: 1...0x00FF_FFFF_FFFF_FFFF))
            if authority[id] == nil, given.insert(id).inserted { return id }
        }
    }
}

/// Takes back what a rehearsal wrote.
private struct Rehearsed: Error {}

extension ImportReturn.Progress {
    /// How far it is, in a few words.
    public var words: String {
        switch self {
        case .reading(let year, let rows): "\(year): \(rows) rows read"
        case .comparing(let year, let children, let all): "\(year): \(children) of \(all) children compared"
        }
    }
}

extension ImportReturn.Outcome {
    /// Adds what was read, whether or not any of it is new.
    fileprivate mutating func note(_ reading: Return) {
        numbers.formUnion(reading.children.lazy.map(\.ssda903))
        children = numbers.count
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
    fileprivate func holds(_ read: YearRead) -> Bool {
        latest(of: read.reading.year).map { $0.digest == read.reading.digest && $0.horizon == read.horizon } ?? false
    }
}
