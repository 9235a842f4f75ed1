import Casework
import Days
import Oversight
import Standards
import Synchronization

/// The second reader's samples of the months last asked about. What was closed is read from the journal, child by child, and
/// kept until a child's record is another; nothing in it depends on who asks.
public actor Samples {
    /// How many months are kept. People ask about the last one, and about what is left of the one before.
    private static let most = 4

    private let records: Records
    private var kept: [Month: Kept] = [:]
    private let latest = Mutex<[Month: (head: EventID, sample: MonthlySample)]>([:])

    private struct Kept {
        let authority: Authority
        let context: Context
        let items: [ChildID: ClosedItems]
    }

    public init(_ records: Records) { self.records = records }

    /// The sample of a month, as the question's authority has it.
    public func sample(of month: Month, _ question: Question) async throws -> MonthlySample {
        let head = question.authority.head
        if let last = latest.withLock({ $0[month] }), last.head == head { return last.sample }
        var earlier = kept[month]
        if let held = earlier, !held.context.answersLike(question.context) { earlier = nil }
        let changed = earlier.flatMap { question.authority.changed(since: $0.authority) }
        var items: [ChildID: ClosedItems] = [:]
        for record in question.authority.children.values where record.isWrittenOf(in: month) {
            if let changed, !changed.contains(record.id), let held = earlier?.items[record.id] {
                items[record.id] = held
            } else {
                let events = try await records.events(of: record.id, through: head)
                items[record.id] = ClosedItems(of: record.id, told: events, in: month, question.context)
            }
        }
        let sample = MonthlySample(month, of: items, in: question.authority)
        keep(Kept(authority: question.authority, context: question.context, items: items), sample)
        return sample
    }

    private func keep(_ made: Kept, _ sample: MonthlySample) {
        if kept.count >= Self.most, kept[sample.month] == nil { kept = [:] }
        kept[sample.month] = made
        latest.withLock { latest in
            if latest.count >= Self.most, latest[sample.month] == nil { latest = [:] }
            latest[sample.month] = (made.authority.head, sample)
        }
    }

    /// The sample as it was last worked out, so that a page that only counts it waits for nobody; one that is out of date is
    /// worked out beside it. Nil where that has not been done yet.
    public nonisolated func known(_ month: Month, _ question: Question) -> MonthlySample? {
        let last = latest.withLock { $0[month] }
        if last?.head != question.authority.head {
            Task.detached(priority: .utility) { _ = try? await self.sample(of: month, question) }
        }
        return last?.sample
    }
}

extension ChildRecord {
    /// Whether anything of a month's pool could be here.
    fileprivate func isWrittenOf(in month: Month) -> Bool {
        records.contains { month.contains($0.day) }
            || joinAnswers.contains { $0.isStillRight && month.contains($0.day) }
    }
}

extension MonthlySample {
    /// The sample of what was closed of each child. What is sealed is for nobody to read, and is not drawn.
    fileprivate init(_ month: Month, of items: [ChildID: ClosedItems], in authority: Authority) {
        let open = items.filter { authority[$0.key].map { $0.protection?.seal == nil } ?? false }
        let candidates = open.flatMap { child, closed -> [Candidate] in
            guard let record = authority[child] else { return [] }
            let number = record.identity.ssda903.isEmpty ? child.description : record.identity.ssda903
            return closed.items.map {
                Candidate(
                    $0, number: number, team: authority.team(of: ChildAsAt(record, $0.on)),
                    isProtected: authority.protected.contains(child))
            }
        }
        self.init(month, of: candidates, untimed: open.mapValues(\.untimed).filter { $0.value > 0 })
    }
}
