import Casework
import Days

/// Reviews: in time, and heard.
extension Indicators {
    static let reviews = [firstReviews, allReviews, participation]

    /// Of the first reviews (RV01) that fell due in the period, those held in time; counted on the day they were due. One
    /// due later, or taken away by law, is not counted. Unit: per cent. Unknown is outside.
    static let firstReviews = Indicator(
        "K18", "First reviews in time", .reviews, .higherIsBetter, for: .lookedAfter, from: [.episodes, .reviews],
        over: .year,
        Definition(
            "first reviews held within 20 working days of the day care began, or short breaks gave way to it",
            of: "first reviews that fell due in the period and were still owed",
            unknown: "care known only to have begun on or before a day, or reviews that no return shows",
            on: "the day the review was due"),
        twin: .figure("K20")
    ) { subject, tally in
        for review in subject.duties.firstReviews {
            tally.count(Member(subject.child.id, on: review.due), review.inTime)
        }
    }

    /// Of children looked after on the day who had any review (RV01 to RV03) fall due in the period, those whose every
    /// one was in time. Unit: per cent. No event day. One late makes the answer no; otherwise one unknown makes it
    /// unknown, which is outside.
    static let allReviews = Indicator(
        "K19", "Every review in time", .reviews, .higherIsBetter, for: .lookedAfter, from: [.episodes, .reviews],
        over: .year,
        Definition(
            "children whose every review was in time",
            of: "children looked after on the day who had a review fall due in the period",
            unknown: "no review known to be late, and one of which it is not known"),
        twin: .figure("K20")
    ) { subject, tally in
        guard subject.isLookedAfter, subject.duties.due > 0 else { return }
        tally.count(subject.member, subject.duties.late > 0 ? false : subject.duties.unknown > 0 ? nil : true)
    }

    /// Of the reviews held in the period of children who were four or over on that day, those that heard the child (PN1,
    /// PN2, PN3, PN5, PN6), reviews of short breaks left out; counted on the day of the review. Unit: per cent. Unknown,
    /// and outside: a code not given or that contradicts the age, or an age that is not known.
    static let participation = Indicator(
        "K20", "Reviews that heard the child", .reviews, .higherIsBetter, for: .lookedAfter,
        from: [.episodes, .reviews], over: .year,
        Definition(
            "reviews at which the child spoke, or their views were given (PN1, PN2, PN3, PN5, PN6)",
            of: "reviews held in the period of children aged four or over on that day",
            unknown: "how the child took part is not given or contradicts the age, or the age is not known",
            on: "the day of the review"),
        twin: .figure("K96a")
    ) { subject, tally in
        for held in subject.child.reviews where subject.window.period.contains(held.day) {
            if subject.child.legalStatus(on: held.day)?.isShortBreak ?? false { continue }
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
