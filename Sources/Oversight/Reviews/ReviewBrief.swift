import Casework
import Days
import Standards

/// What a review has before it: it writes itself from the record, so that nothing is left out because nobody thought of it.
///
/// It reads the record as at a day, and says only what the record shows. What the law has the review look at and what would
/// otherwise go unanswered asks for an answer of its own; the rest may be answered together.
public struct ReviewBrief: Sendable {
    /// The last review that is recorded, here or in a return; nil where there was none.
    public let last: Day?
    /// Earlier decisions that are not over.
    public let decisions: [Line]
    public let risks: [Line]
    /// What the reviewing officer raised and has not closed.
    public let concerns: [Line]
    /// Duties past their day, health apart.
    public let overdue: [Line]
    public let health: [Line]
    /// What the child said since the last review, and earlier things that nobody has answered.
    public let views: [Line]
    /// What the child said to this review themselves; nil where nothing is recorded since the last.
    public let contribution: ReviewContribution?
    /// What was put off, said to be not so, or waits for somebody to agree that it is not: the reviewing officer sees it.
    public let answered: [Break]

    public struct Line: Hashable, Sendable {
        /// The part of the thread that it is about; nil for a duty.
        public let about: ItemID?
        public let title: String
        public let state: String
        /// Where it is written down; nil for a duty.
        public let record: EventID?
        /// Open high risk, overdue health and unmet decisions each ask for an answer of their own.
        public let asksForAnAnswer: Bool
    }

    /// - Parameters:
    ///   - duties: The child's duties on the same day.
    ///   - joins: What is to be joined up, with what was answered.
    public init(_ child: ChildAsAt, duties: [Duty], joins: [Break] = []) {
        let (thread, day) = (child.record.thread, child.day)
        let last = child.reviews.last?.day
        self.last = last
        contribution = child.contributionToNextReview
        answered = joins.filter { $0.isPutOff || $0.isNotSo || $0.awaitsSecond }
        decisions = thread.decisions.filter { !$0.isEnded }.map { decision in
            let found = decision.looked.last.map { "; \($0.state.spoken) at the review of \($0.on.inWords)" } ?? ""
            let isPast = decision.due < day
            return Line(
                about: decision.id, title: decision.what,
                state: "\(decision.owner), by \(decision.due.inWords)\(isPast ? ", which is past" : "")\(found)",
                record: decision.origin.event, asksForAnAnswer: true)
        }
        risks = thread.risks.filter { $0.isOpen(on: day) }.sorted { $0.level.order < $1.level.order }.map { risk in
            Line(
                about: risk.id, title: risk.what, state: "\(risk.level.spoken), since \(risk.since.inWords)",
                record: risk.origin.event, asksForAnAnswer: risk.level == .high)
        }
        concerns = thread.concerns.filter(\.isOpen).map { concern in
            Line(
                about: concern.id, title: concern.what, state: concern.sentence(on: day), record: concern.origin.event,
                asksForAnAnswer: false)
        }
        let late = duties.filter { if case .overdue = $0.standing { $0.isOwed(on: day) } else { false } }
            .sorted { ($0.due ?? day) < ($1.due ?? day) }
        func line(_ duty: Duty, asks: Bool) -> Line {
            Line(
                about: nil, title: Catalogue.standard(of: duty).title, state: duty.sentence, record: nil,
                asksForAnAnswer: asks)
        }
        func isHealth(_ duty: Duty) -> Bool { Catalogue.standard(of: duty).id.hasPrefix("HE") }
        overdue = late.filter { !isHealth($0) }.map { line($0, asks: false) }
        // The next assessment (HE02) stands beside the last, and once.
        health =
            late.filter { isHealth($0) && Catalogue.standard(of: $0).id != "HE02" }.map { line($0, asks: true) }
            + Self.assessed(child)
        views = thread.views.filter { view in view.answered == nil || last.map { view.since > $0 } ?? true }.map {
            view in
            Line(
                about: view.id, title: "Said on \(view.since.inWords)",
                state: (view.isClearlySaid ? "Clearly said. " : "")
                    + (view.answered.map { "Answered on \($0.on.inWords)." } ?? "Not answered yet."),
                record: view.origin.event, asksForAnAnswer: view.isClearlySaid && view.answered == nil)
        }
    }

    /// Health assessments as the records here have them: the last, and when the next was due (CPR 2010 reg 7(3): every six
    /// months under five, every twelve from then on).
    private static func assessed(_ child: ChildAsAt) -> [Line] {
        let held = child.record.records.filter { $0.kind == .healthAssessment }
        guard let last = held.compactMap({ $0.day(.appointmentHeld) }).filter({ $0 <= child.day }).max() else {
            return [
                Line(
                    about: nil, title: "Health assessment", state: "None is recorded here.", record: nil,
                    asksForAnAnswer: false)
            ]
        }
        let due = child.record.identity.birthDates.last.map {
            ChildAsAt.nextHealthAssessment(after: last, born: $0)
        }
        let isLate = due.map { $0 < child.day } ?? false
        let next = due.map { isLate ? "; the next was due by \($0.inWords)" : "; the next is due by \($0.inWords)" }
        return [
            Line(
                about: nil, title: "Health assessment", state: "Held on \(last.inWords)\(next ?? "").",
                record: held.last?.origin.event, asksForAnAnswer: isLate)
        ]
    }

    public var asking: Int { [decisions, risks, overdue, health, views].joined().count { $0.asksForAnAnswer } }
}

extension ActionState {
    fileprivate var spoken: String {
        switch self {
        case .done: "done"
        case .partly: "partly done"
        case .notDone: "not done"
        case .stopped: "stopped"
        case .goingOn: "going on"
        }
    }
}

extension RiskLevel {
    fileprivate var spoken: String {
        switch self {
        case .low: "Low"
        case .medium: "Medium"
        case .high: "High"
        case .notAssessed: "Not assessed"
        }
    }
    /// The highest first; what nobody has assessed before what somebody found low.
    fileprivate var order: Int {
        switch self {
        case .high: 0
        case .notAssessed: 1
        case .medium: 2
        case .low: 3
        }
    }
}
