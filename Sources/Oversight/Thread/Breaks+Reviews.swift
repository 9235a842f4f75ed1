import Casework
import Days
import Standards

/// Whether a review looked at what it has to.
extension Breaks {
    static let reviews = [decisionPastTwoReviews, reviewLeftDecision, reviewLeftRisk, reviewLeftHealth]

    static let decisionPastTwoReviews = BreakRule(
        "decision_past_two_reviews", "A decision was past its day at two reviews", .regulation, .cpr2010("37"),
        owner: .iro, action: "Ask why, and take it up with those who can change it.",
        mend: .writing(.review, .decisionsLooked, .decision),
        standsFor: ["review_left_decision"]
    ) { asked, found in
        for decision in asked.thread.decisions {
            let past = asked.reviews.map(\.day).filter { review in
                review > decision.due
                    && !decision.looked.contains { $0.on <= review && ($0.state == .done || $0.state == .stopped) }
            }
            guard past.count >= 2, !decision.isEnded else { continue }
            found.add(
                decision.id, since: past[1],
                "“\(decision.what)” was due on \(decision.due.inWords) and not done by the review of \(past[1].inWords)."
            )
        }
    }

    static let reviewLeftDecision = BreakRule(
        "review_left_decision", "A review did not look at an earlier decision", .regulation, .cpr2010("35, 37"),
        owner: .iro, action: "Say what became of it.", mend: .writing(.review, .decisionsLooked, .decision)
    ) { asked, found in
        guard let review = asked.reviews.last else { return }
        let looked = Set(review.about(.decisionsLooked))
        for decision in asked.thread.decisions
        where decision.since < review.day && !looked.contains(decision.id)
            && !decision.looked.contains(where: { $0.on < review.day && ($0.state == .done || $0.state == .stopped) })
        {
            found.add(
                decision.id, since: review.day,
                "“\(decision.what)” was decided on \(decision.since.inWords); the review of \(review.day.inWords) does not speak of it."
            )
        }
    }

    static let reviewLeftRisk = BreakRule(
        "review_left_risk", "A review did not look at an open high risk", .statutoryGuidance, Citation("IRO Handbook"),
        owner: .iro, action: "Say what the review makes of the risk.", mend: .writing(.review, .risksConsidered, .item),
        rung: .openRisk
    ) { asked, found in
        guard let review = asked.reviews.last else { return }
        let considered = Set(review.about(.risksConsidered))
        for risk in asked.thread.risks
        where risk.level == .high && risk.since < review.day && risk.isOpen(on: review.day)
            && !considered.contains(risk.id)
        {
            found.add(
                risk.id, since: review.day,
                "“\(risk.what)” is high since \(risk.since.inWords); the review of \(review.day.inWords) does not speak of it."
            )
        }
    }

    static let reviewLeftHealth = BreakRule(
        "review_left_health", "A review did not look at health that was overdue", .regulation, .cpr2010("7, 35"),
        owner: .iro, action: "Say what the review makes of the child’s health.",
        mend: .writing(.review, .healthConsidered)
    ) { asked, found in
        guard let review = asked.reviews.last, !review.says(.healthConsidered) else { return }
        guard let due = asked.healthAssessmentDue(by: review.day) else { return }
        found.add(
            since: review.day,
            "The health assessment was due by \(due.inWords); the review of \(review.day.inWords) does not speak of health."
        )
    }
}

extension Threaded {
    /// The day by which a health assessment was to be held that was overdue at a review: the one after the last, or the
    /// first (HE01) where none had been held. Nil where none was overdue, or nobody can say.
    fileprivate func healthAssessmentDue(by review: Day) -> Day? {
        let held = records(.healthAssessment).compactMap { $0.day(.appointmentHeld) }.filter { $0 <= review }
        if let last = held.max() {
            guard let born = child.record.identity.birthDates.last else { return nil }
            let due = ChildAsAt.nextHealthAssessment(after: last, born: born)
            return due < review ? due : nil
        }
        return Catalogue.duties(of: child, context).first { $0.isFirstHealthAssessment(overdueAt: review) }?.due
    }
}

extension Duty {
    fileprivate func isFirstHealthAssessment(overdueAt review: Day) -> Bool {
        guard Catalogue.standard(of: self).id == "HE01", let due, due < review, standing.daysLate != nil else {
            return false
        }
        return done.map { $0 > review } ?? true
    }
}
