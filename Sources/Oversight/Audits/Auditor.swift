import Casework

/// Whoever would audit an assessment, as far as the rule asks who they are and who wrote it.
public struct Auditor: Sendable {
    let reader: SecondReader
    /// The codes in the staff file by which accounts are known, by the account.
    let workers: [String: String]

    public init(_ reader: SecondReader, workers: [String: String]) { (self.reader, self.workers) = (reader, workers) }

    /// Somebody of whom nothing is known but the account that signs, where one does, and the name that stands for them.
    public init(_ author: Actor, named name: String, in authority: Authority) {
        self.init(
            SecondReader(account: author.account ?? "", name: name, worker: authority.worker(named: name)?.code),
            workers: [:])
    }
}
