import Casework
import Days
import Standards

/// Whether what is known and planned was looked at again when the child's life changed: one change, one item.
extension Breaks {
    static let changes = [changeNotLookedAt]

    static let changeNotLookedAt = BreakRule(
        "change_not_looked_at", "The child’s life changed: look again at what is known and planned", .regulation,
        .cpr2010("6, 32"), action: "Update each, or sign that it is still right and why.",
        mend: .writing(.assessment),
        standsFor: ["assessment_of_another_placement", "plan_older_than_change"]
    ) { asked, found in
        let waiting = asked.toLookAtAgain
        guard let first = waiting.flatMap(\.changes).min(by: { $0.day < $1.day }),
            let latest = waiting.flatMap(\.changes).map(\.day).max()
        else { return }
        let parts = waiting.map(\.part)
        var changes: [String] = []
        for change in asked.materialChanges where waiting.contains(where: { $0.changes.contains(change) }) {
            changes.append(changes.isEmpty ? change.what : change.what.lowercasedFirst)
        }
        found.add(
            since: first.day,
            title: "\(changes.joined(separator: "; ")): look again at \(parts.inWords)",
            LookingAgain(change: latest, parts: parts, managers: waiting.filter(\.needsManager).map(\.part)),
            waiting.map { "The last record of \($0.part.words) is of \($0.last.inWords)." } + asked.underWay
                + asked.notRecordedHere + asked.notStillRight(parts, after: first.day))
    }
}

/// What a change asks to be looked at again: the parts, and what is needed to say of one that it is still right.
public struct LookingAgain: Hashable, Sendable {
    /// The latest change that any of them waits for.
    public let change: Day
    public let parts: [LookAgain]
    /// Those that somebody said were still right before, since when a risk was named: a second time is the manager's.
    public let managers: [LookAgain]
}

extension Threaded {
    /// A part that is older than a change of the child's life, and that nobody has said is still right.
    struct Waiting {
        let part: LookAgain
        /// When a record last looked at it.
        let last: Day
        let changes: [MaterialChange]
        let needsManager: Bool
    }

    /// Only what has a record here: of what was never written down here nothing can be said to be out of date.
    var toLookAtAgain: [Waiting] {
        guard !materialChanges.isEmpty else { return [] }
        return LookAgain.allCases.compactMap { part in
            guard let last = lastLook(at: part) else { return nil }
            let changes = materialChanges.filter {
                $0.asksFor(part) && $0.day > last && !isSaidStillRight(part, after: $0.day)
            }
            guard !changes.isEmpty else { return nil }
            return Waiting(part: part, last: last, changes: changes, needsManager: needsManager(part, last))
        }
    }

    private func lastLook(at part: LookAgain) -> Day? {
        child.record.records.last { part.isLookedAt(in: $0) }?.day
    }

    /// Whether somebody said, of a change on this day or a later one, that a part is still right.
    func isSaidStillRight(_ part: LookAgain, after change: Day) -> Bool {
        said(part).contains { $0.change >= change }
    }

    /// Said to be still right since it was last written down, while a risk was named that it does not know of.
    private func needsManager(_ part: LookAgain, _ last: Day) -> Bool {
        said(part).contains { $0.on >= last }
            && thread.risks.contains { $0.isOpen(on: day) && $0.since > last }
    }

    private func said(_ part: LookAgain) -> [(on: Day, change: Day)] {
        answers.compactMap { answer in
            guard case .stillRight(let change, let parts) = answer.word, parts.contains(part),
                !notAgreed.contains(where: { $0.closed == answer.origin.event })
            else { return nil }
            return (answer.day, change)
        }
    }

    /// What second readers said of a “still right” that they did not agree with, where nothing was said since.
    fileprivate func notStillRight(_ parts: [LookAgain], after change: Day) -> [String] {
        answers.compactMap { answer in
            guard case .stillRight(let then, let said) = answer.word, then >= change,
                said.contains(where: parts.contains),
                let reading = notAgreed.first(where: { $0.closed == answer.origin.event })
            else { return nil }
            return "It was said to be still right, and a second reader does not agree: “\(reading.because)”"
        }
    }

    /// An assessment that is begun: it is being looked at, and by when.
    fileprivate var underWay: [String] {
        openAssessmentWorks.compactMap { work in
            guard work.assessment == nil, let due = work.due, due >= day else { return nil }
            return "An assessment is begun, to be finished by \(due.inWords)."
        }
    }

    /// What a change asks for and nobody has written of here.
    fileprivate var notRecordedHere: [String] {
        let asked = LookAgain.allCases.filter { part in materialChanges.contains { $0.asksFor(part) } }
        let missing = asked.filter { lastLook(at: $0) == nil }
        return missing.isEmpty ? [] : ["Nothing is recorded here of \(missing.inWords)."]
    }
}

extension MaterialChange {
    /// A move changes where the child sleeps, goes to school, sees a doctor and meets the family. Another change makes what is
    /// known and planned be looked at again.
    fileprivate func asksFor(_ part: LookAgain) -> Bool { kind == .moved || part == .assessment || part == .plan }
}
