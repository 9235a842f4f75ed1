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
