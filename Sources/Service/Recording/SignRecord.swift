import Casework
import Days
import FormFiles
import Forms
import JournalStore
import Oversight

/// Signs one record of one child, or a later version of one: what was filled in is read as its form means it, decided, and
/// written with the form, where that is not here yet.
///
/// A record is put right on the form that it was first signed on, so that nothing it was asked is lost.
public struct SignRecord: Sendable {
    let child: ChildID
    let form: FormFile
    let occurred: Moment
    let answers: [String: Given]
    let onBehalfOf: String
    let correction: RecordCorrection?
    /// Whose word it is, where an account signs; a program's is known by whom it names.
    let signer: Signer
    /// Who they are, where an account signs an audit.
    let auditor: Auditor?
    /// Whether the author may open another child whom the record names.
    let knows: @Sendable (ChildRecord) -> Bool

    public init(
        child: ChildID, form: FormFile, occurred: Moment, answers: [String: Given], onBehalfOf: String = "",
        signer: Signer = .somebody, auditor: Auditor? = nil, correcting correction: RecordCorrection? = nil,
        knowing knows: @escaping @Sendable (ChildRecord) -> Bool
    ) {
        (self.child, self.form, self.occurred) = (child, form, occurred)
        (self.answers, self.onBehalfOf, self.correction) = (answers, onBehalfOf, correction)
        (self.signer, self.auditor) = (signer, auditor)
        self.knows = knows
    }

    /// - Parameter known: the record as it was folded before; nil to fold the whole journal. What was written since is
    ///   known before anything is decided.
    /// - Throws: ``RecordRefusals`` with everything that is in the way; ``JournalError``. Nothing is appended then.
    /// - Returns: what came of it; the first outcome, where the same command was sent before.
    nonisolated(nonsending) public func run<Kept: Journal>(
        into journal: Kept, knowing known: Authority? = nil, command: CommandID, by author: Actor, at now: Instant
    ) async throws -> Appended {
        let known = if let known { known } else { try await journal.authority() }
        return try await journal.append(command, by: author, at: now) { transaction in
            try append(to: transaction, in: try latest(known, transaction), by: author, today: now.inLondon.day)
        }
    }

    /// The authority as it stands; where very much was written since, the child alone as they stand, so that nobody waits
    /// for an import to be folded in.
    private func latest(_ known: Authority, _ transaction: any JournalTransaction) throws -> Authority {
        if transaction.last == known.head { return known }
        guard transaction.last.seq - known.head.seq > Records.few else { return try transaction.authority(from: known) }
        var events = ChildEvents(through: transaction.last)
        try transaction.scan(stream: child.stream) { events.take($0) }
        var authority = known
        if !events.events.isEmpty { authority.replace(ChildRecord(id: child, folding: events.events)) }
        return authority
    }

    func append(
        to transaction: any JournalTransaction, in authority: Authority, by author: Actor, today: Day
    ) throws {
        guard let record = authority[child] else { throw JournalError.noSuchEvent(.none) }
        if let correction {
            return try append(correction, of: record, to: transaction, in: authority, by: author, today: today)
        }
        let (command, missing) = try command(on: form, about: record, in: authority, by: author)
        let own = try ownAssessment(command, author).refusals(about: record, in: transaction, authority)
        let signed = try command.decided(for: record, today: today).get(unless: missing + own)
        let events =
            signed.kind == .siblings
            ? try siblings(signed, of: record, in: authority)
            : [
                Proposed(
                    stream: child.stream, occurred: occurred, source: .recordedHere,
                    body: ChildEvent.signed(signed).body)
            ]
        if authority.forms[form.edition] == nil {
            try transaction.append(
                Proposed(
                    stream: .authority, occurred: Moment(today), source: .recordedHere,
                    body: AuthorityEvent.formKept(form.published).body))
        }
        try transaction.append(contentsOf: events)
    }

