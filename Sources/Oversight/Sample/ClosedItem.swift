import Casework
import Days
import Standards

/// What one signing, or one answer, closed in a way that a second reader may look at: one item of a month's pool.
public struct ClosedItem: Hashable, Sendable {
    public let child: ChildID
    /// The record, by the event that signed it first, or the answer.
    public let fact: EventID
    /// The version that stands; of an answer, the answer.
    public let version: EventID
    /// The record's own day, or the day of the answer.
    public let on: Day
    /// What kind of record it is; nil for an answer.
    public let record: RecordKind?
    public let closings: [Closing]
    /// What the record says that there is none of.
    public let fields: [CoreField]
    /// The kinds of things to join up that it mended within a minute.
    public let mended: [String]
    /// Who wrote it down.
    public let by: Actor
    /// Whose word it is, where somebody else wrote it down; else empty.
    public let onBehalfOf: String
}

/// What of one child is in the pool of a month.
public struct ClosedItems: Hashable, Sendable {
    public internal(set) var items: [ClosedItem] = []
    /// Records of the month of which nobody can say how long anything took: a program wrote them down.
    public internal(set) var untimed = 0

    public init() {}

    /// - Parameters:
    ///   - events: All that was told of the child, in the journal's order.
    ///   - context: What the rules of joining up ask.
    public init(of child: ChildID, told events: [Recorded<ChildEvent>], in month: Month, _ context: Context) {
        for (fact, told) in standing(events) {
            switch told.event {
            case .join(.answered(let answer)):
                guard case .stillRight = answer.word, month.contains(answer.at.inLondon.day) else { continue }
                items.append(
                    ClosedItem(
                        child: child, fact: fact, version: told.id, on: answer.at.inLondon.day, record: nil,
                        closings: [.stillRight], fields: [], mended: [], by: told.author,
                        onBehalfOf: answer.onBehalfOf))
            default:
                // What an auditor says is a second look itself, and closes nothing.
                guard let record = told.event.record, !record.kind.isAuditors, month.contains(record.day) else {
                    continue
                }
                let signing = Signing(told)
                let mended = signing.mendedWithinAMinute(of: child, told: events, context)
                if mended == nil { untimed += 1 }
                let fields = record.noneBecause
                let closings: [Closing] =
                    (fields.isEmpty ? [] : [.noneBecause]) + (mended?.isEmpty ?? true ? [] : [.withinAMinute])
                guard !closings.isEmpty else { continue }
                items.append(
                    ClosedItem(
                        child: child, fact: fact, version: told.id, on: record.day, record: record.kind,
                        closings: closings, fields: fields, mended: mended ?? [], by: signing.author,
                        onBehalfOf: record.onBehalfOf))
            }
        }
    }
}

extension SignedRecord {
    /// What it says that there is none of, in the order of its fields.
    var noneBecause: [CoreField] {
        answers.compactMap { field, answer in
            if case .noneBecause(let why) = answer, !why.saysNothing { field } else { nil }
        }.sorted { $0.rawValue < $1.rawValue }
    }
}

/// One signing of a record: who, and when it was written down.
private struct Signing {
    let event: EventID
    let author: Actor
    let at: Instant
    /// Whether it was moved here, so that what was there before it says nothing of how long it took.
    let isMoved: Bool

    init(_ told: Recorded<ChildEvent>) {
        event = told.id
        author = told.event.carried?.signedBy ?? told.author
        at = told.event.carried?.signedAt ?? told.recorded
        isMoved = told.event.carried != nil
    }

    /// A minute.
    private static let most: Int64 = 60_000

    /// The kinds of things to join up that were there before the record and not after it, where the same person had signed or
    /// answered something else of the child no more than a minute before: nobody gave them longer thought than that, unless
    /// the words had been written earlier. None, where that person had not; nil where the times are a program's.
    func mendedWithinAMinute(
        of child: ChildID, told events: [Recorded<ChildEvent>], _ context: Context
    ) -> [String]? {
        guard author.account != nil, !isMoved else { return nil }
        let isQuick = events.contains { earlier in
            earlier.id < event && earlier.author == author && earlier.event.isWord
                && earlier.recorded < at && at.milliseconds - earlier.recorded.milliseconds <= Self.most
        }
        guard isQuick else { return [] }
        let day = at.inLondon.day
        func found(_ isKnown: (EventID) -> Bool) -> [Break] {
            let record = ChildRecord(id: child, folding: events.filter { isKnown($0.id) })
            // What another stands for is mended by itself, too.
            return Breaks.of(ChildAsAt(record, day), context).flatMap { [$0] + $0.folded }
        }
        let after = found { $0 <= event }
        return found { $0 < event }.filter { one in
            !after.contains { $0.rule.id == one.rule.id && $0.about == one.about }
        }.map(\.rule.id)
    }
}

extension ChildEvent {
    /// Whether it is somebody's word of the child: a record, or an answer.
    fileprivate var isWord: Bool {
        switch self {
        case .signed, .corrected, .join(.answered), .join(.seconded): true
        default: false
        }
    }
}
