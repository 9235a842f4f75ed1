import Casework
import Days
import Standards

/// What reviewing officers raised: settled in time, and with what changed for the child.
extension Indicators {
    static let concerns = [concernsSettled, concernsWithChange, concernsRaisedAgain, looksHalfWay]

    /// Of the concerns raised in the period that are closed or had their twenty working days, those closed within them. Unit:
    /// per cent. Counted on the day it was raised; one that is open and still in time is not counted yet, and one that was so when
    /// care ended is never counted.
    static let concernsSettled = Indicator(
        "K26", "Reviewing officers’ concerns settled in time", .reviews, .higherIsBetter, for: .lookedAfter, from: [],
        over: .year, exists: .recordedHere,
        Definition(
            "concerns that the reviewing officer closed within 20 working days of raising them",
            of: "concerns raised in the period that are closed, or were open for more than 20 working days of care",
            unknown: "bank holidays of that year are not known", on: "the day it was raised"),
        twin: .figure("K27")
    ) { subject, tally in
        for concern in subject.child.record.thread.concerns where subject.window.period.contains(concern.raised) {
            let member = Member(subject.child.id, on: concern.raised)
            guard let due = subject.context.day(Catalogue.mostForDispute, workingDaysAfter: concern.raised) else {
                tally.count(member, nil)
                continue
            }
            if let closing = concern.closing {
                tally.count(member, closing.on <= due)
            } else if due < subject.child.endOfCare(from: concern.raised) ?? subject.window.day {
                tally.count(member, false)
            }
        }
    }

    /// Of the concerns closed in the period, those closed with what changed for the child. Unit: per cent. Counted on the day
    /// it was closed; a closing says one or the other, so that nothing is unknown.
    static let concernsWithChange = Indicator(
        "K27", "Concerns that changed something for the child", .reviews, .higherIsBetter, for: .lookedAfter, from: [],
        over: .year, exists: .recordedHere,
        Definition(
            "concerns that the reviewing officer closed with what changed for the child",
            of: "concerns closed in the period", unknown: "nobody", on: "the day it was closed")
    ) { subject, tally in
        for concern in subject.child.record.thread.concerns {
            guard let closing = concern.closing, subject.window.period.contains(closing.on) else { continue }
            tally.count(Member(subject.child.id, on: closing.on), closing.move == .closedWithChange)
        }
    }

    /// Of the concerns closed in the period, those that the reviewing officer has raised anew since: one says of which it is
    /// about. Unit: per cent. Counted on the day it was closed.
    static let concernsRaisedAgain = Indicator(
        "K27a", "Concerns that had to be raised again", .reviews, .lowerIsBetter, for: .lookedAfter, from: [],
        over: .year, exists: .recordedHere,
        Definition(
            "concerns that a concern raised since they were closed, up to and with the day, names as what it is about",
            of: "concerns closed in the period", unknown: "nobody", on: "the day it was closed")
    ) { subject, tally in
        let concerns = subject.child.record.thread.concerns
        for concern in concerns {
            guard let closing = concern.closing, subject.window.period.contains(closing.on) else { continue }
            tally.count(
                Member(subject.child.id, on: closing.on),
                concerns.contains { $0.raised >= closing.on && $0.about.contains(concern.id) })
        }
    }

    /// Of the times between two reviews that ended in the period, those with a look half-way written down (IR10). Unit: per
    /// cent. Counted on the day of the later review. Guidance gives no day for the look, so that none is late.
    static let looksHalfWay = Indicator(
        "K29", "Looked in half-way between reviews", .reviews, .higherIsBetter, for: .lookedAfter,
        from: [.reviews], over: .year, exists: .recordedHere,
        Definition(
            "times between two reviews in which the reviewing officer wrote down a look about half-way",
            of: "times between two reviews of one time in care that ended in the period",
            unknown: "times of which the earlier review is not recorded here, and no look is",
            on: "the day of the later review"),
        twin: .figure("K27")
    ) { subject, tally in
        let child = subject.child
        for (earlier, later) in zip(child.reviews, child.reviews.dropFirst()) {
            let isOneStretch = child.periods.contains {
                $0.start.day <= earlier.day && later.day <= $0.end ?? .distantFuture
            }
            guard subject.window.period.contains(later.day), isOneStretch else { continue }
            let isKept = child.reviewsKeptSince.map { $0 <= earlier.day } ?? false
            let isLooked = child.record.halfWayLook(after: earlier.day, before: later.day) != nil
            tally.count(Member(child.id, on: later.day), isKept || isLooked ? isLooked : nil)
        }
    }
}
