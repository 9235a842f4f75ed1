import Access
import Casework
import Days
import Oversight
import Service
import Standards

/// Whose work an email speaks of: the children who are a person's own, and a manager's team's.
public struct Readers: Sendable {
    private let question: Question
    /// Who is whose is asked of today, whatever day the work is asked about.
    private let today: Day
    private let work: [(record: ChildRecord, worklist: Worklist)]

    public init(_ question: Question, today: Day) {
        (self.question, self.today) = (question, today)
        let children = question.authority.children.values.compactMap { record -> (ChildRecord, Assessed)? in
            let child = ChildAsAt(record, question.asAt)
            return child.isLookedAfter ? (record, Assessed(child, question)) : nil
        }
        var rates = JoinRates()
        for (_, assessed) in children { rates.add(assessed.joins) }
        let leftOut = rates.leftOut(question.context.settings)
        work = children.map { record, assessed in (record, assessed.worklist(leavingOut: leftOut)) }
    }

    /// How many of the person's children wait on each rung.
    public func counts(for viewer: Viewer) -> WorkCounts {
        var counts = WorkCounts()
        for (_, worklist) in theirs(viewer) { counts.add(worklist) }
        return counts
    }

    /// What presses on a person, each by a name of its own that no email shows: of their children, of what was said urgently
    /// to them, and of records on the wrong child.
    public func pressing(on viewer: Viewer, at now: Instant) -> [String: Pressing] {
        let all = urgent(for: viewer) + said(to: viewer, at: now) + onWrongChild(for: viewer, at: now)
        return Dictionary(all) { first, _ in first }
    }

    private func urgent(for viewer: Viewer) -> [(String, Pressing)] {
        theirs(viewer).flatMap { record, worklist in
            worklist.items.filter(\.rung.isUrgent).map {
                ("\(record.id) \($0.rung.rawValue) \($0.since)", .rung($0.rung))
            }
        }
    }

    /// What waits for the person to answer; an administrator's is that something was said which could be told to nobody.
    private func said(to viewer: Viewer, at now: Instant) -> [(String, Pressing)] {
        let authority = question.authority
        var told = viewer.urgent(in: authority, at: now).map(\.call.origin.event)
        if viewer.roles.contains(.administrator) { told += authority.unheardCalls.map(\.origin.event) }
        return told.map { ("said \($0)", .rung(.mayNotBeSafe)) }
    }

    /// Records that were taken off a child and are not assessed: told when the hours begin, and again a day before they end.
    private func onWrongChild(for viewer: Viewer, at now: Instant) -> [(String, Pressing)] {
        viewer.sealedRecords(in: question.authority, on: today).map(\.sealed).filter { !$0.isFinished }.map { sealed in
            let isPressing = now >= sealed.deadline.adding(hours: -24)
            return ("sealed \(sealed.record)" + (isPressing ? ", a day left" : ""), Pressing.onWrongChild)
        }
    }

    /// The work that is a person's. Nobody is told of a record that is sealed, or restricted to others.
    private func theirs(_ viewer: Viewer) -> [(record: ChildRecord, worklist: Worklist)] {
        let neighbours = Neighbours(of: viewer, in: question.authority)
        let hidden = Sight(viewer, question.authority, .seeMyWork, today: today).hidden
        let furthest: Relation = viewer.roles.contains(.teamManager) ? .team : .own
        return work.filter { record, _ in
            !hidden.contains(record.id) && neighbours.relation(to: record.allocations, on: today) <= furthest
        }
    }
}
