import Casework
import Days

/// What a review that was signed here says that it did, of what each review has to do.
enum DoneAtReview {
    case yes, no
    /// Something that the law names was so instead.
    case instead(Exemption)

    /// What a yes or no says; nil where nobody answered.
    init?(_ review: HeldRecord, _ field: CoreField) {
        switch review[field] {
        case .flag(let flag): self = flag ? .yes : .no
        default: return nil
        }
    }
}

extension Walk {
    /// A duty of each review: met where its record says so, late where a later review’s does, still owed where the record
    /// says that it was not done; where it says nothing, or no record of it is here, nobody can say.
    func atReview(
        _ occasion: Occasion, _ missing: Facts, _ list: inout DutyList, says: (HeldRecord) -> DoneAtReview?
    ) {
        let reviews = child.record.records.lazy.filter { $0.kind == .review && $0.day >= occasion.day }
        let own = reviews.first.flatMap { $0.day == occasion.day ? says($0) : nil }
        func add(_ standing: Standing, done: Day? = nil) {
            list.add(
                trigger: occasion.trigger, due: occasion.day, done: done, standing, because: occasion.because)
        }
        switch own {
        case .yes: add(.met, done: occasion.day)
        case .instead(let exemption): add(.notApplicable(exemption))
        case .no:
            let later = reviews.dropFirst().first { if case .yes = says($0) { true } else { false } }
            if let later {
                add(.metLate(days: later.day - occasion.day), done: later.day)
            } else {
                // Nothing is owed any more where care has ended.
                let last = min(child.day, child.stop(of: stretches[occasion.stretch])?.day ?? child.day)
                add(last <= occasion.day ? .due : .overdue(days: last - occasion.day))
            }
        case nil: list.addUnknown(from: occasion.trigger, due: occasion.day, missing, because: occasion.because)
        }
    }

    /// A duty that a record gives a day for: in time or late by that day. Where it gives none, or a day to come, nobody can say.
    func byDay(_ said: Day?, _ duty: UnseenDuty, _ occasion: Occasion, _ list: inout DutyList) {
        guard occasion.trigger.isKnown, let due = duty.day(for: occasion.day, context), let said, said <= child.day
        else { return duty.add(occasion, self, &list) }
        list.add(
            trigger: occasion.trigger, due: due, done: said, said <= due ? .met : .metLate(days: said - due),
            because: occasion.because)
    }

    /// The last of the days that the placement's plan says people were told on; nil until all were.
    func told(ofPlacement occasion: Occasion, _ fields: CoreField...) -> Day? {
        let plan = child.record.records.last { $0.kind == .placementPlan && $0.day(.placementFrom) == occasion.day }
        let days = fields.compactMap { plan?.day($0) }
        return days.count == fields.count ? days.max() : nil
    }

    /// The record of the review that was held, as it was signed here; nil where none was.
    func record(ofReview occasion: Occasion) -> HeldRecord? {
        child.record.records.last { $0.kind == .review && $0.day == occasion.day }
    }

    /// A review that took several meetings, as its record says with the day of the first: the last is the day of the review.
    func seriesOfMeetings(_ occasion: Occasion, _ list: inout DutyList) {
        guard let first = child.record.records[occasion.index].day(.firstMeeting), first < occasion.day else { return }
        let trigger = StartDay(first, isKnown: true)
        guard let due = context.day(20, workingDaysAfter: first) else {
            return list.addUnknown(from: trigger, due: nil, .workingDayTable, because: occasion.because)
        }
        list.add(
            trigger: trigger, due: due, done: occasion.day,
            occasion.day <= due ? .met : .metLate(days: occasion.day - due), because: occasion.because)
    }

    /// Whoever is to have the record of a review has it: by the copies made here, and those that somebody wrote down (as K22
    /// counts them). Nobody can say where nothing was written down of copies by then.
    func givenOut(_ occasion: Occasion, by due: Day?, _ list: inout DutyList) {
        func add(_ standing: Standing, done: Day? = nil) {
            list.add(trigger: occasion.trigger, due: due, done: done, standing, because: occasion.because)
        }
        guard let due, let review = record(ofReview: occasion) else {
            return list.addUnknown(from: occasion.trigger, due: due, .reviewRecord, because: occasion.because)
        }
        let days = child.copies(of: review).map(\.on).filter { $0 <= child.day }
        let done = days.first { child.without(review, by: $0).isEmpty }
        switch child.wasGivenOut(review, by: min(due, child.day)) {
        case true?: add(.met, done: done)
        case false? where child.day <= due: add(.due)
        case false?:
            if let done { return add(.metLate(days: done - due), done: done) }
            let last = min(child.day, child.stop(of: stretches[occasion.stretch])?.day ?? child.day)
            add(last <= due ? .due : .overdue(days: last - due))
        case nil: list.addUnknown(from: occasion.trigger, due: due, .reviewRecord, because: occasion.because)
        }
    }

    /// The first review of the stretch of care, where its record says that the IRO had spoken with the child alone before it.
    func firstReviewSpokenBefore(_ occasion: Occasion) -> Day? {
        guard let first = child.reviews.first(where: { $0.day >= occasion.day && isOfStretch($0.day, occasion) }),
            let record = child.record.records.first(where: { $0.kind == .review && $0.day == first.day }),
            record.isChoice(.spokeAlone, "yes")
        else { return nil }
        return first.day
    }

    /// The IRO speaks with the child alone before the review, unless the child does not want to or it would not be right;
    /// and what the child wants is known. Source: CPR 2010 reg 36(1)(b).
    func spokeAlone(_ review: HeldRecord) -> DoneAtReview? {
        guard case .choice(let how) = review[.spokeAlone] else { return nil }
        return switch how {
        case "yes": review.says(.wishes) ? .yes : nil
        case "declined": .instead(.refused)
        case "not_appropriate": .instead(.notAppropriate)
        default: .no
        }
    }

    /// Every matter of Schedule 7 that a review's record has a place for says something: what changed, the decisions before,
    /// the long-term plan and the law, family time, the home, school from four, health, who the child is, an advocate, what
    /// the child wants, and from 16 growing up. What is left blank may have been considered all the same.
    func consideredAll(_ review: HeldRecord) -> DoneAtReview? {
        let always: [CoreField] = [
            .changesConsidered, .permanenceConsidered, .familyTimeConsidered, .placementConsidered, .healthConsidered,
            .identityConsidered, .advocacyTold, .wishes,
        ]
        let ages = ages(on: review.day) ?? 0...18
        let hadDecided = child.record.thread.decisions.contains { decision in
            decision.since < review.day
                && !decision.looked.contains { $0.on < review.day && ($0.state == .done || $0.state == .stopped) }
        }
        let isWhole =
            always.allSatisfy(review.says) && (ages.upperBound < 4 || review.says(.educationConsidered))
            && (!hadDecided || review.says(.decisionsLooked))
            && (ages.upperBound < 16 || review.says(.adulthood) || review.says(.readiness))
        return isWhole ? .yes : nil
    }

    /// Whoever has a role by the day it is due, as the staff file names them; that nobody is named there is no evidence.
    func isAllocated(_ role: AllocationRole, by due: Day?, _ occasion: Occasion, _ list: inout DutyList) -> Bool {
        let appointed = child.record.allocations.first {
            $0.role == role && $0.end ?? .distantFuture > occasion.day
        }?.start
        guard occasion.trigger.isKnown, let due, let appointed, appointed <= due else { return false }
        list.add(trigger: occasion.trigger, due: due, done: appointed, .met, because: occasion.because)
        return true
    }
}
