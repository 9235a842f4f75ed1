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

    /// Works out, away from those who ask now, the caseload that will be asked for next; nothing where nobody has asked yet.
    public nonisolated func prepared(_ question: Question) async -> Records.Installation {
        guard let earlier = latest.withLock({ $0 }) else { return {} }
        let caseload = Caseload(question, after: earlier)
        return { await self.keep(caseload) }
    }

    private func make(_ question: Question) -> Caseload {
        let caseload: Caseload
        if let index = kept.lastIndex(where: { $0.speaksLike(question) }) {
            caseload = Caseload(question, after: kept.remove(at: index))
        } else {
            caseload = Caseload(question)
        }
        keep(caseload)
        return caseload
    }

    private func keep(_ caseload: Caseload) {
        kept.append(caseload)
        if kept.count > Self.days { kept.removeFirst() }
        latest.withLock { $0 = caseload }
    }
}
