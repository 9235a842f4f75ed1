import Casework
import Days

/// Reviews: in time, and heard.
extension Indicators {
    static let reviews = [firstReviews, allReviews, participation]

    /// Of the first reviews that fell due in the period, those held in time; counted on the day they were due. One due
    /// later, or taken away by law, is not counted. Unknown is outside.
    static let firstReviews = Indicator("K18", "First reviews in time", twin: .figure("K20")) { subject, tally in
        for review in subject.duties.firstReviews {
            tally.count(Member(subject.child.id, on: review.due), review.inTime)
        }
    }

    /// Of children looked after on the day who had any review fall due in the period, those whose every one was in time.
    /// One late makes the answer no; otherwise one unknown makes it unknown, which is outside. No event day.
    static let allReviews = Indicator("K19", "Every review in time", twin: .figure("K20")) { subject, tally in
        guard subject.isLookedAfter, subject.duties.due > 0 else { return }
        tally.count(subject.member, subject.duties.late > 0 ? false : subject.duties.unknown > 0 ? nil : true)
    }

    /// Of the reviews held in the period of children who were four or over on that day, those that heard the child (PN1,
    /// PN2, PN3, PN5, PN6); counted on the day of the review. Unknown, and outside: a code not given or that contradicts
    /// the age, or an age that is not known.
    static let participation = Indicator("K20", "Reviews that heard the child") { subject, tally in
        for held in subject.child.record.reviews where subject.window.period.contains(held.day) {
            let member = Member(subject.child.id, on: held.day)
            guard let ages = subject.child.ages(on: held.day) else {
                tally.count(member, nil)
                continue
            }
            if ages.upperBound < 4 { continue }
            let code = held.review.participation
            let isKnown = ages.lowerBound >= 4 && (code.heard || code.notHeard)
            tally.count(member, isKnown ? code.heard : nil)
        }
    }
}
