import Access
import Casework
import Days
import Service

/// Whom of the children behind a figure a viewer may be shown: the one place where figures ask the policy. The numbers are
/// the same for everybody; only lists depend on who asks. Permission is today's, whatever day the figure speaks for.
struct Sight {
    let viewer: Viewer
    let authority: Authority
    let action: Action
    private let today: Day

    /// - Parameter action: finding children, or taking a list of them away.
    init(_ viewer: Viewer, _ authority: Authority, _ action: Action, today: Day) {
        (self.viewer, self.authority, self.action, self.today) = (viewer, authority, action, today)
    }

    init(_ visit: Visit, _ question: Question, _ action: Action) {
        self.init(visit.viewer, question.authority, action, today: visit.today)
    }

    func mayList(_ child: ChildID) -> Bool {
        guard let record = authority[child] else { return false }
        return viewer.answer(action, record, in: authority, on: today) == .yes
    }

    /// The smallest number that is told of those counted and not listed: fewer might tell who they are.
    static let smallest = 10

    /// What is said of members who are counted and not listed to the viewer; nil where there is none.
    static func said(of hidden: Int) -> String? {
        switch hidden {
        case 0: nil
        case smallest...: "\(hidden) counted, not listed to you."
        default: "Some may be counted and not listed to you; so few are not numbered."
        }
    }
}
