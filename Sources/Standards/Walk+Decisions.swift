import Casework
import Days

/// What comes of the decisions of a review with those who are to carry them out.
extension Walk {
    /// The team's manager agrees to the decisions or challenges them within five working days of having them, which is taken
    /// to be the day that they were sent. Whoever says nothing has agreed.
    func decisionsAnswered(_ occasion: Occasion, _ list: inout DutyList) {
        let review = record(ofReview: occasion)
        // A review that decided nothing asks for no answer.
        if review?[.decisions] == .noneBecause { return }
        guard let review, let sent = review.day(.decisionsSent), sent <= child.day else {
            return list.addUnknown(from: occasion.trigger, due: nil, .reviewRecord, because: occasion.because)
        }
        let had = StartDay(sent, isKnown: true)
        guard let due = context.day(5, workingDaysAfter: sent) else {
            return list.addUnknown(from: had, due: nil, .workingDayTable, because: .decisionsSent)
        }
        let answers = child.record.records.lazy.filter {
            $0.kind == .managementDecision && $0.day(.ofReview) == review.day
        }
        func add(_ standing: Standing, done: Day? = nil) {
            list.add(trigger: had, due: due, done: done, standing, because: .decisionsSent)
        }
        if let answer = answers.first, answer.day <= due {
            add(.met, done: answer.day)
        } else if let late = answers.first(where: { $0.isChoice(.decisionsAnswer, DecisionsAnswer.challenged.rawValue) }
        ) {
            add(.metLate(days: late.day - due), done: late.day)
        } else {
            add(child.day <= due ? .due : .notApplicable(.agreedBySilence))
        }
    }

    /// A decision of a review is carried out by its day, as a later review finds it. Until one has looked since that day
    /// nobody can say; one that found it not done leaves it owed, and there the IRO knows.
    func carriedOut(_ occasion: Occasion, _ list: inout DutyList) {
        let decision = child.record.thread.decisions[occasion.index]
        func add(_ standing: Standing, done: Day? = nil) {
            list.add(trigger: occasion.trigger, due: decision.due, done: done, standing, because: occasion.because)
        }
        if let end = decision.looked.first(where: { $0.state == .done || $0.state == .stopped }) {
            guard end.state == .done else { return add(.notApplicable(.decisionStopped)) }
            // One review since its day had found it not done: it was late, by this one at the latest.
            if decision.looked.contains(where: { $0.on > decision.due && $0.on < end.on }) {
                return add(.metLate(days: end.on - decision.due), done: end.on)
            }
            // A review after its day says that it was done, and not when.
            return add(.met, done: end.on <= decision.due ? end.on : nil)
        }
        if let stop = occasion.stop, stop.day <= decision.due { return add(.notApplicable(stop.why)) }
        let last = min(child.day, occasion.stop?.day ?? child.day)
        guard last > decision.due else { return add(.due) }
        add(
            decision.looked.contains { $0.on > decision.due }
                ? .overdue(days: last - decision.due) : .unknown(.reviewRecord))
    }
}
