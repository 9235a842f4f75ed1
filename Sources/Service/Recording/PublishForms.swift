import Casework
import Days
import FormFiles
import JournalStore

/// Puts a council's own forms into the journal as they come into force, so that a later file that cannot be used leaves the
/// last of them serving, and every record can be shown on the form of its day.
public struct PublishForms: Sendable {
    let forms: [FormFile]
    public init(_ forms: [FormFile]) { self.forms = forms }

    /// Appends what is not the latest of its kind already; nothing, where all are.
    nonisolated(nonsending) public func run<Kept: Journal>(into journal: Kept, by author: Actor, at now: Instant)
        async throws
    {
        let known = try await journal.authority()
        guard forms.contains(where: { known.latestForms[$0.form.kind] != $0.edition }) else { return }
        try await journal.append(.new, by: author, at: now) { transaction in
            let authority = try transaction.authority(from: known)
            for form in forms where authority.latestForms[form.form.kind] != form.edition {
                try transaction.append(
                    Proposed(
                        stream: .authority, occurred: Moment(now.inLondon.day), source: .recordedHere,
                        body: AuthorityEvent.formPublished(form.published).body))
            }
        }
    }
}

extension Authority {
    /// The last form of each kind that was published here.
    public var lastForms: [PublishedForm] { latestForms.values.compactMap { forms[$0] } }
}

extension Journal {
    /// When each form was last published here, or first kept with a record.
    nonisolated(nonsending) public func formsPublished() async throws -> [FormEdition: Instant] {
        var found: [FormEdition: Instant] = [:]
        try await scan(stream: .authority) { event in
            let told = AuthorityEvent(kind: event.kind, schema: event.schema, bytes: event.body)
            switch told {
            case .formPublished(let form): found[form.edition] = event.recorded
            case .formKept(let form): found[form.edition] = found[form.edition] ?? event.recorded
            default: break
            }
        }
        return found
    }
}
