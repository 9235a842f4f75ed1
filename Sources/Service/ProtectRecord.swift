import Casework
import Days
import JournalStore

/// Restricts or seals a child's record, or opens it again: one event, on somebody's word.
public struct ProtectRecord: Sendable {
    /// The return's number, or the id.
    public let child: String
    public let event: ProtectionEvent

    public init(_ event: ProtectionEvent, child: String) { (self.event, self.child) = (event, child) }

    /// - Returns: the record as it was before.
    /// - Throws: ``ServiceError/noSuchChild(_:)``; ``ServiceError/notProtected(_:)`` for a protection that names nobody, or
    ///   takes off what is not there; ``JournalError``. Nothing is written then.
    @discardableResult
    nonisolated(nonsending) public func run(
        in journal: some Journal, command: CommandID, by author: Actor, at now: Instant
    ) async throws -> ChildRecord {
        let known = try await journal.authority()
        var before: ChildRecord?
        _ = try await journal.append(command, by: author, at: now) { transaction in
            guard let record = try transaction.authority(from: known).find(child) else {
                throw ServiceError.noSuchChild(child)
            }
            if let why = objection(to: record) { throw ServiceError.notProtected(why) }
            before = record
            try transaction.append(
                Proposed(
                    stream: record.id.stream, occurred: now.inLondon, source: .recordedHere,
                    body: ChildEvent.protection(event).body))
        }
        // Nothing is decided again where the command had been carried out before.
        guard let record = before ?? known.find(child) else { throw ServiceError.noSuchChild(child) }
        return record
    }

    private func objection(to record: ChildRecord) -> String? {
        if event.order.by.allSatisfy(\.isWhitespace) { return "say who ordered it" }
        if event.order.reason.allSatisfy(\.isWhitespace) { return "say why" }
        switch event {
        case .restricted(let restriction, _):
            if restriction.named.isEmpty {
                return "a restriction needs somebody who may open the record; to close it to everybody, seal it"
            }
            if let both = restriction.named.first(where: restriction.parties.contains) {
                return "\(both) is named and a party; a party never opens the record"
            }
        case .lifted where record.protection?.restriction == nil: return "\(child) is not restricted"
        case .unsealed where record.protection?.seal == nil: return "\(child) is not sealed"
        case .lifted, .sealed, .unsealed: break
        }
        return nil
    }
}
