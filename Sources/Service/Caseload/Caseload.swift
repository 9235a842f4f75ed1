import Casework
import Days
import Oversight
import Standards
import Synchronization

/// A child who is looked after, with what there is to join up or to do. It never changes, and every list that the child is
/// in holds the same one.
public final class CaseloadEntry: Hashable, Sendable {
    /// The child's name and number, or the number alone.
    public let title: String
    /// Age, law and place in a few words.
    public let about: String
    /// The latest day that anything somebody signed here of the child is about; nil where nothing is.
    public let lastSigned: Day?
    public let work: Worklist
    /// Who holds and held the child: what permission turns on.
    public let allocations: [Allocation]
    /// Which time a child was worked out; what was made of an entry with the same number still holds.
    public let making: UInt64

    private static let makings = Atomic<UInt64>(0)

    init(title: String, about: String, lastSigned: Day?, work: Worklist, allocations: [Allocation]) {
        (self.title, self.about, self.lastSigned) = (title, about, lastSigned)
        (self.work, self.allocations) = (work, allocations)
        making = Self.makings.add(1, ordering: .relaxed).newValue
    }

    /// Two that say the same are equal, whenever they were worked out.
    public static func == (a: CaseloadEntry, b: CaseloadEntry) -> Bool {
        a.title == b.title && a.about == b.about && a.lastSigned == b.lastSigned && a.work == b.work
            && a.allocations == b.allocations
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(work) }
}

/// Which child needs what as at a day, over a whole authority, in the order that work is done.
///
/// What was worked out for a child holds until that child's record is another, so a caseload made from an earlier one
/// works out anew only the children whose records differ. Another day, other settings or a return read since change what
/// may be said of everybody, and then everybody is worked out anew. Either way it is the same caseload.
public struct Caseload: Sendable {
    /// How many children are looked after on the day.
    public var lookedAfter: Int { inCare.count }
    /// Those who need something, in order.
    public private(set) var entries: [CaseloadEntry] = []

    public var asAt: Day { question.asAt }
    /// The day that what should be joined up is asked about.
    public var threadDay: Day { question.threadDay }
    /// The record it was worked out from.
    public var authority: Authority { question.authority }

    /// What is to be joined up, of those in care who have anything.
    public private(set) var joins: [ChildID: [Break]] = [:]

    /// Those of whom somebody says that something is not so, while no second person has agreed.
    public private(set) var awaitingSecond: Set<ChildID> = []

    /// Those with an assessment that waits for a manager: signed and not read, or corrected since it was sent back.
    public private(set) var toApprove: Set<ChildID> = []

    /// How each kind was answered, over everyone in care.
    public private(set) var rates = JoinRates()
    /// The kinds that no list of work shows, because too much of them was not so.
    public private(set) var leftOut: Set<String> = []

    private var question: Question
    /// The first day on which something that is put off is there again.
    private var lastsUntil = Day.distantFuture
    /// Everyone looked after on the day, with who holds and held them: what permission turns on.
    public private(set) var inCare: [ChildID: [Allocation]] = [:]

    /// Works every child out.
    public init(_ question: Question) {
        self.question = question
        workOutEverybody()
    }

    /// Works out those whose records `earlier` did not have so; everybody, where it speaks of another day or in another
    /// context.
    public init(_ question: Question, after earlier: Caseload) {
        guard earlier.speaksLike(question) else {
            self.init(question)
            return
        }
        self = earlier
        guard question.authority.head != earlier.question.authority.head else { return }
        self.question = question
        let changed =
            question.authority.changed(since: earlier.question.authority)
            ?? question.authority.children.changes(since: earlier.question.authority.children)
        guard !changed.isEmpty else { return }
        // What is asked of a child is worked out from where brothers and sisters live, too.
        let linked = changed.compactMap { question.authority[$0] }.flatMap {
            question.authority.linked(to: $0).map(\.id)
        }
        let touched = changed.union(linked)
        for child in touched {
            rates.take(joins[child] ?? [])
            (inCare[child], joins[child]) = (nil, nil)
            awaitingSecond.remove(child)
            toApprove.remove(child)
        }
        entries.removeAll { touched.contains($0.work.child) }
        for child in touched {
            if let record = question.authority[child] { add(record) }
        }
        // What is asked of one child turns on how everybody's was answered.
        guard rates.leftOut(question.context.settings) == leftOut else {
            self = Caseload(question)
            return
        }
        // Nearly in order already, which the standard library's sort makes use of.
        entries.sort { Worklist.precedes($0.work, $1.work) }
    }

    /// Nothing is left out until everybody was counted; those who have a kind that then is are worked out again, so that
    /// nobody's duties are held meanwhile.
    private mutating func workOutEverybody() {
        for record in question.authority.children.values { add(record) }
        leftOut = rates.leftOut(question.context.settings)
        let again = joins.filter { $0.value.contains { leftOut.contains($0.rule.id) } }.map(\.key)
        if !again.isEmpty {
            let these = Set(again)
            entries.removeAll { these.contains($0.work.child) }
            for record in again.compactMap({ question.authority[$0] }) {
                list(record, Assessed(ChildAsAt(record, question.asAt), question))
            }
        }
        entries.sort { Worklist.precedes($0.work, $1.work) }
    }

    /// Whether what this says of a child is what `question` would say of the same record.
    func speaksLike(_ other: Question) -> Bool {
        question.asAt == other.asAt && question.threadDay == other.threadDay
            && question.answerDay <= other.answerDay && other.answerDay < lastsUntil
            && question.context.answersLike(other.context)
    }

    private mutating func add(_ record: ChildRecord) {
        let child = ChildAsAt(record, question.asAt)
        guard child.isLookedAfter else { return }
        inCare[child.id] = record.allocations
        let assessed = Assessed(child, question)
        let found = assessed.joins
        rates.add(found)
        if !found.isEmpty { joins[child.id] = found }
        if found.contains(where: \.awaitsSecond) { awaitingSecond.insert(child.id) }
        if assessed.openAssessmentWorks.contains(where: \.waitsForManager) { toApprove.insert(child.id) }
        for case .putOff(_, let until) in found.map(\.state) { lastsUntil = min(lastsUntil, until) }
        list(record, assessed)
    }

    /// Puts a child on the list where there is anything to do.
    private mutating func list(_ record: ChildRecord, _ assessed: Assessed) {
        let child = assessed.child
        let work = Worklist(
            for: child, duties: assessed.duties, signals: assessed.signals, joins: assessed.joins, leavingOut: leftOut)
        guard !work.isEmpty else { return }
        entries.append(
            CaseloadEntry(
                title: record.identity.title, about: child.inShort, lastSigned: record.records.last?.day, work: work,
                allocations: record.allocations))
    }
}

extension ChildAsAt {
    /// Age, law and place in a few words.
    public var inShort: String {
        let age =
            switch self.ages(on: day) {
            case let ages? where ages.lowerBound == ages.upperBound: "aged \(ages.lowerBound)"
            case let ages?: "aged \(ages.lowerBound) or \(ages.upperBound)"
            case nil: "age not known"
            }
        return [age, legalStatus?.meaning, currentPlacement?.type.meaning].compactMap { $0 }.joined(separator: ", ")
    }
}
