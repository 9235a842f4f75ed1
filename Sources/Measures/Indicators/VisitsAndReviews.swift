import Casework
import Days
import Standards

/// Visits and reviews, as they are recorded here: in time, and worth it.
extension Indicators {
    static let recordedReviews = [decisionsInTime, recordsSent, childsVersions, reviewsWhole, permanenceByTheSecond]
    static let visits = [visitsInTime, seenAlone, purposefulVisits, disclosures]

    /// Of the review decisions that fell due in the period, those that a review found done by then.
    static let decisionsInTime = Indicator(
        "K21", "Review decisions done in time", .reviews, .higherIsBetter, for: .lookedAfter, from: [], over: .year,
        exists: .recordedHere,
        Definition(
            "decisions that were found done by the day set for them", of: "decisions that fell due in the period",
            unknown: "decisions that no review has looked at since", on: "the day the decision was due"),
        twin: .notRecordedHere("what the decision changed for the child")
    ) { subject, tally in
        for decision in subject.child.record.thread.decisions where subject.window.period.contains(decision.due) {
            guard decision.due < subject.window.day else { continue }
            let done = decision.looked.first { $0.state == .done }?.on
            let isLookedAt = decision.looked.contains { $0.on >= decision.due }
            tally.count(
                Member(subject.child.id, on: decision.due),
                done.map { $0 <= decision.due ? true : nil } ?? (isLookedAt ? false : nil))
        }
    }

    /// Of the reviews signed here, those of which everybody who is to have the record had a copy in time: the child, from
    /// the age of four, and everybody recorded with parental responsibility. One whose day has not come is not counted
    /// until they all have it.
    static let recordsSent = Indicator(
        "K22", "Record of the review given out within 20 working days", .reviews, .higherIsBetter, for: .lookedAfter,
        from: [.reviews], over: .year, exists: .recordedHere,
        Definition(
            "reviews whose record was given out within 20 working days", of: "reviews held in the period",
            unknown:
                "reviews before anything about copies was written down, or with nobody recorded who holds parental responsibility",
            on: "the day of the review"),
        twin: .figure("K22b")
    ) { subject, tally in
        subject.countReviewsGiven(&tally) { review, due in subject.child.wasGivenOut(review, by: due) }
    }

    /// Of the same reviews, of children of four and over, those of which the child was given a version of their own.
    static let childsVersions = Indicator(
        "K22b", "Reviews of which the child has a version of their own", .reviews, .higherIsBetter, for: .lookedAfter,
        from: [], over: .year, exists: .recordedHere,
        Definition(
            "reviews of which the child’s own version was given to the child within 20 working days",
            of: "reviews held in the period of children aged four or over on that day",
            unknown: "reviews before anything about copies was written down", on: "the day of the review")
    ) { subject, tally in
        subject.countReviewsGiven(&tally, from: 4) { review, due in
            if subject.child.copies(of: review).contains(where: { $0.isChildsVersion && $0.on <= due }) { return true }
            guard let kept = subject.child.copiesKeptSince, kept <= due else { return nil }
            return false
        }
    }

    /// Of the reviews signed here that had an open high risk or an overdue health item before them, those that spoke of
    /// each.
    static let reviewsWhole = Indicator(
        "K23", "Reviews that looked at every high risk and overdue health item", .reviews, .higherIsBetter,
        for: .lookedAfter, from: [], over: .year, exists: .recordedHere,
        Definition(
            "reviews that say something of each", of: "reviews held with an open high risk or an overdue health item",
            unknown: "nobody", on: "the day of the review"),
        twin: .figure("K15")
    ) { subject, tally in
        for review in subject.recordsInPeriod(.review) {
            let risks = subject.child.record.thread.risks.filter {
                $0.level == .high && $0.since < review.day && $0.isOpen(on: review.day - 1)
            }
            let health = subject.owed(["HE01", "HE02"]).contains { duty in
                guard let due = duty.due, due < review.day, duty.standing.daysLate != nil else { return false }
                return duty.done.map { $0 > review.day } ?? true
            }
            guard !risks.isEmpty || health else { continue }
            let considered = Set(review.about(.risksConsidered))
            tally.count(
                subject.member(review),
                risks.allSatisfy { considered.contains($0.id) } && (!health || review.says(.healthConsidered)))
        }
    }

    /// Of children looked after for more than four months, those whose care plan named a permanence plan by their second
    /// review.
    static let permanenceByTheSecond = Indicator(
        "K24", "Permanence plan by the second review", .reviews, .higherIsBetter, for: .lookedAfter,
        from: [.episodes, .reviews], over: .day, exists: .recordedHere,
        Definition(
            "children whose permanence plan was decided by their second review",
            of: "children looked after for more than four months",
            unknown: "children whose record was not kept here from the start, and shows no plan by then"),
        twin: .notRecordedHere("whether the child has the home that was planned")
    ) { subject, tally in
        guard let care = subject.child.currentPeriod, care.start.day.adding(months: 4) < subject.window.day else {
            return
        }
        subject.countLookedAfter(&tally) { kept in
            let second = subject.child.reviews.filter { $0.day >= care.start.day }.dropFirst().first?.day
            let decided = subject.records(.carePlan).first {
                $0.day >= care.start.day && $0.decidesPermanence
            }?.day
            if let decided, second.map({ decided <= $0 }) ?? true { return true }
            return kept <= care.start.day ? false : nil
        }
    }

