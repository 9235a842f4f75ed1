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

    /// - Throws: ``RecordRefusals`` with everything that is in the way; ``JournalError``. Nothing is appended then.
    /// - Returns: what came of it; the first outcome, where the same command was sent before.
    nonisolated(nonsending) public func run<Kept: Journal>(
        into journal: Kept, command: CommandID, by author: Actor, at now: Instant
    ) async throws -> Appended {
        let known = try await journal.authority()
        return try await journal.append(command, by: author, at: now) { transaction in
            try append(to: transaction, in: try transaction.authority(from: known), today: now.inLondon.day)
        }
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
