import Casework
import Days
import Oversight
import Standards

/// One child with everything that the rules say of them on the day.
public struct Assessed: Sendable {
    public let child: ChildAsAt
    public let duties: [Duty]
    public let signals: [Signal]
    /// What is to be joined up, as at the day that records are asked about (``Question/threadDay``).
    public let joins: [Break]
    /// The assessments that ask something of somebody, as at the same day.
    public let openAssessmentWorks: [AssessmentWork]

    public init(_ child: ChildAsAt, _ question: Question) {
        self.child = child
        duties = Catalogue.duties(of: child, question.context)
        signals = Signals.of(child, question.context)
        (joins, openAssessmentWorks) = question.asked(of: child)
    }

    public var worklist: Worklist { worklist(leavingOut: []) }

    /// What needs doing, without the kinds of things to join up that no list of work shows.
    public func worklist(leavingOut leftOut: Set<String>) -> Worklist {
        Worklist(for: child, duties: duties, signals: signals, joins: joins, leavingOut: leftOut)
    }

    public var overdue: Int { duties.count { if case .overdue = $0.standing { true } else { false } } }
    public var unknown: Int { duties.count { if case .unknown = $0.standing { true } else { false } } }
}

extension Question {
    /// What is to be joined up in a child's record, as at ``threadDay``, with what was answered by ``answerDay``.
    public func joins(of child: ChildAsAt) -> [Break] { asked(of: child).breaks }

    /// The same, with the assessments that ask something of somebody.
    func asked(of child: ChildAsAt) -> (breaks: [Break], openAssessmentWorks: [AssessmentWork]) {
        guard let record = authority[child.id], !record.records.isEmpty else { return ([], []) }
        let child = child.day == threadDay ? child : ChildAsAt(record, threadDay)
        return Breaks.asked(
            child, context, beside: authority.openSiblings(of: child, besides: leftOut),
            answers: record.joinAnswers.asAt(answerDay), readings: record.readings.filter { $0.day <= answerDay },
            on: answerDay)
    }

    /// The child that a return's number or an id means.
    public func find(_ text: String) throws -> ChildRecord {
        guard let record = authority.find(text), !leftOut.contains(record.id) else {
            throw ServiceError.noSuchChild(text)
        }
        return record
    }
}

extension Authority {
    /// The child that a return's number or an id means, whoever asks.
    public func find(_ text: String) -> ChildRecord? {
        child(ssda903: text) ?? ChildID(text).flatMap { self[$0] }
    }
}
