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

extension SecondReader {
    /// Whether somebody's signature, or the name of whose word it is, is this person's own.
    func isSigner(_ author: Actor, onBehalfOf: String) -> Bool {
        let behalf = PersonKey(onBehalfOf)
        return author.account == account
            || (!behalf.name.isEmpty && [name, worker ?? ""].contains { PersonKey($0) == behalf })
    }

    /// Whether this person is one of these workers.
    func isOne(of workers: some Sequence<String>) -> Bool {
        guard let worker, !worker.isEmpty else { return false }
        return workers.contains(worker)
    }

    /// Whether this person is the manager of one of these workers.
    func answers(forOneOf workers: some Sequence<String>, in authority: Authority) -> Bool {
        guard let worker, !worker.isEmpty else { return false }
        return workers.contains { authority.workers[$0]?.manager == worker }
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
        if reader.isSigner(by, onBehalfOf: onBehalfOf) {
            return RecordRefusal(Self.field, "you closed it yourself", "leave it to somebody else")
        }
        // Who held the child is asked of too: what a program wrote down may name nobody.
        let held = authority[child]?.allocations.filter { $0.isOpen(on: on) }.map(\.worker) ?? []
        let closers = held + [closer, authority.worker(named: onBehalfOf)?.code].compactMap { $0 }
        if reader.isOne(of: closers) {
            return RecordRefusal(Self.field, "you hold the child, or did", "leave it to somebody else")
        }
        if reader.answers(forOneOf: closers, in: authority) {
            return RecordRefusal(
                Self.field, "it was closed by somebody whose work you answer for", "leave it to another manager")
        }
        return nil
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
