import Synchronization

/// The caseloads of the days last asked about, so that a request costs what was written since the one before and no
/// more.
public actor Caseloads {
    /// How many days' caseloads are kept. Nearly everybody asks about the same day.
    private static let days = 4

    /// The one last asked for stands last.
    private var kept: [Caseload] = []
    private let latest = Mutex<Caseload?>(nil)

    public init() {}

    /// The caseload of a question; at once where the last one asked for still speaks for it.
    public nonisolated func caseload(_ question: Question) async -> Caseload {
        if let last = latest.withLock({ $0 }), last.authority.head == question.authority.head,
            last.speaksLike(question)
        {
            return last
        }
        return await make(question)
    }

    private func make(_ question: Question) -> Caseload {
        let caseload: Caseload
        if let index = kept.lastIndex(where: { $0.speaksLike(question) }) {
            caseload = Caseload(question, after: kept.remove(at: index))
        } else {
            caseload = Caseload(question)
        }
        kept.append(caseload)
        if kept.count > Self.days { kept.removeFirst() }
        latest.withLock { $0 = caseload }
        return caseload
    }
}