    private func append(
        _ correction: RecordCorrection, of record: ChildRecord, to transaction: any JournalTransaction,
        in authority: Authority, by author: Actor, today: Day
    ) throws {
        var events = ChildEvents(through: EventID(.max))
        try transaction.scan(stream: child.stream) { events.take($0) }
        let before = RecordVersions(of: correction.version, in: events.events)?.newest.record
        var (command, missing) = try command(
            on: before.flatMap { authority.form($0.form) } ?? form, about: record, in: authority, by: author,
            standing: before?.own ?? [:])
        if let before, command.onBehalfOf.isEmpty { command.onBehalfOf = before.onBehalfOf }
        let own = try ownAssessment(command, author).refusals(about: record, in: transaction, authority)
        let corrected = try command.decided(
            correcting: correction, of: child, told: events.events, today: today
        ).get(unless: missing + own)
        if let refusals = RecordRefusals(authority.ownLinks(to: corrected, in: events.events)) { throw refusals }
        try transaction.append(
            Proposed(
                stream: child.stream, occurred: occurred, source: .recordedHere, corrects: correction.version,
                reason: correction.because, body: corrected.body))
    }

    /// Whose word on whose assessment it is; about none, where the record is none.
    private func ownAssessment(_ command: RecordCommand, _ author: Actor) -> OwnAssessment {
        OwnAssessment(
            word: command.kind, day: command.answers[.assessedOn], author: author, onBehalfOf: command.onBehalfOf,
            auditor: auditor)
    }

    /// What is asked for, and what the form needs that is not there. Whose word an earlier version was says nothing of whose
    /// this one is.
    private func command(
        on form: FormFile, about record: ChildRecord, in authority: Authority, by author: Actor,
        standing: [String: String] = [:]
    ) throws -> (command: RecordCommand, missing: [RecordRefusal]) {
        let filled = try form.form.reading(answers, standing: standing).get()
        let refused = form.form.refusals(
            of: filled.own, about: record,
            knowing: PeopleAround(of: record, in: authority, on: occurred.day), standing: standing)
        if let refusals = RecordRefusals(refused) { throw refusals }
        return (
            RecordCommand(
                kind: form.form.kind, day: occurred.day, form: form.edition, onBehalfOf: onBehalfOf,
                answers: filled.answers, own: filled.own,
                signer: author.account == nil ? authority.signer(named: onBehalfOf, of: form.form.kind) : signer),
            form.form.missing(answers, filled)
        )
    }
}

extension Result where Failure == RecordRefusals {
    /// What was decided, where the form misses nothing either; all that is in the way is said at once.
    fileprivate func get(unless missing: [RecordRefusal]) throws -> Success {
        guard case .failure(let refusals) = self else {
            if let missing = RecordRefusals(missing) { throw missing }
            return try get()
        }
        throw RecordRefusals(missing + refusals.all) ?? refusals
    }
}

extension Authority {
    /// What councils' own questions of other records point at and a correction would take out: no rule reads those links,
    /// so the record that is decided does not know of them.
    fileprivate func ownLinks(to corrected: ChildEvent, in events: [Recorded<ChildEvent>]) -> [RecordRefusal] {
        guard case .corrected(_, let retired) = corrected, !retired.isEmpty else { return [] }
        return standing(events).flatMap { _, told -> [RecordRefusal] in
            guard let record = told.event.record, !record.own.isEmpty, let form = form(record.form)?.form else {
                return []
            }
            return form.pointedAt(by: record).intersection(retired).sorted().map {
                RecordRefusal(
                    "answers", "the \(record.kind.title.lowercased()) of \(record.day.inWords) points at \($0)",
                    "keep its row, or correct that record first")
            }
        }
    }

    /// A form that a record was signed on, as it was then. Nil where it was not published here, or is no YAML.
    public func form(_ edition: FormEdition) -> FormFile? { forms[edition].flatMap { FormFile(published: $0) } }
}
