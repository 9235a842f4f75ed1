import Casework
import Days

/// What a change of the plan asks, and who is to have the plan.
extension Walk {
    /// A care plan whose long-term plan is another than the one before: a review between the two has considered that, or the
    /// plan says why it could not wait. Deciding a plan that was still open changes none.
    func changeConsidered(_ occasion: Occasion, _ list: inout DutyList) {
        let records = child.record.records
        let plan = records[occasion.index]
        let stretch = stretches[occasion.stretch]
        guard
            let before = records[..<occasion.index].last(where: { $0.kind == .carePlan && stretch.isOpen(on: $0.day) }),
            case .choice(let was) = before[.permanence], case .choice(let now) = plan[.permanence], was != now,
            before.decidesPermanence
        else { return }
        func add(_ standing: Standing, done: Day? = nil) {
            list.add(trigger: occasion.trigger, due: plan.day, done: done, standing, because: occasion.because)
        }
        let between = child.reviews.map(\.day).filter { $0 > before.day && $0 <= plan.day }
        let said = between.first { day in
            records.contains {
                $0.kind == .review && $0.day == day
                    && ($0.says(.changesConsidered) || $0.says(.permanenceConsidered))
            }
        }
        if let said { return add(.met, done: said) }
        if plan.says(.changedBecause) { return add(.lateWithReason(.notPracticable)) }
        guard between.isEmpty else { return add(.unknown(.reviewRecord)) }
        guard isEveryReviewSeen(after: before.day, through: plan.day) else {
            return add(.unknown(.reviewsOutsideReturn))
        }
        if let next = child.reviews.first(where: { $0.day > plan.day })?.day {
            add(.metLate(days: next - plan.day), done: next)
        } else {
            let last = min(child.day, child.stop(of: stretch)?.day ?? child.day)
            add(last <= plan.day ? .due : .overdue(days: last - plan.day))
        }
    }

    /// Whether a review of those days would be here, returned or signed.
    private func isEveryReviewSeen(after first: Day, through last: Day) -> Bool {
        if let kept = child.reviewsKeptSince, kept <= first { return true }
        return DayInterval(first + 1, max(last, first + 1)).map { context.coverage.covers(.reviews, $0) } ?? false
    }

    /// Whoever is to have a care plan has it, as far as records say who that is. The law gives no days, so nothing is late:
    /// while it is the latest plan it is still to be given.
    func planGivenOut(_ occasion: Occasion, _ list: inout DutyList) {
        let records = child.record.records
        let plan = records[occasion.index]
        func add(_ standing: Standing, done: Day? = nil) {
            list.add(trigger: occasion.trigger, due: nil, done: done, standing, because: occasion.because)
        }
        switch child.wasGivenOut(plan, by: child.day) {
        case true?:
            add(.met, done: child.copies(of: plan).map(\.on).first { child.without(plan, by: $0).isEmpty })
        // Before copies were written down here it may have been given out all the same.
        case false? where child.copies(of: plan).isEmpty && child.copiesKeptSince.map({ $0 > plan.day }) ?? true:
            add(.unknown(.notifications))
        case false?:
            if let stop = child.stop(of: stretches[occasion.stretch]) {
                add(.notApplicable(stop.why))
            } else if !records[(occasion.index + 1)...].contains(where: { $0.kind == .carePlan }) {
                add(.due)
            }
        case nil: add(.unknown(.notifications))
        }
    }

    /// Whether the home that a placement plan is of has foster or other carers: neither parents, who decide anyhow, nor
    /// adopters, whose part is in the adoption plan, nor a home of the young person's own.
    func isWithCarers(_ plan: HeldRecord) -> Bool {
        guard let home = child.placements.last(where: { $0.start.day == plan.day(.placementFrom) })?.type else {
            return true
        }
        return !home.isWithParents && !home.isAdoptive && home != "P2"
    }
}
