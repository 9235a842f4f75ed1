import Access
import Casework
import Days
import HTML
import Service
import Standards

/// What stands in the frame of a page of a child, but for the button of ``Writer/pressUrgent(_:from:_:)``: that is sent with the
/// session's token, so it is written anew each time, between the head of the page and the rest.
struct WrittenPage: Sendable {
    let title: String
    /// Of whom the button tells.
    let child: ChildID
    let head: Fragment
    let rest: Fragment

    init(title: String, about child: ChildID, head: Writer.Body, rest: Writer.Body) {
        (self.title, self.child) = (title, child)
        (self.head, self.rest) = (Fragment(capacity: 4 * 1024, head), Fragment(capacity: 16 * 1024, rest))
    }

    /// How many bytes it holds.
    var count: Int { head.count + rest.count }
}

/// Everything that a page of a child is made from: two that are the same make the same page, byte for byte.
struct PageBasis: Sendable {
    /// Which page, for whom, about which days. The viewer is in it whole, as the policy knows them, so that no two people
    /// ever share a page, nor one person before and after their roles changed.
    struct Asked: Hashable, Sendable {
        let child: ChildID
        let tab: ChildTab
        let viewer: Viewer
        let today: Day
        let asAt: Day
        let threadDay: Day
        let answerDay: Day
    }

    let asked: Asked
    private let record: ChildRecord
    /// Brothers and sisters, from whose records something is worked out too, and who they are told to.
    private let linked: [ChildRecord]
    /// Who works here and in which team, what the returns speak for, which forms there are.
    private let shared: EventID
    private let context: Context
    /// Whose accounts answered what was to be joined up; nil where the page does not say.
    private let answerers: [String: Account]?

    init(
        of tab: ChildTab, for viewer: Viewer, on today: Day, _ question: Question, _ record: ChildRecord,
        _ answerers: [String: Account]?
    ) {
        asked = Asked(
            child: record.id, tab: tab, viewer: viewer, today: today, asAt: question.asAt,
            threadDay: question.threadDay, answerDay: question.answerDay)
        (self.record, linked) = (record, question.authority.linked(to: record))
        (shared, context, self.answerers) = (question.authority.shared, question.context, answerers)
    }

    /// Nil for a page that is made afresh each time: one that is asked something in its address, one that a reason opened,
    /// and one of a child of whom something was said urgently, since who hears of that is a matter of minutes.
    init?(
        of tab: ChildTab, _ visit: Visit, _ question: Question, _ record: ChildRecord, _ answerers: [String: Account]?
    ) {
        guard tab.isKept, visit.request.uri.query == nil, visit.frame.opened == nil, record.urgent.isEmpty else {
            return nil
        }
        self.init(of: tab, for: visit.viewer, on: visit.today, question, record, answerers)
    }

    /// A record that nobody wrote to shares what it holds with the one before, so comparing them is comparing addresses.
    func makesTheSame(as other: PageBasis) -> Bool {
        asked == other.asked && shared == other.shared && record == other.record && linked == other.linked
            && answerers == other.answerers && context.answersLike(other.context)
    }
}
