import Casework
import Days

/// Whoever reads what was closed, as far as the rule of reading asks who they are.
public struct SecondReader: Hashable, Sendable {
    /// The account.
    public let account: String
    public let name: String
    /// Their code in the staff file; nil where they have none.
    public let worker: String?

    public init(account: String, name: String, worker: String?) {
        (self.account, self.name, self.worker) = (account, name, worker)
    }
}

extension ClosedItem {
    /// The field of a refusal that is about who reads.
    public static let field = "agrees"

    /// Why this person is no second reader of it; nil where they are. Nobody reads what they closed themselves, and no
    /// manager what somebody closed whose work they answer for, who may have agreed it.
    ///
    /// - Parameter closer: the worker's code of the account that closed it; nil where it has none.
    public func refusal(of reader: SecondReader, closer: String?, in authority: Authority) -> RecordRefusal? {
        let behalf = onBehalfOf.trimmed.lowercased()
        let isOwn =
            by.account == reader.account
            || (!behalf.isEmpty && [reader.name, reader.worker ?? ""].contains { $0.trimmed.lowercased() == behalf })
        if isOwn { return RecordRefusal(Self.field, "you closed it yourself", "leave it to somebody else") }
        guard let worker = reader.worker, !worker.isEmpty else { return nil }
        // Who held the child is asked of too: what a program wrote down may name nobody.
        let held = authority[child]?.allocations.filter { $0.isOpen(on: on) }.map(\.worker) ?? []
        let closers = Set(held + [closer, authority.code(named: onBehalfOf)].compactMap { $0 })
        if closers.contains(worker) {
            return RecordRefusal(Self.field, "you hold the child, or did", "leave it to somebody else")
        }
        if closers.contains(where: { authority.workers[$0]?.manager == worker }) {
            return RecordRefusal(
                Self.field, "it was closed by somebody whose work you answer for", "leave it to another manager")
        }
        return nil
    }
}

extension Authority {
    /// The code of whoever is named so, or has that code; nil where nobody is, or several are.
    fileprivate func code(named text: String) -> String? {
        let text = text.trimmed
        guard !text.isEmpty else { return nil }
        if workers[text] != nil { return text }
        let named = workers.values.filter { $0.name == text }
        return named.count == 1 ? named.first?.code : nil
    }
}

extension ClosedItem {
    /// What a second reader says of it; or everything that is in its way.
    ///
    /// - Parameter record: the child's record as it stands when it is said.
    public func read(
        agrees: Bool, because: String, by reader: SecondReader, closer: String?, of record: ChildRecord,
        in authority: Authority, at now: Instant
    ) -> Result<SecondReading, RecordRefusals> {
        var refusals: [RecordRefusal] = []
        if reading(in: record) != nil {
            refusals.append(RecordRefusal(Self.field, "somebody has read it already", "look at what they say"))
        }
        if let refusal = refusal(of: reader, closer: closer, in: authority) { refusals.append(refusal) }
        if !agrees, because.saysNothing { refusals.append(RecordRefusal("because", "no reason is given", "say why")) }
        if because.count > JoinAnswer.longest {
            refusals.append(
                RecordRefusal(
                    "because", "it is longer than \(JoinAnswer.longest) characters", "say it in fewer words"))
        }
        if let refusals = RecordRefusals(refusals) { return .failure(refusals) }
        return .success(
            SecondReading(
                closed: fact, version: version, on: on, closings: closings, fields: fields, agrees: agrees,
                because: because.trimmed, by: reader.account, at: now))
    }
}
