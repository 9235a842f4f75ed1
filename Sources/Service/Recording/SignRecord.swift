import Casework
import Days
import FormFiles
import Forms
import JournalStore

/// Signs one record of one child: what was filled in is read as its form means it, decided, and written with the form, where
/// that has not been published before.
public struct SignRecord: Sendable {
    let child: ChildID
    let form: FormFile
    let occurred: Moment
    let answers: [String: Given]
    let onBehalfOf: String

    public init(
        child: ChildID, form: FormFile, occurred: Moment, answers: [String: Given], onBehalfOf: String = ""
    ) {
        (self.child, self.form, self.occurred) = (child, form, occurred)
        (self.answers, self.onBehalfOf) = (answers, onBehalfOf)
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
            try append(to: transaction, in: try latest(known, transaction), today: now.inLondon.day)
        }
    }

    /// The authority as it stands; where very much was written since, the child alone as they stand, so that nobody waits
    /// for an import to be folded in.
    private func latest(_ known: Authority, _ transaction: any JournalTransaction) throws -> Authority {
        guard transaction.last.seq - known.head.seq > Records.few else { return try transaction.authority(from: known) }
        var events = ChildEvents(through: transaction.last)
        try transaction.scan(stream: child.stream) { events.take($0) }
        var authority = known
        if !events.events.isEmpty { authority.replace(ChildRecord(id: child, folding: events.events)) }
        return authority
    }

    func append(to transaction: any JournalTransaction, in authority: Authority, today: Day) throws {
        guard let record = authority[child] else { throw JournalError.noSuchEvent(.none) }
        let filled = try form.form.filled(answers).get()
        let signed = try RecordCommand(
            kind: form.form.kind, day: occurred.day, form: form.edition, onBehalfOf: onBehalfOf,
            answers: filled.answers, own: filled.own
        ).decided(for: record, today: today).get()
        if authority.forms[form.edition] == nil {
            try transaction.append(
                Proposed(
                    stream: .authority, occurred: Moment(today), source: .recordedHere,
                    body: AuthorityEvent.formPublished(form.published).body))
        }
        try transaction.append(
            Proposed(
                stream: child.stream, occurred: occurred, source: .recordedHere, body: ChildEvent.signed(signed).body))
    }
}
