import Casework
import Days
import Standards
import Synchronization

/// What the rules say of the children last asked about. A child's page is opened part by part, and by several people in a
/// day; what was worked out holds until the child's record or what the returns speak for is another. Nothing in it depends
/// on who asks.
public final class AssessedChildren: Sendable {
    /// How many children are kept, and then forgotten together.
    private static let most = 1000

    private let kept = Mutex<[Key: Kept]>([:])

    private struct Key: Hashable {
        let child: ChildID
        let day: Day
        let threadDay: Day
        let answerDay: Day
    }

    private final class Kept: Sendable {
        let record: ChildRecord
        /// Brothers and sisters, from whose records something is worked out too.
        let linked: [ChildRecord]
        let context: Context
        let assessed: Assessed

        init(_ record: ChildRecord, _ linked: [ChildRecord], _ context: Context, _ assessed: Assessed) {
            (self.record, self.linked, self.context, self.assessed) = (record, linked, context, assessed)
        }
    }

    public init() {}

    /// - Parameter day: the day that is asked about, which may be later than the question's.
    public func assessed(_ record: ChildRecord, at day: Day, _ question: Question) -> Assessed {
        let key = Key(
            child: record.id, day: day, threadDay: question.threadDay, answerDay: question.answerDay)
        // A record that nobody wrote to shares what it holds with the one before, so comparing them is comparing addresses.
        let linked = question.authority.linked(to: record)
        if let held = kept.withLock({ $0[key] }), held.record == record, held.linked == linked,
            held.context.answersLike(question.context)
        {
            return held.assessed
        }
        let assessed = Assessed(ChildAsAt(record, day), question)
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll(keepingCapacity: true) }
            kept[key] = Kept(record, linked, question.context, assessed)
        }
        return assessed
    }
}