    private static let visitStandards: Set<String> = [
        "VI01", "VI02", "VI03", "VI06", "VI07", "VI08", "VI15", "AD06",
    ]

    /// Of children looked after who had any visit fall due in the period, those whose every one was in time.
    static let visitsInTime = Indicator(
        "K30", "Every visit in time", .visits, .higherIsBetter, for: .lookedAfter, from: [.episodes], over: .year,
        exists: .recordedHere,
        Definition(
            "children whose every visit was within the regulations’ interval",
            of: "children looked after on the day who had a visit fall due in the period",
            unknown: "\(Subject.notKept), or a visit of which it is not known"),
        twin: .figure("K32")
    ) { subject, tally in
        guard subject.isLookedAfter else { return }
        guard subject.keptSince != nil else { return tally.count(subject.member, nil) }
        var answers: [Bool?] = []
        for duty in subject.owed(visitStandards) {
            guard let due = duty.due, subject.window.period.contains(due) else { continue }
            switch duty.standing {
            case .met: answers.append(true)
            case .metLate, .overdue, .lateWithReason: answers.append(false)
            case .unknown: answers.append(nil)
            case .due, .notApplicable: continue
            }
        }
        guard !answers.isEmpty else { return }
        tally.count(subject.member, answers.contains(false) ? false : answers.contains(nil) ? nil : true)
    }

    /// Of the visits at which the child was seen, those at which they were seen alone, or that say why not.
    static let seenAlone = Indicator(
        "K31", "Seen alone, or why not", .visits, .higherIsBetter, for: .lookedAfter, from: [], over: .year,
        exists: .recordedHere,
        Definition(
            "visits at which somebody talked with the child alone, or that say why not",
            of: "visits of the period at which the child was seen", unknown: "nobody", on: "the day of the visit"),
        twin: .figure("K96a")
    ) { subject, tally in
        for visit in subject.recordsInPeriod(.visit) where visit.isFlag(.seen, true) {
            tally.count(subject.member(visit), visit.isChoice(.alone, "alone") || visit.says(.notAloneBecause))
        }
    }

    /// Of all visits, those that led to something, or say why nothing follows.
    static let purposefulVisits = Indicator(
        "K32", "Visits that led to something, or say why not", .visits, .higherIsBetter, for: .lookedAfter, from: [],
        over: .year, exists: .recordedHere,
        Definition(
            "visits with actions, their own or recorded for what was said by the next day, or that say there are none and why",
            of: "visits of the period", unknown: "nobody", on: "the day of the visit"), twin: .figure("K14a")
    ) { subject, tally in
        for visit in subject.recordsInPeriod(.visit) {
            tally.count(
                subject.member(visit), visit.says(.actions) || subject.child.record.wasFollowed(visit))
        }
    }

    /// Of what a child told of harm, those followed by an action and told to a manager by the next working day, wherever
    /// that was written down. What came later stays late, whatever a manager says of it since.
    static let disclosures = Indicator(
        "K33", "What a child told of harm was followed", .visits, .higherIsBetter, for: .lookedAfter, from: [],
        over: .year, exists: .recordedHere,
        Definition(
            "records of a disclosure with an action, and a manager told, by the next working day: on the record, in an action for what was said, in an urgent call or in a manager’s decision",
            of: "records of a disclosure in the period", unknown: "nobody", on: "the day of the record"),
        twin: .notRecordedHere("whether the child is safer")
    ) { subject, tally in
        for record in subject.child.record.records
        where subject.window.period.contains(record.day) && record.isChoice(.significant, "disclosure") {
            let following = subject.child.record.following(record)
            var isFollowed = false
            if let acted = following.acted, let told = following.told,
                let last = subject.context.day(1, workingDaysAfter: record.day)
            {
                isFollowed = acted <= last && told <= last
            }
            tally.count(subject.member(record), isFollowed)
        }
    }
}

extension Subject {
    /// Counts each review signed in the period by an answer about the 20 working days after it. Where they are not over,
    /// only a yes is certain.
    ///
    /// - Parameter age: the least age of a child on the day of the review.
    fileprivate func countReviewsGiven(
        _ tally: inout Tally, from age: Int = 0, _ answer: (HeldRecord, _ due: Day) -> Bool?
    ) {
        for review in recordsInPeriod(.review) where (child.ages(on: review.day)?.upperBound ?? age) >= age {
            guard let due = context.day(20, workingDaysAfter: review.day) else {
                tally.count(member(review), nil)
                continue
            }
            let given = answer(review, due)
            if given != true, window.day <= due { continue }
            tally.count(member(review), given)
        }
    }
}
