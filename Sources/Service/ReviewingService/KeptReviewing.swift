import Casework
import Days
import Measures
import Standards

/// What the records show of the reviewing service, kept until somebody writes; then only the children whose records changed,
/// and those linked to them, are counted again. Nothing in it depends on who asks.
public actor KeptReviewing {
    /// How many days are kept: the usual one, and the ends of the years that are reported on.
    private static let most = 4
    private var kept: [(question: Question, records: ReviewingRecords)] = []

    public init() {}

    public func records(_ question: Question) -> ReviewingRecords {
        let place = kept.firstIndex {
            $0.question.asAt == question.asAt && $0.question.context.answersLike(question.context)
        }
        let earlier = place.map { kept.remove(at: $0) }
        let made =
            earlier.flatMap { Self.brought($0.records, from: $0.question, to: question) }
            ?? ReviewingRecords(question)
        kept = [(question, made)] + kept.prefix(Self.most - 1)
        return made
    }

    /// Nil where too much changed to say what: then all of it is counted anew.
    private static func brought(
        _ records: ReviewingRecords, from earlier: Question, to question: Question
    ) -> ReviewingRecords? {
        let (old, new) = (earlier.authority, question.authority)
        guard old.head != new.head else { return records }
        // What the staff file says may have changed.
        guard old.shared == new.shared, let changed = new.changed(since: old) else { return nil }
        let linked = changed.flatMap { id in [old[id], new[id]].compactMap(\.self).flatMap(\.siblings).map(\.other) }
        var records = records
        for child in changed.union(linked) {
            records.remove(child)
            if let record = new[child] { records.add(record, question) }
        }
        return records
    }
}

extension ReviewingRecords {
    /// All children of a question, as at its day.
    public init(_ question: Question) {
        self.init(asAt: question.asAt, question.context)
        for record in question.authority.children.values { add(record, question) }
    }

    fileprivate mutating func add(_ record: ChildRecord, _ question: Question) {
        let child = ChildAsAt(record, question.asAt)
        add(
            child, duties: Catalogue.duties(of: child, question.context),
            siblings: question.authority.openSiblings(of: child), worker: question.worker)
    }
}
